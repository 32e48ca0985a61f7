#include "core/theory/limit_point.h"

#include "core/measure/hessian.h"
#include "core/measure/projection.h"
#include "core/theory/smoothing.h"
#include "core/theory/stability.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

Eigen::Index fittedDirections(const Problem& problem)
{
    return std::min<Eigen::Index>(problem.rank, problem.directions());
}

namespace {

/// Singular values of a limit, padded with zeros to r.
std::vector<double> paddedTo(int rank, const std::vector<DirectionState>& states)
{
    std::vector<double> values(static_cast<std::size_t>(rank), 0.0);
    for (std::size_t k = 0; k < states.size(); ++k)
        values[k] = states[k].p;
    return values;
}

} // namespace

void describeLimit(Prediction& prediction, const Problem& problem, const std::vector<DirectionState>& states)
{
    const Eigen::Index k = problem.directions();
    SmallFactors at{Matrix::Zero(k + problem.rank, problem.rank),
                    Matrix::Zero(k + problem.rank, problem.rank), problem.s};
    double xNorm2 = 0;
    double yNorm2 = 0;
    double xTop = 0;
    double yTop = 0;
    for (std::size_t j = 0; j < states.size(); ++j) {
        const PlanePoint point = planePoint(states[j].d, states[j].p);
        at.x(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(j)) = point.x;
        at.y(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(j)) = point.y;
        xNorm2 += point.x * point.x;
        yNorm2 += point.y * point.y;
        xTop = std::max(xTop, point.x * point.x);
        yTop = std::max(yTop, point.y * point.y);
        prediction.limitPoints.push_back(point);
    }
    prediction.xNorm2 = xNorm2;
    prediction.yNorm2 = yNorm2;
    prediction.imbalance = xNorm2 - yNorm2;
    if (yNorm2 > 0)
        prediction.ratio = xNorm2 / yNorm2;
    prediction.singularValues = paddedTo(problem.rank, states);
    prediction.trace =
        static_cast<double>(problem.d2()) * xNorm2 + static_cast<double>(problem.d1()) * yNorm2;
    if (const double lambda = lambdaMax(at); std::isfinite(lambda))
        prediction.lambdaMax = lambda;
    if (xTop + yTop > 0)
        prediction.etaMax = stableEta(xTop + yTop);
}

void withdrawLimit(Prediction& prediction, const std::string& reason)
{
    Prediction kept{.a = prediction.a, .b = prediction.b, .gamma2 = prediction.gamma2, .tau = prediction.tau};
    kept.etaMax = prediction.etaMax;
    kept.note = reason;
    prediction = kept;
}

void mirrorLimit(Prediction& prediction, const Problem& problem, const Compression& at, const Method& method)
{
    if (problem.rank != 1 || prediction.limitPoints.empty())
        return;
    const double s = problem.s(0);
    double x = at.p(0, 0);
    double y = at.q(0, 0);
    const Smoothing noise = smoothing(problem.d1(), problem.d2(), method);
    const double eta = std::min(etaOf(method), 0.3 / (x * x + y * y + 2 * s));
    constexpr int maxSteps = 100'000;
    for (int i = 0; i < maxSteps && x * y <= 0 && (x != 0 || y != 0); ++i) {
        const double dx = (x * y - s) * y + noise.a * x;
        const double dy = (x * y - s) * x + noise.b * y;
        x -= eta * dx;
        y -= eta * dy;
    }
    if (x < 0 || y < 0)
        for (PlanePoint& point : prediction.limitPoints)
            point = {-point.x, -point.y};
}

bool isUnstable(const Prediction& prediction, double eta)
{
    return prediction.etaMax && eta >= *prediction.etaMax;
}

double limitLoss(const Problem& problem, const std::vector<DirectionState>& states)
{
    double loss = tailEnergy(problem);
    for (std::size_t k = 0; k < states.size(); ++k)
        loss += 0.5 * std::pow(states[k].p - problem.s(static_cast<Eigen::Index>(k)), 2);
    return loss;
}

} // namespace hyperdrift
