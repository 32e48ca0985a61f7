#pragma once
// Whether two specifications are the same, so that the window knows what a reset would change.

#include "core/model/config.h"

namespace hyperdrift::ui {

bool sameProblem(const ProblemSpec& a, const ProblemSpec& b);
bool sameStart(const StartSpec& a, const StartSpec& b);
/// Name, method, step size, noise and seed.
bool sameRun(const RunSpec& a, const RunSpec& b);
/// The same change of the same run at the same iteration.
bool sameEdit(const Edit& a, const Edit& b);

} // namespace hyperdrift::ui
