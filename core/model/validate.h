#pragma once
// The ranges of an experiment, checked before anything is built from it.

#include "core/model/config.h"
#include "core/model/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hyperdrift {

/// Every violated bound of `experiment`, in document order; empty when it is valid. Each message names the
/// value and the violated inequality. A matrix source without loaded cells is checked for its options alone.
std::vector<Issue> validate(const Experiment& experiment);

/// Throws InputError of the first of them.
void requireValid(const Experiment& experiment);

/// Violated bounds of one run's parameters, with pointers below `pointer` (such as "/runs/1").
std::vector<Issue> validate(const RunSpec& run, const std::string& pointer);

/// Limits of this version, named once.
inline constexpr std::int64_t maxFullEntries = 5'000'000; ///< (d1+d2)·r of the full engine
inline constexpr std::int64_t maxMatrixCells = 4'000'000; ///< cells of a CSV matrix
/// (d1+d2)·(length of spectrum), entries of U and V; making them takes up to four times their 80 MB. Every
/// CSV matrix stays within it. Beyond, the reduced engine does without them.
inline constexpr std::int64_t maxBasisEntries = 10'000'000;
inline constexpr std::int64_t maxReducedDimension = 10'000'000; ///< d1, d2 of the reduced engine
inline constexpr int maxRank = 50;
inline constexpr int maxRuns = 6;
inline constexpr double maxEta = 100.0;
inline constexpr std::int64_t maxSteps = 1'000'000'000'000;
inline constexpr std::uint64_t seedBound = 1ULL << 53;

} // namespace hyperdrift
