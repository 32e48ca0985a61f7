#include "ui/plots/time_lines.h"

#include "ui/plots/drawing.h"
#include "ui/titles.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr int theoryPoints = 200;    // of a dashed line: few enough to be drawn fast
constexpr double belowFloor = 1e-3;  // a log axis ends at this times the lowest predicted level
constexpr double leastSpan = 0.2;    // of an even axis, times the value in its middle
constexpr double leastLoss = 1e-16;  // times the greatest: where no level is predicted, rounding is
constexpr double nearBound = 5;      // times the greatest of all else that is seen
constexpr double followedGrowth = 3; // of a run that has diverged, in units of all else that is seen

void setData(QCPGraph& graph, const std::vector<double>& x, const std::vector<double>& y,
             const QCPRange& range, bool logarithmic)
{
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(x.size()));
    for (std::size_t i = 0; i < x.size(); ++i)
        data.append(QCPGraphData(x[i], drawable(y[i], range, logarithmic)));
    graph.data()->set(data, true);
}

void fillTheory(const RunLine& line, const QCPRange& x, const QCPRange& y, bool logX, bool logY)
{
    for (QCPGraph* graph : {line.theoryLow, line.theoryHigh, line.theoryMean})
        graph->data()->clear();
    if (!line.theory)
        return;
    if (const auto level = line.theory->level) {
        setData(*line.theoryMean, {x.lower, x.upper}, {*level, *level}, y, logY);
        return;
    }
    const PredictedCurve few = thinned(line.theory->curve, x.lower, x.upper, logX, theoryPoints);
    setData(*line.theoryMean, few.x, few.mean, y, logY);
    setData(*line.theoryLow, few.x, few.low, y, logY);
    setData(*line.theoryHigh, few.x, few.high, y, logY);
}

void include(Extent& seen, const Extent& extent)
{
    if (extent.empty())
        return;
    seen.include(extent.min);
    seen.include(extent.max);
}

void append(Series& to, const Series& from)
{
    for (std::size_t i = 0; i < from.size(); ++i)
        to.add(from.x[i], from.low[i], from.mean[i], from.high[i]);
}

/// Of the theory that is seen.
Extent theoryExtent(const std::vector<RunLine>& lines, const QCPRange& x)
{
    Extent seen;
    for (const RunLine& line : lines) {
        if (!line.theory)
            continue;
        if (line.theory->level)
            seen.include(*line.theory->level);
        const PredictedCurve& curve = line.theory->curve;
        for (std::size_t i = 0; i < curve.x.size() && curve.x[i] <= x.upper; ++i) {
            seen.include(curve.low[i]);
            seen.include(curve.high[i]);
        }
    }
    return seen;
}

/// A measured line, of a run or of a ghost.
struct Measured {
    const Series& shown;
    bool diverged = false;
};

std::vector<Measured> measuredOf(const std::vector<RunLine>& lines, const GhostLines& ghosts)
{
    std::vector<Measured> all;
    for (const RunLine& line : lines) {
        all.push_back({line.shown, line.diverged});
        all.push_back({line.ahead, line.diverged});
    }
    for (const GhostLine& ghost : ghosts.lines())
        all.push_back({ghost.shown, ghost.diverged});
    return all;
}

/// All values that the automatic range shows.
Extent wholeExtent(const std::vector<RunLine>& lines, const GhostLines& ghosts, const QCPRange& x, bool logY)
{
    Extent seen = theoryExtent(lines, x);
    for (const RunLine& line : lines) {
        if (line.series.size() > 0)
            seen.include(line.series.mean.front());
    }
    const std::vector<Measured> all = measuredOf(lines, ghosts);
    for (const Measured& line : all) {
        if (!line.diverged)
            include(seen, extentOf(line.shown, x.lower, x.upper, logY));
    }
    // A run that blew up is followed a little way; all the way would leave the rest in one pixel.
    const double size =
        logY ? seen.max : std::max({seen.max - seen.min, std::abs(seen.max), std::abs(seen.min)});
    const Extent known = seen;
    for (const Measured& line : all) {
        Extent extent = extentOf(line.shown, x.lower, x.upper, logY);
        if (!line.diverged || extent.empty())
            continue;
        const double reach = followedGrowth * size;
        extent.max = known.empty() ? extent.max : std::min(extent.max, known.max + reach);
        extent.min = known.empty() ? extent.min : std::max(extent.min, known.min - reach);
        include(seen, extent);
    }
    return seen;
}

} // namespace

double drawable(double value, const QCPRange& range, bool logarithmic)
{
    if (!std::isfinite(value))
        return value;
    if (logarithmic)
        return std::clamp(value, range.lower * 1e-3, range.upper * 1e3);
    return std::clamp(value, range.lower - 3 * range.size(), range.upper + 3 * range.size());
}

std::vector<RunLine> makeLines(QCustomPlot& plot, const std::vector<LineSpec>& specs)
{
    plot.clearGraphs();
    const auto add = [&plot](const char* layer) {
        auto* graph = new JaggedGraph(plot.xAxis, plot.yAxis); // the plot owns it
        graph->setLayer(QLatin1String(layer));
        graph->setSelectable(QCP::stNone);
        graph->setAntialiasedFill(false);
        return graph;
    };
    std::vector<RunLine> lines(specs.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].spec = specs[i];
    for (RunLine& line : lines) {
        line.theoryLow = add("main");
        line.theoryLow->setVisible(false); // but for the band's other border
        line.theoryHigh = add("main");
        line.theoryMean = add("theory");
    }
    for (RunLine& line : lines)
        line.future = add("main");
    for (RunLine& line : lines) {
        line.low = add("main");
        line.low->setVisible(false);
        line.high = add("main");
        line.mean = add("main");
    }
    return lines;
}

void styleLines(const std::vector<RunLine>& lines, const Theme& theme)
{
    for (const RunLine& line : lines) {
        QColor fill = theme.runs[line.spec.run % theme.runs.size()];
        const double width = line.spec.width * theme.plotLineWidth;
        line.mean->setPen(QPen(fill, width, Qt::SolidLine, Qt::SquareCap));
        line.future->setPen(QPen(faded(fill, theme.card, backShare), width));
        fill.setAlphaF(0.25F);
        line.high->setBrush(fill);
        fill.setAlphaF(0.16F);
        line.theoryHigh->setBrush(fill);
        for (QCPGraph* border : {line.low, line.high, line.theoryLow, line.theoryHigh})
            border->setPen(Qt::NoPen);
        line.high->setChannelFillGraph(line.low);
        line.theoryHigh->setChannelFillGraph(line.theoryLow);
        QPen dashed(theme.theory, 0.6 * width);
        dashed.setDashPattern({5, 4});
        line.theoryMean->setPen(dashed);
    }
}

void forgetSeries(std::vector<RunLine>& lines)
{
    for (RunLine& line : lines)
        line.series.clear();
}

void takeIn(std::vector<RunLine>& lines, const Scene& scene, const TimeVariant& variant,
            const std::vector<LineSpec>& specs)
{
    const double s1 = scene.problem.spectrum.empty() ? 0 : scene.problem.spectrum.front();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        RunLine& line = lines[i];
        if (specs[i] != line.spec)
            line.series.clear();
        line.spec = specs[i];
        const RunTrace& run = scene.runs[line.spec.run];
        line.name = runTitle(run.spec.name);
        line.label = variant.label(scene, line.spec);
        line.now = static_cast<double>(run.iteration);
        line.value = valueOf(run.current, line.spec.measure);
        line.diverged = run.status == RunStatus::Diverged || endsInBlowUp(run.history, s1);
        line.theory = variant.theory(scene, line.spec);
        appendSeries(line.series, run.history, line.spec.measure);
    }
}

bool hasValues(const std::vector<RunLine>& lines)
{
    return std::any_of(lines.begin(), lines.end(), [](const RunLine& line) {
        const std::vector<double>& values = line.series.mean;
        return std::isfinite(line.value) ||
               std::any_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
    });
}

void reduceLines(std::vector<RunLine>& lines, const Columns& columns)
{
    for (RunLine& line : lines) {
        const Series& all = line.series;
        const std::size_t last = entryAt(all, line.now);
        const std::size_t passed = last < all.size() ? last + 1 : 0;
        const bool isBetween = passed == 0 || line.now > all.x[last];
        const auto addNow = [&](Series& series) { series.add(line.now, line.value, line.value, line.value); };
        reduceOn(line.passed, all, columns, passed);
        line.shown = line.passed.reduced;
        if (isBetween && line.now <= columns.upper)
            addNow(line.shown);
        line.ahead.clear();
        if (passed < all.size()) {
            addNow(line.ahead);
            append(line.ahead, reduce(all, columns, passed, all.size()));
        }
    }
}

void fillGraphs(const std::vector<RunLine>& lines, const QCPRange& x, const QCPRange& y, bool logX, bool logY)
{
    for (const RunLine& line : lines) {
        // A polygon without area takes as long as one with.
        const bool isBand = line.shown.low != line.shown.high;
        line.high->setVisible(isBand);
        if (isBand) {
            setData(*line.low, line.shown.x, line.shown.low, y, logY);
            setData(*line.high, line.shown.x, line.shown.high, y, logY);
        }
        setData(*line.mean, line.shown.x, line.shown.mean, y, logY);
        setData(*line.future, line.ahead.x, line.ahead.mean, y, logY);
        fillTheory(line, x, y, logX, logY);
    }
}

QCPRange rangeOf(const std::vector<RunLine>& lines, const std::vector<LevelLine>& levels,
                 const GhostLines& ghosts, const QCPRange& x, bool logY)
{
    Extent seen = wholeExtent(lines, ghosts, x, logY);
    const double near = nearBound * seen.max;
    for (const LevelLine& level : levels) {
        if (level.kind != LevelLine::Kind::Bound || level.value <= near)
            seen.include(level.value);
    }
    if (seen.empty())
        return logY ? QCPRange(1e-3, 1) : QCPRange(-1, 1);
    if (logY) {
        Extent floors;
        for (const RunLine& line : lines) {
            if (line.theory && line.theory->level)
                floors.include(*line.theory->level);
        }
        const double top = 2 * seen.max;
        const double least = floors.empty() ? leastLoss * top : belowFloor * floors.min;
        // Down to a whole power of ten, so that the axis ends in a number.
        const double bottom = std::max(seen.min, least);
        return {std::pow(10, std::floor(std::log10(bottom) + 1e-9)), top};
    }
    // Never so near that a line looks like falling which has changed by a thousandth.
    const double middle = 0.5 * (seen.min + seen.max);
    const double size = std::max(seen.max - seen.min, leastSpan * std::abs(middle));
    const double half = size > 0 ? 0.6 * size : 0.1;
    return {middle - half, middle + half};
}

} // namespace hyperdrift::ui
