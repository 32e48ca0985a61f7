#include "ui/export/figure_preview.h"

#include "ui/widgets/metrics.h"

#include <QPainter>

#include <utility>

namespace hyperdrift::ui {

FigurePreview::FigurePreview(QWidget* parent) : QWidget(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &FigurePreview::draw);
}

void FigurePreview::setPage(const QSizeF& millimetres, std::function<QImage(int)> draw)
{
    m_millimetres = millimetres;
    m_draw = std::move(draw);
    renew();
}

void FigurePreview::renew()
{
    m_soon.start();
}

QSize FigurePreview::sizeHint() const
{
    return {84 * grid, 56 * grid};
}

QSize FigurePreview::minimumSizeHint() const
{
    return {32 * grid, 24 * grid};
}

QRect FigurePreview::pageArea() const
{
    const QSizeF room(width() - 4 * grid, height() - 4 * grid);
    QRect area(QPoint(0, 0), m_millimetres.scaled(room, Qt::KeepAspectRatio).toSize());
    area.moveCenter(rect().center());
    return area;
}

void FigurePreview::draw()
{
    const int pixels = qRound(pageArea().width() * devicePixelRatioF());
    if (!m_draw || pixels < 1)
        return;
    m_image = m_draw(pixels);
    m_image.setDevicePixelRatio(devicePixelRatioF());
    update();
}

void FigurePreview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    renew();
}

void FigurePreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Mid));
    painter.drawRoundedRect(rect(), 0.75 * grid, 0.75 * grid);
    if (m_image.isNull())
        return;
    const QRect page = pageArea();
    painter.drawImage(page, m_image);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(palette().color(QPalette::Dark));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(page.adjusted(-1, -1, 0, 0));
}

} // namespace hyperdrift::ui
