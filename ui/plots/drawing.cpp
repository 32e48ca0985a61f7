#include "ui/plots/drawing.h"

#include <cmath>

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
    m_paint(*painter);
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

void drawFastPolyline(QPainter& painter, const QList<QPointF>& points)
{
    QList<QLineF> lines;
    lines.reserve(points.size());
    for (qsizetype i = 1; i < points.size(); ++i)
        lines.append(QLineF(points[i - 1], points[i]));
    painter.drawLines(lines);
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

void drawHaloText(QPainter& painter, const QRectF& rect, int flags, const QString& text, const QColor& colour,
                  const QColor& halo)
{
    drawHalo(painter, rect, flags, text, halo);
    painter.setPen(colour);
    painter.drawText(rect, flags, text);
}

void addBufferedLayer(QCustomPlot& plot, const QString& name, const QString& below)
{
    plot.addLayer(name, plot.layer(below), QCustomPlot::limBelow);
    plot.layer(name)->setMode(QCPLayer::lmBuffered);
}

} // namespace hyperdrift::ui
