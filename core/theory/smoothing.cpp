#include "core/theory/smoothing.h"

#include <cmath>

namespace hyperdrift {

Smoothing smoothing(std::int64_t d1, std::int64_t d2, double sigma1, double sigma2)
{
    return {static_cast<double>(d2) * sigma2 * sigma2, static_cast<double>(d1) * sigma1 * sigma1};
}

Smoothing smoothing(std::int64_t d1, std::int64_t d2, const Method& method)
{
    struct Visitor {
        std::int64_t d1;
        std::int64_t d2;
        Smoothing operator()(const GradientDescent&) const { return {}; }
        Smoothing operator()(const PerturbedGd& m) const { return smoothing(d1, d2, m.sigma1, m.sigma2); }
        Smoothing operator()(const RegularizedGd& m) const { return smoothing(d1, d2, m.sigma1, m.sigma2); }
    };
    return std::visit(Visitor{d1, d2}, method);
}

std::optional<double> gamma2(const Smoothing& smoothing)
{
    if (smoothing.a > 0 && smoothing.b > 0)
        return smoothing.b / smoothing.a;
    return std::nullopt;
}

double tau(const Smoothing& smoothing)
{
    return std::sqrt(smoothing.a) * std::sqrt(smoothing.b);
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
