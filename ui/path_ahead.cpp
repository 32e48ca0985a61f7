#include "ui/path_ahead.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace hyperdrift::ui {

namespace {

// Points lie geometrically at first, for log axes, then evenly: t/24 apart up to 1/200 of the horizon.
constexpr std::int64_t geometricParts = 24;
constexpr double evenParts = 200;

/// Checkpoints kept: fewer of large trackers, 64 MB of them.
std::size_t mostCheckpoints(const PathTracker& tracker)
{
    return static_cast<std::size_t>(std::clamp<std::int64_t>(8'000'000 / tracker.entries(), 64, 1200));
}

/// Steps between two looks at the clock: well below a millisecond of them, or one.
std::int64_t stepsPerLook(const PathTracker& tracker)
{
    return std::clamp<std::int64_t>(100'000 / tracker.entries(), 1, 256);
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

PathAhead::PathAhead(const PathTracker& tracker)
{
    append(tracker, 0);
}

void PathAhead::append(PathTracker tracker, std::size_t changes)
{
    PathPoint point = tracker.point();
    point.iteration = tracker.iteration();
    m_points.push_back({std::move(tracker), std::move(point), changes});
}

void PathAhead::changeAt(std::int64_t t, std::function<void(PathTracker&)> change)
{
    branchAt(t);
    m_changes.push_back({t, std::move(change)});
}

void PathAhead::branchAt(std::int64_t t)
{
    while (m_points.size() > 1 && m_points.back().point.iteration > t)
        m_points.pop_back();
    std::erase_if(m_changes, [t](const Change& c) { return c.at > t; });
    m_blownUp = !m_points.back().tracker.finite();
}

std::int64_t PathAhead::nextStop(double horizon) const
{
    const std::int64_t t = reach();
    const auto evenly = static_cast<std::int64_t>(horizon / evenParts);
    std::int64_t stop = t + std::max<std::int64_t>(1, std::min(t / geometricParts, evenly));
    if (hasChangeAhead())
        stop = std::min(stop, m_changes[nextChange()].at);
    return std::max(stop, t);
}

bool PathAhead::follow(double horizon, double seconds)
{
    const auto start = std::chrono::steady_clock::now();
    while (!m_blownUp && (static_cast<double>(reach()) < horizon || hasChangeAhead())) {
        PathTracker tracker = m_points.back().tracker;
        const std::int64_t stop = nextStop(horizon);
        while (tracker.iteration() < stop && secondsSince(start) < seconds)
            tracker.advance(std::min(stepsPerLook(tracker), stop - tracker.iteration()));
        std::size_t changes = nextChange();
        for (; changes < m_changes.size() && m_changes[changes].at == tracker.iteration(); ++changes)
            m_changes[changes].apply(tracker);
        m_blownUp = !tracker.finite();
        if (m_blownUp)
            break;
        if (tracker.iteration() == reach())
            m_points.pop_back(); // as it was before the change
        append(std::move(tracker), changes);
        if (secondsSince(start) >= seconds)
            break;
    }
    thin();
    return m_blownUp || (static_cast<double>(reach()) >= horizon && !hasChangeAhead());
}

void PathAhead::thin()
{
    if (m_points.size() <= mostCheckpoints(m_points.back().tracker))
        return;
    std::vector<Checkpoint> kept;
    kept.reserve(m_points.size() / 2 + 2);
    for (std::size_t i = 0; i + 1 < m_points.size(); i += 2)
        kept.push_back(std::move(m_points[i]));
    kept.push_back(std::move(m_points.back()));
    m_points = std::move(kept);
}

std::vector<PathPoint> PathAhead::points(std::size_t count) const
{
    std::vector<PathPoint> result;
    const std::size_t available = m_points.size();
    const std::size_t stride =
        std::max<std::size_t>(1, (available + count - 1) / std::max<std::size_t>(count, 1));
    result.reserve(available / stride + 2);
    for (std::size_t i = 0; i < available; i += stride)
        result.push_back(m_points[i].point);
    if (result.back().iteration != m_points.back().point.iteration)
        result.push_back(m_points.back().point);
    return result;
}

} // namespace hyperdrift::ui
