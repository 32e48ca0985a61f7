#include "ui/plots/ensemble_histogram.h"

#include "core/measure/histogram.h"
#include "core/measure/quantiles.h"
#include "core/measure/series.h"
#include "core/theory/predicted_spread.h"
#include "ui/format.h"
#include "ui/plots/drawing.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/tickers.h"
#include "ui/titles.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr int curvePoints = 120;
constexpr double headroom = 1.12;  // above the fullest bin
constexpr double sideRoom = 0.06;  // of the range, at either side
constexpr double leastHalf = 0.02; // of ln ratio: a row whose members all end at one number
constexpr double bandReach = 3.2;  // sd of theory that must be seen
constexpr double leastBarPixels = 3;
constexpr double pointerReach = 8;
constexpr double longRun = 4; // time constants after which the start is forgotten, to 2 %

} // namespace

/// One run's members, by z = ln(‖X‖²/‖Y‖²).
struct EnsembleHistogram::Row {
    QString name;
    QString fileName;
    Histogram bins;
    QuantileSummary ratio; ///< of the ratio itself
    PredictedSpread predicted;
    bool isShort = false; ///< too short for its members to be where theory leads them
    std::vector<std::pair<double, std::int64_t>> members; ///< z and member, ascending
    double lower = -1;
    double upper = 1;
    double top = 1; ///< of the counts
};

EnsembleHistogram::EnsembleHistogram(QWidget* parent) : EnsemblePane(parent)
{
    m_plot->xAxis->setVisible(false); // each row has an axis of its own
    m_plot->yAxis->setVisible(false);
    m_plot->setInteractions(QCP::iNone);
    setAxisLabels(tr("‖X‖²/‖Y‖² at the end"), tr("members"));
    new Drawing(m_plot, QStringLiteral("main"), Drawing::Clip::None, [this](QCPPainter& painter) {
        for (std::size_t row = 0; hasState() && row < m_rows.size(); ++row)
            paintRow(painter, row);
    });
    new Drawing(m_plot, markLayer(), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintMark(painter); });
    setTheme(m_theme);
}

EnsembleHistogram::~EnsembleHistogram() = default;

QString EnsembleHistogram::title() const
{
    return tr("Histogram of the final ratio");
}

void EnsembleHistogram::takeIn(const EnsembleState& state)
{
    m_rows.clear();
    for (const EnsembleTrace& run : state.runs) {
        Row row;
        row.name = runTitle(run.spec.name);
        row.fileName = QString::fromStdString(run.spec.name);
        std::vector<double> logRatios;
        std::vector<double> ratios;
        for (const EnsembleEnd& end : run.ends) {
            if (const auto z = logRatioOf(end)) {
                row.members.emplace_back(*z, end.member);
                logRatios.push_back(*z);
                ratios.push_back(end.xNorm2 / end.yNorm2);
            }
        }
        std::sort(row.members.begin(), row.members.end());
        row.bins = histogramOf(logRatios);
        row.ratio = summarize(std::move(ratios));
        row.predicted = spreadOf(run, state);
        row.isShort = static_cast<double>(state.asked.experiment.steps) <
                      longRun * run.prediction.timeConstant.value_or(0);
        Extent seen;
        if (!row.members.empty()) {
            seen.include(row.members.front().first);
            seen.include(row.members.back().first);
        }
        if (row.predicted.ratio) {
            const double reach = bandReach * row.predicted.sdLogRatio.value_or(0);
            seen.include(std::log(*row.predicted.ratio) - reach);
            seen.include(std::log(*row.predicted.ratio) + reach);
        }
        if (!seen.empty()) {
            const double room = std::max(leastHalf, sideRoom * (seen.max - seen.min));
            row.lower = seen.min - room;
            row.upper = seen.max + room;
        }
        row.top = headroom * static_cast<double>(std::max<std::int64_t>(1, row.bins.greatest()));
        if (row.predicted.sdLogRatio && row.bins.width > 0)
            row.top = std::max(row.top, headroom * bellCurve(0, *row.predicted.sdLogRatio,
                                                             static_cast<double>(row.members.size()),
                                                             row.bins.width, 3)[1]
                                                       .count);
        m_rows.push_back(std::move(row));
    }
}

EnsembleHistogram::Place EnsembleHistogram::placeOf(std::size_t row) const
{
    const QRectF axes = m_plot->axisRect()->rect();
    const double line = QFontMetricsF(plotFont(0.9)).height();
    // Down to the axis label: each row has its numbers below it, the last one as the others.
    const double height = (axes.height() + line) / static_cast<double>(m_rows.size());
    const QRectF whole(axes.left(), axes.top() + static_cast<double>(row) * height, axes.width(), height);
    Place place;
    const bool hasTicks = height > 3.2 * line;
    place.words = QRectF(whole.left(), whole.top(), whole.width(), line);
    place.ticks = hasTicks ? QRectF(whole.left(), whole.bottom() - line, whole.width(), line) : QRectF();
    place.bars = whole.adjusted(0, hasTicks ? line : 0.3 * line, 0, hasTicks ? -line - 2 : -4);
    return place;
}

double EnsembleHistogram::pixelOf(const Row& row, const QRectF& bars, double logRatio) const
{
    return bars.left() + bars.width() * (logRatio - row.lower) / (row.upper - row.lower);
}

void EnsembleHistogram::paintRow(QCPPainter& painter, std::size_t row) const
{
    const QRectF bars = placeOf(row).bars;
    paintBars(painter, row);
    painter.setPen(QPen(m_theme.axis, 1));
    painter.drawLine(bars.bottomLeft(), bars.bottomRight());
    paintTheory(painter, row);
    paintTicks(painter, row);
    paintWords(painter, row);
}

void EnsembleHistogram::paintBars(QCPPainter& painter, std::size_t row) const
{
    const Row& shown = m_rows[row];
    const QRectF bars = placeOf(row).bars;
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(colourOf(row), m_theme.card, 0.35));
    for (std::size_t i = 0; i < shown.bins.counts.size(); ++i) {
        const double height = bars.height() * static_cast<double>(shown.bins.counts[i]) / shown.top;
        double left = pixelOf(shown, bars, shown.bins.lower(i));
        double right = pixelOf(shown, bars, shown.bins.lower(i) + shown.bins.width);
        if (right - left < leastBarPixels) {
            const double middle = (left + right) / 2;
            left = middle - leastBarPixels / 2;
            right = middle + leastBarPixels / 2;
        }
        if (height > 0)
            painter.drawRect(QRectF(left, bars.bottom() - height, right - left, height));
    }
    painter.setBrush(Qt::NoBrush);
}

void EnsembleHistogram::paintTheory(QCPPainter& painter, std::size_t row) const
{
    const Row& shown = m_rows[row];
    if (!shown.predicted.ratio)
        return;
    const QRectF bars = placeOf(row).bars;
    const double level = std::log(*shown.predicted.ratio);
    QPen dashed(m_theme.theory, 0.6 * m_theme.plotLineWidth);
    dashed.setDashPattern({5, 4});
    painter.setPen(dashed);
    const double x = pixelOf(shown, bars, level);
    painter.drawLine(QPointF(x, bars.top()), QPointF(x, bars.bottom()));
    if (!shown.predicted.sdLogRatio || !(shown.bins.width > 0))
        return;
    QList<QPointF> curve;
    for (const BellPoint& point :
         bellCurve(level, *shown.predicted.sdLogRatio, static_cast<double>(shown.members.size()),
                   shown.bins.width, curvePoints)) {
        const QPointF at(pixelOf(shown, bars, point.z),
                         bars.bottom() - bars.height() * point.count / shown.top);
        if (bars.left() <= at.x() && at.x() <= bars.right())
            curve.append(at);
    }
    painter.drawPolyline(curve.data(), static_cast<int>(curve.size()));
}

void EnsembleHistogram::paintTicks(QCPPainter& painter, std::size_t row) const
{
    const Row& shown = m_rows[row];
    const Place place = placeOf(row);
    if (place.ticks.isEmpty())
        return;
    QVector<double> ticks;
    QVector<QString> labels;
    DecadeTicker ticker(ticksAcross(QStringLiteral("0.000")));
    ticker.setWrittenOut(true);
    ticker.generate(QCPRange(std::exp(shown.lower), std::exp(shown.upper)), QLocale(), QLatin1Char('f'), 3,
                    ticks, nullptr, &labels);
    painter.setFont(plotFont(0.9));
    for (qsizetype i = 0; i < std::min(ticks.size(), labels.size()); ++i) {
        const double x = pixelOf(shown, place.bars, std::log(ticks[i]));
        if (x < place.bars.left() - 1 || x > place.bars.right() + 1)
            continue;
        painter.setPen(QPen(m_theme.axis, 1));
        painter.drawLine(QPointF(x, place.bars.bottom()), QPointF(x, place.bars.bottom() + 3));
        painter.setPen(m_theme.textMuted);
        painter.drawText(QRectF(x - 100, place.ticks.top() + 1, 200, place.ticks.height()),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextDontClip, labels[i]);
    }
}

void EnsembleHistogram::paintWords(QCPPainter& painter, std::size_t row) const
{
    const Row& shown = m_rows[row];
    const QRectF words = placeOf(row).words;
    painter.setFont(plotFont(0.9));
    const auto spread = [](double middle, double sd) {
        return std::isfinite(sd) && sd > 1e-6 * std::abs(middle)
                   ? QStringLiteral("%1 ± %2").arg(shortNumber(middle), shortNumber(sd, 2))
                   : shortNumber(middle);
    };
    QString measured = shown.name;
    if (shown.ratio.count > 0 && shown.ratio.max > 2 * shown.ratio.min)
        measured += tr(": %1 to %2").arg(shortNumber(shown.ratio.min), shortNumber(shown.ratio.max));
    else if (shown.ratio.count > 0)
        measured += QStringLiteral(": ") + spread(shown.ratio.mean, shown.ratio.sd);
    QString predicted;
    if (shown.predicted.ratio)
        predicted = (shown.isShort ? tr("predicted after a long run %1") : tr("predicted %1"))
                        .arg(spread(*shown.predicted.ratio,
                                    *shown.predicted.ratio * shown.predicted.sdLogRatio.value_or(0)));
    else if (state().asked.vary != Vary::Noise)
        predicted = tr("each where its start leads");
    const QFontMetricsF metrics(painter.font());
    const double left = metrics.horizontalAdvance(measured);
    drawHaloText(painter, words, Qt::AlignLeft | Qt::AlignVCenter,
                 metrics.elidedText(measured, Qt::ElideRight, words.width()), textColourOf(row),
                 m_theme.card);
    if (left + metrics.horizontalAdvance(predicted) + 12 < words.width())
        drawHaloText(painter, words, Qt::AlignRight | Qt::AlignVCenter, predicted, m_theme.text,
                     m_theme.card);
}

/// A panel for each row, for each has an axis of its own.
PlottedData EnsembleHistogram::plotted() const
{
    using Series = PlottedSeries;
    PlottedData all{QStringLiteral("Histogram of the final ratio"), {}};
    for (std::size_t i = 0; hasState() && i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        PlottedPanel panel{.title = QStringLiteral("Final ratio, ") + row.fileName,
                           .x = {QStringLiteral("ln(‖X‖²/‖Y‖²)"), row.lower, row.upper, false},
                           .y = {QStringLiteral("members"), 0, row.top, false}};
        Series bars{.kind = Series::Kind::Bars,
                    .name = QStringLiteral("members"),
                    .who = row.fileName,
                    .run = static_cast<int>(i),
                    .legend = Series::Legend::Who,
                    .width = row.bins.width};
        for (std::size_t bin = 0; bin < row.bins.counts.size(); ++bin)
            bars.add(row.bins.lower(bin) + 0.5 * row.bins.width, static_cast<double>(row.bins.counts[bin]));
        panel.series.push_back(std::move(bars));
        addTheory(panel, row, static_cast<int>(i));
        all.panels.push_back(std::move(panel));
    }
    return all;
}

void EnsembleHistogram::addTheory(PlottedPanel& panel, const Row& row, int run)
{
    if (!row.predicted.ratio)
        return;
    const double level = std::log(*row.predicted.ratio);
    const auto dashed = [&](const char* name, PlottedSeries::Legend legend) {
        return PlottedSeries{.name = QString::fromUtf8(name),
                             .who = row.fileName,
                             .run = run,
                             .isTheory = true,
                             .stroke = PlottedSeries::Stroke::Dashed,
                             .legend = legend,
                             .width = 0.6};
    };
    PlottedSeries line = dashed("predicted limit", PlottedSeries::Legend::Name);
    line.add(level, 0);
    line.add(level, panel.y.upper);
    panel.series.push_back(std::move(line));
    if (!row.predicted.sdLogRatio || !(row.bins.width > 0))
        return;
    PlottedSeries curve = dashed("predicted normal curve", PlottedSeries::Legend::None);
    for (const BellPoint& point :
         bellCurve(level, *row.predicted.sdLogRatio, static_cast<double>(row.members.size()), row.bins.width,
                   curvePoints))
        curve.add(point.z, point.count);
    panel.series.push_back(std::move(curve));
}

void EnsembleHistogram::paintMark(QCPPainter& painter) const
{
    if (!marked() || !hasState())
        return;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const EnsembleEnd* end = endOf(state().runs[row], *marked());
        const auto z = end ? logRatioOf(*end) : std::nullopt;
        if (!z)
            continue;
        const QRectF bars = placeOf(row).bars;
        const double x = pixelOf(m_rows[row], bars, *z);
        painter.setPen(QPen(m_theme.accent, m_theme.plotLineWidth));
        painter.drawLine(QPointF(x, bars.top()), QPointF(x, bars.bottom() + 3));
    }
}

QString EnsembleHistogram::toolTipAt(const QPointF& position) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const Place place = placeOf(row);
        const PredictedSpread& predicted = m_rows[row].predicted;
        if (!place.words.contains(position) && !place.bars.contains(position))
            continue;
        if (!predicted.ratio)
            return tr("%1: how many of its members end at which ‖X‖²/‖Y‖², on a log axis")
                .arg(m_rows[row].name);
        return tr("%1: how many of its members end at which ‖X‖²/‖Y‖², on a log axis. Dashed: the predicted "
                  "limit %2, and the normal curve of ln(‖X‖²/‖Y‖²) = 2θ with the sd that theory has once "
                  "stationary, 2 sd(θ) = %3")
            .arg(m_rows[row].name, shortNumber(*predicted.ratio),
                 predicted.sdLogRatio ? shortNumber(*predicted.sdLogRatio) : QStringLiteral("0"));
    }
    return {};
}

std::optional<std::int64_t> EnsembleHistogram::memberAt(const QPointF& position) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const Row& shown = m_rows[row];
        const QRectF bars = placeOf(row).bars;
        if (!bars.contains(position) || shown.members.empty())
            continue;
        const double z =
            shown.lower + (shown.upper - shown.lower) * (position.x() - bars.left()) / bars.width();
        auto right = std::lower_bound(shown.members.begin(), shown.members.end(), std::pair(z, INT64_MIN));
        if (right == shown.members.end() ||
            (right != shown.members.begin() && z - std::prev(right)->first < right->first - z))
            --right;
        if (std::abs(pixelOf(shown, bars, right->first) - position.x()) <= pointerReach)
            return right->second;
    }
    return std::nullopt;
}

} // namespace hyperdrift::ui
