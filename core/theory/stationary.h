#pragma once
// The stationary point of the mean recursion of path.h: the limit at finite η.

#include "core/model/method.h"
#include "core/model/problem.h"
#include "core/theory/direction.h"

#include <optional>
#include <vector>

namespace hyperdrift {

/// One state per fitted direction, k ≤ min(r, length of s); 0 where s_k ≤ τ. Newton's method from the η → 0
/// limit D = (γ − 1/γ)m, p = m; nullopt when it finds no point with p > 0, as when η is too large. Needs a, b
/// > 0.
std::optional<std::vector<DirectionState>> stationaryStates(const Problem& problem, const Method& method);

} // namespace hyperdrift
