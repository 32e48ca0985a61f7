#pragma once
// Where four heat maps lie in a picture: M and XYᵀ above, the residual and the balance below; all side by
// side where the picture is low and wide.

#include <QRectF>
#include <QSizeF>

#include <array>

namespace hyperdrift::ui {

struct HeatMapPlace {
    QRectF title;
    QRectF cells; ///< on whole pixels of the device
    QRectF bar;   ///< the colour scale, right of the cells, as high as they are
    QRectF numbers;
};

struct HeatMapMetrics {
    double lineHeight = 16;
    double numberWidth = 40; ///< of the scale's longest
    double pixelRatio = 1;   ///< pixels of the device in one of the picture
};

/// `aspect`: width over height of M with square cells; the last map is square. Cells may be up to 1.6 times
/// as wide as high or the other way round, more only where M is longer than 5:2.
std::array<HeatMapPlace, 4> heatMapPlaces(const QSizeF& size, double aspect, const HeatMapMetrics& metrics);

} // namespace hyperdrift::ui
