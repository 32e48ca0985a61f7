#include "core/io/run_csv.h"

#include "core/io/sample_csv.h"

namespace hyperdrift {

std::string runCsv(const Problem& problem, const std::vector<RunOutcome>& outcomes)
{
    std::vector<std::span<const Sample>> runs;
    runs.reserve(outcomes.size());
    for (const RunOutcome& outcome : outcomes)
        runs.emplace_back(outcome.samples);
    return runCsv(sampleTitles(problem), runs);
}

std::string runCsv(const std::string& titles, const std::vector<std::span<const Sample>>& runs)
{
    std::string text = "run," + titles + "\n";
    for (std::size_t run = 0; run < runs.size(); ++run)
        for (const Sample& sample : runs[run]) {
            text.append(std::to_string(run)).append(",");
            appendSample(text, sample);
            text += '\n';
        }
    return text;
}

} // namespace hyperdrift
