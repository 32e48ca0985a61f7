#include "core/run/edits.h"

#include <algorithm>

namespace hyperdrift {

namespace {

using Parameters = std::vector<Edit::SetParameter>;

/// Whether `edit`, one parameter set now, takes the place of `old`.
bool replaces(const Edit& edit, const Edit& old)
{
    const auto* before = std::get_if<Parameters>(&old.change);
    const auto* now = std::get_if<Parameters>(&edit.change);
    if (!before || !now || old.at != edit.at || old.run != edit.run)
        return false;
    return edit.at == 0 || (before->size() == 1 && before->front().path == now->front().path);
}

} // namespace

void dropEditsAfter(std::vector<Edit>& edits, std::int64_t t)
{
    std::erase_if(edits, [t](const Edit& edit) { return edit.at > t; });
}

void recordEdit(std::vector<Edit>& edits, const Edit& edit)
{
    dropEditsAfter(edits, edit.at);
    std::erase_if(edits, [&edit](const Edit& old) { return replaces(edit, old); });
    if (edit.at > 0 || std::holds_alternative<Edit::Scale>(edit.change))
        edits.push_back(edit);
}

} // namespace hyperdrift
