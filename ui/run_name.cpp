#include "ui/run_name.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace hyperdrift::ui {

namespace {

/// In English, as all names that the program gives: titles.h shows them in the language of the window.
std::string_view stem(MethodKind method)
{
    static constexpr std::array names = {QT_TRANSLATE_NOOP("runTitle", "GD"),
                                         QT_TRANSLATE_NOOP("runTitle", "Perturbed GD"),
                                         QT_TRANSLATE_NOOP("runTitle", "Regularized GD"),
                                         QT_TRANSLATE_NOOP("runTitle", "Gradient noise"),
                                         QT_TRANSLATE_NOOP("runTitle", "Label noise"),
                                         QT_TRANSLATE_NOOP("runTitle", "Entry sampling"),
                                         QT_TRANSLATE_NOOP("runTitle", "SAM")};
    return names.at(static_cast<std::size_t>(method));
}

/// The stem, or the stem, a space and a number.
bool isNumbered(std::string_view name, std::string_view stem)
{
    if (!name.starts_with(stem))
        return false;
    name.remove_prefix(stem.size());
    return name.empty() || (name.size() > 1 && name.front() == ' ' &&
                            name.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

} // namespace

bool isUsualName(std::string_view name, MethodKind method)
{
    return isNumbered(name, stem(method));
}

std::string usualName(const Draft& draft, MethodKind method, std::uint64_t row)
{
    const auto isTaken = [&](const std::string& name) {
        return std::any_of(draft.runs.begin(), draft.runs.end(),
                           [&](const DraftRun& run) { return run.id != row && run.spec.name == name; });
    };
    const std::string first(stem(method));
    std::string name = first;
    for (int number = 2; isTaken(name); ++number)
        name = first + ' ' + std::to_string(number);
    return name;
}

} // namespace hyperdrift::ui
