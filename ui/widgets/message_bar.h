#pragma once
// A bar that says what happened and offers what to do about it. Never in the way: it can be closed, and it
// goes when its offer is taken.

#include "ui/message.h"
#include "ui/theme.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace hyperdrift::ui {

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// Lets it lie over the lower edge of `area`, its brother, where `spared`, a part of that, is not: what
    /// is below stays where it is, and the controls under the pointer too.
    void floatOver(QWidget* area, QWidget* spared);
    void showMessage(const Message& message);
    /// An offer that waits: it shows whenever no other message does, until it is taken or closed.
    void showStanding(const Message& message);
    void withdrawStanding();
    /// The message that shows is of no more use.
    void clear();
    /// Shows what the bar that it replaces shows.
    void takeOver(const MessageBar& other);
    void setTheme(const Theme& theme);
    QString text() const;

signals:
    /// The offer that waited was closed.
    void standingClosed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void present(const Message& message, bool isStanding);
    void dismiss();
    void act();
    void takePlace();
    void dress();

    QWidget* m_area = nullptr;
    QWidget* m_spared = nullptr;
    Theme m_theme;
    Message m_message;
    std::optional<Message> m_standing;
    bool m_showsStanding = false;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
};

} // namespace hyperdrift::ui
