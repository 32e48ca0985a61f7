#include "ui/plots/guess_overlay.h"

#include "ui/plots/drawing.h"
#include "ui/plots/plot_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

const QString layerName = QStringLiteral("guess");
constexpr double markRadius = 9;
constexpr double strokeWidth = 6;
constexpr int strokeAlpha = 120; ///< like a marker pen's: what lies below stays legible
constexpr double keyStep = 8;    ///< pixels
constexpr double keyLeap = 40;   ///< with Shift

} // namespace

GuessOverlay::GuessOverlay(PlotView* view, Kind kind, const QString& question, const Theme& theme)
    : QObject(view), m_view(view), m_plot(view->plot()), m_kind(kind), m_theme(theme),
      m_focusBefore(view->focusPolicy())
{
    setObjectName(QStringLiteral("guess"));
    QCustomPlot* plot = view->plot();
    if (!plot->layer(layerName))
        addFrameLayer(*plot, layerName);
    m_drawing =
        new Drawing(plot, layerName, Drawing::Clip::ToAxes, [this](QCPPainter& painter) { paint(painter); });
    plot->installEventFilter(this); // before the view's own
    view->installEventFilter(this);
    view->setFocusPolicy(Qt::StrongFocus);
    view->setProperty("usesArrows", true);
    plot->setCursor(Qt::CrossCursor);
    view->setQuestion(question);
}

GuessOverlay::~GuessOverlay()
{
    if (!m_drawing)
        return; // the picture goes, and all that is in it
    close();
    delete m_drawing;
    repaint();
}

void GuessOverlay::close()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_isDrawing = false;
    m_view->plot()->removeEventFilter(this);
    m_view->removeEventFilter(this);
    m_view->setProperty("usesArrows", false);
    m_view->setFocusPolicy(m_focusBefore);
    m_view->plot()->unsetCursor();
    m_view->setQuestion({});
    repaint();
}

GuessOverlay* GuessOverlay::copyOver(PlotView* view, const QString& question) const
{
    auto* copy = new GuessOverlay(view, m_kind, question, m_theme);
    copy->m_guess = m_guess;
    if (!m_isOpen)
        copy->close();
    return copy;
}

void GuessOverlay::setTheme(const Theme& theme)
{
    m_theme = theme;
    repaint();
}

bool GuessOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot)
        return handleMouse(event);
    if (event->type() == QEvent::KeyPress)
        return handleKey(*static_cast<QKeyEvent*>(event));
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        repaint();
    return false;
}

/// The left button's; the wheel still zooms.
bool GuessOverlay::handleMouse(QEvent* event)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress;
    const bool isRelease = event->type() == QEvent::MouseButtonRelease;
    if (event->type() == QEvent::MouseButtonDblClick)
        return true;
    if (!isPress && !isRelease && event->type() != QEvent::MouseMove)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (isPress && mouse->button() == Qt::LeftButton) {
        m_isDrawing = true;
        begin(mouse->position());
        return true;
    }
    if (!m_isDrawing)
        return false;
    extendTo(mouse->position());
    if (isRelease) {
        m_isDrawing = false;
        emit guessed();
    }
    return true;
}

/// Arrows move the point, or draw on from where the curve ends.
bool GuessOverlay::handleKey(const QKeyEvent& event)
{
    const double step = event.modifiers().testFlag(Qt::ShiftModifier) ? keyLeap : keyStep;
    QPointF way;
    switch (event.key()) {
    case Qt::Key_Left:
        way = {-step, 0};
        break;
    case Qt::Key_Right:
        way = {step, 0};
        break;
    case Qt::Key_Up:
        way = {0, -step};
        break;
    case Qt::Key_Down:
        way = {0, step};
        break;
    default:
        return false;
    }
    const QRect axes = m_view->plot()->axisRect()->rect();
    if (m_guess.isEmpty())
        begin(m_kind == Kind::Point ? QPointF(axes.center())
                                    : QPointF(axes.left() + keyStep, axes.center().y()));
    else if (m_kind == Kind::Curve && way.x() == 0 && m_guess.size() == 1)
        begin(toPixels(m_guess.constFirst()) + way); // where it begins
    else
        extendTo(toPixels(m_guess.constLast()) + way);
    emit guessed();
    return true;
}

void GuessOverlay::begin(const QPointF& pixel)
{
    m_guess = {toAxes(inside(pixel))};
    repaint();
}

/// A curve is a function of time: going back takes back.
void GuessOverlay::extendTo(const QPointF& pixel)
{
    const QPointF point = toAxes(inside(pixel));
    if (m_kind == Kind::Point)
        m_guess.clear();
    while (!m_guess.isEmpty() && m_guess.constLast().x() >= point.x())
        m_guess.removeLast();
    m_guess.append(point);
    repaint();
}

QPointF GuessOverlay::inside(const QPointF& pixel) const
{
    const QRectF axes = m_view->plot()->axisRect()->rect();
    return {std::clamp(pixel.x(), axes.left(), axes.right()),
            std::clamp(pixel.y(), axes.top(), axes.bottom())};
}

QPointF GuessOverlay::toAxes(const QPointF& pixel) const
{
    const QCustomPlot* plot = m_view->plot();
    return {plot->xAxis->pixelToCoord(pixel.x()), plot->yAxis->pixelToCoord(pixel.y())};
}

QPointF GuessOverlay::toPixels(const QPointF& point) const
{
    return toPixel(*m_view->plot(), point.x(), point.y());
}

void GuessOverlay::paint(QCPPainter& painter) const
{
    if (m_isOpen && m_view->hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_view->plot()->axisRect()->rect().adjusted(1, 1, -1, -1));
    }
    if (m_guess.isEmpty())
        return;
    QColor ink = m_theme.text;
    ink.setAlpha(strokeAlpha);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF last = toPixels(m_guess.constLast());
    if (m_kind == Kind::Point) {
        painter.drawEllipse(last, markRadius, markRadius);
    } else if (m_guess.size() == 1) {
        painter.drawPoint(last);
    } else {
        QPainterPath path(toPixels(m_guess.constFirst()));
        for (const QPointF& point : m_guess)
            path.lineTo(toPixels(point));
        painter.drawPath(path);
    }
    paintLabel(painter, last);
}

/// Below the point, for what is written of the runs stands beside the valley, or above the curve's end;
/// inside the axes.
void GuessOverlay::paintLabel(QCPPainter& painter, const QPointF& at) const
{
    QFont font = QApplication::font();
    font.setPointSizeF(0.9 * m_theme.fontPointSize);
    painter.setFont(font);
    const QString text = tr("your guess");
    const QFontMetricsF metrics(font);
    const QRectF axes = m_view->plot()->axisRect()->rect();
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 4, metrics.height());
    if (m_kind == Kind::Point)
        box.moveTopRight(at + QPointF(box.width() / 2, markRadius + strokeWidth / 2));
    else
        box.moveBottomRight(at + QPointF(0, -strokeWidth));
    box.moveLeft(
        std::clamp(box.left(), axes.left() + 2, std::max(axes.left() + 2, axes.right() - box.width() - 2)));
    if (box.top() < axes.top())
        box.moveTop(at.y() + markRadius);
    if (box.bottom() > axes.bottom())
        box.moveBottom(at.y() - markRadius);
    drawHaloText(painter, box, Qt::AlignCenter, text, m_theme.text, m_theme.casing);
}

void GuessOverlay::repaint()
{
    m_plot->update();
}

} // namespace hyperdrift::ui
