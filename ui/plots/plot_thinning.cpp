#include "ui/plots/plot_thinning.h"

#include "core/measure/series.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace hyperdrift::ui {

namespace {

using Kind = PlottedSeries::Kind;

constexpr int columns = 120;         // of two points with least and greatest each at most
constexpr std::size_t most = 480;    // points
constexpr double finest = 1.0 / 400; // of an axis: nearer points can't be told apart in print
constexpr Eigen::Index mostBlocks = 40;
constexpr double sizesBeyond = 3; // of the axis that a line goes on beyond it

double clamped(double value, const PlottedAxis& axis)
{
    if (!std::isfinite(value))
        return value;
    if (axis.isLogarithmic)
        return std::clamp(value, axis.lower * 1e-3, axis.upper * 1e3);
    const double reach = sizesBeyond * (axis.upper - axis.lower);
    return std::clamp(value, axis.lower - reach, axis.upper + reach);
}

/// Share of the way along the axis.
double placeOn(const PlottedAxis& axis, double value)
{
    if (axis.isLogarithmic)
        return value > 0 ? std::log(value / axis.lower) / std::log(axis.upper / axis.lower) : -1;
    return (value - axis.lower) / (axis.upper - axis.lower);
}

PlottedSeries withoutPoints(PlottedSeries series)
{
    series.x.clear();
    series.y.clear();
    series.high.clear();
    return series;
}

PlottedSeries thinnedOverX(const PlottedSeries& line, const PlottedPanel& panel)
{
    const bool isBand = line.kind == Kind::Band;
    Series all;
    for (std::size_t i = 0; i < line.x.size(); ++i) {
        const double high = isBand ? line.high[i] : line.y[i];
        all.add(line.x[i], line.y[i], 0.5 * (line.y[i] + high), high);
    }
    const Series few =
        reduce(all, {panel.x.lower, panel.x.upper, columns, panel.x.isLogarithmic && panel.x.lower > 0});
    PlottedSeries thin = withoutPoints(line);
    bool isUp = true; // so that a line from least to greatest goes on from the greatest
    for (std::size_t i = 0; i < few.size(); ++i) {
        const double first = isUp || isBand ? few.low[i] : few.high[i];
        const double second = isUp || isBand ? few.high[i] : few.low[i];
        thin.add(few.x[i], first);
        if (isBand) {
            thin.high.push_back(second);
        } else if (few.low[i] != few.high[i] && std::isfinite(second)) {
            thin.add(few.x[i], second);
            isUp = !isUp;
        }
    }
    return thin;
}

/// Those that are farther than `distance` from the last that was kept; the last of each piece stays.
PlottedSeries withSteps(const PlottedSeries& line, const PlottedPanel& panel, double distance)
{
    PlottedSeries thin = withoutPoints(line);
    double x = 0;
    double y = 0;
    bool isFirst = true;
    for (std::size_t i = 0; i < line.x.size(); ++i) {
        const bool isGap = !std::isfinite(line.x[i]) || !std::isfinite(line.y[i]);
        const bool isLast = i + 1 == line.x.size() || !std::isfinite(line.y[i + 1]);
        const double atX = placeOn(panel.x, line.x[i]);
        const double atY = placeOn(panel.y, line.y[i]);
        if (!isGap && !isFirst && !isLast && std::hypot(atX - x, atY - y) < distance)
            continue;
        thin.add(line.x[i], line.y[i]);
        isFirst = isGap;
        x = atX;
        y = atY;
    }
    return thin;
}

/// Of the marks in each cell of a grid, the first.
PlottedSeries withCells(const PlottedSeries& marks, const PlottedPanel& panel, double size)
{
    PlottedSeries thin = withoutPoints(marks);
    std::set<std::pair<double, double>> taken;
    for (std::size_t i = 0; i < marks.x.size(); ++i) {
        const std::pair cell(std::floor(placeOn(panel.x, marks.x[i]) / size),
                             std::floor(placeOn(panel.y, marks.y[i]) / size));
        if (taken.insert(cell).second)
            thin.add(marks.x[i], marks.y[i]);
    }
    return thin;
}

PlottedSeries fewOf(const PlottedSeries& series, const PlottedPanel& panel)
{
    if (series.kind == Kind::Bars || series.kind == Kind::Map || series.x.size() <= 2)
        return series;
    const bool isOverX = std::is_sorted(series.x.begin(), series.x.end());
    if (series.kind == Kind::Band || (series.kind == Kind::Line && isOverX))
        return series.x.size() > most / 2 ? thinnedOverX(series, panel) : series;
    const auto thin = series.kind == Kind::Marks ? withCells : withSteps;
    PlottedSeries few = series.x.size() > most ? thin(series, panel, finest) : series;
    for (double size = 2 * finest; few.x.size() > most && size < 1; size *= 1.4)
        few = thin(series, panel, size);
    return few;
}

} // namespace

PlottedSeries thinned(const PlottedSeries& series, const PlottedPanel& panel)
{
    PlottedSeries few = fewOf(series, panel);
    for (double& x : few.x)
        x = clamped(x, panel.x);
    for (double& y : few.y)
        y = clamped(y, panel.y);
    for (double& y : few.high)
        y = clamped(y, panel.y);
    return few;
}

HeatMap thinned(const HeatMap& map)
{
    HeatMap few = map;
    few.means = blockMeans(map.means, {mostBlocks, mostBlocks});
    return few;
}

} // namespace hyperdrift::ui
