#include "core/io/ensemble_csv.h"

#include "core/io/report.h"
#include "core/io/sample_csv.h"

namespace hyperdrift {

std::string ensembleCsv(const Problem& problem, const std::vector<EnsembleRun>& runs)
{
    std::string text = "run,member,status," + sampleTitles(problem) + "\n";
    for (std::size_t run = 0; run < runs.size(); ++run)
        for (const EnsembleMember& member : runs[run].members) {
            text.append(std::to_string(run)).append(",").append(std::to_string(member.index));
            text.append(",").append(statusName(member.ending)).append(",");
            appendSample(text, member.last);
            text += '\n';
        }
    return text;
}

} // namespace hyperdrift
