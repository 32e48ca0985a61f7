#pragma once
// The plot of a picture, made for frames: on a ground of one colour that is painted with it, and with layers
// that are painted straight into the window. QCustomPlot would fill the ground anew at every frame, and blend
// a picture as large as the plot over it for each layer that moves.

#include <qcustomplot.h>

namespace hyperdrift::ui {

class GroundBuffer;

class PlotCanvas : public QCustomPlot {
    Q_OBJECT
public:
    explicit PlotCanvas(QWidget* parent = nullptr);

    /// To be seen with the next replot.
    void setGround(const QColor& colour);

    /// A layer above all others, for drawings (drawing.h) that are other ones at each frame: update() paints
    /// them, where other layers wait for a replot.
    void addFrameLayer(const QString& name);
    /// Whether what is on it is not painted now, by a replot, but by the frame after it.
    bool isPaintedLater(const QCPLayer* layer) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSharedPointer<GroundBuffer> m_ground; ///< the lowest layers
    QList<QCPLayer*> m_frameLayers;
};

} // namespace hyperdrift::ui
