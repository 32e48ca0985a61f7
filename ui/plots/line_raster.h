#pragma once
// Antialiased lines laid down by their distance: the fast way to a jagged line of many short pieces, which
// QPainter takes one by one through its outline and its scan converter.
//
// A pixel whose centre lies d from the line, of width w (both in device pixels), is covered by
// min(½w + ½ − d, w), within 0 … 1: round ends and joins. The line covers a pixel once, as much as the
// nearest of its pieces does, so that its pieces overlap unseen even where its colour is translucent.

#include <QPointF>

#include <span>

class QPainter;

namespace hyperdrift::ui {

/// Draws a line through the points (px of the painter) with its pen, solid or dashed. False, and nothing
/// drawn, where that is not for pixels: the painter writes a file of shapes, is rotated or scaled, does not
/// smooth, or its pen has flat ends or not one colour; or where a point is not finite.
bool rasterLine(QPainter& painter, std::span<const QPointF> points);

} // namespace hyperdrift::ui
