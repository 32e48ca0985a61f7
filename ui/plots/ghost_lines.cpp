#include "ui/plots/ghost_lines.h"

#include "ui/plots/drawing.h"
#include "ui/plots/time_lines.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

/// Without the entries before the last one up to `from`, which is the run's and the ghost's.
Series startingAt(const Series& series, double from)
{
    const std::size_t first = entryAt(series, from);
    Series rest;
    for (std::size_t i = first < series.size() ? first : 0; i < series.size(); ++i)
        rest.add(series.x[i], series.low[i], series.mean[i], series.high[i]);
    return rest;
}

GhostLine lineOf(const Ghost& ghost, std::size_t run, const Measure& measure, double s1)
{
    const GhostRun& recorded = ghost.runs[run];
    GhostLine line{ghost.id, QString::fromStdString(ghost.letter), run, measure, {}, {}, false};
    Series series;
    appendSeries(series, recorded.history, measure);
    const auto end = static_cast<double>(recorded.iteration);
    const double value = valueOf(recorded.last, measure);
    if (series.size() == 0 || series.x.back() < end)
        series.add(end, value, value, value);
    line.series = startingAt(series, static_cast<double>(ghost.from));
    line.diverged = endsInBlowUp(recorded.history, s1);
    return line;
}

bool areEqual(const Columns& one, const Columns& other)
{
    return one.lower == other.lower && one.upper == other.upper && one.count == other.count &&
           one.logarithmic == other.logarithmic;
}

} // namespace

bool GhostLines::takeIn(const std::vector<std::shared_ptr<const Ghost>>& ghosts,
                        const std::vector<Measure>& measures, double s1)
{
    const std::size_t before = m_lines.size();
    bool allKnown = true;
    std::vector<GhostLine> lines;
    for (const auto& ghost : ghosts) {
        for (std::size_t run = 0; run < ghost->runs.size() && !measures.empty(); ++run) {
            const Measure& measure = measures[std::min(run, measures.size() - 1)];
            const auto known = std::find_if(m_lines.begin(), m_lines.end(), [&](const GhostLine& line) {
                return line.ghost == ghost->id && line.run == run && line.measure == measure;
            });
            const bool isKnown = known != m_lines.end();
            lines.push_back(isKnown ? std::move(*known) : lineOf(*ghost, run, measure, s1));
            allKnown = allKnown && isKnown;
        }
    }
    m_lines = std::move(lines);
    m_isReduced = m_isReduced && allKnown;
    return !allKnown || m_lines.size() != before;
}

void GhostLines::reduce(const Columns& columns)
{
    if (m_isReduced && areEqual(columns, m_columns))
        return;
    for (GhostLine& line : m_lines)
        line.shown = hyperdrift::reduce(line.series, columns);
    m_columns = columns;
    m_isReduced = true;
}

void GhostLines::paint(QCPPainter& painter, const QCustomPlot& plot, bool logY, const Theme& theme) const
{
    const QCPRange range = plot.yAxis->range();
    for (const GhostLine& line : m_lines) {
        const QColor colour = faded(theme.runs[line.run % theme.runs.size()], theme.card, backShare);
        painter.setPen(QPen(colour, 0.55 * theme.plotLineWidth));
        QList<QPointF> points;
        for (std::size_t i = 0; i < line.shown.size(); ++i)
            points.append(toPixel(plot, line.shown.x[i], drawable(line.shown.mean[i], range, logY)));
        drawFastPolyline(painter, points);
    }
}

std::vector<GhostEnd> GhostLines::ends(const QCustomPlot& plot) const
{
    std::vector<GhostEnd> ends;
    for (const GhostLine& line : m_lines) {
        if (line.series.size() == 0)
            continue;
        const double x = line.series.x.back();
        const double y = line.series.mean.back();
        if (plot.xAxis->range().contains(x) && plot.yAxis->range().contains(y))
            ends.push_back({toPixel(plot, x, y), line.run, line.letter});
    }
    return ends;
}

} // namespace hyperdrift::ui
