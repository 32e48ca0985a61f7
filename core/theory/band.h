#pragma once
// The stationary band of perturbed GD, noise of kurtosis κ (Gaussian 3, uniform 1.8, Laplace 6, Rademacher
// 1): how far it wanders around the limit.
//
//   q = 1/d1 + 1/d2,  m_k = (s_k − τ)₊,  u = γm, v = m/γ,  λ = u + v
//   sd(D) = √( (η(a+b)q/2) Σ_k [(κ−1)m_k² + 4τm_k] ),  D = ‖X‖²−‖Y‖²
//   sd(p) = √( ηλ(uσ2²+vσ1²)/(2−ηλ) ),  sd(θ) = √(Var D + 4 sinh²θ* Var p)/(2m cosh θ*)        (rank 1)
//
// From ΔD = 2η(⟨ξ1, R̃Ỹ⟩ − ⟨ξ2, R̃ᵀX̃⟩): the (κ−1)m² part is quadratic in the noise, the τm part linear. Seen in
// simulation: sd(D) within 4 % at ηλ ≤ 0.1. Everything here assumes a, b > 0 and s_1 > τ.

#include "core/model/problem.h"

namespace hyperdrift {

/// With a = d2σ2² > 0, b = d1σ1² > 0 and ηλ < 2.
struct BandInput {
    double d1 = 1;       ///< ≥ 1
    double d2 = 1;       ///< ≥ 1
    double eta = 0;      ///< > 0
    double sigma1 = 0;   ///< > 0
    double sigma2 = 0;   ///< > 0
    double kurtosis = 3; ///< κ ≥ 1
};

/// Over the directions k ≤ min(r, length of s).
double sdImbalance(const BandInput& input, const Vector& s, int rank);
/// Rank 1.
double sdTheta(const BandInput& input, double s);

/// The limit of one direction as η → 0, in the terms above.
struct SmoothedLimit {
    double a = 0;
    double b = 0;
    double tau = 0;
    double m = 0;
    double u = 0;
    double v = 0;
};
SmoothedLimit smoothedLimit(const BandInput& input, double s);

/// Var R_kj, R = u_kᵀ(XYᵀ − M)v_j with the u of direction k and the v of direction j; Var p at k = j:
///   R⁺ = (1−ηλ)R − ηλ(√v σ1 ζ1 + √u σ2 ζ2), λ = u + v   ⇒   Var R = ηλ(vσ1² + uσ2²)/(2−ηλ).
double varResidual(const BandInput& input, double u, double v);

} // namespace hyperdrift
