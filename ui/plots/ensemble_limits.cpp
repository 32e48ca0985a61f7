#include "ui/plots/ensemble_limits.h"

#include "core/measure/projection.h"
#include "core/theory/landscape.h"
#include "core/theory/norm_plane.h"
#include "core/theory/predicted_spread.h"
#include "ui/plots/curve_text.h"
#include "ui/plots/drawing.h"
#include "ui/plots/ensemble_text.h"
#include "ui/plots/label_placer.h"
#include "ui/plots/nice_range.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plane_art.h"
#include "ui/plots/plane_data.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/tickers.h"
#include "ui/titles.h"
#include "ui/widgets/marker.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace hyperdrift::ui {

namespace {

constexpr int curvePoints = 120;
constexpr double headroom = 1.12;
constexpr double pointerReach = 10;   // px
constexpr double cell = 2;            // px that two marks may share before one of them is left out
constexpr std::size_t fewMarks = 400; // with more of them they are smaller
constexpr double farthest = 1e12;     // of a norm that is shown

} // namespace

/// One run's ends.
struct EnsembleLimits::Cloud {
    struct Point {
        PlanePoint at;
        std::int64_t member;
    };
    QString name;
    QString fileName;
    std::vector<Point> points;
    std::optional<PlanePoint> limit; ///< predicted, where it is the same for all members
    std::optional<double> gamma;     ///< of the ray ‖X‖ = γ‖Y‖, likewise
    PlanePoint middle;               ///< a member's, near the others
};

EnsembleLimits::EnsembleLimits(QWidget* parent) : EnsemblePane(parent)
{
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(6)));
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(4)));
    m_plot->xAxis->setSubTicks(false);
    m_plot->yAxis->setSubTicks(false);
    setAxisLabels(QStringLiteral("‖X‖"), QStringLiteral("‖Y‖"));
    new Drawing(m_plot, QStringLiteral("main"), Drawing::Clip::ToAxes, [this](QCPPainter& painter) {
        paintTheory(painter);
        paintClouds(painter);
        paintStars(painter);
    });
    new Drawing(m_plot, QStringLiteral("axes"), Drawing::Clip::ToAxes,
                [this](QCPPainter& painter) { paintLabels(painter); });
    new Drawing(m_plot, markLayer(), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintMark(painter); });
    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] {
        m_plot->xAxis->ticker()->setTickCount(ticksAcross(QStringLiteral("0.25")));
        m_plot->yAxis->ticker()->setTickCount(ticksUp());
    });
    setTheme(m_theme);
}

EnsembleLimits::~EnsembleLimits() = default;

QString EnsembleLimits::title() const
{
    return tr("Limits");
}

void EnsembleLimits::takeIn(const EnsembleState& state)
{
    m_clouds.clear();
    m_product = leastNormProduct(state.problem.spectrum, state.problem.rank);
    for (const EnsembleTrace& run : state.runs) {
        Cloud cloud;
        cloud.name = runTitle(run.spec.name);
        cloud.fileName = QString::fromStdString(run.spec.name);
        for (const EnsembleEnd& end : run.ends) {
            const PlanePoint at = normPoint(end.xNorm2, end.yNorm2);
            if (end.ending == Ending::Finished && at.x < farthest && at.y < farthest)
                cloud.points.push_back({at, end.member});
        }
        const PredictedSpread predicted = spreadOf(run, state);
        if (predicted.ratio) {
            cloud.limit = limitNorms(run.prediction);
            if (run.prediction.gamma2)
                cloud.gamma = std::sqrt(*run.prediction.gamma2);
        }
        if (!cloud.points.empty()) {
            auto ordered = cloud.points;
            const auto middle = ordered.begin() + static_cast<std::ptrdiff_t>(ordered.size() / 2);
            std::nth_element(ordered.begin(), middle, ordered.end(),
                             [](const auto& a, const auto& b) { return a.at.x < b.at.x; });
            cloud.middle = middle->at;
        }
        m_clouds.push_back(std::move(cloud));
    }
    if (state.order != m_order || isAutoRange())
        fit();
    m_order = state.order;
}

void EnsembleLimits::showAll()
{
    double x = 0;
    double y = 0;
    for (const Cloud& cloud : m_clouds) {
        for (const Cloud::Point& point : cloud.points) {
            x = std::max(x, point.at.x);
            y = std::max(y, point.at.y);
        }
        if (cloud.limit) {
            x = std::max(x, cloud.limit->x);
            y = std::max(y, cloud.limit->y);
        }
    }
    // Where all are on one point, some of the curve is to be seen on either side of it.
    const double middle = std::sqrt(m_product);
    x = std::max(x, 1.3 * middle);
    y = std::max(y, 1.3 * middle);
    m_plot->xAxis->setRange(0, niceCeiling(headroom * x));
    m_plot->yAxis->setRange(0, niceCeiling(headroom * y));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QRectF EnsembleLimits::axes() const
{
    return m_plot->axisRect()->rect();
}

QList<QPointF> EnsembleLimits::pixels(const std::vector<PlanePoint>& points) const
{
    QList<QPointF> result;
    for (const PlanePoint& point : points)
        result.append(toPixel(*m_plot, point.x, point.y));
    return result;
}

/// ‖X‖‖Y‖ = s_1 + … + s_r, from left to right.
QList<QPointF> EnsembleLimits::minima() const
{
    const QCPRange x = m_plot->xAxis->range();
    const QCPRange y = m_plot->yAxis->range();
    QList<QPointF> longest;
    for (const auto& piece : hyperbola(m_product, {x.lower, x.upper, y.lower, y.upper}, curvePoints)) {
        if (!piece.empty() && piece.front().x > 0 && static_cast<qsizetype>(piece.size()) > longest.size())
            longest = pixels(piece);
    }
    if (!longest.isEmpty() && longest.front().x() > longest.back().x())
        std::reverse(longest.begin(), longest.end());
    return longest;
}

void EnsembleLimits::paintTheory(QCPPainter& painter) const
{
    if (!hasState())
        return;
    const QCPRange x = m_plot->xAxis->range();
    const QCPRange y = m_plot->yAxis->range();
    painter.setPen(QPen(m_theme.theory, 0.9 * m_theme.plotLineWidth));
    const QList<QPointF> curve = minima();
    painter.drawPolyline(curve.data(), static_cast<int>(curve.size()));
    QPen dashed(m_theme.theory, 0.6 * m_theme.plotLineWidth);
    dashed.setDashPattern({5, 4});
    painter.setPen(dashed);
    for (const Cloud& cloud : m_clouds) {
        if (!cloud.gamma)
            continue;
        const QList<QPointF> line = pixels(ray(*cloud.gamma, {x.lower, x.upper, y.lower, y.upper}));
        painter.drawPolyline(line.data(), static_cast<int>(line.size()));
    }
}

/// Of marks that would cover each other, one.
void EnsembleLimits::paintClouds(QCPPainter& painter) const
{
    for (std::size_t i = 0; i < m_clouds.size(); ++i) {
        const Cloud& cloud = m_clouds[i];
        const double radius =
            (cloud.points.size() > fewMarks ? 0.6 : 0.8) * (1.2 + 1.2 * m_theme.plotLineWidth);
        std::unordered_set<std::int64_t> taken;
        for (const Cloud::Point& point : cloud.points) {
            const QPointF at = toPixel(*m_plot, point.at.x, point.at.y);
            if (!axes().adjusted(-8, -8, 8, 8).contains(at))
                continue;
            const auto column = static_cast<std::int64_t>(std::floor(at.x() / cell));
            const auto row = static_cast<std::int64_t>(std::floor(at.y() / cell));
            if (taken.insert((column << 32) + row).second)
                paintMarker(painter, runMarker(static_cast<int>(i)), at, radius,
                            faded(colourOf(i), m_theme.card, 0.15), m_theme.card);
        }
    }
}

PlottedData EnsembleLimits::plotted() const
{
    using Series = PlottedSeries;
    PlottedPanel panel = emptyPanel(QStringLiteral("‖X‖"), QStringLiteral("‖Y‖"));
    panel.title = QStringLiteral("Limits");
    const PlaneRect view{panel.x.lower, panel.x.upper, panel.y.lower, panel.y.upper};
    if (!hasState())
        return {panel.title, {panel}};
    addHyperbola(panel, m_product, view, QStringLiteral("exact minima"), Series::Stroke::Solid);
    for (std::size_t i = 0; i < m_clouds.size(); ++i) {
        const Cloud& cloud = m_clouds[i];
        if (cloud.gamma)
            addRay(panel, *cloud.gamma, view);
        Series ends{.kind = Series::Kind::Marks,
                    .name = QStringLiteral("ends"),
                    .who = cloud.fileName,
                    .run = static_cast<int>(i),
                    .legend = Series::Legend::Who};
        for (const Cloud::Point& point : cloud.points)
            ends.add(point.at.x, point.at.y);
        panel.series.push_back(std::move(ends));
    }
    for (std::size_t i = 0; i < m_clouds.size(); ++i) {
        if (m_clouds[i].gamma)
            addLimit(panel, static_cast<int>(i), m_clouds[i].limit, m_clouds[i].fileName);
    }
    return {panel.title, {panel}};
}

void EnsembleLimits::paintStars(QCPPainter& painter) const
{
    for (const Cloud& cloud : m_clouds) {
        if (cloud.gamma && cloud.limit)
            paintStar(painter, m_theme, toPixel(*m_plot, cloud.limit->x, cloud.limit->y));
    }
}

void EnsembleLimits::paintLabels(QCPPainter& painter) const
{
    if (!hasState())
        return;
    LabelPlacer placer(axes().adjusted(2, 0, -2, -1));
    placer.avoidLine(minima(), 2);
    for (const Cloud& cloud : m_clouds) {
        for (std::size_t i = 0; i < cloud.points.size(); i += 1 + cloud.points.size() / 200)
            placer.block(squareAround(toPixel(*m_plot, cloud.points[i].at.x, cloud.points[i].at.y), 3));
        if (cloud.limit)
            placer.block(squareAround(toPixel(*m_plot, cloud.limit->x, cloud.limit->y), starRadius(m_theme)));
    }
    painter.setFont(plotFont(0.9));
    const QFontMetricsF metrics(painter.font());
    for (std::size_t i = 0; i < m_clouds.size(); ++i) {
        const Cloud& cloud = m_clouds[i];
        if (cloud.points.empty())
            continue;
        const QPointF at = toPixel(*m_plot, cloud.middle.x, cloud.middle.y);
        const QSizeF size(metrics.horizontalAdvance(cloud.name) + 4, metrics.height());
        const auto places = placesAround(at, size, starRadius(m_theme) + 2);
        const auto place = placer.place(places);
        if (!place)
            continue;
        if (!places[*place].leader.isNull()) {
            painter.setPen(QPen(m_theme.textMuted, 1));
            painter.drawLine(places[*place].leader);
        }
        drawHaloText(painter, places[*place].rect, Qt::AlignCenter, cloud.name, textColourOf(i),
                     m_theme.card);
    }
    paintMinimaName(painter, placer);
}

void EnsembleLimits::paintMinimaName(QCPPainter& painter, LabelPlacer& placer) const
{
    const QFont font = plotFont(0.85);
    const auto isFree = [&](const QPointF& at) {
        return axes().adjusted(8, 8, -8, -8).contains(at) && placer.isClear(squareAround(at, 1));
    };
    const QString product =
        state().problem.rank > 1 ? tr("least ‖X‖‖Y‖ = %1") : QStringLiteral("‖X‖‖Y‖ = %1");
    const QString formula = product.arg(shortNumber(m_product));
    for (const QString& text : {tr("exact minima: %1").arg(formula), formula, tr("minima")}) {
        const auto letters = lettersBeside(minima(), CurveSide::BelowFromRight, text, font, isFree);
        if (letters.isEmpty())
            continue;
        paintLetters(painter, letters, font, m_theme.text, m_theme.card);
        return;
    }
}

void EnsembleLimits::paintMark(QCPPainter& painter) const
{
    if (!marked() || !hasState())
        return;
    std::optional<QPointF> first;
    for (const EnsembleTrace& run : state().runs) {
        const EnsembleEnd* end = endOf(run, *marked());
        if (!end || end->ending != Ending::Finished)
            continue;
        const PlanePoint at = normPoint(end->xNorm2, end->yNorm2);
        const QPointF pixel = toPixel(*m_plot, at.x, at.y);
        if (!axes().adjusted(-2, -2, 2, 2).contains(pixel))
            continue;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.card, m_theme.plotLineWidth + 2.4));
        painter.drawEllipse(pixel, 7, 7);
        painter.setPen(QPen(m_theme.accent, m_theme.plotLineWidth));
        painter.drawEllipse(pixel, 7, 7);
        first = first.value_or(pixel);
    }
    paintMarkText(painter, first.value_or(axes().center()));
}

/// On the side where there is more room.
void EnsembleLimits::paintMarkText(QCPPainter& painter, const QPointF& at) const
{
    const QStringList lines = memberLines(state(), *marked());
    painter.setFont(plotFont(0.85));
    const QFontMetricsF metrics(painter.font());
    double width = 0;
    for (const QString& line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    const QSizeF size(width + 12, metrics.height() * static_cast<double>(lines.size()) + 6);
    const QRectF room = axes().adjusted(2, 2, -2, -2);
    double left = at.x() < room.center().x() ? at.x() + 14 : at.x() - 14 - size.width();
    left = std::clamp(left, room.left(), std::max(room.left(), room.right() - size.width()));
    const double top = std::clamp(at.y() - size.height() / 2, room.top(),
                                  std::max(room.top(), room.bottom() - size.height()));
    const QRectF box(QPointF(left, top), size);
    painter.setPen(QPen(m_theme.border, 1));
    painter.setBrush(m_theme.card);
    painter.drawRoundedRect(box, 4, 4);
    painter.setBrush(Qt::NoBrush);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.setPen(i == 0 ? m_theme.text : textColourOf(static_cast<std::size_t>(i - 1)));
        painter.drawText(QRectF(box.left() + 6, box.top() + 3 + static_cast<double>(i) * metrics.height(),
                                width, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, lines[i]);
    }
}

QString EnsembleLimits::toolTipAt(const QPointF& position) const
{
    if (!hasState())
        return {};
    for (const Cloud& cloud : m_clouds) {
        if (!cloud.gamma || !cloud.limit)
            continue;
        const QPointF way = toPixel(*m_plot, cloud.limit->x, cloud.limit->y) - position;
        if (lengthOf(way) < starRadius(m_theme))
            return tr("Predicted limit of %1, on the ray ‖X‖ = γ‖Y‖: ‖X‖ = %2, ‖Y‖ = %3, ‖X‖²/‖Y‖² = %4")
                .arg(cloud.name, shortNumber(cloud.limit->x), shortNumber(cloud.limit->y),
                     shortNumber(*cloud.gamma * *cloud.gamma));
    }
    for (const QPointF& point : minima()) {
        if (lengthOf(point - position) < pointerReach)
            return tr("‖X‖‖Y‖ = s₁ + … + s_r = %1: the exact minima at rank 1; at a higher rank they lie on "
                      "it "
                      "and above")
                .arg(shortNumber(m_product));
    }
    return {};
}

std::optional<std::int64_t> EnsembleLimits::memberAt(const QPointF& position) const
{
    std::optional<std::int64_t> nearest;
    double least = pointerReach * pointerReach;
    for (const Cloud& cloud : m_clouds) {
        for (const Cloud::Point& point : cloud.points) {
            const QPointF way = toPixel(*m_plot, point.at.x, point.at.y) - position;
            const double distance = QPointF::dotProduct(way, way);
            if (distance < least) {
                least = distance;
                nearest = point.member;
            }
        }
    }
    return nearest;
}

} // namespace hyperdrift::ui
