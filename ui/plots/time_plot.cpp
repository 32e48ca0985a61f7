#include "ui/plots/time_plot.h"

#include "ui/format.h"
#include "ui/plots/chip.h"
#include "ui/plots/drawing.h"
#include "ui/plots/label_placer.h"
#include "ui/plots/marker.h"
#include "ui/plots/number_text.h"
#include "ui/plots/tickers.h"

#include <QEvent>
#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr int theoryPoints = 200;    // of a dashed line: few enough to be drawn fast
constexpr double belowFloor = 1e-3;  // the loss axis ends at this times the lowest predicted floor
constexpr double leastLoss = 1e-16;  // times the greatest: where no floor is predicted, rounding is
constexpr double followedGrowth = 3; // of a run that has diverged, in units of all else that is seen

/// One run's part of the picture.
struct RunLine {
    QString name;
    QString label;
    Series series;
    Series shown;     ///< what fits the width, with the present value at its end
    double now = 0;   ///< iteration
    double value = 0; ///< present value
    bool diverged = false;
    QCPGraph* low = nullptr;
    QCPGraph* high = nullptr;
    QCPGraph* mean = nullptr;
    std::optional<std::size_t> labelPlace;
};

struct EditMark {
    double at = 0;
    int run = 0;
};

/// Into the range, or just so far out of it that the line leaves the picture: pixels of 1e300 break painting.
double drawable(double value, const QCPRange& range, bool logarithmic)
{
    if (!std::isfinite(value))
        return value;
    if (logarithmic)
        return std::clamp(value, range.lower * 1e-3, range.upper * 1e3);
    return std::clamp(value, range.lower - 3 * range.size(), range.upper + 3 * range.size());
}

void setData(QCPGraph& graph, const std::vector<double>& x, const std::vector<double>& y,
             const QCPRange& range, bool logarithmic)
{
    QVector<QCPGraphData> data;
    data.reserve(static_cast<qsizetype>(x.size()));
    for (std::size_t i = 0; i < x.size(); ++i)
        data.append(QCPGraphData(x[i], drawable(y[i], range, logarithmic)));
    graph.data()->set(data, true);
}

/// The line in pixels, without its gaps.
QList<QPointF> pixelsOf(const QCustomPlot& plot, const QCPGraph& graph)
{
    QList<QPointF> points;
    for (const QCPGraphData& point : *graph.data()) {
        if (std::isfinite(point.value))
            points.append(toPixel(plot, point.key, point.value));
    }
    return points;
}

} // namespace

struct TimePlot::Parts {
    std::vector<RunLine> runs;
    std::vector<TheoryLine> theory;
    std::vector<QCPGraph*> theoryLines; ///< one per run, empty where it has none
    std::vector<QCPGraph*> bandLow;
    std::vector<QCPGraph*> bandHigh;
    std::vector<std::optional<std::size_t>> theoryPlaces;
    std::vector<EditMark> edits;
    std::uint64_t recording = 0;
    double horizon = 200;
    double cursor = -1;
    bool logX = false;
    bool autoRange = true;
    QToolButton* logChip = nullptr;
    QToolButton* autoChip = nullptr;
    QSharedPointer<QCPAxisTicker> plainTime{new PlainTicker(6)};
    QSharedPointer<QCPAxisTicker> logTime;
};

TimePlot::TimePlot(TimePictureSpec spec, QWidget* parent)
    : PlotView(parent), m_spec(std::move(spec)), m_parts(std::make_unique<Parts>())
{
    auto* decades = new DecadeTicker(8);
    decades->setWrittenOut(true);
    m_parts->logTime.reset(decades);
    m_plot->xAxis->setTicker(m_parts->plainTime);
    if (m_spec.logY) {
        m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
        m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new DecadeTicker(6)));
    } else {
        m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(4)));
    }
    m_plot->yAxis->setSubTicks(m_spec.logY);
    m_plot->xAxis->setSubTicks(false);
    setAxisLabels(tr("iteration t"), m_spec.yLabel);
    addBufferedLayer(*m_plot, QStringLiteral("cursor"), QStringLiteral("overlay"));
    m_plot->addLayer(QStringLiteral("theory"), m_plot->layer(QStringLiteral("main")));
    makeControls();
    makeDrawings();
    m_plot->installEventFilter(this);
    connect(m_plot, &QCustomPlot::beforeReplot, this, &TimePlot::prepare);
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    setTheme(m_theme);
}

TimePlot::~TimePlot() = default;

QString TimePlot::title() const
{
    return m_spec.title;
}

void TimePlot::makeControls()
{
    m_parts->autoChip = makeChip(tr("Auto"), QStringLiteral("autoRange"), this);
    m_parts->autoChip->setToolTip(tr("Let the axes follow the data again (double click)"));
    m_parts->autoChip->hide();
    connect(m_parts->autoChip, &QToolButton::clicked, this, &TimePlot::fit);
    addControl(m_parts->autoChip);
    m_parts->logChip = makeChip(tr("log t"), QStringLiteral("logX"), this);
    m_parts->logChip->setCheckable(true);
    m_parts->logChip->setToolTip(tr("Logarithmic time axis"));
    connect(m_parts->logChip, &QToolButton::toggled, this, &TimePlot::setLogX);
    addControl(m_parts->logChip);
}

void TimePlot::makeDrawings()
{
    new Drawing(m_plot, QStringLiteral("axes"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintEdits(painter); });
    new Drawing(m_plot, QStringLiteral("axes"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintLabels(painter); });
    new Drawing(m_plot, QStringLiteral("axes"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintHeads(painter); });
    new Drawing(m_plot, QStringLiteral("cursor"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintCursor(painter); });
}

void TimePlot::refresh(const Scene& scene)
{
    takeIn(scene);
    setEmptyText(scene.runs.empty() ? tr("Nothing to show yet: press Play or Step.") : QString());
    describe(scene);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TimePlot::takeIn(const Scene& scene)
{
    if (scene.recording != m_parts->recording || scene.runs.size() != m_parts->runs.size()) {
        m_parts->recording = scene.recording;
        setGraphCount(scene.runs.size());
        fit();
    }
    m_parts->horizon = std::max(1.0, timeHorizon(scene));
    m_parts->theory.clear();
    for (std::size_t i = 0; i < scene.runs.size(); ++i) {
        const RunTrace& run = scene.runs[i];
        RunLine& line = m_parts->runs[i];
        line.name = QString::fromStdString(run.spec.name);
        line.label = m_spec.runLabel(run);
        line.now = static_cast<double>(run.iteration);
        line.value = valueOf(run.current, m_spec.measure);
        line.diverged = run.status == RunStatus::Diverged;
        appendSeries(line.series, run.history, m_spec.measure);
        if (auto theory = m_spec.theory(run, static_cast<int>(i)))
            m_parts->theory.push_back(std::move(*theory));
    }
    m_parts->edits.clear();
    for (const Edit& edit : scene.edits)
        m_parts->edits.push_back({static_cast<double>(edit.at), edit.run});
}

void TimePlot::setGraphCount(std::size_t runs)
{
    m_plot->clearGraphs();
    m_parts->runs.assign(runs, {});
    m_parts->theoryLines.assign(runs, nullptr);
    m_parts->bandLow.assign(runs, nullptr);
    m_parts->bandHigh.assign(runs, nullptr);
    m_parts->theoryPlaces.assign(runs, std::nullopt);
    const auto add = [this](const char* layer) {
        QCPGraph* graph = m_plot->addGraph();
        graph->setLayer(QLatin1String(layer));
        graph->setSelectable(QCP::stNone);
        return graph;
    };
    for (std::size_t i = 0; i < runs; ++i) {
        m_parts->bandLow[i] = add("main");
        m_parts->bandHigh[i] = add("main");
        m_parts->theoryLines[i] = add("theory");
    }
    for (RunLine& line : m_parts->runs) {
        line.low = add("main");
        line.high = add("main");
        line.mean = add("main");
    }
    styleGraphs();
}

void TimePlot::styleGraphs()
{
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const RunLine& line = m_parts->runs[i];
        QColor fill = m_theme.runs[i % m_theme.runs.size()];
        line.mean->setPen(QPen(fill, m_theme.plotLineWidth, Qt::SolidLine, Qt::SquareCap));
        fill.setAlphaF(0.25F);
        line.high->setBrush(fill);
        fill.setAlphaF(0.16F);
        m_parts->bandHigh[i]->setBrush(fill);
        for (QCPGraph* border : {line.low, line.high, m_parts->bandLow[i], m_parts->bandHigh[i]})
            border->setPen(Qt::NoPen);
        line.high->setChannelFillGraph(line.low);
        m_parts->bandHigh[i]->setChannelFillGraph(m_parts->bandLow[i]);
        QPen dashed(m_theme.theory, 0.6 * m_theme.plotLineWidth);
        dashed.setDashPattern({5, 4});
        m_parts->theoryLines[i]->setPen(dashed);
    }
}

void TimePlot::setTheme(const Theme& theme)
{
    PlotView::setTheme(theme);
    styleGraphs();
}

bool TimePlot::isLogX() const
{
    return m_parts->logX;
}

bool TimePlot::isAutoRange() const
{
    return m_parts->autoRange;
}

void TimePlot::setLogX(bool logX)
{
    if (logX == m_parts->logX)
        return;
    m_parts->logX = logX;
    m_parts->logChip->setChecked(logX);
    m_plot->xAxis->setScaleType(logX ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->xAxis->setSubTicks(logX);
    m_plot->xAxis->setTicker(logX ? m_parts->logTime : m_parts->plainTime);
    fit();
}

void TimePlot::fit()
{
    m_parts->autoRange = true;
    m_parts->autoChip->hide();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TimePlot::takeRange()
{
    m_parts->autoRange = false;
    m_parts->autoChip->show();
}

// Everything that depends on range and size, once before each replot.
void TimePlot::prepare()
{
    if (m_parts->autoRange)
        prepareX();
    prepareRuns();
    if (m_parts->autoRange)
        prepareY();
    const QCPRange range = m_plot->yAxis->range();
    for (const RunLine& line : m_parts->runs) {
        const bool isBand =
            line.shown.low != line.shown.high; // a polygon without area takes as long as one with
        line.high->setVisible(isBand);
        if (isBand) {
            setData(*line.low, line.shown.x, line.shown.low, range, m_spec.logY);
            setData(*line.high, line.shown.x, line.shown.high, range, m_spec.logY);
        }
        setData(*line.mean, line.shown.x, line.shown.mean, range, m_spec.logY);
    }
    prepareTheory();
}

void TimePlot::prepareX()
{
    m_parts->plainTime->setTickCount(ticksAcross(formatCount(std::llround(m_parts->horizon))));
    m_plot->yAxis->ticker()->setTickCount(ticksUp());
    // A log axis has no 0; iteration 1 is where it begins.
    m_plot->xAxis->setRange(m_parts->logX ? 1 : 0,
                            m_parts->logX ? std::max(10.0, m_parts->horizon) : m_parts->horizon);
}

void TimePlot::prepareRuns()
{
    const QCPRange range = m_plot->xAxis->range();
    // Columns of two pixels: twice as many show no more and take twice as long.
    const double width = 0.5 * m_plot->axisRect()->width() * m_plot->bufferDevicePixelRatio();
    const Columns columns{range.lower, range.upper, std::max(16, static_cast<int>(width)), m_parts->logX};
    for (RunLine& line : m_parts->runs) {
        line.shown = reduce(line.series, columns);
        const bool isNewer = line.series.size() == 0 || line.now > line.series.x.back();
        if (isNewer && line.now <= range.upper)
            line.shown.add(line.now, line.value, line.value, line.value);
    }
}

void TimePlot::prepareTheory()
{
    const QCPRange x = m_plot->xAxis->range();
    const QCPRange y = m_plot->yAxis->range();
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        for (QCPGraph* graph : {m_parts->theoryLines[i], m_parts->bandLow[i], m_parts->bandHigh[i]})
            graph->data()->clear();
    }
    for (const TheoryLine& line : m_parts->theory) {
        const auto i = static_cast<std::size_t>(line.run);
        if (line.level) {
            setData(*m_parts->theoryLines[i], {x.lower, x.upper}, {*line.level, *line.level}, y, m_spec.logY);
            continue;
        }
        const PredictedCurve few = thinned(line.curve, x.lower, x.upper, m_parts->logX, theoryPoints);
        setData(*m_parts->theoryLines[i], few.x, few.mean, y, m_spec.logY);
        setData(*m_parts->bandLow[i], few.x, few.low, y, m_spec.logY);
        setData(*m_parts->bandHigh[i], few.x, few.high, y, m_spec.logY);
    }
}

Extent TimePlot::seen(Extent& floor) const
{
    const QCPRange x = m_plot->xAxis->range();
    Extent seen;
    const auto include = [&seen](const Extent& extent) {
        if (!extent.empty()) {
            seen.include(extent.min);
            seen.include(extent.max);
        }
    };
    for (const TheoryLine& line : m_parts->theory) {
        if (line.level) {
            floor.include(*line.level);
            seen.include(*line.level);
        }
        for (std::size_t i = 0; i < line.curve.x.size() && line.curve.x[i] <= x.upper; ++i) {
            seen.include(line.curve.low[i]);
            seen.include(line.curve.high[i]);
        }
    }
    for (const RunLine& line : m_parts->runs) {
        if (line.series.size() > 0)
            seen.include(line.series.mean.front());
        if (!line.diverged)
            include(extentOf(line.shown, x.lower, x.upper, m_spec.logY));
    }
    // A run that blew up is followed a little way; all the way would leave the rest in one pixel.
    const double size =
        m_spec.logY ? seen.max : std::max({seen.max - seen.min, std::abs(seen.max), std::abs(seen.min)});
    const Extent known = seen;
    for (const RunLine& line : m_parts->runs) {
        Extent extent = extentOf(line.shown, x.lower, x.upper, m_spec.logY);
        if (!line.diverged || extent.empty())
            continue;
        const double reach = followedGrowth * size;
        extent.max = known.empty() ? extent.max : std::min(extent.max, known.max + reach);
        extent.min = known.empty() ? extent.min : std::max(extent.min, known.min - reach);
        include(extent);
    }
    return seen;
}

void TimePlot::prepareY()
{
    Extent floor;
    const Extent measured = seen(floor);
    if (measured.empty()) {
        m_plot->yAxis->setRange(m_spec.logY ? 1e-3 : -1, 1);
        return;
    }
    if (m_spec.logY) {
        const double top = 2 * measured.max;
        const double least = floor.empty() ? leastLoss * top : belowFloor * floor.min;
        // Down to a whole power of ten, so that the axis ends in a number.
        const double bottom = std::max(measured.min, least);
        m_plot->yAxis->setRange(std::pow(10, std::floor(std::log10(bottom) + 1e-9)), top);
        return;
    }
    const double size = measured.max - measured.min;
    const double pad = size > 0 ? 0.1 * size : std::max(0.1 * std::abs(measured.max), 0.1);
    m_plot->yAxis->setRange(measured.min - pad, measured.max + pad);
}

void TimePlot::paintEdits(QCPPainter& painter) const
{
    const QRect axes = m_plot->axisRect()->rect();
    for (const EditMark& edit : m_parts->edits) {
        if (!m_plot->xAxis->range().contains(edit.at))
            continue;
        const double x = m_plot->xAxis->coordToPixel(edit.at);
        const QColor colour = m_theme.runs[static_cast<std::size_t>(edit.run) % m_theme.runs.size()];
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const double y = axes.bottom() + 1;
        painter.drawPolygon(QPolygonF({QPointF(x, y - 7), QPointF(x + 4, y), QPointF(x - 4, y)}));
    }
}

void TimePlot::paintLabels(QCPPainter& painter)
{
    const QRectF axes = m_plot->axisRect()->rect();
    LabelPlacer placer(axes.adjusted(2, 1, 14, -1));
    const QFont font = plotFont(0.9);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    std::vector<QList<QPointF>> lines;
    for (const RunLine& line : m_parts->runs) {
        lines.push_back(pixelsOf(*m_plot, *line.mean));
        placer.avoidLine(lines.back(), 2);
    }
    for (QCPGraph* graph : m_parts->theoryLines)
        placer.avoidLine(pixelsOf(*m_plot, *graph), 1);
    paintEdgeMarks(painter, placer);

    const auto write = [&](const QString& text, const QColor& colour, const QList<QPointF>& curve,
                           std::optional<std::size_t>& previous) {
        const QSizeF size(metrics.horizontalAdvance(text) + 4, metrics.height());
        const auto places = placesAlong(curve, size, axes.adjusted(6, 0, -4, 0), 3);
        previous = placer.place(places, previous);
        if (previous)
            drawHaloText(painter, places[*previous].rect, Qt::AlignCenter, text, colour, m_theme.card);
    };
    for (std::size_t i = 0; i < m_parts->theory.size(); ++i) {
        const TheoryLine& line = m_parts->theory[i];
        const auto run = static_cast<std::size_t>(line.run);
        write(line.label, m_theme.text, pixelsOf(*m_plot, *m_parts->theoryLines[run]),
              m_parts->theoryPlaces[run]);
    }
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        // Where it has left the picture its mark at the edge names it; a point is no line yet.
        if (isOutside(m_parts->runs[i].value) || lines[i].size() < 2)
            continue;
        write(m_parts->runs[i].label, m_theme.runText[i % m_theme.runText.size()], lines[i],
              m_parts->runs[i].labelPlace);
    }
}

bool TimePlot::isOutside(double value) const
{
    const QCPRange range = m_plot->yAxis->range();
    return value < range.lower || value > range.upper;
}

// The run's sign at the present end of its line: the same as on the landscape.
void TimePlot::paintHeads(QCPPainter& painter) const
{
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const RunLine& line = m_parts->runs[i];
        if (!std::isfinite(line.value) || isOutside(line.value) || !m_plot->xAxis->range().contains(line.now))
            continue;
        paintMarker(painter, runMarker(static_cast<int>(i)), toPixel(*m_plot, line.now, line.value),
                    1.6 + 1.2 * m_theme.plotLineWidth, m_theme.runs[i % m_theme.runs.size()], m_theme.card);
    }
}

void TimePlot::paintEdgeMarks(QCPPainter& painter, LabelPlacer& placer)
{
    const QRectF axes = m_plot->axisRect()->rect();
    const QCPRange range = m_plot->yAxis->range();
    const QFontMetricsF metrics(painter.font());
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const RunLine& line = m_parts->runs[i];
        if (!m_plot->xAxis->range().contains(line.now) || !isOutside(line.value))
            continue;
        const bool below = line.value < range.lower;
        const QString text = (below ? QStringLiteral("▼ %1: %2") : QStringLiteral("▲ %1: %2"))
                                 .arg(line.name, shortNumber(line.value, 1));
        // Where the line left the picture, or as near to it as there is room.
        double x = m_plot->xAxis->coordToPixel(line.now);
        for (std::size_t k = 0; k < line.shown.size(); ++k) {
            if (below ? line.shown.mean[k] < range.lower : line.shown.mean[k] > range.upper) {
                x = m_plot->xAxis->coordToPixel(line.shown.x[k]);
                break;
            }
        }
        const QSizeF size(metrics.horizontalAdvance(text) + 4, metrics.height());
        std::vector<LabelPlace> places;
        for (int step = 0; step < 12; ++step) {
            const double left = std::clamp(x + 6, axes.left() + 2, axes.right() - size.width());
            const double y = below ? axes.bottom() - 2 - (step + 1) * size.height()
                                   : axes.top() + 2 + step * size.height();
            places.push_back({QRectF(QPointF(left, y), size), 2.0 * step});
        }
        if (const auto place = placer.place(places))
            drawHaloText(painter, places[*place].rect, Qt::AlignCenter, text,
                         m_theme.runText[i % m_theme.runText.size()], m_theme.card);
    }
}

void TimePlot::showCursor(double iteration)
{
    if (iteration == m_parts->cursor)
        return;
    m_parts->cursor = iteration;
    m_plot->layer(QStringLiteral("cursor"))->replot();
}

void TimePlot::paintCursor(QCPPainter& painter) const
{
    if (!(m_parts->cursor >= 0) || !m_plot->xAxis->range().contains(m_parts->cursor))
        return;
    const QRectF axes = m_plot->axisRect()->rect();
    const double x = m_plot->xAxis->coordToPixel(m_parts->cursor);
    painter.setPen(QPen(m_theme.axis, 1));
    painter.drawLine(QPointF(x, axes.top()), QPointF(x, axes.bottom()));
    painter.setFont(plotFont(0.9));
    const QFontMetricsF metrics(painter.font());
    double y = axes.top();
    const auto write = [&](const QString& text, const QColor& colour) {
        const double width = metrics.horizontalAdvance(text) + 4;
        const double left = x + 6 + width < axes.right() ? x + 6 : x - 6 - width;
        drawHaloText(painter, QRectF(left, y, width, metrics.height()), Qt::AlignCenter, text, colour,
                     m_theme.card);
        y += metrics.height();
    };
    write(tr("t = %1").arg(formatCount(std::llround(m_parts->cursor))), m_theme.text);
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const Series& series = m_parts->runs[i].series;
        const std::size_t entry = entryAt(series, m_parts->cursor);
        if (entry == series.size() || m_parts->cursor > m_parts->runs[i].now) // not there yet
            continue;
        const double value = series.mean[entry];
        const QColor colour = m_theme.runs[i % m_theme.runs.size()];
        const QPointF at =
            toPixel(*m_plot, series.x[entry], drawable(value, m_plot->yAxis->range(), m_spec.logY));
        if (axes.contains(at)) {
            painter.setPen(QPen(m_theme.card, 1));
            painter.setBrush(colour);
            painter.drawEllipse(QPointF(x, at.y()), 3.5, 3.5);
        }
        write(shortNumber(value), m_theme.runText[i % m_theme.runText.size()]);
    }
}

bool TimePlot::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::MouseMove) {
        const QPoint at = static_cast<QMouseEvent*>(event)->position().toPoint();
        const bool inside = m_plot->axisRect()->rect().contains(at);
        emit cursorMoved(inside ? m_plot->xAxis->pixelToCoord(at.x()) : -1);
    } else if (watched == m_plot && event->type() == QEvent::Leave) {
        emit cursorMoved(-1);
    }
    return PlotView::eventFilter(watched, event);
}

QString TimePlot::sentence(const Scene& scene) const
{
    QStringList parts;
    for (const RunTrace& run : scene.runs)
        parts.append(
            tr("%1, iteration %2: %3")
                .arg(QString::fromStdString(run.spec.name), formatCount(run.iteration), m_spec.phrase(run)));
    return parts.isEmpty() ? emptyText() : parts.join(QStringLiteral(". ")) + QLatin1Char('.');
}

} // namespace hyperdrift::ui
