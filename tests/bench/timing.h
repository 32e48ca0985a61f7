#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>

namespace hyperdrift::bench {

inline constexpr double never = std::numeric_limits<double>::infinity();

/// Microseconds per unit of work(n).
template<typename Work>
double microseconds(Work&& work, std::int64_t n)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point begin = Clock::now();
    work(n);
    return std::chrono::duration<double, std::micro>(Clock::now() - begin).count() / static_cast<double>(n);
}

/// As many units as take about a twentieth of a second.
template<typename Work>
std::int64_t chunkOf(Work&& work)
{
    work(1);
    const double once = microseconds(work, 3);
    return std::max<std::int64_t>(2, static_cast<std::int64_t>(50'000.0 / once));
}

} // namespace hyperdrift::bench
