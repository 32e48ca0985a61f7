#pragma once
// The stationary band of perturbed GD with Gaussian noise (kurtosis 3): how far it wanders around the limit.
//
//   q = 1/d1 + 1/d2,  m_k = (s_k − τ)₊,  u = γm, v = m/γ,  λ = u + v
//   sd(D) = √( (η(a+b)q/2) Σ_k [2m_k² + 4τm_k] ),  D = ‖X‖²−‖Y‖²
//   sd(p) = √( ηλ(uσ2²+vσ1²)/(2−ηλ) ),  sd(θ) = √(Var D + 4 sinh²θ* Var p)/(2m cosh θ*)        (rank 1)
//   loss floor (rank 1, one direction): with Xp = (d1−1)ησ1²(v+a)/(2−η(v+a)), Yp =
//   (d2−1)ησ2²(u+b)/(2−η(u+b)),
//     δ = m(Xp+Yp)/(u+v):   ½(τ+δ)² + ½(Xp·v + Yp·u + Var p)
//
// From ΔD = 2η(⟨ξ1, R̃Ỹ⟩ − ⟨ξ2, R̃ᵀX̃⟩): the m² part is quadratic in the noise, the τm part linear. Seen in
// simulation: sd(D) within 4 %, loss floor within 1.7 %, at ηλ ≤ 0.1. Everything here assumes a, b > 0 and
// s_1 > τ.

#include "core/model/problem.h"

namespace hyperdrift {

/// With a = d2σ2² > 0, b = d1σ1² > 0 and ηλ < 2.
struct BandInput {
    double d1 = 1;     ///< ≥ 1
    double d2 = 1;     ///< ≥ 1
    double eta = 0;    ///< > 0
    double sigma1 = 0; ///< > 0
    double sigma2 = 0; ///< > 0
};

/// Over the directions k ≤ min(r, length of s).
double sdImbalance(const BandInput& input, const Vector& s, int rank);
/// Rank 1.
double sdTheta(const BandInput& input, double s);
/// Rank 1, M of rank 1.
double lossFloor(const BandInput& input, double s);

} // namespace hyperdrift
