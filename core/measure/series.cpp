#include "core/measure/series.h"

#include "core/measure/trail.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hyperdrift {

void Series::add(double at, double least, double middle, double greatest)
{
    x.push_back(at);
    low.push_back(least);
    mean.push_back(middle);
    high.push_back(greatest);
}

void Series::clear()
{
    x.clear();
    low.clear();
    mean.clear();
    high.clear();
    samplesSeen = 0;
    ++timesCleared;
}

double valueOf(const Sample& sample, const Measure& measure)
{
    switch (measure.quantity) {
    case Quantity::Loss:
        return sample.loss;
    case Quantity::Imbalance:
        return sample.imbalance;
    case Quantity::Ratio:
        return sample.ratio;
    case Quantity::Gap:
        return sample.gap;
    case Quantity::LambdaMax:
        return sample.lambdaMax;
    case Quantity::Trace:
        return sample.trace;
    case Quantity::WeightedNorms:
        return measure.xWeight * sample.xNorm2 + measure.yWeight * sample.yNorm2;
    case Quantity::LogRatio:
        if (measure.direction < sample.theta.size())
            return sample.theta[measure.direction];
        break;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

void appendSeries(Series& series, const History& history, const Measure& measure)
{
    if (measure.quantity == Quantity::Loss) {
        for (std::size_t i = series.size(); i < history.loss.size(); ++i) {
            const LossBucket& bucket = history.loss[i];
            series.add(static_cast<double>(bucket.end), bucket.min, bucket.mean, bucket.max);
        }
        return;
    }
    const bool isSparse = measure.quantity == Quantity::LogRatio && measure.direction > 0;
    for (std::size_t& i = series.samplesSeen; i < history.samples.size(); ++i) {
        const Sample& sample = history.samples[i];
        if (isSparse && !isOnTrail(sample.iteration))
            continue;
        const double value = valueOf(sample, measure);
        series.add(static_cast<double>(sample.iteration), value, value, value);
    }
}

namespace {

/// Where columns begin and end: at multiples of a power of two of x, or of log2 x.
class ColumnGrid {
public:
    explicit ColumnGrid(const Columns& columns) : m_logarithmic(columns.logarithmic)
    {
        const double span =
            m_logarithmic ? std::log2(columns.upper / columns.lower) : columns.upper - columns.lower;
        m_width = std::exp2(std::ceil(std::log2(span / columns.count)));
    }
    /// End of the column that holds x; x ≤ 0 on a log axis lies in a column of its own.
    double endAfter(double x) const
    {
        if (!m_logarithmic)
            return (std::floor(x / m_width) + 1) * m_width;
        return x > 0 ? std::exp2((std::floor(std::log2(x) / m_width) + 1) * m_width) : 0;
    }
    double before(double x) const { return m_logarithmic ? x / std::exp2(m_width) : x - m_width; }
    double width() const { return m_width; }
    double after(double x) const { return m_logarithmic ? x * std::exp2(m_width) : x + m_width; }

private:
    bool m_logarithmic;
    double m_width;
};

bool isGap(const Series& series, std::size_t i)
{
    return !std::isfinite(series.mean[i]) || !std::isfinite(series.low[i]) || !std::isfinite(series.high[i]);
}

void copyEntry(Series& to, const Series& from, std::size_t i)
{
    to.add(from.x[i], from.low[i], from.mean[i], from.high[i]);
}

void addGap(Series& to, double x)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    if (to.size() == 0 || !std::isnan(to.mean.back()))
        to.add(x, nan, nan, nan);
}

bool isMonotone(const Series& series, std::size_t first, std::size_t last)
{
    const auto begin = series.mean.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = series.mean.begin() + static_cast<std::ptrdiff_t>(last);
    return std::is_sorted(begin, end) || std::is_sorted(begin, end, std::greater<>());
}

/// Adds entries first … last−1, none of them a gap and all in one column.
void addColumn(Series& to, const Series& from, std::size_t first, std::size_t last)
{
    if (last - first <= 2 || isMonotone(from, first, last)) {
        copyEntry(to, from, first);
        if (last - first > 1)
            copyEntry(to, from, last - 1);
        return;
    }
    double x = 0;
    double mean = 0;
    double low = from.low[first];
    double high = from.high[first];
    const double share = 1.0 / static_cast<double>(last - first);
    for (std::size_t i = first; i < last; ++i) {
        x += share * from.x[i];
        mean += share * from.mean[i];
        low = std::min(low, from.low[i]);
        high = std::max(high, from.high[i]);
    }
    to.add(x, low, mean, high);
}

struct Entries {
    std::size_t begin;
    std::size_t end;
};

/// Those of first … last−1 that a picture of the columns shows.
Entries seenEntries(const Series& series, const Columns& columns, const ColumnGrid& grid, std::size_t first,
                    std::size_t last)
{
    const auto from = series.x.begin() + static_cast<std::ptrdiff_t>(first);
    const auto to = series.x.begin() + static_cast<std::ptrdiff_t>(last);
    const auto begin = std::lower_bound(from, to, grid.before(columns.lower));
    const auto end = std::upper_bound(begin, to, grid.after(columns.upper));
    const auto i = static_cast<std::size_t>(begin - series.x.begin());
    const auto stop = static_cast<std::size_t>(end - series.x.begin());
    // One entry more at either side: where entries are far apart the line still runs out of the picture.
    return {i > first ? i - 1 : i, std::min(stop + 1, last)};
}

/// Adds the column that begins with entry i, or the gap there; the entry after it.
std::size_t addColumnAt(Series& to, const Series& from, const ColumnGrid& grid, std::size_t i,
                        std::size_t stop)
{
    if (isGap(from, i)) {
        addGap(to, from.x[i]);
        return i + 1;
    }
    const double columnEnd = grid.endAfter(from.x[i]);
    std::size_t next = i + 1;
    while (next < stop && from.x[next] < columnEnd && !isGap(from, next))
        ++next;
    addColumn(to, from, i, next);
    return next;
}

void shorten(Series& series, std::size_t size)
{
    for (std::vector<double>* values : {&series.x, &series.low, &series.mean, &series.high})
        values->resize(size);
}

} // namespace

Series reduce(const Series& series, const Columns& columns)
{
    return reduce(series, columns, 0, series.size());
}

Series reduce(const Series& series, const Columns& columns, std::size_t first, std::size_t last)
{
    const ColumnGrid grid(columns);
    const Entries seen = seenEntries(series, columns, grid, first, last);
    Series reduced;
    for (std::size_t i = seen.begin; i < seen.end;)
        i = addColumnAt(reduced, series, grid, i, seen.end);
    return reduced;
}

void reduceOn(GrowingReduction& reduction, const Series& series, const Columns& columns, std::size_t last)
{
    const ColumnGrid grid(columns);
    const Entries seen = seenEntries(series, columns, grid, 0, last);
    const bool goesOn = reduction.columnWidth == grid.width() &&
                        reduction.logarithmic == columns.logarithmic && reduction.begin == seen.begin &&
                        reduction.open < seen.end && reduction.timesCleared == series.timesCleared;
    if (!goesOn)
        reduction = {{}, seen.begin, seen.begin, 0, grid.width(), columns.logarithmic, series.timesCleared};
    shorten(reduction.reduced, reduction.completeSize);
    for (std::size_t i = reduction.open; i < seen.end;) {
        reduction.open = i;
        reduction.completeSize = reduction.reduced.size();
        i = addColumnAt(reduction.reduced, series, grid, i, seen.end);
    }
}
void Extent::include(double value)
{
    if (!std::isfinite(value))
        return;
    if (empty()) {
        min = max = value;
        return;
    }
    min = std::min(min, value);
    max = std::max(max, value);
}

Extent extentOf(const Series& series, double lower, double upper, bool positiveOnly)
{
    Extent extent;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series.x[i] < lower || series.x[i] > upper || isGap(series, i))
            continue;
        for (const double value : {series.low[i], series.high[i]}) {
            if (value > 0 || !positiveOnly)
                extent.include(value);
        }
    }
    return extent;
}

std::size_t entryAt(const Series& series, double x)
{
    const auto next = std::upper_bound(series.x.begin(), series.x.end(), x);
    return next == series.x.begin() ? series.size() : static_cast<std::size_t>(next - series.x.begin()) - 1;
}

} // namespace hyperdrift
