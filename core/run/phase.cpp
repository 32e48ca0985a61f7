#include "core/run/phase.h"

#include <cmath>

namespace hyperdrift {

namespace {

constexpr double gone = 1e-6;
constexpr double inValley = 3;
constexpr double settledSd = 4;
constexpr double settledShare = 0.05;
constexpr double sameShare = 0.01;

bool atPredictedImbalance(const Sample& now, const Prediction& prediction)
{
    if (!prediction.imbalance)
        return false;
    const double off = std::abs(now.imbalance - *prediction.imbalance);
    if (prediction.sdImbalance)
        return off <= settledSd * *prediction.sdImbalance;
    const double size = prediction.xNorm2 && prediction.yNorm2 ? *prediction.xNorm2 + *prediction.yNorm2 : 0;
    return off <= settledShare * size;
}

} // namespace

RunPhase phaseOf(RunStatus status, const Sample& first, const Sample& now, const Prediction& prediction)
{
    if (status == RunStatus::Diverged)
        return RunPhase::Diverged;
    const bool noisy = prediction.tau.has_value();
    if (!noisy)
        return now.gradNorm <= gone * first.gradNorm ? RunPhase::Stopped : RunPhase::Descending;
    const double remains = prediction.lossFloor.value_or(gone * first.loss);
    if (!(now.loss <= inValley * remains))
        return RunPhase::Descending;
    return atPredictedImbalance(now, prediction) ? RunPhase::Settled : RunPhase::Drifting;
}

bool keepsImbalance(const Sample& first, const Sample& now)
{
    return std::abs(now.imbalance - first.imbalance) <= sameShare * (first.xNorm2 + first.yNorm2);
}

} // namespace hyperdrift
