#include "core/theory/phases.h"

#include "core/theory/limit.h"
#include "core/theory/path.h"
#include "core/theory/smoothing.h"
#include "core/theory/valley_flow.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

constexpr double left = 0.5;
constexpr double arrived = 0.05;
// A look at the path costs as much as a few steps of it.
constexpr std::int64_t looksPerOctave = 64;
constexpr std::int64_t mostProducts = 20'000'000;

/// Whether the valley holds every fitted direction that survives.
bool isFitted(const PathPoint& point, const Problem& problem, const Smoothing& decay,
              const std::vector<double>& limits)
{
    for (std::size_t k = 0; k < point.plane.size(); ++k) {
        if (k >= limits.size() || limits[k] <= 0)
            continue;
        if (!isInValley(point.plane[k], problem.s(static_cast<Eigen::Index>(k)), decay))
            return false;
    }
    return true;
}

} // namespace

Phases predictedPhases(const std::shared_ptr<const Problem>& problem, const Compression& start,
                       const Method& method, std::int64_t mostSteps)
{
    Phases phases;
    const Prediction end = predict(*problem, start, method);
    if (!end.singularValues || !end.imbalance)
        return phases;
    const Smoothing decay{end.a.value_or(0), end.b.value_or(0)};
    const bool drifts = end.timeConstant.has_value();
    PathTracker path(problem, start, method);
    double wayLeft = 0;
    const std::int64_t last = std::min(mostSteps, mostProducts / (path.entries() * problem->rank));
    while (path.finite() && path.iteration() <= last) {
        const PathPoint now = path.point();
        if (!phases.fitting && now.plane[0].x * now.plane[0].y >= left * end.singularValues->front())
            phases.fitting = path.iteration();
        if (phases.fitting && !phases.balancing && isFitted(now, *problem, decay, *end.singularValues)) {
            phases.balancing = path.iteration();
            wayLeft = std::abs(now.imbalance - *end.imbalance);
        }
        const double near = std::max(arrived * wayLeft, end.sdImbalance.value_or(0));
        if (phases.balancing && (!drifts || std::abs(now.imbalance - *end.imbalance) <= near)) {
            phases.stationary = path.iteration();
            break;
        }
        path.advance(std::max<std::int64_t>(1, path.iteration() / looksPerOctave));
    }
    if (!drifts)
        phases.balancing.reset();
    return phases;
}

} // namespace hyperdrift
