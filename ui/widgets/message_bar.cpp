#include "ui/widgets/message_bar.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace hyperdrift::ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_theme(makeTheme(ThemeKind::Light)), m_icon(new QLabel), m_text(new QLabel),
      m_action(new QPushButton), m_close(new QToolButton)
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    setProperty("message", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * grid, grid, grid, grid);
    row->setSpacing(grid);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTextFormat(Qt::PlainText);
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_action->setAccessibleName(tr("What to do about it"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Close the message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::act);
    hide();
}

// The focus goes back to the window, where keys play and step; left to itself it would go to the next
// control.
void MessageBar::dismiss()
{
    window()->setFocus();
    const bool isStanding = m_showsStanding;
    if (isStanding)
        m_standing.reset();
    clear();
    if (isStanding)
        emit standingClosed();
}

void MessageBar::act()
{
    window()->setFocus();
    const auto action = m_message.action;
    if (m_showsStanding)
        m_standing.reset();
    clear();
    if (action)
        action();
}

void MessageBar::clear()
{
    if (m_standing)
        present(*m_standing, true);
    else
        hide();
}

void MessageBar::showStanding(const Message& message)
{
    m_standing = message;
    if (!isVisible() || m_showsStanding)
        present(message, true);
}

void MessageBar::floatOver(QWidget* area, QWidget* spared)
{
    m_area = area;
    m_spared = spared;
    area->installEventFilter(this);
    spared->installEventFilter(this);
}

void MessageBar::takePlace()
{
    if (!m_area || !isVisible())
        return;
    QRect room = m_area->geometry();
    room.setLeft(m_spared->mapTo(m_area->parentWidget(), QPoint(m_spared->width(), 0)).x());
    room.adjust(2 * grid, 0, -2 * grid, -grid);
    const int height = std::max(layout()->totalHeightForWidth(room.width()), minimumSizeHint().height());
    setGeometry(room.left(), room.bottom() + 1 - height, room.width(), height);
    raise();
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        takePlace();
    return QFrame::eventFilter(watched, event);
}

void MessageBar::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    takePlace();
}

void MessageBar::withdrawStanding()
{
    m_standing.reset();
    if (m_showsStanding)
        clear();
}

void MessageBar::showMessage(const Message& message)
{
    present(message, false);
}

void MessageBar::present(const Message& message, bool isStanding)
{
    m_message = message;
    m_showsStanding = isStanding;
    m_text->setText(message.text);
    m_action->setText(message.actionText);
    if (!message.actionText.isEmpty())
        m_action->setAccessibleName(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    setAccessibleDescription(message.text);
    dress();
    show();
    takePlace();
}

void MessageBar::takeOver(const MessageBar& other)
{
    m_standing = other.m_standing;
    if (!other.isHidden())
        present(other.m_message, other.m_showsStanding);
}

void MessageBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    dress();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::dress()
{
    const bool problem = m_message.kind == Message::Kind::Problem;
    const int size = fontMetrics().height();
    m_icon->setPixmap(
        themedIcon(problem ? QStringLiteral("warning") : QStringLiteral("information"), m_theme.text)
            .pixmap(size, size));
    m_close->setIcon(themedIcon(QStringLiteral("close"), m_theme.text));
    m_close->setIconSize(QSize(size, size));
    takePlace();
}

} // namespace hyperdrift::ui
