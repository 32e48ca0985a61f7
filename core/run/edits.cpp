#include "core/run/edits.h"

#include "core/model/parameter.h"

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

/// What the config and the edits up to iteration t set.
decltype(Edit::SetParameter::value) valueInForce(const Experiment& recording, int run, std::int64_t t,
                                                 const std::string& path)
{
    auto value = parameterValue(recording.runs[static_cast<std::size_t>(run)], path);
    for (const Edit& edit : recording.edits) {
        const auto* set = std::get_if<Parameters>(&edit.change);
        if (edit.run != run || edit.at > t || !set)
            continue;
        for (const Edit::SetParameter& parameter : *set) {
            if (parameter.path == path)
                value = parameter.value;
        }
    }
    return value;
}

/// Whether `edit` changes anything of what is in force.
bool changesAnything(const Experiment& recording, const Edit& edit)
{
    const auto* parameters = std::get_if<Parameters>(&edit.change);
    return !parameters ||
           std::any_of(parameters->begin(), parameters->end(), [&](const Edit::SetParameter& parameter) {
               return valueInForce(recording, edit.run, edit.at, parameter.path) != parameter.value;
           });
}

bool sameScaling(const Edit& a, const Edit& b)
{
    const auto* before = std::get_if<Edit::Scale>(&a.change);
    const auto* now = std::get_if<Edit::Scale>(&b.change);
    return before && now && a.at == b.at && a.run == b.run && before->c == now->c;
}

} // namespace

double scalingMade(const std::vector<Edit>& edits, const std::vector<Edit>& given, int run, std::int64_t t)
{
    double product = 1;
    for (const Edit& edit : edits) {
        const auto* scale = std::get_if<Edit::Scale>(&edit.change);
        if (!scale || edit.run != run || edit.at > t)
            continue;
        if (std::none_of(given.begin(), given.end(), [&](const Edit& old) { return sameScaling(old, edit); }))
            product *= scale->c;
    }
    return product;
}

void dropEditsAfter(std::vector<Edit>& edits, std::int64_t t)
{
    std::erase_if(edits, [t](const Edit& edit) { return edit.at > t; });
}

std::size_t editsUpTo(const std::vector<Edit>& edits, std::int64_t t)
{
    const auto end = std::upper_bound(edits.begin(), edits.end(), t,
                                      [](std::int64_t at, const Edit& edit) { return at < edit.at; });
    return static_cast<std::size_t>(end - edits.begin());
}

void recordEdit(Experiment& recording, const Edit& edit)
{
    std::vector<Edit>& edits = recording.edits;
    std::erase_if(edits, [&edit](const Edit& old) { return replaces(edit, old); });
    const bool belongsIntoConfig = edit.at == 0 && std::holds_alternative<Parameters>(edit.change);
    if (!belongsIntoConfig && changesAnything(recording, edit))
        edits.insert(edits.begin() + static_cast<std::ptrdiff_t>(editsUpTo(edits, edit.at)), edit);
}

} // namespace hyperdrift
