#pragma once
// Which instruction set the step's kernels use. The normals are the same on each; sums differ in the last
// bits.

#include <string_view>

namespace hyperdrift {

enum class Isa { Baseline, Avx2, Avx512 };

/// The widest set that this processor offers.
Isa nativeIsa();
std::string_view isaName(Isa isa);

} // namespace hyperdrift
