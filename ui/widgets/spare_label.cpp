#include "ui/widgets/spare_label.h"

namespace hyperdrift::ui {

SpareLabel::SpareLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {}

QSize SpareLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

void SpareLabel::paintEvent(QPaintEvent* event)
{
    if (width() >= fontMetrics().horizontalAdvance(text()))
        QLabel::paintEvent(event);
}

} // namespace hyperdrift::ui
