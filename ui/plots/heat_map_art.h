#pragma once
// One heat map: its cells, crisp at any pixel ratio, its colour scale and its words.

#include "core/measure/heat_map.h"
#include "ui/plots/colour_map.h"
#include "ui/plots/heat_map_layout.h"

#include <QFont>
#include <QImage>
#include <QPoint>
#include <QString>
#include <QStringList>

#include <optional>

class QCPPainter;

namespace hyperdrift::ui {

/// The cells on `size` pixels of the device, each of one colour with sharp edges.
QImage cellImage(const HeatMap& map, const ColourMap& colours, const QSize& size);

/// The block of the grid at a point of `place.cells`, as (column, row); nullopt outside.
std::optional<QPoint> blockAt(const HeatMap& map, const HeatMapPlace& place, const QPointF& at);
QRectF blockRect(const HeatMap& map, const HeatMapPlace& place, const QPoint& block);
/// "row 3, column 7: 0.42", or "rows 3–6, columns 7–12: mean 0.42". Counted from 1.
QString blockText(const HeatMap& map, const QPoint& block);

struct HeatMapLook {
    Theme theme;
    QFont font;
    double pixelRatio = 1;
};

/// `titles`: from the longest to the shortest; the first that fits is written.
void paintHeatMap(QCPPainter& painter, const HeatMap& map, const HeatMapPlace& place,
                  const QStringList& titles, const ColourMap& colours, const HeatMapLook& look);

} // namespace hyperdrift::ui
