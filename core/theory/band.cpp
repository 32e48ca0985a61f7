#include "core/theory/band.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

/// The limit of one direction in the terms of the header.
struct Limit {
    double a, b, tau, m, u, v;
};

Limit limitOf(const BandInput& input, double s)
{
    const double a = input.d2 * input.sigma2 * input.sigma2;
    const double b = input.d1 * input.sigma1 * input.sigma1;
    const double gamma = std::sqrt(b / a);
    const double tau = std::sqrt(a) * std::sqrt(b);
    const double m = std::max(0.0, s - tau);
    return {a, b, tau, m, gamma * m, m / gamma};
}

double varProduct(const BandInput& input, const Limit& limit)
{
    const double el = input.eta * (limit.u + limit.v);
    return el * (limit.u * input.sigma2 * input.sigma2 + limit.v * input.sigma1 * input.sigma1) / (2 - el);
}

} // namespace

double sdImbalance(const BandInput& input, const Vector& s, int rank)
{
    double sum = 0;
    for (Eigen::Index k = 0; k < std::min<Eigen::Index>(rank, s.size()); ++k) {
        const Limit limit = limitOf(input, s(k));
        sum += 2 * limit.m * limit.m + 4 * limit.tau * limit.m;
    }
    const Limit noise = limitOf(input, 0);
    return std::sqrt(input.eta * (noise.a + noise.b) * (1 / input.d1 + 1 / input.d2) / 2 * sum);
}

double sdTheta(const BandInput& input, double s)
{
    const Limit limit = limitOf(input, s);
    const double sdD = sdImbalance(input, Vector::Constant(1, s), 1);
    // 2m sinh θ* = u − v and 2m cosh θ* = u + v
    const double sinh2 = (limit.u - limit.v) / limit.m;
    return std::sqrt(sdD * sdD + sinh2 * sinh2 * varProduct(input, limit)) / (limit.u + limit.v);
}

double lossFloor(const BandInput& input, double s)
{
    const auto [a, b, tau, m, u, v] = limitOf(input, s);
    const double eta = input.eta;
    const double xp = (input.d1 - 1) * eta * input.sigma1 * input.sigma1 * (v + a) / (2 - eta * (v + a));
    const double yp = (input.d2 - 1) * eta * input.sigma2 * input.sigma2 * (u + b) / (2 - eta * (u + b));
    const double delta = m * (xp + yp) / (u + v);
    const double varP = varProduct(input, {a, b, tau, m, u, v});
    return 0.5 * (tau + delta) * (tau + delta) + 0.5 * (xp * v + yp * u + varP);
}

} // namespace hyperdrift
