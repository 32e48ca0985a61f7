#pragma once
// The table of compiled kernels, one per instruction set, and the plain struct they work on.
//
// The same source (the .inl files of this folder) is compiled three times with different machine flags. So
// that the linker can't mix the copies up, these files know neither Eigen nor the standard library's
// templates, all their functions have internal linkage, and pointers go in and out.

#include <cstdint>

namespace hyperdrift::kernels {

using Index = std::int64_t;

/// Numbers drawn at once: 8 lanes × 4 words of a Threefry counter.
inline constexpr Index blockSize = 32;
/// Alignment of all arrays below, in bytes; columns are padded to this many bytes.
inline constexpr Index alignment = 64;

/// The pure function's arguments: which numbers of all there are.
struct NoiseKey {
    std::uint64_t seed;
    std::uint64_t stream;
    std::uint64_t iteration;
};

/// One side of the factorization: X (with U), or Y (with V). Arrays are column-major with `rows` entries a
/// column; rows past the true height are 0. With `target`, products with M are taken instead of those through
/// U and V.
struct Side {
    Index rows;           ///< padded height, a multiple of 8
    double* factor;       ///< rows×r, the present iterate
    double* work;         ///< rows×r, the perturbed iterate, or the next one
    const double* basis;  ///< rows×k, U or V
    const double* target; ///< rows×targetColumns, M or Mᵀ, or null
    Index targetColumns;  ///< true height of the other side
    double* gram;         ///< r×r
    double* coefficients; ///< k×r: basisᵀ·factor, or diag(s) times it
    double decay;         ///< a (or b) of regularized GD, else 0
};

/// All that a step reads and writes.
struct Plan {
    Side x;
    Side y;
    Index rank;               ///< r
    Index directions;         ///< k
    const double* s;          ///< k
    const double* noiseScale; ///< per flat entry of [X | Y], 0 in the padding; null without noise
    Index noiseBlocks;        ///< blocks of 32 that cover [X | Y]
    double eta;
};

struct Kernels {
    /// Writes `blocks`·32 normals to `out` (aligned), beginning with that of index `firstBlock`·32.
    void (*fillNormals)(const NoiseKey& key, Index firstBlock, Index blocks, double* out);
    /// Does the n iterations from key.iteration on. Without noise, factor and work trade places at each.
    void (*advance)(Plan& plan, NoiseKey key, Index n);
    /// coefficients = basisᵀ·factor, work = factor − basis·coefficients, gram = workᵀ·work.
    void (*compress)(const Side& side, Index rank, Index directions);
    /// Σ v[i]², n a multiple of 8.
    double (*squaredNorm)(const double* v, Index n);
};

const Kernels& baseline();
#ifdef __x86_64__
const Kernels& avx2();
const Kernels& avx512();
#endif

} // namespace hyperdrift::kernels
