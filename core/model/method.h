#pragma once
// A method: one alternative of a variant of plain structs, visited per concern, so that a new one fails to
// compile until the engine, the theory and the files all serve it.

#include "core/model/config.h"

#include <string_view>
#include <variant>
#include <vector>

namespace hyperdrift {

/// X⁺ = X − η ∇_X F(X, Y), Y⁺ = Y − η ∇_Y F(X, Y).
struct GradientDescent {
    double eta;
};
/// The gradient is taken at (X+ξ1, Y+ξ2), entries iid with mean 0 and variances σ1², σ2², fresh at each
/// iteration; the step is applied to (X, Y).
struct PerturbedGd {
    double eta;
    double sigma1;
    double sigma2;
    Distribution distribution = Distribution::Gaussian; ///< any with mean 0, scaled to σ1, σ2
    double anneal = 0;                                  ///< t0: σ_t² = σ² t0/(t0+t); 0: constant
};
/// Noiseless GD on F̃ = F + (a/2)‖X‖² + (b/2)‖Y‖², a = d2σ2², b = d1σ1²: the mean of perturbed GD.
struct RegularizedGd {
    double eta;
    double sigma1;
    double sigma2;
};
/// X⁺ = X − η(∇_X F + σ1 ζ1), Y⁺ = Y − η(∇_Y F + σ2 ζ2), entries of ζ iid with mean 0 and variance 1.
struct GradientNoise {
    double eta;
    double sigma1;
    double sigma2;
    Distribution distribution = Distribution::Gaussian;
    double anneal = 0; ///< as in PerturbedGd
};
/// GD on ½‖XYᵀ − (M + N)‖², entries of N iid N(0, ν²), fresh at each iteration.
struct LabelNoise {
    double eta;
    double nu;
};
/// GD with the gradient of d1·d2/batch times ½ Σ R_ij² over `batch` entries (i, j) drawn with replacement.
struct EntrySampling {
    double eta;
    std::int64_t batch; ///< 0: defaultBatch
};
/// Sharpness-aware minimization: X⁺, Y⁺ by the gradient at (X, Y) + δ ∇F/‖∇F‖; no step where ∇F = 0.
struct Sam {
    double eta;
    double radius; ///< δ
};
using Method =
    std::variant<GradientDescent, PerturbedGd, RegularizedGd, GradientNoise, LabelNoise, EntrySampling, Sam>;

/// The method that `run` names, with the parameters it uses.
Method methodOf(const RunSpec& run);

/// "gd", "perturbed_gd", "regularized_gd", "gradient_noise", "label_noise", "entry_sampling", "sam": the
/// names used in files.
std::string_view methodName(MethodKind kind);
/// The kind of that name, or nullopt.
std::optional<MethodKind> methodKind(std::string_view name);
/// All kinds, in the order in which they are listed to people.
const std::vector<MethodKind>& methodKinds();
/// Why `name` is refused as a method, with the list of those there are.
std::string unknownMethodMessage(std::string_view name);
/// "gaussian", "uniform", "rademacher", "laplace": the names used in files.
std::string_view distributionName(Distribution distribution);
/// The distribution of that name, or nullopt.
std::optional<Distribution> distributionOf(std::string_view name);
/// Why `name` is refused as a distribution, with the list of those there are.
std::string unknownDistributionMessage(std::string_view name);

/// Whether `kind` reads noise.sigma1 and noise.sigma2.
bool usesNoise(MethodKind kind);
/// Whether `kind` reads noise.distribution and noise.anneal.
bool usesDistribution(MethodKind kind);
/// Whether the steps of `kind` are random: what a seed is for.
bool isRandom(MethodKind kind);

/// Entries per step of entry sampling where a run does not say: a quarter of d1·d2, at least 1.
std::int64_t defaultBatch(std::int64_t d1, std::int64_t d2);

/// Kurtosis E z⁴ of a distribution of variance 1: 3, 1.8, 1, 6.
double kurtosis(Distribution distribution);

} // namespace hyperdrift
