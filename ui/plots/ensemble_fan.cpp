#include "ui/plots/ensemble_fan.h"

#include "core/measure/series.h"
#include "core/theory/predicted_spread.h"
#include "ui/plots/drawing.h"
#include "ui/plots/label_placer.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/tickers.h"
#include "ui/titles.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr int theoryPoints = 200;
constexpr double headroom = 0.08; // of the range, above and below

} // namespace

/// One run.
struct EnsembleFan::Line {
    QString name;
    QString fileName;
    std::vector<double> x; ///< iterations with a finite median
    std::vector<double> low;
    std::vector<double> median;
    std::vector<double> high;
    PredictedCurve predicted; ///< with the band that holds nine of ten
};

namespace {

/// The path where all start at one place; else the level that all come to, where there is one.
PredictedCurve predictedBand(const EnsembleTrace& run, const EnsembleState& state)
{
    const bool startsVary = state.asked.vary != Vary::Noise;
    const auto horizon = static_cast<double>(state.asked.experiment.steps);
    if (!startsVary)
        return thinned(widened(predictedImbalance(run.path), ninetyPercent), 0, std::max(1.0, horizon), false,
                       theoryPoints);
    const PredictedSpread level = spreadOf(run, state);
    if (!level.imbalance)
        return {};
    const double reach = ninetyPercent * level.sdImbalance.value_or(0);
    const double mean = *level.imbalance;
    return {{0, horizon}, {mean, mean}, {mean - reach, mean - reach}, {mean + reach, mean + reach}};
}

} // namespace

EnsembleFan::EnsembleFan(QWidget* parent) : EnsemblePane(parent)
{
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(6)));
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(4)));
    m_plot->xAxis->setSubTicks(false);
    m_plot->yAxis->setSubTicks(false);
    setAxisLabels(tr("iteration"), QStringLiteral("‖X‖² − ‖Y‖²"));
    new Drawing(m_plot, QStringLiteral("main"), Drawing::Clip::ToAxes, [this](QCPPainter& painter) {
        paintBands(painter);
        paintTheory(painter);
    });
    new Drawing(m_plot, QStringLiteral("axes"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintLabels(painter); });
    new Drawing(m_plot, markLayer(), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintCursor(painter); });
    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] {
        m_plot->xAxis->ticker()->setTickCount(ticksAcross(QStringLiteral("10,000")));
        m_plot->yAxis->ticker()->setTickCount(ticksUp());
    });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
        const double t = m_plot->xAxis->pixelToCoord(event->position().x());
        showCursor(m_plot->axisRect()->rect().contains(event->position().toPoint()) ? t : -1);
        emit cursorMoved(m_cursor);
    });
    setTheme(m_theme);
}

EnsembleFan::~EnsembleFan() = default;

QString EnsembleFan::title() const
{
    return tr("Fan of the imbalance");
}

void EnsembleFan::showCursor(double iteration)
{
    if (iteration == m_cursor)
        return;
    m_cursor = iteration;
    m_plot->layer(markLayer())->replot();
}

void EnsembleFan::takeIn(const EnsembleState& state)
{
    m_lines.clear();
    for (const EnsembleTrace& run : state.runs) {
        Line line;
        line.name = runTitle(run.spec.name);
        line.fileName = QString::fromStdString(run.spec.name);
        for (std::size_t i = 0; i < run.bands.imbalance.size(); ++i) {
            const QuantileSummary& at = run.bands.imbalance[i];
            if (!std::isfinite(at.median))
                continue;
            line.x.push_back(static_cast<double>(run.bands.iterations[i]));
            line.low.push_back(at.q05);
            line.median.push_back(at.median);
            line.high.push_back(at.q95);
        }
        line.predicted = predictedBand(run, state);
        m_lines.push_back(std::move(line));
    }
    const bool isMeasured =
        std::any_of(m_lines.begin(), m_lines.end(), [](const Line& line) { return !line.x.empty(); });
    setEmptyText(isMeasured || state.phase != EnsemblePhase::Running
                     ? QString()
                     : tr("The fan opens when all members have ended."));
    if (state.order != m_order || isAutoRange())
        fit();
    m_order = state.order;
}

void EnsembleFan::showAll()
{
    if (!hasState())
        return;
    Extent seen;
    for (const Line& line : m_lines) {
        for (const auto* values : {&line.low, &line.high, &line.predicted.low, &line.predicted.high})
            for (const double value : *values)
                seen.include(value);
    }
    if (seen.empty())
        seen.include(0);
    const double room = seen.max > seen.min ? headroom * (seen.max - seen.min) : 1;
    m_plot->yAxis->setRange(seen.min - room, seen.max + room);
    m_plot->xAxis->setRange(0, std::max(1.0, static_cast<double>(state().asked.experiment.steps)));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

PlottedData EnsembleFan::plotted() const
{
    using Series = PlottedSeries;
    PlottedPanel panel = emptyPanel(QStringLiteral("iteration t"), QStringLiteral("‖X‖² − ‖Y‖²"));
    panel.title = QStringLiteral("Imbalance over time");
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        const PredictedCurve& theory = line.predicted;
        const auto add = [&](const char* name, Series::Kind kind, Series::Legend legend,
                             const std::vector<double>& y, const std::vector<double>& high) {
            panel.series.push_back({.kind = kind,
                                    .name = QString::fromUtf8(name),
                                    .who = line.fileName,
                                    .run = static_cast<int>(i),
                                    .legend = legend,
                                    .x = line.x,
                                    .y = y,
                                    .high = high});
        };
        const auto predict = [&](const char* name, double width, Series::Legend legend,
                                 const std::vector<double>& y) {
            panel.series.push_back({.name = QString::fromUtf8(name),
                                    .who = line.fileName,
                                    .run = static_cast<int>(i),
                                    .isTheory = true,
                                    .stroke = Series::Stroke::Dashed,
                                    .legend = legend,
                                    .width = width,
                                    .x = theory.x,
                                    .y = y});
        };
        add("5 to 95 % of the members", Series::Kind::Band, Series::Legend::None, line.low, line.high);
        add("median", Series::Kind::Line, Series::Legend::Name, line.median, {});
        predict("predicted mean", 0.6, Series::Legend::Name, theory.mean);
        if (theory.low != theory.mean) {
            predict("predicted 5 %", 0.4, Series::Legend::None, theory.low);
            predict("predicted 95 %", 0.4, Series::Legend::None, theory.high);
        }
    }
    return {panel.title, {panel}};
}

QString EnsembleFan::toolTipAt(const QPointF& position) const
{
    if (!hasState() || !m_plot->axisRect()->rect().contains(position.toPoint()))
        return {};
    return state().asked.vary == Vary::Noise
               ? tr("Line and shade: median of the members, and where nine of ten are. Dashed: predicted "
                    "mean of "
                    "‖X‖² − ‖Y‖², and ± 1.64 sd, as noise builds it up from the start")
               : tr("Line and shade: median of the members, and where nine of ten are. Dashed: the predicted "
                    "limit of ‖X‖² − ‖Y‖², and ± 1.64 sd once stationary");
}

std::optional<std::int64_t> EnsembleFan::memberAt(const QPointF&) const
{
    return std::nullopt; // a band is nobody's
}

QList<QPointF> EnsembleFan::pixels(const std::vector<double>& x, const std::vector<double>& y) const
{
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(x.size()));
    for (std::size_t i = 0; i < x.size(); ++i)
        points.append(toPixel(*m_plot, x[i], y[i]));
    return points;
}

void EnsembleFan::paintBands(QCPPainter& painter) const
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        QList<QPointF> band = pixels(line.x, line.low);
        const QList<QPointF> above = pixels(line.x, line.high);
        std::copy(above.rbegin(), above.rend(), std::back_inserter(band));
        painter.setPen(Qt::NoPen);
        QColor fill = colourOf(i);
        fill.setAlphaF(0.28F);
        painter.setBrush(fill);
        painter.drawPolygon(band.data(), static_cast<int>(band.size()));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colourOf(i), m_theme.plotLineWidth));
        drawFastPolyline(painter, pixels(line.x, line.median));
    }
}

void EnsembleFan::paintTheory(QCPPainter& painter) const
{
    QPen dashed(m_theme.theory, 0.6 * m_theme.plotLineWidth);
    dashed.setDashPattern({5, 4});
    QPen fine(m_theme.theory, 0.4 * m_theme.plotLineWidth);
    fine.setDashPattern({3, 4});
    for (const Line& line : m_lines) {
        const PredictedCurve& theory = line.predicted;
        const auto draw = [&](const std::vector<double>& y) {
            const QList<QPointF> points = pixels(theory.x, y);
            painter.drawPolyline(points.data(), static_cast<int>(points.size()));
        };
        painter.setPen(dashed);
        draw(theory.mean);
        if (theory.low == theory.mean)
            continue;
        painter.setPen(fine);
        draw(theory.low);
        draw(theory.high);
    }
}

void EnsembleFan::paintLabels(QCPPainter& painter) const
{
    if (!hasState() || !emptyText().isEmpty())
        return;
    const QRectF axes = m_plot->axisRect()->rect();
    LabelPlacer placer(axes.adjusted(2, 0, -2, -1));
    for (const Line& line : m_lines) {
        placer.avoidLine(pixels(line.x, line.low), 1);
        placer.avoidLine(pixels(line.x, line.high), 1);
        placer.avoidLine(pixels(line.x, line.median), 3);
        placer.avoidLine(pixels(line.predicted.x, line.predicted.mean), 2);
    }
    painter.setFont(plotFont(0.9));
    const QFontMetricsF metrics(painter.font());
    const auto sizeOf = [&](const QString& text) {
        return QSizeF(metrics.horizontalAdvance(text) + 4, metrics.height());
    };
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const QList<QPointF> curve = pixels(m_lines[i].x, m_lines[i].median);
        if (curve.isEmpty())
            continue;
        const auto places = placesAlong(curve, sizeOf(m_lines[i].name), axes.adjusted(6, 0, -4, 0), 3);
        if (const auto place = placer.place(places))
            drawHaloText(painter, places[*place].rect, Qt::AlignCenter, m_lines[i].name, textColourOf(i),
                         m_theme.card);
    }
    painter.setFont(plotFont(0.8));
    for (const QString& text :
         {tr("median and 5–95 % of the members; dashed: predicted"), tr("5–95 %; dashed: predicted")}) {
        const QFontMetricsF small(painter.font());
        const QSizeF size(small.horizontalAdvance(text) + 4, small.height());
        std::vector<LabelPlace> places;
        for (const double y : {axes.top() + 2, axes.bottom() - size.height() - 2})
            places.push_back({QRectF(QPointF(axes.right() - size.width() - 4, y), size), 0.1 * y});
        const bool isClear = std::any_of(places.begin(), places.end(),
                                         [&](const LabelPlace& place) { return placer.isClear(place.rect); });
        if (!isClear)
            continue;
        if (const auto place = placer.place(places))
            drawHaloText(painter, places[*place].rect, Qt::AlignCenter, text, m_theme.textMuted,
                         m_theme.card);
        break;
    }
}

void EnsembleFan::paintCursor(QCPPainter& painter) const
{
    const QRectF axes = m_plot->axisRect()->rect();
    if (m_cursor < 0 || !hasState() || !emptyText().isEmpty())
        return;
    const double x = m_plot->xAxis->coordToPixel(m_cursor);
    if (x < axes.left() || x > axes.right())
        return;
    painter.setPen(QPen(m_theme.textMuted, 1));
    painter.drawLine(QPointF(x, axes.top()), QPointF(x, axes.bottom()));
    painter.setFont(plotFont(0.8));
    const QFontMetricsF metrics(painter.font());
    const bool onLeft = x > axes.center().x();
    double y = axes.top() + 2;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        const auto after = std::upper_bound(line.x.begin(), line.x.end(), m_cursor);
        if (after == line.x.begin())
            continue;
        const auto at = static_cast<std::size_t>(after - line.x.begin()) - 1;
        const QString text =
            tr("%1 (%2 to %3)")
                .arg(shortNumber(line.median[at]), shortNumber(line.low[at]), shortNumber(line.high[at]));
        const double width = metrics.horizontalAdvance(text) + 4;
        const QRectF rect(onLeft ? x - width - 4 : x + 4, y, width, metrics.height());
        drawHaloText(painter, rect, Qt::AlignCenter, text, textColourOf(i), m_theme.card);
        y += metrics.height();
    }
}

} // namespace hyperdrift::ui
