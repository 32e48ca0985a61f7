#include "core/measure/histogram.h"

#include "core/measure/quantiles.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace hyperdrift {

namespace {

constexpr int leastBins = 8;
/// Numbers closer than this share of the greatest of them are one number.
constexpr double rounding = 1e-12;

/// Of ascending numbers that are not all the same.
int binsFor(const std::vector<double>& ascending, int mostBins)
{
    const double spread = ascending.back() - ascending.front();
    const double middle = quantile(ascending, 0.75) - quantile(ascending, 0.25);
    const double width = 2 * middle / std::cbrt(static_cast<double>(ascending.size()));
    if (!(width > spread / mostBins)) // half of them may be one number
        return mostBins;
    return std::clamp(static_cast<int>(std::ceil(spread / width)), leastBins, mostBins);
}

} // namespace

std::int64_t Histogram::greatest() const
{
    return counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
}

Histogram histogramOf(const std::vector<double>& numbers, int mostBins)
{
    Histogram histogram;
    std::vector<double> ascending;
    std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(ascending),
                 [](double x) { return std::isfinite(x); });
    histogram.leftOut = static_cast<std::int64_t>(numbers.size() - ascending.size());
    if (ascending.empty())
        return histogram;
    std::sort(ascending.begin(), ascending.end());
    histogram.start = ascending.front();
    const double spread = ascending.back() - ascending.front();
    if (!(spread > rounding * std::max(std::abs(ascending.front()), std::abs(ascending.back())))) {
        histogram.counts = {static_cast<std::int64_t>(ascending.size())};
        return histogram;
    }
    const int bins = binsFor(ascending, mostBins);
    histogram.width = spread / bins;
    histogram.counts.assign(static_cast<std::size_t>(bins), 0);
    for (const double x : ascending) {
        const auto bin = static_cast<std::int64_t>((x - histogram.start) / histogram.width);
        ++histogram.counts[static_cast<std::size_t>(std::clamp<std::int64_t>(bin, 0, bins - 1))];
    }
    return histogram;
}

} // namespace hyperdrift
