#pragma once
// The mean of F once perturbed GD is stationary, any rank r ≤ k with all r directions alive.
//
// Around the limit X = Σ_j √u_j u_j e_jᵀ, Y = Σ_j √v_j v_j e_jᵀ (u_j = γm_j, v_j = m_j/γ, m_j = s_j − τ) the
// linearized step moves independent blocks, z⁺ = (I − ηK)z − ηK diag(σ1, σ2)ζ with K their part of ∇²F̃:
//
//   rows of X off M's range (d1−k of them), column j   K = v_j + a:  Var = X_j = ησ1²(v_j+a)/(2−η(v_j+a))
//   rows of Y off M's range (d2−k), column j           K = u_j + b:  Var = Y_j = ησ2²(u_j+b)/(2−η(u_j+b))
//   the pair along (u_l, v_l), l > r, column j         K = [v_j+a, −s_l; −s_l, u_j+b]: Σ_lj = (I−ηK)Σ(I−ηK) +
//   η²K S K,
//                                                      S = diag(σ1², σ2²)
//   the residual R_kj within the fitted block          Var R_kj of band.h
//
// What sticks out of M's range, X⊥_j = (d1−k)X_j + Σ_l (Σ_lj)_11 and Y⊥_j likewise, decays p_j like a + b
// does, so that the mean residual is τ + δ_j, δ_j = m_j(X⊥_j + Y⊥_j)/(u_j+v_j). Then, with F's own curvature,
//
//   floor = ½Σ_j (τ+δ_j)² + ½Σ_{l>r} s_l² + ½Σ_kj Var R_kj + ½Σ_j[(d1−k)X_j v_j + (d2−k)Y_j u_j]
//         + ½Σ_lj tr([v_j, −s_l; −s_l, u_j] Σ_lj).
//
// The motion along the valley (the imbalance, rotations) leaves XYᵀ as it is. At r = k = 1 this is the
// formula ½(τ+δ)² + ½(Xp v + Yp u + Var p). Seen in simulation at ηλ ≤ 0.1: within 1.7 % at rank 1,
// 1.1 % at ranks 2 and 3 and with a tail.

#include "core/theory/band.h"

#include <optional>

namespace hyperdrift {

/// `s` holds all k singular values. nullopt where a fitted direction has collapsed (s_r ≤ τ), or the spectrum
/// does not tell the fitted directions from the others (s_r = s_{r+1}), or r > k.
std::optional<double> lossFloor(const BandInput& input, const Vector& s, int rank);

} // namespace hyperdrift
