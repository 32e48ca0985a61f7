#pragma once
// The names of runs that nobody has named: what their method is called, and a number where another has it.

#include "ui/draft.h"

#include <string>
#include <string_view>

namespace hyperdrift::ui {

/// Whether a run of that method would be called so.
bool isUsualName(std::string_view name, MethodKind method);
/// Of a run of that method, and no other row's; `row` is the run's own, 0 for one that is to come.
std::string usualName(const Draft& draft, MethodKind method, std::uint64_t row = 0);

} // namespace hyperdrift::ui
