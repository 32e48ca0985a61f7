#include "core/measure/quantiles.h"

#include "core/measure/running_stats.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

double quantile(const std::vector<double>& ascending, double p)
{
    if (ascending.empty())
        return QuantileSummary::nan;
    const double h = p * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(h);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    return std::lerp(ascending[below], ascending[above], h - static_cast<double>(below));
}

QuantileSummary summarize(std::vector<double> numbers)
{
    QuantileSummary summary;
    const auto given = static_cast<std::int64_t>(numbers.size());
    numbers.erase(std::remove_if(numbers.begin(), numbers.end(), [](double x) { return !std::isfinite(x); }),
                  numbers.end());
    summary.count = static_cast<std::int64_t>(numbers.size());
    summary.leftOut = given - summary.count;
    RunningStats stats;
    for (const double x : numbers)
        stats.add(x);
    summary.mean = stats.mean;
    summary.sd = stats.sd();
    std::sort(numbers.begin(), numbers.end());
    summary.min = quantile(numbers, 0);
    summary.q05 = quantile(numbers, 0.05);
    summary.median = quantile(numbers, 0.5);
    summary.q95 = quantile(numbers, 0.95);
    summary.max = quantile(numbers, 1);
    return summary;
}

} // namespace hyperdrift
