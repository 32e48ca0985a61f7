#include "ui/plots/heat_map_layout.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr double margin = 8;
constexpr double gap = 14; // between maps
constexpr double barGap = 6;
constexpr double barWidth = 8;
constexpr double numberGap = 4;
constexpr double longest = 2.5; // beyond, cells are no squares
constexpr double lowAndWide = 3.6;

/// The largest rectangle in `room` whose width over height is `aspect`.
QSizeF fitted(const QSizeF& room, double aspect)
{
    const double width = std::min(room.width(), room.height() * aspect);
    return {std::max(1.0, width), std::max(1.0, width / aspect)};
}

QRectF onPixels(const QRectF& rect, double ratio)
{
    const auto snap = [ratio](double x) { return std::round(x * ratio) / ratio; };
    const double least = 1 / ratio;
    return {snap(rect.x()), snap(rect.y()), std::max(least, snap(rect.width())),
            std::max(least, snap(rect.height()))};
}

HeatMapPlace placeIn(const QRectF& panel, double aspect, const HeatMapMetrics& metrics)
{
    const double beside = barGap + barWidth + numberGap + metrics.numberWidth;
    const QSizeF room(panel.width() - beside, panel.height() - metrics.lineHeight);
    const QSizeF size = fitted(room, aspect);
    HeatMapPlace place;
    place.title = QRectF(panel.topLeft(), QSizeF(panel.width(), metrics.lineHeight));
    place.cells =
        onPixels(QRectF(QPointF(panel.left(), panel.top() + metrics.lineHeight), size), metrics.pixelRatio);
    place.bar = QRectF(place.cells.right() + barGap, place.cells.top(), barWidth, place.cells.height());
    place.numbers =
        QRectF(place.bar.right() + numberGap, place.cells.top(), metrics.numberWidth, place.cells.height());
    return place;
}

} // namespace

std::array<HeatMapPlace, 4> heatMapPlaces(const QSizeF& size, double aspect, const HeatMapMetrics& metrics)
{
    const int columns = size.width() > lowAndWide * size.height() ? 4 : 2;
    const int rows = 4 / columns;
    const double width = (size.width() - 2 * margin - (columns - 1) * gap) / columns;
    const double height = (size.height() - margin - (rows - 1) * gap / 2) / rows;
    const double shape = std::clamp(aspect, 1 / longest, longest);
    std::array<HeatMapPlace, 4> places;
    for (int i = 0; i < 4; ++i) {
        const int row = i / columns;
        const QRectF panel(margin + i % columns * (width + gap), row * (height + gap / 2), width, height);
        const bool isBalance = i == 3;
        places[static_cast<std::size_t>(i)] = placeIn(panel, isBalance ? 1 : shape, metrics);
    }
    return places;
}

} // namespace hyperdrift::ui
