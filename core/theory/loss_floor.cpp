#include "core/theory/loss_floor.h"

#include <Eigen/Eigenvalues>

#include <vector>

namespace hyperdrift {

namespace {

using Pair = Eigen::Matrix2d;

/// Stationary variance of z⁺ = (1 − ηκ)z − ηκσζ.
double varScalar(double eta, double curvature, double sigma)
{
    const double ek = eta * curvature;
    return ek * sigma * sigma / (2 - ek);
}

/// Σ = (I−ηK)Σ(I−ηK) + η²K S K, in the eigenbasis of K.
Pair varPair(const BandInput& input, const Pair& curvature)
{
    const Eigen::SelfAdjointEigenSolver<Pair> eigen(curvature);
    const Pair& basis = eigen.eigenvectors();
    const Eigen::Vector2d scaled = input.eta * eigen.eigenvalues();
    Pair variance = Pair::Zero();
    variance.diagonal() << input.sigma1 * input.sigma1, input.sigma2 * input.sigma2;
    Pair result = basis.transpose() * variance * basis;
    for (Eigen::Index i = 0; i < 2; ++i)
        for (Eigen::Index j = 0; j < 2; ++j)
            result(i, j) *= scaled(i) * scaled(j) / (scaled(i) + scaled(j) - scaled(i) * scaled(j));
    return basis * result * basis.transpose();
}

/// What one fitted direction adds, but for the residuals R_kj.
double directionFloor(const BandInput& input, const SmoothedLimit& at, const Vector& s, Eigen::Index rank)
{
    const double restX = input.d1 - static_cast<double>(s.size());
    const double restY = input.d2 - static_cast<double>(s.size());
    double energyX = restX * varScalar(input.eta, at.v + at.a, input.sigma1);
    double energyY = restY * varScalar(input.eta, at.u + at.b, input.sigma2);
    double loss = energyX * at.v + energyY * at.u;
    for (Eigen::Index l = rank; l < s.size(); ++l) {
        Pair smoothed;
        smoothed << at.v + at.a, -s(l), -s(l), at.u + at.b;
        Pair own;
        own << at.v, -s(l), -s(l), at.u;
        const Pair variance = varPair(input, smoothed);
        energyX += variance(0, 0);
        energyY += variance(1, 1);
        loss += own.cwiseProduct(variance).sum();
    }
    const double delta = at.m * (energyX + energyY) / (at.u + at.v);
    return 0.5 * (at.tau + delta) * (at.tau + delta) + 0.5 * loss;
}

} // namespace

std::optional<double> lossFloor(const BandInput& input, const Vector& s, int rank)
{
    const Eigen::Index r = rank;
    if (r > s.size() || smoothedLimit(input, s(r - 1)).m <= 0 || (r < s.size() && s(r) >= s(r - 1)))
        return std::nullopt;
    std::vector<SmoothedLimit> limits;
    for (Eigen::Index j = 0; j < r; ++j)
        limits.push_back(smoothedLimit(input, s(j)));
    double floor = 0.5 * s.tail(s.size() - r).squaredNorm();
    for (const SmoothedLimit& at : limits) {
        floor += directionFloor(input, at, s, r);
        for (const SmoothedLimit& other : limits)
            floor += 0.5 * varResidual(input, at.u, other.v);
    }
    return floor;
}

} // namespace hyperdrift
