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

/// Distributions of mean 0 and variance 1.
enum class NoiseKind : std::uint8_t { Normal, Uniform, Rademacher, Laplace };

/// One side of the factorization: X (with U), or Y (with V). Arrays are column-major with `rows` entries a
/// column; rows past the true height are 0.
struct Side {
    Index rows;           ///< padded height, a multiple of 8
    double* factor;       ///< rows×r, the present iterate
    double* work;         ///< rows×r, the perturbed iterate, or the next one
    const double* basis;  ///< rows×k, U or V
    double* product;      ///< rows×r, M Ỹ or Mᵀ X̃ where the plan has M itself
    double* gram;         ///< r×r
    double* coefficients; ///< k×r: basisᵀ·factor, or diag(s) times it
    double decay;         ///< a (or b) of regularized GD, else 0
};

/// All that a step reads and writes.
struct Plan {
    Side x;
    Side y;
    Index rank;       ///< r
    Index directions; ///< k
    const double* s;  ///< k
    const double*
        target;    ///< M, x.rows × columns, where its products cost less than those through U and V; or null
    Index columns; ///< of M, the true height of Y
    const double* noiseScale; ///< per flat entry of [X | Y], 0 in the padding; null without noise
    Index noiseBlocks;        ///< blocks of 32 that cover [X | Y]
    double eta;
    NoiseKind noise;
    bool noiseOnGradient; ///< the noise is added to the gradient, not to the point where it is taken
    double anneal;        ///< t0: σ_t = σ √(t0/(t0+t)); 0: constant
};

/// The product A·c, A: rows×count, c: count×columns with leading dimension ld.
struct Term {
    const double* a;
    const double* c;
    Index count;
    Index ld;
};

/// out = in − η(plus − minus − known + decay·in).
struct Update {
    Term plus;
    Term minus;
    const double* known; ///< like `in`, or null
    const double* in;
    double* out;
    Index rows;
    double eta;
    double decay;
};

/// Largest r.
inline constexpr Index mostColumns = 50;

/// One side of the reduced engine: its state, and the scratch of a step.
struct ReducedSide {
    double* p;         ///< k×r, UᵀX or VᵀY
    double* rest;      ///< r×r, RᵀR the Gram matrix of what lies off the singular directions
    double* along;     ///< k×r, perturbed p
    double* off;       ///< r×r, perturbed rest
    double* gram;      ///< r×r
    double* product;   ///< max(k, r)×r
    double* wishart;   ///< wishartRows×r
    double* stack;     ///< (r + wishartRows)×r
    Index freedom;     ///< d − k − r ≥ 0
    Index wishartRows; ///< min(freedom, r)
    double decay;      ///< a (or b) of regularized GD, else 0
};

struct ReducedPlan {
    ReducedSide x;
    ReducedSide y;
    Index rank;
    Index directions;
    const double* s;
    double eta;
    double sigma1;
    double sigma2;
    double anneal;   ///< t0, or 0
    double* normals; ///< normalBlocks·32
    Index normalBlocks;
    Index normalsOfX; ///< how many of them are X's
};

/// Perturbed GD at r = k = 1, freedom ≥ 2 on both sides.
struct RankOnePlan {
    double s;
    double eta;
    double sigma1;
    double sigma2;
    double anneal; ///< t0, or 0
    Index freedomX;
    Index freedomY;
    std::uint64_t stream;    ///< of the noise
    std::uint64_t chiStream; ///< of what follows a refused candidate
};

/// States of `count` members, each with a seed of its own.
struct RankOneMembers {
    const std::uint64_t* seeds;
    double* p;
    double* rx; ///< ≥ 0
    double* q;
    double* ry; ///< ≥ 0
    Index count;
};

struct Kernels {
    /// Writes `blocks`·32 numbers to `out` (aligned), beginning with that of index `firstBlock`·32.
    void (*fill)(NoiseKind kind, const NoiseKey& key, Index firstBlock, Index blocks, double* out);
    /// Does the n iterations from key.iteration on. Without noise, factor and work trade places at each.
    void (*advance)(Plan& plan, NoiseKey key, Index n);
    /// coefficients = basisᵀ·factor, work = factor − basis·coefficients, gram = workᵀ·work.
    void (*compress)(const Side& side, Index rank, Index directions);
    /// Σ v[i]², n a multiple of 8.
    double (*squaredNorm)(const double* v, Index n);
    /// out (m×n) = AᵀB, A: rows×m, B: rows×n, rows a multiple of 8.
    void (*innerProducts)(const double* a, Index m, const double* b, Index n, Index rows, double* out);
    /// `columns` columns of an update. Its `out` may be its `in`, but neither may be in a term.
    void (*applyUpdate)(const Update& update, Index columns);
    /// Both sides' Gram matrices, and coefficients or products, at a point, from which move takes its terms.
    void (*reduce)(const Plan& plan, const double* pointX, const double* pointY);
    /// out = in − η ∇F, the gradient of `side` where reduce was called; `point` is its own there.
    void (*move)(const Plan& plan, const Side& side, const Side& other, const double* point, const double* in,
                 double* out);
    /// χ² number `index` of n ≥ 1 degrees of freedom.
    double (*chiSquaredNumber)(Index freedom, const NoiseKey& key, std::uint64_t index);
    /// The n iterations from key.iteration on; chiKey names the numbers behind the χ².
    void (*advanceReduced)(const ReducedPlan& plan, NoiseKey key, NoiseKey chiKey, Index n);
    /// The n iterations from t on of every member. A member's numbers do not depend on the others.
    void (*advanceRankOne)(const RankOnePlan& plan, const RankOneMembers& members, std::uint64_t t, Index n);
};

const Kernels& baseline();
#ifdef __x86_64__
const Kernels& avx2();
const Kernels& avx512();
#endif

} // namespace hyperdrift::kernels
