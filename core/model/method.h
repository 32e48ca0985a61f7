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
/// The gradient is taken at (X+ξ1, Y+ξ2), entries iid N(0, σ1²) and N(0, σ2²), fresh at each iteration; the
/// step is applied to (X, Y).
struct PerturbedGd {
    double eta;
    double sigma1;
    double sigma2;
};
/// Noiseless GD on F̃ = F + (a/2)‖X‖² + (b/2)‖Y‖², a = d2σ2², b = d1σ1²: the mean of perturbed GD.
struct RegularizedGd {
    double eta;
    double sigma1;
    double sigma2;
};
using Method = std::variant<GradientDescent, PerturbedGd, RegularizedGd>;

/// The method that `run` names, with the parameters it uses.
Method methodOf(const RunSpec& run);

/// "gd", "perturbed_gd", "regularized_gd": the names used in files.
std::string_view methodName(MethodKind kind);
/// The kind of that name, or nullopt.
std::optional<MethodKind> methodKind(std::string_view name);
/// All kinds, in the order in which they are listed to people.
const std::vector<MethodKind>& methodKinds();
/// "gaussian", "uniform", "rademacher", "laplace": the names used in files.
std::string_view distributionName(Distribution distribution);
/// The distribution of that name, or nullopt.
std::optional<Distribution> distributionOf(std::string_view name);
/// Whether `kind` reads noise.sigma1 and noise.sigma2.
bool usesNoise(MethodKind kind);

/// Sets one parameter of `run` by its path in a file ("eta", "method", "noise.sigma1", "noise.sigma2").
/// Throws InputError at `pointer` for an unknown path, a wrong type, a value out of range, or a method that
/// this version can't serve with the run's noise; `run` is then unchanged.
void setParameter(RunSpec& run, const Edit::SetParameter& parameter, const std::string& pointer);

} // namespace hyperdrift
