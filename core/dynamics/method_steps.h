#pragma once
// One step each of the methods that are more than the kernels' own iteration. They leave the state's plan as
// it is; key names the noise of the step. Internal to dynamics/.

#include "core/dynamics/full_state.h"
#include "core/model/method.h"

namespace hyperdrift {

/// GD towards M + N, entries of N iid N(0, ν²), exact in law without drawing N: only the pair (NY, NᵀX)
/// matters, which is Gaussian. With X = Qx Rx, Y = Qy Ry (Q orthonormal columns, R upper triangular) and Z1
/// (d1×r), Z2 (d2×r) standard normal,
///   NY = ν Z1 Ry,   NᵀX = ν [Z2 Rx + Y Ry⁻¹(Z1ᵀX − Ry⁻ᵀ(YᵀZ2)Rx)]:
/// N Qy = ν Z1 has iid normal entries, and NᵀQx takes from it what the two share, QyᵀNᵀQx = (QxᵀN Qy)ᵀ.
/// O((d1+d2) r²) instead of O(d1 d2 r).
void labelNoiseStep(FullState& state, const LabelNoise& method, const kernels::NoiseKey& key);

/// The gradient of d1·d2/batch × ½ Σ R_ij² over entries (i, j) drawn uniformly, with replacement. O(batch
/// (r+k) + (d1+d2) r).
void entrySamplingStep(FullState& state, const EntrySampling& method, const kernels::NoiseKey& key);

/// X⁺, Y⁺ by the gradient at (X, Y) + δ ∇F/‖∇F‖; no step where ∇F = 0. Two gradients.
void samStep(FullState& state, const Sam& method, const kernels::NoiseKey& key);

} // namespace hyperdrift
