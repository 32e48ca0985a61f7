#include "ui/widgets/marker.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace hyperdrift::ui {

namespace {

QPainterPath polygon(std::initializer_list<QPointF> corners)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(corners)));
    path.closeSubpath();
    return path;
}

/// The shapes have about the same area, so that none looks more important.
QPainterPath shapeOf(RunMarker marker, double r)
{
    QPainterPath path;
    switch (marker) {
    case RunMarker::Square:
        path.addRect(QRectF(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r));
        return path;
    case RunMarker::Circle:
        path.addEllipse(QPointF(0, 0), r, r);
        return path;
    case RunMarker::Diamond:
        return polygon({{0, -1.25 * r}, {1.25 * r, 0}, {0, 1.25 * r}, {-1.25 * r, 0}});
    case RunMarker::TriangleUp:
        return polygon({{0, -1.2 * r}, {1.2 * r, 0.9 * r}, {-1.2 * r, 0.9 * r}});
    case RunMarker::TriangleDown:
        return polygon({{0, 1.2 * r}, {1.2 * r, -0.9 * r}, {-1.2 * r, -0.9 * r}});
    case RunMarker::Cross: {
        const double a = 0.4 * r;
        const double b = 1.1 * r;
        return polygon({{-a, -b},
                        {a, -b},
                        {a, -a},
                        {b, -a},
                        {b, a},
                        {a, a},
                        {a, b},
                        {-a, b},
                        {-a, a},
                        {-b, a},
                        {-b, -a},
                        {-a, -a}});
    }
    }
    return path;
}

} // namespace

void paintMarker(QPainter& painter, RunMarker marker, const QPointF& centre, double radius,
                 const QColor& colour, const QColor& rim)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(QPen(rim, 0.35 * radius, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(colour);
    painter.drawPath(shapeOf(marker, radius));
    painter.restore();
}

} // namespace hyperdrift::ui
