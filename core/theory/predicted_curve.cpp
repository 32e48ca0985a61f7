#include "core/theory/predicted_curve.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

PredictedCurve predictedImbalance(const std::vector<PathPoint>& path)
{
    PredictedCurve curve;
    for (const PathPoint& point : path) {
        if (!std::isfinite(point.imbalance))
            continue;
        const auto t = static_cast<double>(point.iteration);
        const double sd = std::sqrt(point.variance);
        curve.x.push_back(t);
        curve.mean.push_back(point.imbalance);
        curve.low.push_back(point.imbalance - sd);
        curve.high.push_back(point.imbalance + sd);
    }
    return curve;
}

PredictedCurve thinned(const PredictedCurve& curve, double lower, double upper, bool logarithmic, int points)
{
    const auto place = [logarithmic](double x) { return logarithmic ? std::log(std::max(x, 1.0)) : x; };
    const auto index = [&curve](auto position) {
        return static_cast<std::size_t>(position - curve.x.begin());
    };
    std::size_t first = index(std::lower_bound(curve.x.begin(), curve.x.end(), lower));
    std::size_t end = index(std::upper_bound(curve.x.begin(), curve.x.end(), upper));
    first -= first > 0 ? 1 : 0;
    end += end < curve.x.size() ? 1 : 0;

    PredictedCurve few;
    const auto keep = [&](std::size_t i) {
        few.x.push_back(curve.x[i]);
        few.mean.push_back(curve.mean[i]);
        few.low.push_back(curve.low[i]);
        few.high.push_back(curve.high[i]);
    };
    // The first, the last, and between them one a step: never more than `points` in all.
    const double step = (place(upper) - place(lower)) / std::max(1, points - 3);
    double next = place(lower);
    for (std::size_t i = first; i < end; ++i) {
        const double at = place(curve.x[i]);
        if (i != first && i + 1 != end && at < next)
            continue;
        keep(i);
        // At once, however many steps it is: the point beyond a deep zoom lies billions of them away.
        if (step > 0 && next <= at)
            next += step * (std::floor((at - next) / step) + 1);
    }
    return few;
}

} // namespace hyperdrift
