#include "ui/widgets/marked_slider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

MarkedSlider::MarkedSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::TabFocus);
}

void MarkedSlider::setColor(const QColor& color)
{
    m_color = color;
    update();
}

void MarkedSlider::setMark(std::optional<int> position)
{
    if (position == m_mark)
        return;
    m_mark = position;
    update();
}

double MarkedSlider::radius() const
{
    return std::round(fontMetrics().height() * 0.36);
}

QSize MarkedSlider::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 14, static_cast<int>(radius() * 2) + 8};
}

QSize MarkedSlider::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 6, sizeHint().height()};
}

double MarkedSlider::xOf(int position) const
{
    const double margin = radius() + 2;
    const double share = static_cast<double>(position - minimum()) / std::max(1, maximum() - minimum());
    return margin + share * (width() - 2 * margin);
}

int MarkedSlider::positionAt(double x) const
{
    const double margin = radius() + 2;
    const double share = std::clamp((x - margin) / std::max(1.0, width() - 2 * margin), 0.0, 1.0);
    return minimum() + static_cast<int>(std::lround(share * (maximum() - minimum())));
}

void MarkedSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0;
    const double handle = xOf(sliderPosition());
    const double thickness = std::max(3.0, std::round(radius() * 0.45));
    QColor color = m_color.isValid() ? m_color : palette().color(QPalette::Highlight);
    if (!isEnabled())
        color = palette().color(QPalette::Disabled, QPalette::Text);
    const auto track = [&](double from, double to, const QColor& ground) {
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(from, middle - thickness / 2, to - from, thickness), thickness / 2,
                                thickness / 2);
    };
    painter.setPen(Qt::NoPen);
    track(xOf(minimum()), xOf(maximum()), palette().color(QPalette::Mid));
    track(xOf(minimum()), handle, color);
    if (m_mark) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1.5));
        painter.drawLine(QPointF(xOf(*m_mark), middle - radius()), QPointF(xOf(*m_mark), middle + radius()));
    }
    if (hasFocus()) {
        QColor halo = color;
        halo.setAlphaF(0.3F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(QPointF(handle, middle), radius() + 3, radius() + 3);
    }
    painter.setPen(QPen(palette().color(QPalette::Base), 1.5));
    painter.setBrush(color);
    painter.drawEllipse(QPointF(handle, middle), radius(), radius());
}

void MarkedSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    setSliderPosition(positionAt(event->position().x()));
}

void MarkedSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        setSliderPosition(positionAt(event->position().x()));
}

void MarkedSlider::mouseReleaseEvent(QMouseEvent*)
{
    setSliderDown(false);
}

void MarkedSlider::mouseDoubleClickEvent(QMouseEvent*)
{
    setSliderDown(false);
    emit doubleClicked();
}

void MarkedSlider::keyPressEvent(QKeyEvent* event)
{
    const QScopedValueRollback repeating(m_keyRepeats, event->isAutoRepeat());
    QSlider::keyPressEvent(event);
}

/// The wheel belongs to the panel that scrolls: no value changes by passing over it.
void MarkedSlider::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace hyperdrift::ui
