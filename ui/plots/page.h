#pragma once
// Pictures side by side on one page, of a figure or of a film.

#include <QPointF>

#include <functional>
#include <vector>

class QPaintDevice;
class QPainter;

namespace hyperdrift::ui {

class PlotView;

struct PlacedPicture {
    PlotView* view = nullptr; ///< laid out at its size
    QPointF corner;           ///< of its plots' area on the page, in units of the page
};

/// What a page keeps: Pixels of what is drawn, or the Lines themselves.
enum class PageKind { Pixels, Lines };

/// Draws the ground, the pictures as they stand, and the rest. The page's unit is a screen's pixel, at the
/// resolution of the views.
void paintPage(QPaintDevice& page, PageKind kind, const std::function<void(QPainter&)>& ground,
               const std::vector<PlacedPicture>& pictures, const std::function<void(QPainter&)>& rest);

/// So many pixels of a page to a unit: what the pictures draw from pixels is as fine as that.
void setFineness(PlotView& view, double pixelsPerUnit);

} // namespace hyperdrift::ui
