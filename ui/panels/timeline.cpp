#include "ui/panels/timeline.h"

#include "ui/format.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

// Finer than the pixels of any screen.
constexpr int positions = 20'000;
constexpr std::int64_t pages = 20; // of Page up and down, in the whole

} // namespace

Timeline::Timeline(QWidget* parent) : MarkedSlider(parent)
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setRange(0, positions);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // Only what the person does moves the handle by this: setInstant blocks it.
    connect(this, &QSlider::valueChanged, this, [this](int position) { emit sought(iterationAt(position)); });
    describe();
}

std::int64_t Timeline::iterationAt(int position) const
{
    if (position >= positions)
        return m_head;
    return std::llround(static_cast<double>(m_head) * position / positions);
}

double Timeline::xOfIteration(std::int64_t t) const
{
    const double share = m_head > 0 ? static_cast<double>(t) / static_cast<double>(m_head) : 0;
    return xOf(0) + share * (xOf(positions) - xOf(0));
}

void Timeline::setInstant(std::int64_t t, std::int64_t head)
{
    if (t == m_t && head == m_head)
        return;
    m_t = t;
    m_head = head;
    if (!isSliderDown()) {
        const QSignalBlocker mine(this);
        setValue(head > 0 ? static_cast<int>(
                                std::lround(positions * (static_cast<double>(t) / static_cast<double>(head))))
                          : 0);
    }
    describe();
    update();
}

void Timeline::setMarks(std::vector<Mark> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    update();
}

void Timeline::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void Timeline::describe()
{
    setAccessibleDescription(tr("iteration %1 of %2").arg(formatCount(m_t), formatCount(m_head)));
}

bool Timeline::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return MarkedSlider::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString text = m_head > 0 ? tr("Show t = %1 (← and → step, Home is the start, End the present)")
                                          .arg(formatCount(iterationAt(positionAt(help->pos().x()))))
                                    : tr("What was recorded, once there is something");
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void Timeline::paintEvent(QPaintEvent* event)
{
    MarkedSlider::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double size = 0.35 * radius() + 1;
    painter.setPen(Qt::NoPen);
    for (const Mark& mark : m_marks) { // small triangles on the track
        const double x = xOfIteration(mark.at);
        painter.setBrush(m_theme.runs[static_cast<std::size_t>(mark.run) % m_theme.runs.size()]);
        const double foot = height() / 2.0 - 0.4 * radius();
        painter.drawPolygon(QPolygonF{QPointF(x, foot), QPointF(x - size, foot - 1.6 * size),
                                      QPointF(x + size, foot - 1.6 * size)});
    }
}

void Timeline::keyPressEvent(QKeyEvent* event)
{
    const std::int64_t page = std::max<std::int64_t>(1, m_head / pages);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        emit sought(m_t - 1);
        break;
    case Qt::Key_Right:
    case Qt::Key_Up:
        emit sought(m_t + 1);
        break;
    case Qt::Key_PageUp:
        emit sought(m_t - page);
        break;
    case Qt::Key_PageDown:
        emit sought(m_t + page);
        break;
    case Qt::Key_Home:
        emit sought(0);
        break;
    case Qt::Key_End:
        emit sought(m_head);
        break;
    default:
        event->ignore();
    }
}

} // namespace hyperdrift::ui
