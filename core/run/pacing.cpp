#include "core/run/pacing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hyperdrift {

double paceRate(const Pace& pace, std::int64_t t)
{
    struct Visitor {
        std::int64_t t;
        double operator()(const AutoPace&) const { return std::max(25.0, 0.4 * static_cast<double>(t)); }
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

} // namespace hyperdrift
