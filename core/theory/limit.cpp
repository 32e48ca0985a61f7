#include "core/theory/limit.h"

#include "core/measure/hessian.h"
#include "core/measure/projection.h"
#include "core/theory/band.h"
#include "core/theory/path.h"
#include "core/theory/smoothing.h"
#include "core/theory/stability.h"
#include "core/theory/stationary.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

Eigen::Index fittedDirections(const Problem& problem)
{
    return std::min<Eigen::Index>(problem.rank, problem.directions());
}

/// Singular values of a limit, padded with zeros to r.
std::vector<double> paddedTo(int rank, const std::vector<DirectionState>& states)
{
    std::vector<double> values(static_cast<std::size_t>(rank), 0.0);
    for (std::size_t k = 0; k < states.size(); ++k)
        values[k] = states[k].p;
    return values;
}

/// Fills in norms, flatness and stability from the states of all fitted directions at the limit.
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

/// Withdraws what holds only for a run that comes to rest.
void withdrawLimit(Prediction& prediction, const std::string& reason)
{
    Prediction kept{.a = prediction.a, .b = prediction.b, .gamma2 = prediction.gamma2, .tau = prediction.tau};
    kept.etaMax = prediction.etaMax;
    kept.note = reason;
    prediction = kept;
}

/// The side of the saddle at rank 1: the sign of the coordinate that the smoothed gradient flow carries
/// through.
void mirrorLimit(Prediction& prediction, const Problem& problem, const Factors& start, const Method& method)
{
    if (problem.rank != 1 || prediction.limitPoints.empty())
        return;
    const double s = problem.s(0);
    double x = problem.u.col(0).dot(start.x.col(0));
    double y = problem.v.col(0).dot(start.y.col(0));
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

/// Imbalances D_k of the minimum that GD reaches, or nothing when the start alone does not determine them.
std::vector<DirectionState> gdLimit(const Problem& problem, const Factors& start)
{
    const Eigen::Index directions = fittedDirections(problem);
    std::vector<DirectionState> states = alignedStates(problem, start);
    const Matrix difference = start.x.transpose() * start.x - start.y.transpose() * start.y;
    constexpr double rounding = 1e-12;
    if (states.empty() && problem.rank == 1)
        states = {{difference(0, 0), 0}};
    else if (states.empty() && difference.norm() <= rounding * start.x.squaredNorm())
        states.assign(static_cast<std::size_t>(directions), {0, 0}); // XᵀX = YᵀY stays so
    for (std::size_t k = 0; k < states.size(); ++k)
        states[k].p = problem.s(static_cast<Eigen::Index>(k));
    return states;
}

Prediction predictGd(const Problem& problem, const Factors& start, double eta)
{
    Prediction prediction;
    const Compression at = compress(problem, start);
    const bool atRest = (at.p.squaredNorm() + at.q.squaredNorm()) == 0;
    if (atRest) {
        prediction.note = "the start has no part along the singular directions: GD stays on the saddle";
        return prediction;
    }
    const std::vector<DirectionState> states = gdLimit(problem, start);
    if (!states.empty()) {
        describeLimit(prediction, problem, states);
        mirrorLimit(prediction, problem, start, GradientDescent{eta});
        if (isUnstable(prediction, eta)) {
            withdrawLimit(prediction,
                          "η is past 2/(‖X‖₂²+‖Y‖₂²): the minimum that the start leads to is unstable");
            return prediction;
        }
    } else {
        prediction.note = "beyond rank 1, theory gives norms for aligned or balanced starts only";
        prediction.singularValues = std::vector<double>(static_cast<std::size_t>(problem.rank), 0.0);
        for (Eigen::Index k = 0; k < fittedDirections(problem); ++k)
            (*prediction.singularValues)[static_cast<std::size_t>(k)] = problem.s(k);
    }
    prediction.imbalance = start.x.squaredNorm() - start.y.squaredNorm();
    prediction.lossFloor = tailEnergy(problem);
    return prediction;
}

double limitLoss(const Problem& problem, const std::vector<DirectionState>& states)
{
    double loss = tailEnergy(problem);
    for (std::size_t k = 0; k < states.size(); ++k)
        loss += 0.5 * std::pow(states[k].p - problem.s(static_cast<Eigen::Index>(k)), 2);
    return loss;
}

void addBand(Prediction& prediction, const Problem& problem, const PerturbedGd& method)
{
    const BandInput input{static_cast<double>(problem.d1()), static_cast<double>(problem.d2()), method.eta,
                          method.sigma1, method.sigma2};
    prediction.sdImbalance = sdImbalance(input, problem.s, problem.rank);
    if (problem.rank != 1) {
        prediction.note = "beyond rank 1, theory gives no loss floor and no band of θ";
        return;
    }
    prediction.sdTheta = sdTheta(input, problem.s(0));
    if (problem.directions() == 1)
        prediction.lossFloor = lossFloor(input, problem.s(0));
    else
        prediction.note = "theory gives the loss floor for an M of rank 1 only";
}

Prediction predictSmoothed(const Problem& problem, const Factors& start, const Method& method)
{
    const Smoothing noise = smoothing(problem.d1(), problem.d2(), method);
    const double eta = etaOf(method);
    Prediction prediction{.a = noise.a, .b = noise.b, .gamma2 = gamma2(noise), .tau = tau(noise)};
    if (!prediction.gamma2) {
        prediction.note =
            "one of σ₁, σ₂ is 0: the smoothed loss has no minimizer, the imbalance drifts without end";
        return prediction;
    }
    if (*prediction.tau >= problem.s(0)) {
        prediction.singularValues = std::vector<double>(static_cast<std::size_t>(problem.rank), 0.0);
        prediction.note = "σ₁σ₂√(d₁d₂) ≥ s₁: the noise makes everything collapse to 0";
        return prediction;
    }
    const std::optional<std::vector<DirectionState>> states = stationaryStates(problem, method);
    if (!states) {
        prediction.note = "η is too large for the mean to come to rest";
        return prediction;
    }
    describeLimit(prediction, problem, *states);
    mirrorLimit(prediction, problem, start, method);
    if (isUnstable(prediction, eta)) {
        withdrawLimit(prediction, "η is past 2/(‖X‖₂²+‖Y‖₂²) at the limit: it is unstable");
        return prediction;
    }
    prediction.timeConstant = timeConstant(noise, eta);
    prediction.limitLoss = limitLoss(problem, *states);
    if (const auto* perturbed = std::get_if<PerturbedGd>(&method)) {
        addBand(prediction, problem, *perturbed);
    } else {
        prediction.lossFloor = prediction.limitLoss;
    }
    return prediction;
}

} // namespace

Prediction predict(const Problem& problem, const Factors& start, const Method& method)
{
    const Smoothing noise = smoothing(problem.d1(), problem.d2(), method);
    return noise.a == 0 && noise.b == 0 ? predictGd(problem, start, etaOf(method))
                                        : predictSmoothed(problem, start, method);
}

} // namespace hyperdrift
