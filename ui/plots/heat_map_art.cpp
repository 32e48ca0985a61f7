#include "ui/plots/heat_map_art.h"

#include "ui/format.h"
#include "ui/plots/heat_maps.h"
#include "ui/plots/number_text.h"

#include <qcustomplot.h>

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <vector>

namespace hyperdrift::ui {

namespace {

constexpr Eigen::Index mostNumbers = 64; // more are no reading matter

QString span(Eigen::Index from, Eigen::Index to)
{
    return formatCount(from + 1) + QStringLiteral("–") + formatCount(to);
}

/// Ends of scales are round: "0.35", "5e−13".
QString scaleNumber(double value)
{
    static const QRegularExpression zeros(QStringLiteral("\\.?0+(?=e|$)"));
    const QString text = shortNumber(value);
    return text.contains(QLatin1Char('.')) ? QString(text).remove(zeros) : text;
}

void paintScale(QCPPainter& painter, const HeatMap& map, const HeatMapPlace& place, const ColourMap& colours,
                const HeatMapLook& look)
{
    QImage bar(1, static_cast<int>(colours.size()), QImage::Format_RGB32);
    for (int y = 0; y < bar.height(); ++y)
        bar.setPixel(0, y, colours[colours.size() - 1 - static_cast<std::size_t>(y)]);
    painter.drawImage(place.bar, bar);
    painter.setPen(look.theme.textMuted);
    const double line = QFontMetricsF(painter.font()).height();
    const auto write = [&](int alignment, double value) {
        painter.drawText(place.numbers, alignment | Qt::AlignLeft | Qt::TextDontClip, scaleNumber(value));
    };
    const bool isAroundZero = map.low == -map.high;
    if (place.numbers.height() < 2 * line) { // no room for both ends
        painter.drawText(place.numbers, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip,
                         (isAroundZero ? QStringLiteral("±") : QStringLiteral("≤ ")) + scaleNumber(map.high));
        return;
    }
    write(Qt::AlignTop, map.high);
    write(Qt::AlignBottom, map.low);
    if (isAroundZero && place.numbers.height() > 3.2 * line)
        write(Qt::AlignVCenter, 0);
}

/// Numbers in the cells, where there are few of them and they have room.
void paintNumbers(QCPPainter& painter, const HeatMap& map, const HeatMapPlace& place,
                  const ColourMap& colours)
{
    if (map.means.size() > mostNumbers)
        return;
    const QFontMetricsF metrics(painter.font());
    const QSizeF cell = blockRect(map, place, {0, 0}).size();
    for (int row = 0; row < map.means.rows(); ++row) {
        for (int column = 0; column < map.means.cols(); ++column) {
            const QString text = shortNumber(map.means(row, column), 2);
            if (metrics.horizontalAdvance(text) + 6 > cell.width() || metrics.height() > cell.height())
                continue;
            const auto at = static_cast<std::size_t>(row * map.means.cols() + column);
            painter.setPen(inkOn(QColor::fromRgb(colours[map.shades[at]])));
            painter.drawText(blockRect(map, place, {column, row}), Qt::AlignCenter, text);
        }
    }
}

void paintTitle(QCPPainter& painter, const HeatMapPlace& place, const QStringList& titles,
                const HeatMapLook& look)
{
    const QFontMetricsF metrics(painter.font());
    painter.setPen(look.theme.text);
    for (const QString& title : titles) {
        const bool fits = metrics.horizontalAdvance(title) <= place.title.width();
        if (fits || title == titles.constLast()) {
            painter.drawText(place.title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, title);
            return;
        }
    }
}

} // namespace

QImage cellImage(const HeatMap& map, const ColourMap& colours, const QSize& size)
{
    QImage image(size, QImage::Format_RGB32);
    const auto columns = static_cast<std::size_t>(map.means.cols());
    std::vector<std::size_t> columnAt(static_cast<std::size_t>(size.width()));
    for (std::size_t x = 0; x < columnAt.size(); ++x)
        columnAt[x] = x * columns / columnAt.size();
    Eigen::Index drawn = -1;
    for (int y = 0; y < size.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const Eigen::Index row = y * map.means.rows() / size.height();
        if (row == drawn) {
            std::copy_n(reinterpret_cast<const QRgb*>(image.constScanLine(y - 1)), size.width(), line);
            continue;
        }
        const std::uint8_t* shades = map.shades.data() + static_cast<std::size_t>(row) * columns;
        for (std::size_t x = 0; x < columnAt.size(); ++x)
            line[x] = colours[shades[columnAt[x]]];
        drawn = row;
    }
    return image;
}

std::optional<QPoint> blockAt(const HeatMap& map, const HeatMapPlace& place, const QPointF& at)
{
    if (!place.cells.contains(at) || map.means.size() == 0)
        return std::nullopt;
    const auto index = [](double share, Eigen::Index count) {
        return static_cast<int>(
            std::min<double>(std::floor(share * static_cast<double>(count)), static_cast<double>(count - 1)));
    };
    return QPoint(index((at.x() - place.cells.x()) / place.cells.width(), map.means.cols()),
                  index((at.y() - place.cells.y()) / place.cells.height(), map.means.rows()));
}

QRectF blockRect(const HeatMap& map, const HeatMapPlace& place, const QPoint& block)
{
    const double width = place.cells.width() / static_cast<double>(map.means.cols());
    const double height = place.cells.height() / static_cast<double>(map.means.rows());
    return {place.cells.x() + block.x() * width, place.cells.y() + block.y() * height, width, height};
}

QString blockText(const HeatMap& map, const QPoint& block)
{
    const Eigen::Index top = blockStart(block.y(), map.means.rows(), map.rows);
    const Eigen::Index bottom = blockStart(block.y() + 1, map.means.rows(), map.rows);
    const Eigen::Index left = blockStart(block.x(), map.means.cols(), map.columns);
    const Eigen::Index right = blockStart(block.x() + 1, map.means.cols(), map.columns);
    const QString value = shortNumber(map.means(block.y(), block.x()));
    const QString rows = bottom - top == 1 ? HeatMaps::tr("row %1").arg(formatCount(bottom))
                                           : HeatMaps::tr("rows %1").arg(span(top, bottom));
    const QString columns = right - left == 1 ? HeatMaps::tr("column %1").arg(formatCount(right))
                                              : HeatMaps::tr("columns %1").arg(span(left, right));
    const bool isOne = bottom - top == 1 && right - left == 1;
    return (isOne ? HeatMaps::tr("%1, %2: %3") : HeatMaps::tr("%1, %2: mean %3")).arg(rows, columns, value);
}

void paintHeatMap(QCPPainter& painter, const HeatMap& map, const HeatMapPlace& place,
                  const QStringList& titles, const ColourMap& colours, const HeatMapLook& look)
{
    painter.setAntialiasing(false); // also takes back the half pixel that lines are moved by
    painter.setFont(look.font);
    const QSize pixels = (place.cells.size() * look.pixelRatio).toSize();
    QImage image = cellImage(map, colours, pixels);
    image.setDevicePixelRatio(look.pixelRatio);
    painter.drawImage(place.cells.topLeft(), image);
    painter.setAntialiasing(true);
    paintTitle(painter, place, titles, look);
    paintNumbers(painter, map, place, colours);
    paintScale(painter, map, place, colours, look);
}

} // namespace hyperdrift::ui
