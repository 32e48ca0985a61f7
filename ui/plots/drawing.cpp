#include "ui/plots/drawing.h"

#include "ui/plots/line_raster.h"
#include "ui/plots/plot_canvas.h"

#include <QPixmapCache>

#include <algorithm>
#include <cmath>
#include <span>

namespace hyperdrift::ui {

Drawing::Drawing(QCustomPlot* plot, const QString& layer, Clip clip, Paint paint)
    : QCPLayerable(plot, layer), m_clip(clip), m_paint(std::move(paint))
{
}

QRect Drawing::clipRect() const
{
    return m_clip == Clip::ToAxes ? mParentPlot->axisRect()->rect() : mParentPlot->viewport();
}

void Drawing::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(true);
}

void Drawing::draw(QCPPainter* painter)
{
    const auto* canvas = qobject_cast<const PlotCanvas*>(mParentPlot);
    if (!canvas || !canvas->isPaintedLater(layer()))
        m_paint(*painter);
}

void Drawing::paint(QCPPainter& painter)
{
    painter.save();
    painter.setClipRect(clipRect());
    applyDefaultAntialiasingHint(&painter);
    m_paint(painter);
    painter.restore();
}

QColor faded(const QColor& colour, const QColor& ground, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor(channel(colour.red(), ground.red()), channel(colour.green(), ground.green()),
                  channel(colour.blue(), ground.blue()));
}

QPointF toPixel(const QCustomPlot& plot, double x, double y)
{
    return {plot.xAxis->coordToPixel(x), plot.yAxis->coordToPixel(y)};
}

namespace {

/// Finite points alone.
void drawUnbroken(QPainter& painter, std::span<const QPointF> points)
{
    if (rasterLine(painter, points))
        return;
    if (painter.pen().style() != Qt::SolidLine) { // dashes go on from one piece to the next
        painter.drawPolyline(points.data(), static_cast<int>(points.size()));
        return;
    }
    QList<QLineF> lines;
    lines.reserve(static_cast<qsizetype>(points.size()));
    for (std::size_t i = 1; i < points.size(); ++i)
        lines.append(QLineF(points[i - 1], points[i]));
    painter.drawLines(lines);
}

} // namespace

bool isFinite(const QPointF& point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

void drawFastPolyline(QPainter& painter, const QList<QPointF>& points)
{
    for (auto begin = points.begin(); begin != points.end();) {
        const auto first = std::find_if(begin, points.end(), isFinite);
        begin = std::find_if_not(first, points.end(), isFinite);
        if (first != begin)
            drawUnbroken(painter, {first, begin});
    }
}

void drawHalo(QPainter& painter, const QRectF& rect, int flags, const QString& text, const QColor& halo)
{
    // The text itself, shifted around: a stroked glyph path would lose the font's hinting and cost more.
    constexpr double far = 1.3;
    constexpr double diagonal = 0.9;
    painter.setPen(halo);
    for (const QPointF& shift :
         {QPointF(-far, 0), QPointF(far, 0), QPointF(0, -far), QPointF(0, far), QPointF(-diagonal, -diagonal),
          QPointF(diagonal, -diagonal), QPointF(-diagonal, diagonal), QPointF(diagonal, diagonal)})
        painter.drawText(rect.translated(shift), flags, text);
}

namespace {

void layOutHaloText(QPainter& painter, const QRectF& rect, int flags, const QString& text,
                    const QColor& colour, const QColor& halo)
{
    drawHalo(painter, rect, flags, text, halo);
    painter.setPen(colour);
    painter.drawText(rect, flags, text);
}

constexpr double haloMargin = 3; // px around the text's place, for the rim

constexpr qreal largestPicture = 2000; // px, more than any text of ours needs

/// In a picture of `size`, with `ratio` device pixels each.
QPixmap haloPicture(const QFont& font, const QSizeF& size, qreal ratio, int flags, const QString& text,
                    const QColor& colour, const QColor& halo)
{
    const QString key = QStringLiteral("halo/%1/%2/%3/%4/%5/%6/%7/%8")
                            .arg(font.key())
                            .arg(size.width())
                            .arg(size.height())
                            .arg(ratio)
                            .arg(flags)
                            .arg(colour.rgba())
                            .arg(halo.rgba())
                            .arg(text);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    const QSizeF whole = size + QSizeF(2 * haloMargin, 2 * haloMargin);
    picture = QPixmap((whole * ratio).toSize() + QSize(1, 1));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    layOutHaloText(painter, QRectF(QPointF(haloMargin, haloMargin), size), flags, text, colour, halo);
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

} // namespace

// Nine texts take a quarter of a frame's time: on a screen they are laid out once, and copied from then on.
void drawHaloText(QPainter& painter, const QRectF& rect, int flags, const QString& text, const QColor& colour,
                  const QColor& halo)
{
    // A zoom can make a place so large that no picture of it can be had.
    const auto isSmall = [](qreal length) { return length >= 0 && length < largestPicture; };
    if (painter.paintEngine()->type() != QPaintEngine::Raster || !isSmall(rect.width()) ||
        !isSmall(rect.height())) {
        layOutHaloText(painter, rect, flags, text, colour, halo);
        return;
    }
    const qreal ratio = painter.device()->devicePixelRatioF();
    const auto toGrid = [ratio](qreal x) { return std::round(x * ratio) / ratio; };
    const QPointF corner(toGrid(rect.x() - haloMargin), toGrid(rect.y() - haloMargin));
    painter.drawPixmap(corner, haloPicture(painter.font(), rect.size(), ratio, flags, text, colour, halo));
}

void addBufferedLayer(QCustomPlot& plot, const QString& name)
{
    plot.addLayer(name); // each change of mode between neighbours is one picture more to blend
    plot.layer(name)->setMode(QCPLayer::lmBuffered);
}

void addFrameLayer(QCustomPlot& plot, const QString& name)
{
    qobject_cast<PlotCanvas*>(&plot)->addFrameLayer(name);
}

} // namespace hyperdrift::ui
