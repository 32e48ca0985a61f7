// The methods whose noise does not smooth the loss as perturbed GD's does.
#include "core/model/translatable.h"
#include "core/theory/limit_point.h"
#include "core/theory/method_limits.h"
#include "core/theory/path.h"
#include "core/theory/smoothing.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace hyperdrift {

namespace {

struct LabelLimit {
    double tau = 0;
    double u = 0;
    double v = 0;
};

/// The fixed point of a direction; nullopt when η is too large for one, or the noise makes it collapse.
std::optional<LabelLimit> labelLimit(const Problem& problem, const LabelNoise& method, double s)
{
    const auto d1 = static_cast<double>(problem.d1());
    const auto d2 = static_cast<double>(problem.d2());
    LabelLimit at{0, std::sqrt(d1 / d2) * s, std::sqrt(d2 / d1) * s};
    constexpr int rounds = 100;
    for (int i = 0; i < rounds; ++i) { // a, b change by O(η) of themselves: a contraction
        if (!(method.eta * std::max(at.u, at.v) < 2))
            return std::nullopt;
        const Smoothing noise = labelSmoothing(problem.d1(), problem.d2(), method, at.u, at.v);
        at.tau = tau(noise);
        const double m = s - at.tau;
        if (m <= 0)
            return std::nullopt;
        const double gamma = std::sqrt(noise.b / noise.a);
        at.u = gamma * m;
        at.v = m / gamma;
    }
    return at;
}

double labelLossFloor(const Problem& problem, const LabelNoise& method, const std::vector<LabelLimit>& limits)
{
    const double variance = method.eta * method.nu * method.nu;
    double twice = 0;
    for (const LabelLimit& at : limits) {
        twice += at.tau * at.tau;
        const OffEnergy off = labelOffEnergy(problem, method, at.u, at.v);
        twice += off.x * at.v + off.y * at.u;
        for (const LabelLimit& other : limits) {
            const double lambda = at.u + other.v;
            twice += variance * lambda / (2 - method.eta * lambda);
        }
    }
    return twice / 2;
}

/// Norms and singular values with what the noise puts off the singular directions: as large as τ itself.
void addOffEnergy(Prediction& prediction, const Problem& problem, const LabelNoise& method,
                  const std::vector<LabelLimit>& limits)
{
    double xNorm2 = 0;
    double yNorm2 = 0;
    for (std::size_t k = 0; k < limits.size(); ++k) {
        const OffEnergy off = labelOffEnergy(problem, method, limits[k].u, limits[k].v);
        const double u = limits[k].u + off.x;
        const double v = limits[k].v + off.y;
        xNorm2 += u;
        yNorm2 += v;
        (*prediction.singularValues)[k] = std::sqrt(u * v);
    }
    prediction.xNorm2 = xNorm2;
    prediction.yNorm2 = yNorm2;
    prediction.imbalance = xNorm2 - yNorm2;
    prediction.ratio = xNorm2 / yNorm2;
    prediction.trace =
        static_cast<double>(problem.d2()) * xNorm2 + static_cast<double>(problem.d1()) * yNorm2;
}

} // namespace

Prediction predictGradientNoise(const Problem&, const GradientNoise&)
{
    Prediction prediction;
    prediction.note = HYPERDRIFT_TEXT(
        "notes",
        "noise on the gradient chooses nothing: the imbalance drifts by η²r(d₁σ₁²−d₂σ₂²) an iteration "
        "and diffuses");
    return prediction;
}

Prediction predictLabelNoise(const Problem& problem, const Compression& at, const LabelNoise& method)
{
    Prediction prediction;
    std::vector<LabelLimit> limits;
    std::vector<DirectionState> states;
    for (Eigen::Index k = 0; k < fittedDirections(problem); ++k) {
        const auto limit = labelLimit(problem, method, problem.s(k));
        if (!limit) {
            prediction.note =
                HYPERDRIFT_TEXT("notes", "η or ν is too large for theory to give a limit of label noise");
            return prediction;
        }
        limits.push_back(*limit);
        states.push_back({limit->u - limit->v, problem.s(k) - limit->tau});
    }
    const Smoothing noise =
        labelSmoothing(problem.d1(), problem.d2(), method, limits.front().u, limits.front().v);
    prediction.a = noise.a;
    prediction.b = noise.b;
    prediction.gamma2 = static_cast<double>(problem.d1()) / static_cast<double>(problem.d2());
    prediction.tau = tau(noise);
    describeLimit(prediction, problem, states);
    mirrorLimit(prediction, problem, at, method);
    if (isUnstable(prediction, method.eta)) {
        withdrawLimit(prediction,
                      HYPERDRIFT_TEXT("notes", "η is past 2/(‖X‖₂²+‖Y‖₂²) at the limit: it is unstable"));
        return prediction;
    }
    addOffEnergy(prediction, problem, method, limits);
    prediction.timeConstant = timeConstant(noise, method.eta);
    prediction.limitLoss = limitLoss(problem, states);
    if (problem.directions() == problem.rank)
        prediction.lossFloor = labelLossFloor(problem, method, limits);
    prediction.note =
        prediction.lossFloor
            ? HYPERDRIFT_TEXT("notes", "of label noise, theory gives no band")
            : HYPERDRIFT_TEXT("notes", "of label noise, theory gives no band, and a loss floor only for an M "
                                       "of rank r");
    return prediction;
}

Prediction predictEntrySampling(const Problem& problem, const Compression& at, const EntrySampling& method)
{
    if (problem.directions() > problem.rank) {
        Prediction prediction;
        prediction.note = HYPERDRIFT_TEXT(
            "notes",
            "entry sampling can't interpolate an M of higher rank than the factors': theory gives no limit");
        return prediction;
    }
    Prediction prediction = predictGd(problem, at, method.eta);
    prediction.note = HYPERDRIFT_TEXT(
        "notes",
        "entry sampling keeps its imbalance once it interpolates; on the way there it moves by O(η)");
    return prediction;
}

Prediction predictSam(const Problem& problem, const Compression& at, const Sam& method)
{
    Prediction prediction;
    if (problem.rank != 1 || problem.directions() != 1 || alignedStates(at).empty()) {
        prediction.note = HYPERDRIFT_TEXT("notes", "of SAM, theory speaks for aligned starts at rank 1 only");
        return prediction;
    }
    const double s = problem.s(0);
    describeLimit(prediction, problem, {{0, s}});
    mirrorLimit(prediction, problem, at, method);
    if (isUnstable(prediction, method.eta)) {
        withdrawLimit(prediction,
                      HYPERDRIFT_TEXT("notes", "η is past 2/(‖X‖₂²+‖Y‖₂²) at the limit: it is unstable"));
        return prediction;
    }
    const double lambda = 2 * s;
    const double rest = 1 - method.eta * lambda / 2;
    const double reach = std::sqrt(lambda) * method.radius;
    const double bounce = method.eta * (lambda + reach) * (reach + method.radius * method.radius / 2);
    prediction.limitLoss = 0.5 * bounce * bounce;
    prediction.note = HYPERDRIFT_TEXT(
        "notes", "SAM bounces across the valley; theory says how high at most, not how high in the mean");
    prediction.timeConstant = rest * rest / (2 * method.eta * method.radius * method.radius);
    return prediction;
}

} // namespace hyperdrift
