#pragma once
// The predictions of the single methods, put together by limit.h. `at` is the state they predict from.
// Internal to theory/.

#include "core/model/compression.h"
#include "core/model/method.h"
#include "core/theory/prediction.h"

namespace hyperdrift {

/// The start's own imbalance D0 picks the minimum: u − v = D_k, u v = s_k².
Prediction predictGd(const Problem& problem, const Compression& at, double eta);

/// Perturbed and regularized GD with a or b > 0.
Prediction predictSmoothed(const Problem& problem, const Compression& at, const Method& method);

/// No limit: per iteration E ΔD = η²r(d1σ1² − d2σ2²), Var ΔD = 4η²(σ1² tr A + σ2² tr B).
Prediction predictGradientNoise(const Problem& problem, const GradientNoise& method);

/// Per direction the fixed point of a = ην²d2/[2(1−ηu/2)], b = ην²d1/[2(1−ηv/2)], u = γm, v = m/γ, γ² = b/a,
/// m = s − √(ab): near XᵀX = (d1/d2) YᵀY. Loss floor for an M of rank r, λ_kj = u_k + v_j, from the
/// stationary variance of each residual:
///   ½ Σ_k (s_k−m_k)² + ½ Σ_kj ηλ_kj ν²/(2−ηλ_kj) + ½ Σ_k [(d1−r) ην²v_k/(2−ηv_k) + (d2−r) ην²u_k/(2−ηu_k)].
/// Norms and singular values count what the noise puts off the singular directions, as large as τ itself.
Prediction predictLabelNoise(const Problem& problem, const Compression& at, const LabelNoise& method);

/// Where it can interpolate (rank ≥ length of the spectrum) D stays what it is and F goes to 0; else nothing.
Prediction predictEntrySampling(const Problem& problem, const Compression& at, const EntrySampling& method);

/// Rank 1, aligned: the balanced minimum, λ = 2s, across which it bounces for ever. From p = s the gradient
/// is taken where the residual is √λδ + δ²/2 and the curvature λ + √λδ, so that p moves by η(λ+√λδ)(√λδ+δ²/2)
/// at most, and F stays below half its square (seen: exactly so where δ > ηλ^{3/2}/3, half of it in the cycle
/// of two of smaller δ).
Prediction predictSam(const Problem& problem, const Compression& at, const Sam& method);

} // namespace hyperdrift
