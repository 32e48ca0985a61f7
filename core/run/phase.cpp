#include "core/run/phase.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

constexpr double gone = 1e-6;
constexpr double inValley = 3;
constexpr double valleyShare = 0.01;
constexpr double settledSd = 4;
constexpr double settledShare = 0.03;
constexpr double bandlessShare = 0.05;
constexpr double sameShare = 0.01;

/// How far above the tail F is still in the valley: three times what will remain of it there (its mean at the
/// end, or the loss of the limit itself where theory has no mean), or 1 % of ½‖XYᵀ‖², which is all there is
/// to go by where nothing remains (annealed noise), or where theory has no limit (one noise alone).
double valleyHeight(const Sample& first, const Sample& now, const Prediction& prediction, double tail)
{
    const auto floor = prediction.lossFloor ? prediction.lossFloor : prediction.limitLoss;
    const double remains = floor ? *floor - tail : gone * (first.loss - tail);
    double twice = 0;
    for (const double s : now.singularValues)
        twice += s * s;
    return std::max(inValley * remains, valleyShare * twice / 2);
}

/// Near the limit in ‖X‖²−‖Y‖² and, where there are stars, in the plane of every direction: a change of both
/// σ in proportion moves the star and hardly the imbalance.
bool atLimit(const Sample& now, const Prediction& prediction)
{
    if (!prediction.imbalance)
        return false;
    const double size = prediction.xNorm2.value_or(0) + prediction.yNorm2.value_or(0);
    const double share = prediction.sdImbalance ? settledShare : bandlessShare;
    const double near = std::max(settledSd * prediction.sdImbalance.value_or(0), share * size);
    if (!(std::abs(now.imbalance - *prediction.imbalance) <= near))
        return false;
    for (std::size_t k = 0; k < std::min(now.plane.size(), prediction.limitPoints.size()); ++k) {
        const auto [x, y] = prediction.limitPoints[k];
        if (!(std::hypot(now.plane[k].x - x, now.plane[k].y - y) * size <= near * std::hypot(x, y)))
            return false;
    }
    return true;
}

bool isStopped(const Sample& first, const Sample& now, double tail)
{
    // On a saddle the gradient is as small.
    return now.gradNorm <= gone * first.gradNorm && now.loss - tail <= gone * (first.loss - tail);
}

} // namespace

RunPhase phaseOf(RunStatus status, const Sample& first, const Sample& now, const Prediction& prediction,
                 double tail)
{
    if (status == RunStatus::Diverged)
        return RunPhase::Diverged;
    const bool noisy = prediction.tau.has_value();
    if (!noisy)
        return isStopped(first, now, tail) ? RunPhase::Stopped : RunPhase::Descending;
    if (!(now.loss - tail <= valleyHeight(first, now, prediction, tail)))
        return RunPhase::Descending;
    return atLimit(now, prediction) ? RunPhase::Settled : RunPhase::Drifting;
}

bool keepsImbalance(const Sample& first, const Sample& now)
{
    return std::abs(now.imbalance - first.imbalance) <= sameShare * (first.xNorm2 + first.yNorm2);
}

} // namespace hyperdrift
