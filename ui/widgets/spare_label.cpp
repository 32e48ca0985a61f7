#include "ui/widgets/spare_label.h"

#include <QPainter>

namespace hyperdrift::ui {

SpareLabel::SpareLabel(const QString& text, QWidget* parent) : SpareLabel(QStringList{text}, parent) {}

// The label's own text is the longest, for its size and for those who don't see it.
SpareLabel::SpareLabel(const QStringList& texts, QWidget* parent)
    : QLabel(texts.constFirst(), parent), m_texts(texts)
{
}

QSize SpareLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

QString SpareLabel::shown() const
{
    for (const QString& text : m_texts) {
        if (fontMetrics().horizontalAdvance(text) <= contentsRect().width())
            return text;
    }
    return {};
}

void SpareLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), static_cast<int>(alignment()), shown());
}

} // namespace hyperdrift::ui
