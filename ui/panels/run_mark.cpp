#include "ui/panels/run_mark.h"

#include <QPainter>
#include <QPolygonF>

namespace hyperdrift::ui {

RunMark::RunMark(int run, QWidget* parent) : QWidget(parent), m_run(run)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTheme(makeTheme(ThemeKind::Light));
    setAccessibleName(tr("Colour and marker of run %1").arg(run + 1));
}

void RunMark::setTheme(const Theme& theme)
{
    m_color = theme.runs[static_cast<std::size_t>(m_run) % theme.runs.size()];
    updateGeometry();
    update();
}

QSize RunMark::sizeHint() const
{
    const int size = fontMetrics().ascent() + 2;
    return {size, size};
}

void RunMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_color);
    const QPointF c(width() / 2.0, height() / 2.0);
    const double r = width() * 0.36;
    switch (runMarker(m_run)) {
    case RunMarker::Square:
        painter.drawRect(QRectF(c.x() - r * 0.9, c.y() - r * 0.9, r * 1.8, r * 1.8));
        break;
    case RunMarker::Circle:
        painter.drawEllipse(c, r, r);
        break;
    case RunMarker::Diamond:
        painter.drawPolygon(QPolygonF({c + QPointF(0, -r * 1.2), c + QPointF(r * 1.2, 0),
                                       c + QPointF(0, r * 1.2), c - QPointF(r * 1.2, 0)}));
        break;
    case RunMarker::TriangleUp:
        painter.drawPolygon(
            QPolygonF({c + QPointF(0, -r), c + QPointF(r, r * 0.8), c + QPointF(-r, r * 0.8)}));
        break;
    case RunMarker::TriangleDown:
        painter.drawPolygon(
            QPolygonF({c + QPointF(0, r), c + QPointF(r, -r * 0.8), c + QPointF(-r, -r * 0.8)}));
        break;
    case RunMarker::Cross:
        painter.setPen(QPen(m_color, r * 0.6));
        painter.drawLine(c - QPointF(r, r), c + QPointF(r, r));
        painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
        break;
    }
}

} // namespace hyperdrift::ui
