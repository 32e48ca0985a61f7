#include "core/theory/ratio_spread.h"

#include "core/theory/smoothing.h"

#include <cmath>

namespace hyperdrift {

double ratioVariance(const std::vector<SpreadDirection>& directions)
{
    double sumU = 0;
    double sumV = 0;
    for (const SpreadDirection& k : directions) {
        sumU += k.u;
        sumV += k.v;
    }
    if (!(sumV > 0))
        return 0;
    double variance = 0;
    for (const SpreadDirection& k : directions) {
        const double lambda = k.u + k.v;
        if (!(lambda > 0))
            continue;
        const double scale = 1 / (lambda * sumV * sumV);
        const double byD = scale * (sumV * k.u + sumU * k.v);
        const double byP = scale * 2 * std::sqrt(k.u * k.v) * (sumV - sumU);
        variance += byD * byD * k.varD + byP * byP * k.varP;
    }
    return variance;
}

double productVariance(double eta, double sigma1, double sigma2, double u, double v, double steps)
{
    const double pull = eta * (u + v);
    if (!(pull > 0) || pull >= 2)
        return 0;
    const double settled = pull * (u * sigma2 * sigma2 + v * sigma1 * sigma1) / (2 - pull);
    return settled * (1 - std::pow(std::abs(1 - pull), 2 * steps));
}

double gapWithSpread(double ratio, double gamma2, double ratioVariance)
{
    const double slope = gamma2 / (ratio * ratio);
    return std::hypot(1 - gamma2 / ratio, slope * std::sqrt(ratioVariance));
}

namespace {

double varianceOf(const PathPoint& point, const RunSpec& spec)
{
    if (spec.method != MethodKind::PerturbedGd)
        return 0;
    const auto t = static_cast<double>(point.iteration);
    const double share = std::sqrt(annealedShare(spec.noise.anneal.value_or(0), t));
    std::vector<SpreadDirection> directions;
    for (const auto [x, y] : point.plane)
        directions.push_back({x * x, y * y, point.variance / static_cast<double>(point.plane.size()),
                              productVariance(spec.eta, share * spec.noise.sigma1, share * spec.noise.sigma2,
                                              x * x, y * y, t)});
    return ratioVariance(directions);
}

bool isAligned(const PathPoint& point)
{
    constexpr double rounding = 1e-9;
    double sumU = 0;
    double sumV = 0;
    for (const auto [x, y] : point.plane) {
        sumU += x * x;
        sumV += y * y;
    }
    return std::abs(sumU - point.xNorm2) <= rounding * point.xNorm2 &&
           std::abs(sumV - point.yNorm2) <= rounding * point.yNorm2;
}

/// √Σ(u_k − γ²v_k)²/√Σu_k².
double diagonalGap(const std::vector<PlanePoint>& plane, double gamma2)
{
    double difference = 0;
    double size = 0;
    for (const auto [x, y] : plane) {
        difference += std::pow(x * x - gamma2 * y * y, 2);
        size += x * x * x * x;
    }
    return std::sqrt(difference / size);
}

void add(PredictedCurve& curve, const PathPoint& point, double mean, double sd)
{
    if (!std::isfinite(mean))
        return;
    curve.x.push_back(static_cast<double>(point.iteration));
    curve.mean.push_back(mean);
    curve.low.push_back(mean - sd);
    curve.high.push_back(mean + sd);
}

} // namespace

PredictedCurve predictedRatio(const std::vector<PathPoint>& path, const RunSpec& spec)
{
    PredictedCurve curve;
    for (const PathPoint& point : path) {
        const double ratio = point.xNorm2 / point.yNorm2;
        add(curve, point, ratio, 0);
        const double relative = std::sqrt(varianceOf(point, spec)) / ratio;
        if (curve.x.empty() || curve.mean.back() != ratio || !(relative < 1))
            continue;
        curve.low.back() = ratio * std::exp(-relative);
        curve.high.back() = ratio * std::exp(relative);
    }
    return curve;
}

PredictedCurve predictedGap(const std::vector<PathPoint>& path, const RunSpec& spec, double gamma2,
                            double from, double until)
{
    PredictedCurve curve;
    if (path.empty() || (path.front().plane.size() > 1 && !isAligned(path.front())))
        return curve;
    for (const PathPoint& point : path) {
        const auto t = static_cast<double>(point.iteration);
        if (t < from || t > until)
            continue;
        const double ratio = point.xNorm2 / point.yNorm2;
        const bool isOne = point.plane.size() == 1;
        add(curve, point,
            isOne ? gapWithSpread(ratio, gamma2, varianceOf(point, spec)) : diagonalGap(point.plane, gamma2),
            0);
    }
    return curve;
}

std::optional<double> sdRatio(const Prediction& prediction)
{
    if (!prediction.ratio || !prediction.sdTheta)
        return std::nullopt;
    return 2 * *prediction.ratio * *prediction.sdTheta;
}

std::optional<double> limitGap(const Prediction& prediction)
{
    if (!prediction.gamma2 || !prediction.ratio || prediction.limitPoints.empty())
        return std::nullopt;
    if (prediction.limitPoints.size() == 1 && *prediction.ratio > 0) {
        const double sd = sdRatio(prediction).value_or(0);
        return gapWithSpread(*prediction.ratio, *prediction.gamma2, sd * sd);
    }
    const double gap = diagonalGap(prediction.limitPoints, *prediction.gamma2);
    return std::isfinite(gap) ? std::optional(gap) : std::nullopt;
}

} // namespace hyperdrift
