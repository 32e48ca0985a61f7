#pragma once
// A part of a picture that paints itself with a function, on one layer of the plot.

#include <qcustomplot.h>

#include <functional>

namespace hyperdrift::ui {

class Drawing : public QCPLayerable {
    Q_OBJECT
public:
    using Paint = std::function<void(QCPPainter&)>;
    enum class Clip { ToAxes, None };

    /// The plot owns it. Painted antialiased, in pixels of the plot.
    Drawing(QCustomPlot* plot, const QString& layer, Clip clip, Paint paint);

    /// Paints it now, wherever its layer is, as the layer would.
    void paint(QCPPainter& painter);

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;

private:
    Clip m_clip;
    Paint m_paint;
};

/// `share` of `ground` in the colour: fainter, and yet opaque, so that pieces of a line may overlap.
QColor faded(const QColor& colour, const QColor& ground, double share);
/// What share of the ground is in lines that stand back: what lies ahead of the instant that is shown,
/// ghosts.
inline constexpr double backShare = 0.62;

/// A point of the plane, in pixels of the plot.
QPointF toPixel(const QCustomPlot& plot, double x, double y);

bool isFinite(const QPointF& point);
/// Draws a jagged line, many times faster than QPainter does it as one path (whose joins are computed).
/// Points that are not finite leave a gap.
void drawFastPolyline(QPainter& painter, const QList<QPointF>& points);

/// The rim of a text in the ground's colour, without the text.
void drawHalo(QPainter& painter, const QRectF& rect, int flags, const QString& text, const QColor& halo);
/// Text with a rim in the ground's colour, so that it can be read across lines.
void drawHaloText(QPainter& painter, const QRectF& rect, int flags, const QString& text, const QColor& colour,
                  const QColor& halo);

/// Adds a layer above all others that is painted on a buffer of its own.
void addBufferedLayer(QCustomPlot& plot, const QString& name);
/// Adds a layer above all others whose drawings are painted straight into the window, by update(). The plot
/// is a canvas (plot_canvas.h).
void addFrameLayer(QCustomPlot& plot, const QString& name);

} // namespace hyperdrift::ui
