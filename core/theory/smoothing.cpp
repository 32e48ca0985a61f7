#include "core/theory/smoothing.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

Smoothing smoothing(std::int64_t d1, std::int64_t d2, double sigma1, double sigma2)
{
    return {static_cast<double>(d2) * sigma2 * sigma2, static_cast<double>(d1) * sigma1 * sigma1};
}

Smoothing smoothing(std::int64_t d1, std::int64_t d2, const Method& method)
{
    const auto ofNoise = [&](const auto& m) { return smoothing(d1, d2, m.sigma1, m.sigma2); };
    if (const auto* perturbed = std::get_if<PerturbedGd>(&method))
        return ofNoise(*perturbed);
    if (const auto* regularized = std::get_if<RegularizedGd>(&method))
        return ofNoise(*regularized);
    return {};
}

double annealedShare(double t0, double t)
{
    return t0 > 0 ? t0 / (t0 + t) : 1;
}

Smoothing annealed(const Smoothing& smoothing, double t0, double t)
{
    const double share = annealedShare(t0, t);
    return {share * smoothing.a, share * smoothing.b};
}

Smoothing labelSmoothing(std::int64_t d1, std::int64_t d2, const LabelNoise& method, double u, double v)
{
    const double half = 0.5 * method.eta * method.nu * method.nu;
    return {half * static_cast<double>(d2) / (1 - 0.5 * method.eta * u),
            half * static_cast<double>(d1) / (1 - 0.5 * method.eta * v)};
}

OffEnergy labelOffEnergy(const Problem& problem, const LabelNoise& method, double u, double v)
{
    const double variance = method.eta * method.nu * method.nu;
    return {static_cast<double>(problem.d1() - problem.rank) * variance / (2 - method.eta * v),
            static_cast<double>(problem.d2() - problem.rank) * variance / (2 - method.eta * u)};
}

std::optional<double> gamma2(const Smoothing& smoothing)
{
    if (smoothing.a > 0 && smoothing.b > 0)
        return smoothing.b / smoothing.a;
    return std::nullopt;
}

std::optional<double> gamma2(std::int64_t d1, std::int64_t d2, const Method& method)
{
    if (const auto* label = std::get_if<LabelNoise>(&method))
        return label->nu > 0 ? std::optional(static_cast<double>(d1) / static_cast<double>(d2))
                             : std::nullopt;
    return gamma2(smoothing(d1, d2, method));
}

double tau(const Smoothing& smoothing)
{
    return std::sqrt(smoothing.a) * std::sqrt(smoothing.b);
}

double softThresholded(double s, double tau)
{
    return std::max(0.0, s - tau);
}

int drownedDirections(const std::vector<double>& spectrum, int rank, double tau)
{
    const auto end = spectrum.begin() + std::min(static_cast<std::ptrdiff_t>(spectrum.size()),
                                                 static_cast<std::ptrdiff_t>(rank));
    return static_cast<int>(
        std::count_if(spectrum.begin(), end, [tau](double s) { return softThresholded(s, tau) == 0; }));
}

std::optional<double> timeConstant(const Smoothing& smoothing, double eta)
{
    if (smoothing.a > 0 && smoothing.b > 0) // (1/a + 1/b)/(4η): no product that could underflow
        return (1 / smoothing.a + 1 / smoothing.b) / (4 * eta);
    return std::nullopt;
}

double balancedSigma2(std::int64_t d1, std::int64_t d2, double sigma1)
{
    return sigma1 * std::sqrt(static_cast<double>(d1) / static_cast<double>(d2));
}

double etaOf(const Method& method)
{
    return std::visit([](const auto& m) { return m.eta; }, method);
}

} // namespace hyperdrift
