#include "ui/plots/landscape_ground.h"

#include "ui/plots/drawing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr int contourPoints = 160;
constexpr int mostContours = 40;
constexpr double darkestHeight = 17; // contours up, about F = 5 s²: all above has the darkest band's colour

/// The colour of the band from contour n to n+1, n up to darkestHeight.
std::vector<QRgb> bandColours(const Theme& theme)
{
    std::vector<QRgb> colours;
    const int bands = static_cast<int>(darkestHeight) + 1;
    for (int band = 0; band < bands; ++band) {
        const double place = static_cast<double>(theme.landscape.size() - 1) * band / (bands - 1);
        const auto below = std::min(static_cast<std::size_t>(place), theme.landscape.size() - 2);
        const double share = place - static_cast<double>(below);
        const auto channel = [&](int from, int to) {
            return static_cast<int>(std::lround(from + (to - from) * share));
        };
        const QColor& from = theme.landscape[below];
        const QColor& to = theme.landscape[below + 1];
        colours.push_back(qRgb(channel(from.red(), to.red()), channel(from.green(), to.green()),
                               channel(from.blue(), to.blue())));
    }
    return colours;
}

QRgb mixed(QRgb from, QRgb to, float share)
{
    const auto channel = [share](int a, int b) {
        return static_cast<int>(std::lround(static_cast<float>(a) + static_cast<float>(b - a) * share));
    };
    return qRgb(channel(qRed(from), qRed(to)), channel(qGreen(from), qGreen(to)),
                channel(qBlue(from), qBlue(to)));
}

/// Bands with edges smoothed over about a pixel: a pixel within half the local slope of an edge mixes both
/// bands.
QImage bandImage(const HeightField& field, const std::vector<QRgb>& colours)
{
    QImage image(field.width, field.height, QImage::Format_RGB32);
    const auto last = static_cast<int>(colours.size()) - 1;
    for (int row = 0; row < field.height; ++row) {
        auto* pixels = reinterpret_cast<QRgb*>(image.scanLine(row));
        const float* h = field.values.data() + static_cast<std::ptrdiff_t>(row) * field.width;
        const float* below = row + 1 < field.height ? h + field.width : h - field.width;
        for (int column = 0; column < field.width; ++column) {
            const float right = column + 1 < field.width ? h[column + 1] : h[column - 1];
            // Where a view is so wide that a height is no number any more, it is as high as can be.
            const float height = h[column] < 1e6F ? h[column] : 1e6F;
            const float slope = std::max(1e-6F, std::abs(right - height) + std::abs(below[column] - height));
            // Rounded, as heights are ≥ 0; lround would take most of the time.
            const auto edge = static_cast<int>(height + 0.5F); // NOLINT(bugprone-incorrect-roundings)
            const float share = (height - static_cast<float>(edge)) / slope + 0.5F;
            const auto upper = static_cast<std::size_t>(std::min(edge, last));
            const std::size_t lower = upper == 0 ? 0 : upper - 1;
            if (edge > last || share >= 1)
                pixels[column] = colours[upper];
            else
                pixels[column] = share <= 0 ? colours[lower] : mixed(colours[lower], colours[upper], share);
        }
    }
    return image;
}

bool same(const PlaneRect& a, const PlaneRect& b)
{
    return a.xMin == b.xMin && a.xMax == b.xMax && a.yMin == b.yMin && a.yMax == b.yMax;
}

} // namespace

bool LandscapeGround::Key::operator==(const Key& other) const
{
    return landscape.s == other.landscape.s && landscape.a == other.landscape.a &&
           landscape.b == other.landscape.b && same(view, other.view) && pixels == other.pixels &&
           theme == other.theme;
}

void LandscapeGround::compute(const Key& key, const Theme& theme)
{
    const HeightField field = heightField(key.landscape, key.view, key.pixels.width(), key.pixels.height());
    m_image = bandImage(field, bandColours(theme));
    m_contours.clear();
    const double highest = *std::max_element(field.values.begin(), field.values.end());
    for (Contour& contour : contoursOf(key.landscape, key.view, highest))
        std::move(contour.lines.begin(), contour.lines.end(), std::back_inserter(m_contours));
}

void LandscapeGround::paint(QCPPainter& painter, const QCustomPlot& plot, const Landscape& landscape,
                            const Theme& theme)
{
    const QRect axes = plot.axisRect()->rect();
    const double ratio = plot.bufferDevicePixelRatio();
    const Key key{landscape, viewOf(plot), (QSizeF(axes.size()) * ratio).toSize(), theme.kind};
    if (key.pixels.width() < 2 || key.pixels.height() < 2)
        return;
    if (m_image.isNull() || !(key == m_key)) {
        m_key = key;
        compute(key, theme);
    }
    painter.drawImage(QRectF(axes), m_image);
    painter.setPen(QPen(theme.contour, 1));
    for (const QList<QPointF>& line : toPixels(plot, m_contours))
        painter.drawPolyline(line.data(), static_cast<int>(line.size()));
}

std::vector<Contour> contoursOf(const Landscape& landscape, const PlaneRect& view)
{
    constexpr int grid = 100; // fine enough to see which levels are in view
    const HeightField field = heightField(landscape, view, grid, grid);
    return contoursOf(landscape, view, *std::max_element(field.values.begin(), field.values.end()));
}

std::vector<Contour> contoursOf(const Landscape& landscape, const PlaneRect& view, double highest)
{
    std::vector<Contour> contours;
    for (int h = 1; h < std::min(highest, static_cast<double>(mostContours)); ++h) {
        const double value = valueAtHeight(landscape, h);
        contours.push_back(
            {value, levelCurve(landscape, value, view.xMin, view.xMax, view.yMin, view.yMax, contourPoints)});
    }
    return contours;
}

PlaneRect viewOf(const QCustomPlot& plot)
{
    const QCPRange x = plot.xAxis->range();
    const QCPRange y = plot.yAxis->range();
    return {x.lower, x.upper, y.lower, y.upper};
}

std::vector<QList<QPointF>> toPixels(const QCustomPlot& plot,
                                     const std::vector<std::vector<PlanePoint>>& curves)
{
    std::vector<QList<QPointF>> pixels;
    for (const auto& curve : curves) {
        QList<QPointF> points;
        points.reserve(static_cast<qsizetype>(curve.size()));
        for (const PlanePoint& point : curve)
            points.append(toPixel(plot, point.x, point.y));
        pixels.push_back(std::move(points));
    }
    return pixels;
}

} // namespace hyperdrift::ui
