#include "core/model/method.h"

#include "core/model/error.h"
#include "core/model/validate.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace hyperdrift {

namespace {

constexpr std::array<std::pair<MethodKind, std::string_view>, 3> names{{
    {MethodKind::GradientDescent, "gd"},
    {MethodKind::PerturbedGd, "perturbed_gd"},
    {MethodKind::RegularizedGd, "regularized_gd"},
}};

constexpr std::array<std::pair<Distribution, std::string_view>, 4> distributionNames{{
    {Distribution::Gaussian, "gaussian"},
    {Distribution::Uniform, "uniform"},
    {Distribution::Rademacher, "rademacher"},
    {Distribution::Laplace, "laplace"},
}};

} // namespace

Method methodOf(const RunSpec& run)
{
    switch (run.method) {
    case MethodKind::GradientDescent:
        return GradientDescent{run.eta};
    case MethodKind::PerturbedGd:
        return PerturbedGd{run.eta, run.noise.sigma1, run.noise.sigma2};
    case MethodKind::RegularizedGd:
        return RegularizedGd{run.eta, run.noise.sigma1, run.noise.sigma2};
    }
    throw std::logic_error("methodOf: a kind without a method");
}

std::string_view methodName(MethodKind kind)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == kind; });
    if (found == names.end())
        throw std::logic_error("methodName: a kind without a name");
    return found->second;
}

std::optional<MethodKind> methodKind(std::string_view name)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.second == name; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

std::string_view distributionName(Distribution distribution)
{
    const auto found = std::find_if(distributionNames.begin(), distributionNames.end(),
                                    [&](const auto& entry) { return entry.first == distribution; });
    if (found == distributionNames.end())
        throw std::logic_error("distributionName: a distribution without a name");
    return found->second;
}

std::optional<Distribution> distributionOf(std::string_view name)
{
    const auto found = std::find_if(distributionNames.begin(), distributionNames.end(),
                                    [&](const auto& entry) { return entry.second == name; });
    return found == distributionNames.end() ? std::nullopt : std::optional(found->first);
}

const std::vector<MethodKind>& methodKinds()
{
    static const std::vector<MethodKind> kinds = [] {
        std::vector<MethodKind> all;
        all.reserve(names.size());
        for (const auto& entry : names)
            all.push_back(entry.first);
        return all;
    }();
    return kinds;
}

bool usesNoise(MethodKind kind)
{
    return kind == MethodKind::PerturbedGd || kind == MethodKind::RegularizedGd;
}

void setParameter(RunSpec& run, const Edit::SetParameter& parameter, const std::string& pointer)
{
    if (const auto issue = parameterIssue(parameter, pointer))
        throw InputError(*issue);
    if (const auto issue = switchIssue(run, parameter, pointer))
        throw InputError(*issue);
    if (parameter.path == "method") {
        run.method = *methodKind(std::get<std::string>(parameter.value));
        return;
    }
    const double value = std::get<double>(parameter.value);
    if (parameter.path == "eta")
        run.eta = value;
    else if (parameter.path == "noise.sigma1")
        run.noise.sigma1 = value;
    else
        run.noise.sigma2 = value;
}

} // namespace hyperdrift
