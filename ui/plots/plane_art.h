#pragma once
// What the pictures of a plane share: trails that fade with age, stars at predicted limits, start rings.

#include "core/measure/trail.h"
#include "ui/theme.h"

#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>

#include <cstddef>

class QCPPainter;
class QCustomPlot;

namespace hyperdrift::ui {

/// Radii in px: of a run's dot, of where a ghost ends, of the star around a predicted limit.
double markRadius(const Theme& theme);
double ghostRadius(const Theme& theme);
double starRadius(const Theme& theme);

double lengthOf(const QPointF& vector);
QRectF squareAround(const QPointF& centre, double radius);
/// Not so far out of the picture that lines to it would cost time.
bool isWithinReach(const QRectF& axes, const QPointF& point);

/// Appends a point in px, unless it can't be told apart from the last, or is out of the axes' reach.
void appendPixel(QList<QPointF>& points, const QRectF& axes, const QPointF& pixel);
/// Points first … last−1 of a trail in pixels of the plot, without those that can't be told apart.
QList<QPointF> trailPixels(const QCustomPlot& plot, const Trail& trail, std::size_t first, std::size_t last);

/// In shades from old to new, within a casing.
void paintTrail(QCPPainter& painter, const Theme& theme, const QList<QPointF>& points, const QColor& colour);
/// What stands back, in a colour that is faint already: without a casing, which would bring it forward.
void paintBackTrail(QCPPainter& painter, const QList<QPointF>& points, const QColor& colour, double width);
/// From a trail's end to the present point, within the axes.
void paintTip(QCPPainter& painter, const Theme& theme, const QLineF& tip, const QRectF& axes,
              const QColor& colour);
/// Its inner corners lie outside the dot that may stand in it.
void paintStar(QCPPainter& painter, const Theme& theme, const QPointF& centre);
void paintRing(QCPPainter& painter, const Theme& theme, const QPointF& centre, const QColor& fill);

} // namespace hyperdrift::ui
