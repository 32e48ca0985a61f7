#include "ui/change_queue.h"

#include <algorithm>

namespace hyperdrift::ui {

void ChangeQueue::add(std::uint64_t row, const Edit::SetParameter& parameter, std::uint64_t lastAsked)
{
    std::erase_if(m_changes, [&](const Change& change) {
        return change.row == row && change.parameter.path == parameter.path;
    });
    m_changes.push_back({row, parameter, lastAsked});
}

void ChangeQueue::dropThoseIn(std::uint64_t generation)
{
    std::erase_if(m_changes, [generation](const Change& change) { return change.lastAsked < generation; });
}

std::vector<ParameterChange> ChangeQueue::byRun(const Draft& draft) const
{
    std::vector<ParameterChange> changes;
    for (const Change& change : m_changes) {
        const auto row = std::find_if(draft.runs.begin(), draft.runs.end(),
                                      [&](const DraftRun& run) { return run.id == change.row; });
        if (row != draft.runs.end() && row->inForce >= 0)
            changes.push_back({row->inForce, change.parameter});
    }
    return changes;
}

} // namespace hyperdrift::ui
