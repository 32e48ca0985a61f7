#pragma once
// The plane of the factors' norms, x = ‖X‖ = ‖X‖_F, y = ‖Y‖ = ‖Y‖_F.
//
// For XYᵀ = Z:  ‖X‖‖Y‖ ≥ ‖Z‖_* = Σ_k σ_k(Z), with equality iff XᵀX = γ²YᵀY for some γ. So the exact minima at
// rank r, XYᵀ = M_r (the best approximation of rank r), lie on and above the hyperbola ‖X‖‖Y‖ = s_1 + … +
// s_r: for r = 1, where XᵀX is a number, on it alone; for r > 1 they fill what lies above it, since (XG,
// YG⁻ᵀ) reaches every such pair of norms. Source: N. Srebro, J. Rennie, T. Jaakkola, "Maximum-margin matrix
// factorization", NIPS 2004.

#include "core/measure/sample.h"
#include "core/theory/landscape.h"
#include "core/theory/prediction.h"

#include <optional>
#include <vector>

namespace hyperdrift {

/// s_1 + … + s_r, the least ‖X‖‖Y‖ of all exact minima; of a shorter spectrum, its sum.
double leastNormProduct(const std::vector<double>& spectrum, int rank);

/// Σ_k σ_k of the predicted limit, the least ‖X‖‖Y‖ with which its XYᵀ can be had: Σ(s_k − τ)₊ of perturbed
/// GD as η → 0. nullopt where theory gives no singular values.
std::optional<double> limitNormProduct(const Prediction& prediction);

/// (‖X‖, ‖Y‖) at the predicted limit; nullopt where theory gives no norms.
std::optional<PlanePoint> limitNorms(const Prediction& prediction);

/// The part within `rect` of the ray ‖X‖ = γ‖Y‖ from the origin, as its two ends, the nearer to the origin
/// first; empty where it passes by. γ > 0.
std::vector<PlanePoint> ray(double gamma, const PlaneRect& rect);

} // namespace hyperdrift
