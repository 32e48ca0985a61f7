#include "ui/plots/landscape_art.h"

#include "ui/plots/drawing.h"
#include "ui/plots/landscape_ground.h"
#include "ui/plots/marker.h"
#include "ui/plots/number_text.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(LandscapeArt)
};

constexpr int valleyPoints = 160;
constexpr double leastStep = 0.8; // px: nearer points of a trail can't be told apart
constexpr int ages = 8;           // shades of a trail from old to new
constexpr double oldest = 0.5;    // share of the casing's colour in the oldest shade

QColor faded(const QColor& colour, const QColor& ground, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor(channel(colour.red(), ground.red()), channel(colour.green(), ground.green()),
                  channel(colour.blue(), ground.blue()));
}

double lengthOf(const QPointF& vector)
{
    return std::hypot(vector.x(), vector.y());
}

/// A five-pointed star around `centre`, its inner corners outside the dot that may stand in it.
QPolygonF starShape(const QPointF& centre, double outer, double inner)
{
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
        const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5;
        const double radius = i % 2 == 0 ? outer : inner;
        star.append(centre + radius * QPointF(std::cos(angle), std::sin(angle)));
    }
    star.append(star.first());
    return star;
}

QRectF squareAround(const QPointF& centre, double radius)
{
    return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
}

} // namespace

LandscapeArt::LandscapeArt(const QCustomPlot& plot, const LandscapeModel& model) : m_plot(plot), m_model(model) {}

void LandscapeArt::setLook(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    m_font = font;
}

void LandscapeArt::setDragged(const std::optional<PlanePoint>& start)
{
    m_dragged = start;
}

QPointF LandscapeArt::pixel(const PlanePoint& point) const
{
    return toPixel(m_plot, point.x, point.y);
}

bool LandscapeArt::isVisible(const QPointF& point) const
{
    return QRectF(m_plot.axisRect()->rect()).adjusted(-1, -1, 1, 1).contains(point);
}

double LandscapeArt::markRadius() const
{
    return 2.6 + 2.4 * m_theme.plotLineWidth;
}

std::optional<QPointF> LandscapeArt::startPixel() const
{
    for (const LandscapeRun& run : m_model.runs()) {
        if (run.start && isVisible(pixel(*run.start)))
            return pixel(*run.start);
    }
    return std::nullopt;
}

void LandscapeArt::paintValleys(QCPPainter& painter)
{
    const PlaneRect view = viewOf(m_plot);
    const double s = m_model.plain().s;
    painter.setPen(QPen(m_theme.theory, 0.9 * m_theme.plotLineWidth));
    const auto valley = toPixels(m_plot, hyperbola(s, view, valleyPoints));
    for (const QList<QPointF>& line : valley)
        painter.drawPolyline(line.data(), static_cast<int>(line.size()));
    if (const auto noisy = m_model.noisy()) {
        const double shrunk = s - std::sqrt(noisy->a * noisy->b);
        QPen dotted(m_theme.theory, 0.8 * m_theme.plotLineWidth, Qt::CustomDashLine, Qt::RoundCap);
        dotted.setDashPattern({0.1, 2.6});
        painter.setPen(dotted);
        if (shrunk > 0 && shrunk < s) {
            for (const QList<QPointF>& line : toPixels(m_plot, hyperbola(shrunk, view, valleyPoints)))
                painter.drawPolyline(line.data(), static_cast<int>(line.size()));
        }
    }
    m_textOnCurve.clear();
    if (!valley.empty())
        paintCurveText(painter, valley.front(), Words::tr("xy = s: infinitely many minima"));
}

// Letter by letter along the curve, on its outer side, begun near its upper end.
void LandscapeArt::paintCurveText(QCPPainter& painter, const QList<QPointF>& curve, const QString& text)
{
    QFont font = m_font;
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    QPainterPath path;
    path.addPolygon(QPolygonF(curve));
    const double length = path.length();
    const double width = metrics.horizontalAdvance(text);
    constexpr double gap = 6;
    double at = 0.06 * length + 8;
    if (at + width > 0.5 * length)
        return;
    for (const QChar letter : text) {
        const double advance = metrics.horizontalAdvance(letter);
        const double percent = path.percentAtLength(at + 0.5 * advance);
        const QPointF on = path.pointAtPercent(percent);
        painter.save();
        painter.translate(on);
        painter.rotate(-path.angleAtPercent(percent));
        drawHaloText(painter, QRectF(-0.5 * advance - 2, -gap - metrics.height(), advance + 4, metrics.height()), Qt::AlignCenter, letter, m_theme.text,
                     m_theme.landscape[0]);
        m_textOnCurve.append(painter.transform().map(QPointF(0, -gap - 0.5 * metrics.height())));
        painter.restore();
        // Letters stand outside the bend and have more room there than on the curve itself.
        at += advance * 0.97;
    }
}

QList<QPointF> LandscapeArt::trailPixels(const LandscapeRun& run) const
{
    QList<QPointF> points;
    const QRectF reach = QRectF(m_plot.axisRect()->rect()).adjusted(-2000, -2000, 2000, 2000);
    const auto add = [&](const PlanePoint& point, bool always) {
        const QPointF at = pixel(point);
        if (!reach.contains(at))
            return;
        if (always || points.isEmpty() || lengthOf(at - points.last()) >= leastStep)
            points.append(at);
    };
    for (const TrailPoint& point : run.trail.points)
        add(point.at, false);
    if (run.now)
        add(*run.now, true);
    return points;
}

void LandscapeArt::paintTrail(QCPPainter& painter, const QList<QPointF>& points, const QColor& colour) const
{
    const auto pen = [](const QColor& ink, double width) { return QPen(ink, width, Qt::SolidLine, Qt::SquareCap); };
    painter.setPen(pen(m_theme.casing, m_theme.plotLineWidth + 3));
    drawFastPolyline(painter, points);
    for (int age = ages - 1; age >= 0; --age) {
        const qsizetype end = points.size() - points.size() * age / ages;
        const qsizetype begin = std::max<qsizetype>(0, points.size() - points.size() * (age + 1) / ages - 1);
        painter.setPen(pen(faded(colour, m_theme.casing, oldest * age / (ages - 1)), m_theme.plotLineWidth));
        drawFastPolyline(painter, points.mid(begin, end - begin));
    }
}

void LandscapeArt::paintTrails(QCPPainter& painter) const
{
    for (std::size_t i = 0; i < m_model.runs().size(); ++i)
        paintTrail(painter, trailPixels(m_model.runs()[i]), m_theme.runs[i % m_theme.runs.size()]);
}

void LandscapeArt::paintStar(QCPPainter& painter, const QPointF& centre) const
{
    const double radius = markRadius();
    const QPolygonF star = starShape(centre, 2.5 * radius, 1.35 * radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.casing, m_theme.plotLineWidth + 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(star);
    painter.setPen(QPen(m_theme.theory, 0.9 * m_theme.plotLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(star);
}

void LandscapeArt::paintStart(QCPPainter& painter) const
{
    const double radius = markRadius();
    const auto ring = [&](const QPointF& at, const QColor& fill) {
        painter.setBrush(fill);
        painter.setPen(QPen(m_theme.casing, m_theme.plotLineWidth + 3));
        painter.drawEllipse(at, radius, radius);
        painter.setPen(QPen(m_theme.theory, m_theme.plotLineWidth));
        painter.drawEllipse(at, radius, radius);
    };
    if (const auto start = startPixel())
        ring(*start, m_theme.casing);
    if (m_dragged)
        ring(pixel(*m_dragged), m_theme.accent);
}

void LandscapeArt::paintMarks(QCPPainter& painter)
{
    paintStart(painter);
    for (const LandscapeRun& run : m_model.runs()) {
        if (run.gamma && run.limit && isVisible(pixel(*run.limit)))
            paintStar(painter, pixel(*run.limit));
    }
    for (std::size_t i = 0; i < m_model.runs().size(); ++i) {
        const LandscapeRun& run = m_model.runs()[i];
        if (run.now && isVisible(pixel(*run.now)))
            paintMarker(painter, runMarker(static_cast<int>(i)), pixel(*run.now), markRadius(),
                        m_theme.runs[i % m_theme.runs.size()], m_theme.casing);
    }
    paintLabels(painter);
}

QString LandscapeArt::runText(const LandscapeRun& run) const
{
    switch (run.phase) {
    case RunPhase::Descending:
        return run.name;
    case RunPhase::Stopped:
        return Words::tr("%1 stops where\nit met the valley").arg(run.name);
    case RunPhase::Drifting:
        return Words::tr("%1\nkeeps drifting").arg(run.name);
    case RunPhase::Settled:
        return Words::tr("%1\nhas settled").arg(run.name);
    case RunPhase::Diverged:
        return Words::tr("%1 has diverged").arg(run.name);
    }
    return {};
}

void LandscapeArt::paintLabel(QCPPainter& painter, LabelPlacer& placer, const QString& key, const QString& text,
                              const QPointF& at, double gap, const QColor& colour, bool bold)
{
    QFont font = m_font;
    font.setBold(bold);
    painter.setFont(font);
    const QSizeF size = QFontMetricsF(font).size(0, text) + QSizeF(4, 0);
    const auto places = placesAround(at, size, gap);
    const auto last = m_places.find(key);
    const auto place = placer.place(places, last == m_places.end() ? std::nullopt : std::optional(last->second));
    if (!place)
        return;
    m_places[key] = *place;
    const QRectF rect = places[*place].rect;
    // A leader from the label's nearest point, once it stands too far off to be clear.
    const QPointF near(std::clamp(at.x(), rect.left(), rect.right()), std::clamp(at.y(), rect.top(), rect.bottom()));
    const double distance = lengthOf(near - at);
    if (distance > gap + 6) {
        painter.setPen(QPen(bold ? colour : m_theme.theory, 1));
        painter.drawLine(near, near + (at - near) * ((distance - gap + 1) / distance));
    }
    drawHaloText(painter, rect, Qt::AlignLeft | Qt::AlignVCenter, text, colour, m_theme.landscape[0]);
}

void LandscapeArt::paintLabels(QCPPainter& painter)
{
    const QRectF axes = m_plot.axisRect()->rect();
    LabelPlacer placer(axes.adjusted(3, 3, -3, -3));
    const double radius = markRadius();
    const double starRadius = 2.5 * radius;
    for (const auto& curve : toPixels(m_plot, hyperbola(m_model.plain().s, viewOf(m_plot), valleyPoints)))
        placer.avoidLine(curve, 0.5);
    const double letter = 0.6 * QFontMetricsF(m_font).height();
    for (const QPointF& at : m_textOnCurve)
        placer.block(squareAround(at, letter));
    for (const LandscapeRun& run : m_model.runs()) {
        placer.avoidLine(trailPixels(run), 1);
        if (run.now)
            placer.block(squareAround(pixel(*run.now), radius));
        if (run.gamma && run.limit)
            placer.block(squareAround(pixel(*run.limit), 0.8 * starRadius));
    }
    const auto start = startPixel();
    if (start)
        placer.block(squareAround(*start, radius));

    for (std::size_t i = 0; i < m_model.runs().size(); ++i) {
        const LandscapeRun& run = m_model.runs()[i];
        if (run.now && isVisible(pixel(*run.now)))
            paintLabel(painter, placer, QStringLiteral("run%1").arg(i), runText(run), pixel(*run.now), radius + 5,
                       m_theme.runText[i % m_theme.runText.size()], true);
    }
    for (std::size_t i = 0; i < m_model.runs().size(); ++i) {
        const LandscapeRun& run = m_model.runs()[i];
        if (run.gamma && run.limit && isVisible(pixel(*run.limit)))
            paintLabel(painter, placer, QStringLiteral("limit%1").arg(i),
                       Words::tr("predicted limit\nγ = √(d₁σ₁²/d₂σ₂²) = %1").arg(shortNumber(*run.gamma)),
                       pixel(*run.limit), starRadius + 4, m_theme.text, false);
    }
    if (start)
        paintLabel(painter, placer, QStringLiteral("start"), Words::tr("same start"), *start, radius + 4, m_theme.text,
                   false);
}

} // namespace hyperdrift::ui
