#include "ui/animation/playback.h"

#include "core/measure/state_plane.h"

#include <algorithm>
#include <iterator>

namespace hyperdrift::ui {

namespace {

/// Appends those of `all` that follow what `seen` has, as far as `isPast` says.
template<typename Value, typename IsPast>
void append(std::vector<Value>& seen, const std::vector<Value>& all, const IsPast& isPast)
{
    const auto from = all.begin() + static_cast<std::ptrdiff_t>(seen.size());
    seen.insert(seen.end(), from, std::partition_point(from, all.end(), isPast));
}

std::shared_ptr<const StateTrails> upTo(const StateTrails& whole, std::int64_t t)
{
    auto seen = std::make_shared<StateTrails>(whole);
    for (Trail& trail : seen->runs)
        trail.points.resize(pointsUpTo(trail, t));
    return seen;
}

} // namespace

Playback::Playback(const Frame& recorded)
{
    ingest(m_whole, recorded);
    m_shown = m_whole;
    ++m_shown.branch;
    for (RunTrace& run : m_shown.runs)
        run.history = {};
}

void Playback::lookAgain(const Frame& last)
{
    ingest(m_whole, last);
}

const Scene& Playback::show(const Frame& instant)
{
    ingest(m_shown, instant);
    const std::int64_t t = m_shown.iteration;
    m_shown.head = t;
    if (m_shown.plane)
        m_shown.plane = upTo(*m_shown.plane, t);
    for (std::size_t i = 0; i < m_shown.runs.size(); ++i) {
        History& seen = m_shown.runs[i].history;
        const History& all = m_whole.runs[i].history;
        append(seen.samples, all.samples, [t](const Sample& sample) { return sample.iteration <= t; });
        append(seen.loss, all.loss, [t](const LossBucket& bucket) { return bucket.end <= t; });
    }
    return m_shown;
}

} // namespace hyperdrift::ui
