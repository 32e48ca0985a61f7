#include "core/run/phase.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

constexpr double gone = 1e-6;
constexpr double inValley = 3;
constexpr double settledSd = 4;
constexpr double settledShare = 0.05;
constexpr double sameShare = 0.01;

/// What will remain of F: its mean at the end, or the loss of the limit itself where theory has no mean.
double remainingLoss(const Sample& first, const Prediction& prediction)
{
    if (prediction.lossFloor)
        return *prediction.lossFloor;
    return prediction.limitLoss.value_or(gone * first.loss);
}

bool atPredictedImbalance(const Sample& now, const Prediction& prediction)
{
    if (!prediction.imbalance)
        return false;
    const double off = std::abs(now.imbalance - *prediction.imbalance);
    const double size = prediction.xNorm2.value_or(0) + prediction.yNorm2.value_or(0);
    return off <= std::max(settledSd * prediction.sdImbalance.value_or(0), settledShare * size);
}

} // namespace

RunPhase phaseOf(RunStatus status, const Sample& first, const Sample& now, const Prediction& prediction)
{
    if (status == RunStatus::Diverged)
        return RunPhase::Diverged;
    const bool noisy = prediction.tau.has_value();
    if (!noisy)
        return now.gradNorm <= gone * first.gradNorm ? RunPhase::Stopped : RunPhase::Descending;
    if (!(now.loss <= inValley * remainingLoss(first, prediction)))
        return RunPhase::Descending;
    return atPredictedImbalance(now, prediction) ? RunPhase::Settled : RunPhase::Drifting;
}

bool keepsImbalance(const Sample& first, const Sample& now)
{
    return std::abs(now.imbalance - first.imbalance) <= sameShare * (first.xNorm2 + first.yNorm2);
}

} // namespace hyperdrift
