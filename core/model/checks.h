#pragma once
// Checks of single values: what is wrong with one, or nothing. NaN fails each of them.

#include "core/model/error.h"

#include <cstdint>
#include <optional>
#include <string>

namespace hyperdrift {

using Violation = std::optional<std::string>;

/// "must be BOUND, but is VALUE".
std::string butIs(const std::string& bound, const std::string& value);

Violation checkEta(double eta); ///< > 0 and ≤ maxEta
Violation checkNonNegative(double value);
Violation checkPositive(double value);
Violation checkFinite(double value);
Violation checkSeed(std::uint64_t seed); ///< < 2⁵³
Violation checkScale(double c);          ///< ≠ 0 and finite
/// ≥ 1 and ≤ cells = d1·d2; without known cells the upper bound is not checked.
Violation checkBatch(std::int64_t batch, std::optional<double> cells);

} // namespace hyperdrift
