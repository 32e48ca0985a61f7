#include "core/theory/predicted_spread.h"

#include <cmath>
#include <numbers>

namespace hyperdrift {

namespace {

constexpr double bellReach = 3.5; // sd: beyond it the curve can't be told from 0

std::optional<double> positive(const std::optional<double>& value)
{
    return value && *value > 0 ? value : std::nullopt;
}

} // namespace

bool forgetsStart(const Prediction& prediction, MethodKind method)
{
    return prediction.gamma2.has_value() || method == MethodKind::Sam;
}

PredictedSpread predictedSpread(const Prediction& prediction, MethodKind method, const Varied& varied)
{
    if (varied.starts && !forgetsStart(prediction, method))
        return {};
    PredictedSpread spread;
    spread.ratio = positive(prediction.ratio);
    spread.imbalance = prediction.imbalance;
    if (!varied.noise)
        return spread;
    if (const auto sd = positive(prediction.sdTheta); sd && spread.ratio)
        spread.sdLogRatio = 2 * *sd;
    spread.sdImbalance = positive(prediction.sdImbalance);
    return spread;
}

PredictedCurve widened(PredictedCurve curve, double factor)
{
    for (std::size_t i = 0; i < curve.mean.size(); ++i) {
        curve.low[i] = curve.mean[i] + factor * (curve.low[i] - curve.mean[i]);
        curve.high[i] = curve.mean[i] + factor * (curve.high[i] - curve.mean[i]);
    }
    return curve;
}

std::vector<BellPoint> bellCurve(double mean, double sd, double n, double width, int points)
{
    std::vector<BellPoint> curve;
    for (int i = 0; i < points; ++i) {
        const double z = bellReach * (2.0 * i / (points - 1) - 1);
        const double density = std::exp(-0.5 * z * z) / (sd * std::sqrt(2 * std::numbers::pi));
        curve.push_back({mean + sd * z, n * width * density});
    }
    return curve;
}

} // namespace hyperdrift
