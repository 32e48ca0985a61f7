#pragma once
// What the noise makes of the loss: for zero-mean iid noise of variances σ1², σ2² the expected gradient of
// perturbed GD is that of F̃ = F + (a/2)‖X‖² + (b/2)‖Y‖² + ½ d1 d2 r σ1² σ2², with a = d2σ2², b = d1σ1² (X is
// decayed by Y's noise).

#include "core/model/method.h"
#include "core/model/problem.h"

#include <optional>

namespace hyperdrift {

struct Smoothing {
    double a = 0; ///< d2σ2², decay of X
    double b = 0; ///< d1σ1², decay of Y
};

Smoothing smoothing(std::int64_t d1, std::int64_t d2, double sigma1, double sigma2);
/// Of a method; a = b = 0 for GD.
Smoothing smoothing(std::int64_t d1, std::int64_t d2, const Method& method);

/// γ² = b/a, the ratio ‖X‖²/‖Y‖² that the noise leads to as η → 0; nullopt unless a, b > 0.
std::optional<double> gamma2(const Smoothing& smoothing);
/// τ = √(ab) = σ1σ2√(d1d2), the soft threshold of the singular values.
double tau(const Smoothing& smoothing);
/// (a+b)/(4ηab), the iterations in which the drift along the valley decays e-fold; nullopt unless a, b > 0.
std::optional<double> timeConstant(const Smoothing& smoothing, double eta);
/// The σ2 ≥ 0 that balances σ1 ≥ 0: d1σ1² = d2σ2², so that a = b and γ = 1. The σ1 that balances σ2 is
/// balancedSigma2(d2, d1, σ2). d1, d2 ≥ 1.
double balancedSigma2(std::int64_t d1, std::int64_t d2, double sigma1);

double etaOf(const Method& method);

} // namespace hyperdrift
