#include "core/theory/valley_flow.h"

#include "core/measure/projection.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

constexpr double held = 0.01;
constexpr int curvePoints = 160;

/// ln|sinh φ|, also where sinh overflows.
double logSinh(double phi)
{
    const double size = std::abs(phi);
    return size > 20 ? size - std::log(2.0) : std::log(std::sinh(size));
}

/// |φ| from ln|sinh φ|.
double phiOf(double logOfSinh)
{
    return logOfSinh > 20 ? logOfSinh + std::log(2.0) : std::asinh(std::exp(logOfSinh));
}

} // namespace

double flowEnd(const ValleyFlow& flow)
{
    return 0.5 * std::log(flow.noise.b / flow.noise.a);
}

double flowTime(const ValleyFlow& flow, double theta0, double theta)
{
    const double end = flowEnd(flow);
    const double way =
        std::cosh(end) * (logSinh(theta0 - end) - logSinh(theta - end)) + (theta0 - theta) * std::sinh(end);
    return way / (2 * flow.eta * tau(flow.noise));
}

PredictedCurve flowCurve(const ValleyFlow& flow, double t0, double theta0, double until, int points)
{
    const double end = flowEnd(flow);
    const double phi0 = theta0 - end;
    PredictedCurve curve;
    const auto add = [&curve](double t, double theta) {
        curve.x.push_back(t);
        for (auto* values : {&curve.mean, &curve.low, &curve.high})
            values->push_back(theta);
    };
    add(t0, theta0);
    if (phi0 == 0) {
        add(until, theta0);
        return curve;
    }
    // Even in ln|sinh φ|, which falls as fast as time passes but for the term in sinh θ*.
    const double first = logSinh(phi0);
    const double rate = 2 * flow.eta * tau(flow.noise);
    const double way = (rate * (until - t0) + std::abs(phi0 * std::sinh(end))) / std::cosh(end);
    for (int i = 1; i < points && curve.x.back() < until; ++i) {
        const double theta = end + std::copysign(phiOf(first - way * i / (points - 1)), phi0);
        add(t0 + flowTime(flow, theta0, theta), theta);
    }
    return curve;
}

bool isInValley(const PlanePoint& point, double s, const Smoothing& noise)
{
    const double p = point.x * point.y;
    const double lambda = point.x * point.x + point.y * point.y;
    return std::abs((p - s) * lambda + (noise.a + noise.b) * p) <= held * s * lambda;
}

std::optional<PredictedCurve> flowCurve(const ValleyFlow& flow, const std::vector<PathPoint>& path,
                                        std::size_t direction, double s, std::int64_t from, double until)
{
    const auto start = std::find_if(path.begin(), path.end(), [&](const PathPoint& point) {
        return point.iteration >= from && direction < point.plane.size() &&
               isInValley(point.plane[direction], s, flow.noise);
    });
    if (start == path.end() || static_cast<double>(start->iteration) >= until)
        return std::nullopt;
    const double theta0 = logRatio(start->plane[direction]);
    if (!std::isfinite(theta0))
        return std::nullopt;
    return flowCurve(flow, static_cast<double>(start->iteration), theta0, until, curvePoints);
}

} // namespace hyperdrift
