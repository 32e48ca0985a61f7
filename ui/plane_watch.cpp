#include "ui/plane_watch.h"

#include <chrono>
#include <utility>

namespace hyperdrift::ui {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double growth = 1.03; // of the states, until the plane is looked for again
constexpr std::size_t fewMore = 8;

} // namespace

void PlaneWatch::add(std::size_t run, std::int64_t t, Vector z)
{
    const auto& states = m_record.runs()[run];
    if (states.empty() || states.back().t < t)
        m_record.add(run, t, std::move(z));
}

void PlaneWatch::cut(std::int64_t t)
{
    m_search.reset();
    m_record.cut(t);
    m_trails.reset();
    m_isOutdated = true;
}

bool PlaneWatch::isDue(bool all) const
{
    const std::size_t count = m_record.count();
    if (count == 0)
        return false;
    if (!m_plane || m_isOutdated)
        return true;
    if (all)
        return count != m_plane->count;
    return static_cast<double>(count) >= growth * static_cast<double>(m_plane->count) + fewMore;
}

bool PlaneWatch::follow(double seconds, bool all)
{
    if (!m_search && !isDue(all))
        return true;
    if (!m_search)
        m_search.emplace(m_record);
    const auto start = Clock::now();
    while (!m_search->step()) {
        if (std::chrono::duration<double>(Clock::now() - start).count() > seconds)
            return false;
    }
    adopt(m_search->plane());
    m_search.reset();
    return !all || m_record.count() == m_plane->count; // more may have come since the search began
}

void PlaneWatch::adopt(StatePlane plane)
{
    if (m_plane)
        alignTo(plane, *m_plane);
    if (!m_record.runs().front().empty())
        alignToStart(plane, m_record.runs().front().front().z, m_plane ? &*m_plane : nullptr);
    m_plane = std::move(plane);
    m_isOutdated = false;
    m_isNew = true;
    m_trails.reset();
}

std::shared_ptr<const StateTrails> PlaneWatch::takeTrails()
{
    m_isNew = false;
    if (!m_plane)
        return nullptr;
    std::size_t shown = 0;
    for (std::size_t run = 0; m_trails && run < m_trails->runs.size(); ++run)
        shown += m_trails->runs[run].samplesSeen;
    if (!m_trails) {
        m_trails = std::make_shared<const StateTrails>(trailsOn(*m_plane, m_record));
    } else if (shown < m_record.count()) {
        auto longer = std::make_shared<StateTrails>(*m_trails);
        appendTrails(*longer, *m_plane, m_record);
        m_trails = std::move(longer);
    }
    return m_trails;
}

} // namespace hyperdrift::ui
