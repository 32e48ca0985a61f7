#pragma once
// Flatness of the exact minima (R = 0), measure by measure.
//
// With α = eig(XXᵀ), β = eig(YYᵀ), zeros included, the nonzero Hessian spectrum at a minimum is the nonzero
// part of {α_i + β_j}. tr ∇²F = d2‖X‖² + d1‖Y‖² everywhere, and σ1² tr H_XX + σ2² tr H_YY = a‖X‖² + b‖Y‖²
// with a = d2σ2², b = d1σ1²: the measure that perturbed GD makes small.

#include "core/model/compression.h"
#include "core/theory/prediction.h"
#include "core/theory/smoothing.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hyperdrift {

struct MinimumFlatness {
    double lambdaMax = 0;
    double lambdaMin = 0; ///< the smallest nonzero eigenvalue; min(α_r, β_r) for r < d1, d2
    double condition = 0; ///< their ratio
};

/// Of a minimum with A = XᵀX, B = YᵀY (r×r); eigenvalues below 1e-12 of the largest count as 0. nullopt at X
/// = Y = 0, which has none.
std::optional<MinimumFlatness> minimumFlatness(const Matrix& a, const Matrix& b, std::int64_t d1,
                                               std::int64_t d2);

/// Of the exact minimum that a prediction names by its star; nullopt without one.
std::optional<MinimumFlatness> minimumFlatness(const Problem& problem, const Prediction& prediction);

/// a‖X‖² + b‖Y‖², anywhere.
double noiseWeightedTrace(const Smoothing& noise, double xNorm2, double yNorm2);

/// The least values over all exact minima of rank r ≤ k, ‖M‖_* = Σ_{j≤r} s_j.
struct LeastFlatness {
    double lambdaMax = 0;          ///< 2 s_1, where balanced
    double condition = 0;          ///< 2 s_1/s_r, where balanced; r < d1, d2
    double norms = 0;              ///< ‖X‖² + ‖Y‖²: 2‖M‖_*, where balanced
    double trace = 0;              ///< 2√(d1 d2)‖M‖_*, where XᵀX = (d1/d2) YᵀY
    double noiseWeightedTrace = 0; ///< 2τ‖M‖_*, where XᵀX = γ² YᵀY: the limit of perturbed GD
};
LeastFlatness leastFlatness(const Problem& problem, const Smoothing& noise);
/// The same from the sizes and s_1 ≥ s_2 ≥ …, at least one; rank ≥ 1.
LeastFlatness leastFlatness(std::int64_t d1, std::int64_t d2, int rank, const std::vector<double>& spectrum,
                            const Smoothing& noise);

} // namespace hyperdrift
