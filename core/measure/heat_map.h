#pragma once
// Matrices as a picture shows them: means over blocks, as many as there are pixels, and the colour scale.
//
// A grid of n blocks over d entries has block i = [⌊id/n⌋, ⌊(i+1)d/n⌋); with n ≥ d each entry is its own.
// Since the mean is linear in each factor, the block means of XYᵀ are those of X's rows times those of Y's,
//
//   mean over I×J of XYᵀ = x̄_I ȳ_Jᵀ,
//
// so they cost (d1+d2)r + n1 n2 r in place of d1 d2 r; likewise those of U diag(s) Vᵀ.

#include "core/model/factors.h"
#include "core/model/problem.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hyperdrift {

/// The most blocks that are of use.
struct GridSize {
    Eigen::Index rows = 0;
    Eigen::Index columns = 0;
    bool operator==(const GridSize&) const = default;
};

/// Where block `block` of `blocks` begins among `size` entries, 0 ≤ block ≤ blocks ≤ size.
Eigen::Index blockStart(Eigen::Index block, Eigen::Index blocks, Eigen::Index size);

/// Block means of a matrix, n1×n2 with n1 ≤ most.rows, n2 ≤ most.columns.
Matrix blockMeans(const Matrix& a, const GridSize& most);
/// Of M, from U diag(s) Vᵀ or, where there is one, the dense matrix. Assumes that it has bases.
Matrix targetMeans(const Problem& problem, const GridSize& most);

struct HeatMap {
    Eigen::Index rows = 0; ///< of the matrix
    Eigen::Index columns = 0;
    Matrix means;        ///< n1×n2
    double greatest = 0; ///< |mean| that is finite
    double low = 0;      ///< the colour scale, low < high
    double high = 1;     ///< −low for a scale around 0
    std::vector<std::uint8_t>
        shades; ///< row by row, 0 at low to 255 at high; what is beyond is cut, NaN is 0
};

/// What the factors of one run are and how far they are from the goal, at one iteration.
struct MatrixMaps {
    std::int64_t iteration = 0;
    double gamma2 = 1;    ///< of `balance`
    bool ownGamma = true; ///< the method leads to it; else it has none, and 1 stands for it
    HeatMap target;       ///< M
    HeatMap product;      ///< XYᵀ, on M's scale
    HeatMap residual;     ///< XYᵀ − M, on a scale around 0
    HeatMap balance;      ///< XᵀX − γ²YᵀY, r×r, likewise
};

/// `target` is targetMeans. `gamma2`: nullopt for a method without one. A scale begins and ends at round
/// numbers, so that it holds still while the values move; one around 0 is never narrower than 1e-12 of the
/// largest |M| (or of ‖X‖² for the last), so that rounding shows as what it is.
MatrixMaps matrixMaps(const Problem& problem, const Factors& factors, const Matrix& target,
                      std::optional<double> gamma2);

} // namespace hyperdrift
