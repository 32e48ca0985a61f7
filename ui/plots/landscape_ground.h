#pragma once
// The ground of the landscape: pale bands and contours of F or F̃, and the valleys on it.

#include "core/theory/landscape.h"
#include "ui/theme.h"

#include <QImage>
#include <QList>
#include <QPolygonF>
#include <QSize>

#include <vector>

class QCPPainter;
class QCustomPlot;

namespace hyperdrift::ui {

/// Remembers its image and its lines, and computes them anew only when landscape, view, size or colours
/// change.
class LandscapeGround {
public:
    /// Paints into the plot's axis rectangle.
    void paint(QCPPainter& painter, const QCustomPlot& plot, const Landscape& landscape, const Theme& theme);

private:
    struct Key {
        Landscape landscape;
        PlaneRect view;
        QSize pixels;
        ThemeKind theme = ThemeKind::Light;
        bool operator==(const Key& other) const;
    };
    void compute(const Key& key, const Theme& theme);

    Key m_key;
    QImage m_image;
    std::vector<std::vector<PlanePoint>> m_contours;
};

/// One level of the loss, and where it is crossed.
struct Contour {
    double value = 0;
    std::vector<std::vector<PlanePoint>> lines;
};
/// Those that lie below `highest` on the scale of heights (landscape.h), or below all that is in view.
std::vector<Contour> contoursOf(const Landscape& landscape, const PlaneRect& view);
std::vector<Contour> contoursOf(const Landscape& landscape, const PlaneRect& view, double highest);

/// The view of the plot's axes.
PlaneRect viewOf(const QCustomPlot& plot);
/// Curves of the plane in pixels of the plot.
std::vector<QList<QPointF>> toPixels(const QCustomPlot& plot,
                                     const std::vector<std::vector<PlanePoint>>& curves);

} // namespace hyperdrift::ui
