#include "core/theory/band.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

SmoothedLimit smoothedLimit(const BandInput& input, double s)
{
    const double a = input.d2 * input.sigma2 * input.sigma2;
    const double b = input.d1 * input.sigma1 * input.sigma1;
    const double gamma = std::sqrt(b / a);
    const double tau = std::sqrt(a) * std::sqrt(b);
    const double m = std::max(0.0, s - tau);
    return {a, b, tau, m, gamma * m, m / gamma};
}

double varResidual(const BandInput& input, double u, double v)
{
    const double el = input.eta * (u + v);
    return el * (u * input.sigma2 * input.sigma2 + v * input.sigma1 * input.sigma1) / (2 - el);
}

double sdImbalance(const BandInput& input, const Vector& s, int rank)
{
    double sum = 0;
    for (Eigen::Index k = 0; k < std::min<Eigen::Index>(rank, s.size()); ++k) {
        const SmoothedLimit limit = smoothedLimit(input, s(k));
        sum += (input.kurtosis - 1) * limit.m * limit.m + 4 * limit.tau * limit.m;
    }
    const SmoothedLimit noise = smoothedLimit(input, 0);
    return std::sqrt(input.eta * (noise.a + noise.b) * (1 / input.d1 + 1 / input.d2) / 2 * sum);
}

double sdTheta(const BandInput& input, double s)
{
    const SmoothedLimit limit = smoothedLimit(input, s);
    const double sdD = sdImbalance(input, Vector::Constant(1, s), 1);
    // 2m sinh θ* = u − v and 2m cosh θ* = u + v
    const double sinh2 = (limit.u - limit.v) / limit.m;
    return std::sqrt(sdD * sdD + sinh2 * sinh2 * varResidual(input, limit.u, limit.v)) / (limit.u + limit.v);
}

} // namespace hyperdrift
