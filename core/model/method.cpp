#include "core/model/method.h"

#include "core/model/message_text.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace hyperdrift {

namespace {

constexpr std::array<std::pair<MethodKind, std::string_view>, 7> names{{
    {MethodKind::GradientDescent, "gd"},
    {MethodKind::PerturbedGd, "perturbed_gd"},
    {MethodKind::RegularizedGd, "regularized_gd"},
    {MethodKind::GradientNoise, "gradient_noise"},
    {MethodKind::LabelNoise, "label_noise"},
    {MethodKind::EntrySampling, "entry_sampling"},
    {MethodKind::Sam, "sam"},
}};

constexpr std::array<std::pair<Distribution, std::string_view>, 4> distributionNames{{
    {Distribution::Gaussian, "gaussian"},
    {Distribution::Uniform, "uniform"},
    {Distribution::Rademacher, "rademacher"},
    {Distribution::Laplace, "laplace"},
}};

template<typename Names>
std::string listed(const Names& all)
{
    std::string list;
    for (const auto& entry : all)
        list += (list.empty() ? "" : ", ") + std::string(entry.second);
    return list;
}

} // namespace

Method methodOf(const RunSpec& run)
{
    const Noise& noise = run.noise;
    switch (run.method) {
    case MethodKind::GradientDescent:
        return GradientDescent{run.eta};
    case MethodKind::PerturbedGd:
        return PerturbedGd{run.eta, noise.sigma1, noise.sigma2, noise.distribution, noise.anneal.value_or(0)};
    case MethodKind::RegularizedGd:
        return RegularizedGd{run.eta, noise.sigma1, noise.sigma2};
    case MethodKind::GradientNoise:
        return GradientNoise{run.eta, noise.sigma1, noise.sigma2, noise.distribution,
                             noise.anneal.value_or(0)};
    case MethodKind::LabelNoise:
        return LabelNoise{run.eta, noise.nu};
    case MethodKind::EntrySampling:
        return EntrySampling{run.eta, run.batch.value_or(0)};
    case MethodKind::Sam:
        return Sam{run.eta, run.radius};
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

std::string unknownMethodMessage(std::string_view name)
{
    return "\"" + onOneLine(name) + "\" is no method of this version; there are " + listed(names);
}

std::string unknownDistributionMessage(std::string_view name)
{
    return "\"" + onOneLine(name) + "\" is no distribution; there are " + listed(distributionNames);
}

bool usesNoise(MethodKind kind)
{
    return usesDistribution(kind) || kind == MethodKind::RegularizedGd;
}

bool usesDistribution(MethodKind kind)
{
    return kind == MethodKind::PerturbedGd || kind == MethodKind::GradientNoise;
}

bool isRandom(MethodKind kind)
{
    return usesDistribution(kind) || kind == MethodKind::LabelNoise || kind == MethodKind::EntrySampling;
}

std::int64_t defaultBatch(std::int64_t d1, std::int64_t d2)
{
    return std::max<std::int64_t>(1, d1 * d2 / 4);
}

double kurtosis(Distribution distribution)
{
    switch (distribution) {
    case Distribution::Gaussian:
        return 3;
    case Distribution::Uniform:
        return 1.8;
    case Distribution::Rademacher:
        return 1;
    case Distribution::Laplace:
        return 6;
    }
    throw std::logic_error("kurtosis: an unknown distribution");
}

} // namespace hyperdrift
