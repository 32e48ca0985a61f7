#pragma once
// How far the ratio ρ = ‖X‖²/‖Y‖² and the gap spread around those of the means, to first order in the noise.
//
// Per direction k, u v = p², λ = u + v, of D = u − v and p:
//   du = (u dD + 2p dp)/λ,  dv = (−v dD + 2p dp)/λ
// so that with U = Σu_k, V = Σv_k, ρ = U/V, and D_k, p_k independent of each other
//   Var ρ = Σ_k [(V u_k + U v_k)² Var D_k + 4p_k² (V − U)² Var p_k]/(λ_k V²)²
// At rank 1 it is 4ρ² (sd θ)² of band.h, and the gap |1 − γ²/ρ| has E gap² = (1 − γ²/ρ)² + γ⁴ Var ρ/ρ⁴.

#include "core/model/config.h"
#include "core/theory/predicted_curve.h"
#include "core/theory/prediction.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hyperdrift {

/// The mean state of one direction with its variances.
struct SpreadDirection {
    double u = 0;
    double v = 0;
    double varD = 0;
    double varP = 0;
};
/// 0 where V = 0.
double ratioVariance(const std::vector<SpreadDirection>& directions);

/// Var p_k of perturbed GD, `steps` ≥ 0 iterations after a start that is known exactly: that of band.h's
/// residual, built up as 1 − (1−ηλ)^{2·steps}. 0 for ηλ ≥ 2, where p does not come to rest.
double productVariance(double eta, double sigma1, double sigma2, double u, double v, double steps);

/// √(E gap²) of means with ratio ρ > 0 at rank 1.
double gapWithSpread(double ratio, double gamma2, double ratioVariance);

/// ρ along a predicted path, with one standard deviation on either side where `spec`, the run's parameters
/// now, is of perturbed GD: Var D is the path's own, shared evenly by the directions, Var p_k that of the
/// present noise. ρ > 0, so that the band is ρ e^{±sd/ρ}; there is none where sd ≥ ρ, far from first order.
PredictedCurve predictedRatio(const std::vector<PathPoint>& path, const RunSpec& spec);
/// The gap along the part of a path in [from, until], where γ² is what it is now; without a band. At rank 1
/// it is √(E gap²). At higher rank that of the means, and nothing unless the path is of an aligned start,
/// since only there XᵀX and YᵀY are diagonal.
PredictedCurve predictedGap(const std::vector<PathPoint>& path, const RunSpec& spec, double gamma2,
                            double from, double until);

/// sd of ρ at the limit, rank 1: 2ρ sd(θ).
std::optional<double> sdRatio(const Prediction& prediction);
/// The gap at the limit: at rank 1 with its spread, else that of the means, √Σ(u−γ²v)²/√Σu². nullopt for a
/// run without a γ or a limit of its own.
std::optional<double> limitGap(const Prediction& prediction);

} // namespace hyperdrift
