#include "ui/plots/plot_view.h"

#include "ui/plots/chip.h"
#include "ui/plots/drawing.h"
#include "ui/plots/plot_canvas.h"
#include "ui/plots/plotted_data.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QContextMenuEvent>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

/// Pictures are graphics to a screen reader, which passes plain widgets by.
QAccessibleInterface* accessiblePicture(const QString&, QObject* object)
{
    auto* view = qobject_cast<PlotView*>(object);
    return view ? new QAccessibleWidget(view, QAccessible::Graphic) : nullptr;
}

} // namespace

PlotView::PlotView(QWidget* parent)
    : QWidget(parent), m_plot(new PlotCanvas(this)), m_theme(makeTheme(ThemeKind::Light)),
      m_controls(new QWidget(this)), m_controlRow(new QHBoxLayout(m_controls))
{
    static const bool isInstalled = (QAccessible::installFactory(accessiblePicture), true);
    Q_UNUSED(isInstalled);
    m_controlRow->setContentsMargins(0, 0, 0, 0);
    m_controlRow->setSpacing(6);
    m_controlRow->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_controls);
    column->addWidget(m_plot, 1);

    m_plot->setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    m_plot->setNoAntialiasingOnDrag(false);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setMouseTracking(true);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(120, 80);
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->axisRect()->setRangeZoomFactor(0.8);
    // Buffered, it is one picture more to blend at every frame, mostly an empty one.
    m_plot->layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmLogical);
    connectMouse();
    m_plot->installEventFilter(this);
    new Drawing(m_plot, QStringLiteral("overlay"), Drawing::Clip::None, [this](QCPPainter& painter) {
        painter.setFont(plotFont());
        painter.setPen(m_theme.textMuted);
        if (const QRect area = emptyTextArea(); area.isValid())
            painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    });
    new Drawing(m_plot, QStringLiteral("axes"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintAxisLabels(painter); });
}

void PlotView::hideControls()
{
    m_controls->hide();
}

void PlotView::connectMouse()
{
    connect(m_plot, &QCustomPlot::mouseWheel, this, &PlotView::takeRange);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &PlotView::fit);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
        if (event->buttons().testFlag(Qt::LeftButton) && m_plot->interactions().testFlag(QCP::iRangeDrag))
            takeRange();
    });
}

bool PlotView::event(QEvent* event)
{
    if (event->type() == QEvent::ScreenChangeInternal || event->type() == QEvent::Show ||
        event->type() == QEvent::Resize)
        followDevicePixelRatio();
    return QWidget::event(event);
}

bool PlotView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_plot)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        return showTip(help->pos(), help->globalPos());
    }
    if (event->type() == QEvent::ContextMenu) { // the plot keeps all that the mouse does to itself
        const auto* menu = static_cast<QContextMenuEvent*>(event);
        QContextMenuEvent passedOn(menu->reason(), mapFromGlobal(menu->globalPos()), menu->globalPos(),
                                   menu->modifiers());
        return QApplication::sendEvent(this, &passedOn);
    }
    const bool isPress = event->type() == QEvent::MouseButtonPress;
    if (isPress || event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QPointF way = mouse->position() - m_pressed;
        if (isPress)
            m_pressed = mouse->position();
        else if (mouse->button() == Qt::LeftButton &&
                 way.manhattanLength() < QApplication::startDragDistance())
            showTip(mouse->position(), mouse->globalPosition().toPoint());
    }
    return QWidget::eventFilter(watched, event);
}

bool PlotView::showTip(const QPointF& position, const QPoint& globalPosition)
{
    // Beside the axes stands what they show.
    const bool isInside = m_plot->axisRect()->rect().contains(position.toPoint());
    const QString text = isInside ? toolTipAt(position) : formula();
    if (text.isEmpty()) {
        QToolTip::hideText();
        return false;
    }
    QToolTip::showText(globalPosition, text, m_plot);
    return true;
}

void PlotView::followDevicePixelRatio()
{
    if (m_plot->bufferDevicePixelRatio() == m_plot->devicePixelRatioF())
        return;
    m_plot->setBufferDevicePixelRatio(m_plot->devicePixelRatioF());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QFont PlotView::plotFont(double scale, bool bold) const
{
    QFont font = QApplication::font();
    font.setPointSizeF(m_theme.fontPointSize * scale);
    font.setBold(bold);
    return font;
}

void PlotView::setTheme(const Theme& theme)
{
    m_theme = theme;
    qobject_cast<PlotCanvas*>(m_plot)->setGround(theme.card);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(theme.axis, 1));
        axis->setTickPen(QPen(theme.axis, 1));
        axis->setSubTickPen(QPen(theme.axis, 1));
        axis->setTickLength(0, 4);
        axis->setSubTickLength(0, 2);
        axis->setTickLabelColor(theme.textMuted);
        axis->setTickLabelFont(plotFont(0.9));
        axis->setLabelColor(theme.textMuted);
        axis->setLabelFont(plotFont(0.9));
        axis->grid()->setPen(QPen(theme.grid, 1));
        axis->grid()->setZeroLinePen(QPen(theme.grid, 1));
    }
    fixMargins();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::fixMargins()
{
    const QFontMetrics metrics(plotFont(0.9));
    const int line = metrics.height();
    const int left = std::max(metrics.horizontalAdvance(QStringLiteral("10⁻⁰⁰")),
                              metrics.horizontalAdvance(QStringLiteral("−0.00"))) +
                     line + 14;
    const int right = metrics.horizontalAdvance(QStringLiteral("10,000")) / 2 + 2;
    const int bottom = line + 8 + (m_xLabel.isEmpty() ? 0 : line);
    m_plot->axisRect()->setMargins(QMargins(left, line / 2, right, bottom));
}

void PlotView::paintAxisLabels(QCPPainter& painter) const
{
    const QRect axes = m_plot->axisRect()->rect();
    const QFont font = plotFont(0.9);
    const int line = QFontMetrics(font).height();
    painter.setFont(font);
    painter.setPen(m_theme.textMuted);
    const QRect below(axes.left(), m_plot->height() - line - 2, axes.width(), line);
    painter.drawText(below, Qt::AlignCenter | Qt::TextDontClip, m_xLabel);
    // In a low picture a long formula leaves the middle of its axis, and is written smaller, not cut.
    const double height = m_plot->height();
    const double length = QFontMetricsF(font).horizontalAdvance(m_yLabel) + 2;
    const double room = std::min(1.0, height / length);
    if (room < 1)
        painter.setFont(plotFont(0.9 * room));
    const double half = 0.5 * std::min(length, height);
    painter.translate(1, std::clamp<double>(axes.center().y(), half, height - half));
    painter.rotate(-90);
    painter.drawText(QRect(-axes.height() / 2, 0, axes.height(), line), Qt::AlignCenter | Qt::TextDontClip,
                     m_yLabel);
    painter.resetTransform();
}

int PlotView::ticksAcross(const QString& label) const
{
    const double width = 1.8 * QFontMetricsF(plotFont(0.9)).horizontalAdvance(label);
    return std::clamp(static_cast<int>(m_plot->axisRect()->width() / width), 1, 8);
}

int PlotView::ticksUp() const
{
    const double height = 2.2 * QFontMetricsF(plotFont(0.9)).height();
    return std::clamp(static_cast<int>(m_plot->axisRect()->height() / height), 2, 8);
}

void PlotView::setAxisLabels(const QString& x, const QString& y)
{
    m_xLabel = x;
    m_yLabel = y;
    fixMargins();
}

PlottedPanel PlotView::emptyPanel(const QString& xLabel, const QString& yLabel) const
{
    const auto axisOf = [](const QCPAxis& axis, const QString& label) {
        return PlottedAxis{label, axis.range().lower, axis.range().upper,
                           axis.scaleType() == QCPAxis::stLogarithmic};
    };
    return {.x = axisOf(*m_plot->xAxis, xLabel), .y = axisOf(*m_plot->yAxis, yLabel)};
}

void PlotView::showCursor(double) {}

void PlotView::addControl(QWidget* control)
{
    m_controlRow->addWidget(control);
}

void PlotView::setQuestion(const QString& question)
{
    m_question = question;
    nameItself();
}

void PlotView::nameItself()
{
    setAccessibleName(m_question.isEmpty() ? title() : tr("%1: %2").arg(title(), m_question));
}

void PlotView::describe(const Scene& scene)
{
    nameItself();
    const QString description = sentence(scene);
    if (description != accessibleDescription())
        setAccessibleDescription(description);
}

QRect PlotView::emptyTextArea() const
{
    return m_plot->axisRect()->rect().adjusted(12, 12, -12, -12);
}

QString PlotView::veiledText()
{
    return tr("To be seen when the answer is told");
}

void PlotView::setEmptyText(const QString& text)
{
    m_emptyText = text;
}

QString PlotView::formula() const
{
    return {};
}

QJsonObject PlotView::choices() const
{
    return {};
}

void PlotView::setChoices(const QJsonObject&) {}

void PlotView::takeOver(const PlotView& other)
{
    if (other.m_autoRange)
        return;
    m_plot->xAxis->setRange(other.m_plot->xAxis->range());
    m_plot->yAxis->setRange(other.m_plot->yAxis->range());
    takeRange();
}

void PlotView::addAutoChip()
{
    m_autoChip = makeChip(tr("Auto"), QStringLiteral("autoRange"), this);
    m_autoChip->setToolTip(tr("Let the axes follow the data again (double click)"));
    m_autoChip->hide();
    connect(m_autoChip, &QToolButton::clicked, this, &PlotView::fit);
    addControl(m_autoChip);
}

void PlotView::fit()
{
    m_autoRange = true;
    if (m_autoChip)
        m_autoChip->hide();
    showAll();
}

void PlotView::takeRange()
{
    m_autoRange = false;
    if (m_autoChip)
        m_autoChip->show();
    emit rangeTaken();
}

void PlotView::showAll() {}

QString PlotView::toolTipAt(const QPointF&) const
{
    return {};
}

} // namespace hyperdrift::ui
