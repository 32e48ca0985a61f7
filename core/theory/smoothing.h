#pragma once
// What the noise makes of the loss: for zero-mean iid noise of variances σ1², σ2² the expected gradient of
// perturbed GD is that of F̃ = F + (a/2)‖X‖² + (b/2)‖Y‖² + ½ d1 d2 r σ1² σ2², with a = d2σ2², b = d1σ1² (X is
// decayed by Y's noise).

#include "core/model/method.h"
#include "core/model/problem.h"

#include <optional>
#include <vector>

namespace hyperdrift {

struct Smoothing {
    double a = 0; ///< d2σ2², decay of X
    double b = 0; ///< d1σ1², decay of Y
};

Smoothing smoothing(std::int64_t d1, std::int64_t d2, double sigma1, double sigma2);
/// Of perturbed GD, at t = 0 when it is annealed, and of regularized GD; a = b = 0 for every other method.
Smoothing smoothing(std::int64_t d1, std::int64_t d2, const Method& method);
/// t0/(t0+t), what annealing leaves of σ² at iteration t; 1 for t0 = 0, without annealing.
double annealedShare(double t0, double t);
/// At iteration t of noise that is annealed with t0: σ_t² = σ² t0/(t0+t). t0 = 0: constant.
Smoothing annealed(const Smoothing& smoothing, double t0, double t);
/// What label noise does to a direction with u = ‖Xᵀu_k‖², v = ‖Yᵀv_k‖²: the steep direction's fluctuation
/// decays X by a = ην²d2/[2(1−ηu/2)] and Y by b = ην²d1/[2(1−ηv/2)]. Needs ηu, ηv < 2.
Smoothing labelSmoothing(std::int64_t d1, std::int64_t d2, const LabelNoise& method, double u, double v);

/// E‖x_⊥‖² and E‖y_⊥‖² of a direction under label noise once stationary, of what the noise puts off the d1 −
/// r and d2 − r other directions: (d1−r) ην²/(2−ηv) and (d2−r) ην²/(2−ηu).
struct OffEnergy {
    double x = 0;
    double y = 0;
};
OffEnergy labelOffEnergy(const Problem& problem, const LabelNoise& method, double u, double v);

/// γ² = b/a, the ratio ‖X‖²/‖Y‖² that the noise leads to as η → 0; nullopt unless a, b > 0.
std::optional<double> gamma2(const Smoothing& smoothing);
/// Of a method: that of perturbed and regularized GD, d1/d2 of label noise; nullopt for one that has none.
std::optional<double> gamma2(std::int64_t d1, std::int64_t d2, const Method& method);
/// τ = √(ab) = σ1σ2√(d1d2), the soft threshold of the singular values.
double tau(const Smoothing& smoothing);
/// (s − τ)₊: what is left of a singular value as η → 0.
double softThresholded(double s, double tau);
/// How many of the first `rank` of s_1 ≥ s_2 ≥ … > 0 have s_k ≤ τ, so that nothing is left of them as η → 0.
int drownedDirections(const std::vector<double>& spectrum, int rank, double tau);
/// (a+b)/(4ηab), the iterations in which the drift along the valley decays e-fold; nullopt unless a, b > 0.
std::optional<double> timeConstant(const Smoothing& smoothing, double eta);
/// The σ2 ≥ 0 that balances σ1 ≥ 0: d1σ1² = d2σ2², so that a = b and γ = 1. The σ1 that balances σ2 is
/// balancedSigma2(d2, d1, σ2). d1, d2 ≥ 1.
double balancedSigma2(std::int64_t d1, std::int64_t d2, double sigma1);

double etaOf(const Method& method);

} // namespace hyperdrift
