#include "core/io/run_csv.h"

#include "core/io/sample_csv.h"
#include "core/run/recording.h"

namespace hyperdrift {

namespace {

void appendRun(std::string& text, std::size_t run, const std::vector<Sample>& samples)
{
    for (const Sample& sample : samples) {
        text.append(std::to_string(run)).append(",");
        appendSample(text, sample);
        text += '\n';
    }
}

std::string titlesOf(const Problem& problem)
{
    return "run," + sampleTitles(problem) + "\n";
}

} // namespace

std::string runCsv(const Problem& problem, const std::vector<RunOutcome>& outcomes)
{
    std::string text = titlesOf(problem);
    for (std::size_t run = 0; run < outcomes.size(); ++run)
        appendRun(text, run, outcomes[run].samples);
    return text;
}

std::string runCsv(const Recording& recording)
{
    std::string text = titlesOf(*recording.problem());
    for (std::size_t run = 0; run < recording.runCount(); ++run)
        appendRun(text, run, recordedSamples(recording, run));
    return text;
}

} // namespace hyperdrift
