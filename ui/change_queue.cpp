#include "ui/change_queue.h"

#include <algorithm>

namespace hyperdrift::ui {

namespace {

decltype(Edit::change) asEdit(const std::variant<Edit::SetParameter, Edit::Scale>& what)
{
    if (const auto* scale = std::get_if<Edit::Scale>(&what))
        return *scale;
    return std::vector{std::get<Edit::SetParameter>(what)};
}

} // namespace

void ChangeQueue::add(std::uint64_t row, const Edit::SetParameter& parameter, std::uint64_t lastAsked)
{
    std::erase_if(m_changes, [&](const Change& change) {
        const auto* set = std::get_if<Edit::SetParameter>(&change.what);
        return change.row == row && set && set->path == parameter.path;
    });
    m_changes.push_back({row, parameter, lastAsked});
}

void ChangeQueue::add(std::uint64_t row, const Edit::Scale& scale, std::uint64_t lastAsked)
{
    m_changes.push_back({row, scale, lastAsked});
}

void ChangeQueue::dropThoseIn(std::uint64_t generation)
{
    std::erase_if(m_changes, [generation](const Change& change) { return change.lastAsked < generation; });
}

std::vector<RunChange> ChangeQueue::byRun(const Draft& draft) const
{
    std::vector<RunChange> changes;
    for (const Change& change : m_changes) {
        const auto row = std::find_if(draft.runs.begin(), draft.runs.end(),
                                      [&](const DraftRun& run) { return run.id == change.row; });
        if (row != draft.runs.end() && row->inForce >= 0)
            changes.push_back({row->inForce, asEdit(change.what)});
    }
    return changes;
}

} // namespace hyperdrift::ui
