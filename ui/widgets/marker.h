#pragma once
// The sign of a run: a small filled shape with a rim in the colour of the ground.

#include "ui/theme.h"

#include <QPointF>

class QPainter;

namespace hyperdrift::ui {

/// Fills the shape around `centre` with `colour`; `radius` is half its height.
void paintMarker(QPainter& painter, RunMarker marker, const QPointF& centre, double radius,
                 const QColor& colour, const QColor& rim);

} // namespace hyperdrift::ui
