#pragma once
// Where a run ends.
//
// The noise's own numbers (mathematics of the smoothed objective F̃ = F + (a/2)‖X‖² + (b/2)‖Y‖² + const):
//   a = d2σ2²,  b = d1σ1²,  γ = √(b/a),  τ = √(ab)
// At η → 0 perturbed GD ends at XᵀX = γ²YᵀY with singular values m_k = (s_k − τ)₊; at finite η at the stationary point
// of the mean recursion of path.h, which is what limit() returns.
// Source of the problem: [1]; the formulas: our own derivation.

#include "core/model/factors.h"
#include "core/model/method.h"
#include "core/theory/prediction.h"

namespace hyperdrift {

/// a, b, γ², τ of a noise on a d1×d2 problem. γ² is defined iff both are > 0.
struct Smoothing {
    double a = 0;
    double b = 0;
};
Smoothing smoothing(std::int64_t d1, std::int64_t d2, double sigma1, double sigma2);

/// Mean state of one singular direction: D = u − v and p, with u = ‖Xᵀu_k‖², v = ‖Yᵀv_k‖², p = (Xᵀu_k)·(Yᵀv_k).
struct DirectionState {
    double d = 0;
    double p = 0;
};
/// u = (D + √(D² + 4p²))/2 and v = u − D, each without cancellation.
double uOf(const DirectionState& state);
double vOf(const DirectionState& state);

/// Everything theory says of `method` on `problem` from `start`. Never throws; what it can't say is nullopt.
/// Assumes an aligned start, or rank 1, for GD's split between X and Y; else those are null.
Prediction predict(const Problem& problem, const Factors& start, const Method& method);

} // namespace hyperdrift
