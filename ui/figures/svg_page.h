#pragma once
// A page that becomes an SVG file. Qt's own generator knows no clipping: what it is given is marked with the
// area that it may be drawn in, and the marks become clip paths afterwards.

#include <QBuffer>
#include <QByteArray>
#include <QPaintDevice>
#include <QRectF>
#include <QSize>
#include <QSvgGenerator>

#include <memory>
#include <vector>

namespace hyperdrift::ui {

class SvgPage : public QPaintDevice {
public:
    /// `size` in units of 1/`unitsPerInch` inch.
    SvgPage(const QSize& size, int unitsPerInch, const QString& title);
    ~SvgPage() override;

    QPaintEngine* paintEngine() const override;
    /// The file, once painting has ended.
    QByteArray svg() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;

    QSize m_size;
    int m_unitsPerInch;
    QBuffer m_buffer;
    QSvgGenerator m_generator;
    std::unique_ptr<Engine> m_engine;
};

} // namespace hyperdrift::ui
