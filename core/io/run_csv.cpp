#include "core/io/run_csv.h"

#include "core/io/sample_csv.h"

namespace hyperdrift {

std::string runCsv(const Problem& problem, const std::vector<RunOutcome>& outcomes)
{
    std::string text = "run," + sampleTitles(problem) + "\n";
    for (std::size_t run = 0; run < outcomes.size(); ++run)
        for (const Sample& sample : outcomes[run].samples) {
            text.append(std::to_string(run)).append(",");
            appendSample(text, sample);
            text += '\n';
        }
    return text;
}

} // namespace hyperdrift
