#pragma once
// Which instruction set the step's kernels use. The normals are the same on each; sums differ in the last
// bits.

#include <optional>
#include <string_view>

namespace hyperdrift {

enum class Isa { Baseline, Avx2, Avx512 };

/// The widest set that this processor offers.
Isa nativeIsa();
std::string_view isaName(Isa isa);
/// The set of that name, whether or not this processor offers it; nullopt when there is none.
std::optional<Isa> isaOf(std::string_view name);

} // namespace hyperdrift
