#include "core/run/rate_meter.h"

namespace hyperdrift {

namespace {

constexpr double windowSeconds = 0.5;
constexpr double keptShare = 0.75;

} // namespace

void RateMeter::add(double seconds, std::int64_t t)
{
    m_looks.push_back({seconds, t});
    // The oldest look stays the last one before the window, so that a slow machine has two to compare.
    while (m_looks.size() > 2 && seconds - m_looks[1].seconds >= windowSeconds)
        m_looks.pop_front();
}

std::optional<double> RateMeter::perSecond() const
{
    if (m_looks.empty())
        return std::nullopt;
    const double seconds = m_looks.back().seconds - m_looks.front().seconds;
    if (seconds < windowSeconds / 2)
        return std::nullopt;
    return static_cast<double>(m_looks.back().t - m_looks.front().t) / seconds;
}

bool fallsShort(const Pace& pace, std::int64_t t, double reached)
{
    return !std::holds_alternative<UnlimitedPace>(pace) && reached < keptShare * paceRate(pace, t);
}

} // namespace hyperdrift
