#include "core/run/pacing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hyperdrift {

double paceRate(const Pace& pace, std::int64_t t)
{
    struct Visitor {
        std::int64_t t;
        double operator()(const AutoPace& pace) const
        {
            return std::max(25.0,
                            0.4 * std::min(static_cast<double>(t), settledTimeConstants * pace.timeConstant));
        }
        double operator()(const ConstantPace& pace) const { return pace.perSecond; }
        double operator()(const UnlimitedPace&) const { return std::numeric_limits<double>::infinity(); }
    };
    return std::visit(Visitor{t}, pace);
}

Due iterationsDue(const Pace& pace, std::int64_t t, double seconds, double carry, double secondsPerIteration,
                  double budgetSeconds)
{
    constexpr double unmeasured = 1000;
    const double affordable =
        secondsPerIteration > 0 ? std::max(1.0, std::floor(budgetSeconds / secondsPerIteration)) : unmeasured;
    const double wanted = paceRate(pace, t) * seconds + carry;
    if (!(wanted < affordable)) // unlimited, or more than fits
        return {static_cast<std::int64_t>(std::min(affordable, 1e15)), 0};
    const double whole = std::floor(wanted);
    return {static_cast<std::int64_t>(whole), wanted - whole};
}

std::int64_t nextChunk(std::int64_t chunk, double seconds)
{
    constexpr std::int64_t longest = 1'000'000'000;
    if (seconds < 0.025)
        return std::min(longest, chunk * 2);
    return seconds > 0.1 ? std::max<std::int64_t>(1, chunk / 2) : chunk;
}

} // namespace hyperdrift
