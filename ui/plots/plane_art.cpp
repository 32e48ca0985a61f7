#include "ui/plots/plane_art.h"

#include "ui/plots/drawing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hyperdrift::ui {

namespace {

constexpr double leastStep = 0.8; // px: nearer points of a trail can't be told apart
constexpr double reach = 2000;    // px around the axes
constexpr int ages = 8;           // shades of a trail from old to new
constexpr double oldest = 0.45;   // share of the casing's colour in the oldest shade
constexpr double rim = 2.4;       // px of casing, both sides together

/// Five-pointed, around `centre`.
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

} // namespace

double markRadius(const Theme& theme)
{
    return 2.6 + 2.4 * theme.plotLineWidth;
}

double ghostRadius(const Theme& theme)
{
    return 0.72 * markRadius(theme);
}

double starRadius(const Theme& theme)
{
    return 2.5 * markRadius(theme);
}

double lengthOf(const QPointF& vector)
{
    return std::hypot(vector.x(), vector.y());
}

QRectF squareAround(const QPointF& centre, double radius)
{
    return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
}

bool isWithinReach(const QRectF& axes, const QPointF& point)
{
    return axes.adjusted(-reach, -reach, reach, reach).contains(point);
}

void appendPixel(QList<QPointF>& points, const QRectF& axes, const QPointF& pixel)
{
    if (isWithinReach(axes, pixel) && (points.isEmpty() || lengthOf(pixel - points.last()) >= leastStep))
        points.append(pixel);
}

QList<QPointF> trailPixels(const QCustomPlot& plot, const Trail& trail, std::size_t first, std::size_t last)
{
    const QRectF axes = plot.axisRect()->rect(); // QCustomPlot looks for it at every call
    QList<QPointF> points;
    for (std::size_t i = first; i < last; ++i)
        appendPixel(points, axes, toPixel(plot, trail.points[i].at.x, trail.points[i].at.y));
    return points;
}

void paintTrail(QCPPainter& painter, const Theme& theme, const QList<QPointF>& points, const QColor& colour)
{
    const auto pen = [](const QColor& ink, double width) {
        return QPen(ink, width, Qt::SolidLine, Qt::SquareCap);
    };
    painter.setPen(pen(theme.casing, theme.plotLineWidth + rim));
    drawFastPolyline(painter, points);
    for (int age = ages - 1; age >= 0; --age) {
        const qsizetype end = points.size() - points.size() * age / ages;
        const qsizetype begin = std::max<qsizetype>(0, points.size() - points.size() * (age + 1) / ages - 1);
        painter.setPen(pen(faded(colour, theme.casing, oldest * age / (ages - 1)), theme.plotLineWidth));
        drawFastPolyline(painter, points.mid(begin, end - begin));
    }
}

void paintBackTrail(QCPPainter& painter, const QList<QPointF>& points, const QColor& colour, double width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::SquareCap));
    drawFastPolyline(painter, points);
}

void paintTip(QCPPainter& painter, const Theme& theme, const QLineF& tip, const QRectF& axes,
              const QColor& colour)
{
    if (tip.isNull() || !axes.adjusted(-1, -1, 1, 1).contains(tip.p1()))
        return;
    painter.save();
    painter.setClipRect(axes);
    // A flat end, so that the casing doesn't cut the trail's end.
    painter.setPen(QPen(theme.casing, theme.plotLineWidth + rim, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(tip);
    painter.setPen(QPen(colour, theme.plotLineWidth, Qt::SolidLine, Qt::SquareCap));
    painter.drawLine(tip);
    painter.restore();
}

void paintStar(QCPPainter& painter, const Theme& theme, const QPointF& centre)
{
    const QPolygonF star = starShape(centre, starRadius(theme), 1.35 * markRadius(theme));
    const auto pen = [](const QColor& ink, double width) {
        return QPen(ink, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    };
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen(theme.casing, theme.plotLineWidth + rim));
    painter.drawPolyline(star);
    painter.setPen(pen(theme.theory, 0.9 * theme.plotLineWidth));
    painter.drawPolyline(star);
}

void paintRing(QCPPainter& painter, const Theme& theme, const QPointF& centre, const QColor& fill)
{
    const double radius = markRadius(theme);
    painter.setBrush(fill);
    painter.setPen(QPen(theme.casing, theme.plotLineWidth + rim));
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(QPen(theme.theory, theme.plotLineWidth));
    painter.drawEllipse(centre, radius, radius);
}

} // namespace hyperdrift::ui
