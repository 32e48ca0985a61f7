#include "ui/plots/plot_canvas.h"

#include "ui/plots/drawing.h"

#include <QImage>

namespace hyperdrift::ui {

/// Opaque. QPainter treats it as if it were not, so that texts look as those of the layers above.
class GroundBuffer : public QCPAbstractPaintBuffer {
public:
    GroundBuffer(const QSize& size, double devicePixelRatio) : QCPAbstractPaintBuffer(size, devicePixelRatio)
    {
        reallocate();
    }

    QCPPainter* startPainting() override { return new QCPPainter(&m_image); } // the caller owns it

    void draw(QCPPainter* painter) const override
    {
        QImage opaque(m_image.constBits(), m_image.width(), m_image.height(), m_image.bytesPerLine(),
                      QImage::Format_RGB32);
        opaque.setDevicePixelRatio(mDevicePixelRatio);
        painter->drawImage(0, 0, opaque);
    }

    void clear(const QColor&) override { m_image.fill(ground); }

    QColor ground = Qt::white;

protected:
    void reallocateBuffer() override { reallocate(); }

private:
    void reallocate()
    {
        setInvalidated();
        m_image = QImage((QSizeF(mSize) * mDevicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
        m_image.setDevicePixelRatio(mDevicePixelRatio);
        m_image.fill(ground);
    }

    QImage m_image;
};

PlotCanvas::PlotCanvas(QWidget* parent)
    : QCustomPlot(parent), m_ground(new GroundBuffer(viewport().size(), bufferDevicePixelRatio()))
{
    mPaintBuffers.append(m_ground); // where there is a first buffer, QCustomPlot makes none
}

void PlotCanvas::setGround(const QColor& colour)
{
    m_ground->ground = colour;
    setBackground(QBrush(colour)); // for files
}

void PlotCanvas::addFrameLayer(const QString& name)
{
    addLayer(name);
    m_frameLayers.append(layer(name));
    m_frameLayers.back()->setMode(QCPLayer::lmBuffered);
}

bool PlotCanvas::isPaintedLater(const QCPLayer* layer) const
{
    return mReplotting && m_frameLayers.contains(layer);
}

void PlotCanvas::paintEvent(QPaintEvent* event)
{
    if (!qFuzzyCompare(bufferDevicePixelRatio(), devicePixelRatioF())) { // it replots
        QCustomPlot::paintEvent(event);
        return;
    }
    QCPPainter painter(this);
    // The uppermost buffers are those of the frame layers, and empty; before the first replot there is none.
    m_ground->draw(&painter);
    for (qsizetype i = 1; i < mPaintBuffers.size() - m_frameLayers.size(); ++i)
        mPaintBuffers[i]->draw(&painter);
    for (const QCPLayer* layer : m_frameLayers) {
        for (QCPLayerable* each : layer->children()) {
            if (auto* drawing = qobject_cast<Drawing*>(each); drawing && drawing->realVisibility())
                drawing->paint(painter);
        }
    }
}

} // namespace hyperdrift::ui
