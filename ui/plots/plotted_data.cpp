#include "ui/plots/plotted_data.h"

#include "ui/plots/guess_overlay.h"
#include "ui/plots/plot_view.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hyperdrift::ui {

namespace {

using Kind = PlottedSeries::Kind;

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

bool contains(const PlottedAxis& axis, double value)
{
    return axis.lower <= value && value <= axis.upper;
}

/// Whether the straight line between two points can pass through the axes.
bool mayMeet(const PlottedPanel& panel, const PlottedSeries& line, std::size_t from, std::size_t to)
{
    const auto meets = [&](const PlottedAxis& axis, double a, double b) {
        return std::max(a, b) >= axis.lower && std::min(a, b) <= axis.upper;
    };
    const std::vector<double>& top = line.kind == Kind::Band ? line.high : line.y;
    const double least = std::min(line.y[from], line.y[to]);
    const double greatest = std::max(top[from], top[to]);
    return meets(panel.x, line.x[from], line.x[to]) && meets(panel.y, least, greatest);
}

void append(PlottedSeries& to, const PlottedSeries& from, std::size_t i)
{
    to.add(from.x[i], from.y[i]);
    if (from.kind == Kind::Band)
        to.high.push_back(from.high[i]);
}

void appendGap(PlottedSeries& line)
{
    if (line.x.empty() || !std::isfinite(line.y.back()))
        return;
    line.add(line.x.back(), gap);
    if (line.kind == Kind::Band)
        line.high.push_back(gap);
}

PlottedSeries withoutPoints(PlottedSeries series)
{
    series.x.clear();
    series.y.clear();
    series.high.clear();
    return series;
}

/// Points whose way to the one before or after may be seen.
PlottedSeries clippedLine(const PlottedPanel& panel, const PlottedSeries& line)
{
    PlottedSeries seen = withoutPoints(line);
    const auto isNumber = [&](std::size_t i) {
        return std::isfinite(line.x[i]) && std::isfinite(line.y[i]) &&
               (line.kind != Kind::Band || std::isfinite(line.high[i]));
    };
    bool isGapDue = false;
    for (std::size_t i = 0; i < line.x.size(); ++i) {
        const auto leads = [&](std::size_t to) {
            return to < line.x.size() && isNumber(to) && mayMeet(panel, line, i, to);
        };
        if (!isNumber(i) || !(leads(i) || leads(i + 1) || (i > 0 && leads(i - 1)))) {
            isGapDue = true;
            continue;
        }
        // What is left out between two that are kept was out of sight: nothing joins them.
        if (isGapDue || (i > 0 && !leads(i - 1)))
            appendGap(seen);
        isGapDue = false;
        append(seen, line, i);
    }
    return seen;
}

PlottedSeries clippedMarks(const PlottedPanel& panel, const PlottedSeries& marks)
{
    PlottedSeries seen = withoutPoints(marks);
    for (std::size_t i = 0; i < marks.x.size(); ++i) {
        if (contains(panel.x, marks.x[i]) && (marks.kind == Kind::Bars || contains(panel.y, marks.y[i])))
            append(seen, marks, i);
    }
    return seen;
}

void clip(PlottedPanel& panel)
{
    for (PlottedSeries& series : panel.series) {
        if (series.kind == Kind::Line || series.kind == Kind::Band)
            series = clippedLine(panel, series);
        else if (series.kind != Kind::Map)
            series = clippedMarks(panel, series);
    }
    std::erase_if(panel.series, [](const PlottedSeries& series) { return series.x.empty() && !series.map; });
}

void nameAfter(PlottedSeries& series, const std::vector<std::string>& runs)
{
    const auto run = static_cast<std::size_t>(series.run);
    if (series.who.isEmpty() && series.run >= 0)
        series.who =
            run < runs.size() ? QString::fromStdString(runs[run]) : QStringLiteral("run %1").arg(run + 1);
    if (!series.ghost.isEmpty())
        series.who = QStringLiteral("ghost %1, %2").arg(series.ghost, series.who);
    if (!series.who.isEmpty())
        series.name = series.who + QStringLiteral(", ") + series.name;
}

/// What the person drew over the picture, where a lesson asked for it.
void addGuess(PlottedPanel& panel, const PlotView& view)
{
    const auto* overlay = view.findChild<const GuessOverlay*>();
    if (!overlay || overlay->guess().isEmpty())
        return;
    PlottedSeries guess{.kind = overlay->guess().size() == 1 ? Kind::Marks : Kind::Line,
                        .name = QStringLiteral("your guess"),
                        .isTheory = true,
                        .standsBack = true,
                        .mark = PlottedSeries::Mark::Ring,
                        .legend = PlottedSeries::Legend::Name,
                        .width = 2};
    for (const QPointF& point : overlay->guess())
        guess.add(point.x(), point.y());
    panel.series.push_back(std::move(guess));
}

} // namespace

bool PlottedData::isEmpty() const
{
    return std::all_of(panels.begin(), panels.end(),
                       [](const PlottedPanel& panel) { return panel.series.empty(); });
}

bool PlottedData::isOfMaps() const
{
    return !isEmpty() && std::all_of(panels.begin(), panels.end(), [](const PlottedPanel& panel) {
        return std::all_of(panel.series.begin(), panel.series.end(),
                           [](const PlottedSeries& series) { return series.map.has_value(); });
    });
}

PlottedData plottedData(const PlotView& view, const std::vector<std::string>& runs)
{
    view.plot()->replot(); // axes follow the data just before they are painted
    PlottedData data = view.plotted();
    if (data.panels.size() == 1)
        addGuess(data.panels.front(), view);
    for (PlottedPanel& panel : data.panels) {
        clip(panel);
        for (PlottedSeries& series : panel.series)
            nameAfter(series, runs);
    }
    std::erase_if(data.panels, [](const PlottedPanel& panel) { return panel.series.empty(); });
    return data;
}

} // namespace hyperdrift::ui
