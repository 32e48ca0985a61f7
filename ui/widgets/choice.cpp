#include "ui/widgets/choice.h"

#include "ui/widgets/metrics.h"

#include <QPainter>
#include <QPolygonF>
#include <QWheelEvent>

namespace hyperdrift::ui {

Choice::Choice(QWidget* parent) : QComboBox(parent)
{
    // Long names are cut, so that the panel keeps its width.
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
}

/// The style sheet's combo box has no arrow of its own that would follow the theme.
void Choice::paintEvent(QPaintEvent* event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    const double half = fontMetrics().height() * 0.24;
    const QPointF middle(width() - grid - half, height() / 2.0);
    painter.drawPolygon(QPolygonF({middle + QPointF(-half, -half * 0.6), middle + QPointF(half, -half * 0.6),
                                   middle + QPointF(0, half * 0.7)}));
}

void Choice::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace hyperdrift::ui
