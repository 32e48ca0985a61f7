#pragma once
// A bar that says what happened and offers what to do about it. Never in the way: it can be closed, and it
// goes when its offer is taken.

#include "ui/message.h"
#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace hyperdrift::ui {

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(const Message& message);
    void setTheme(const Theme& theme);
    QString text() const;

private:
    void dismiss();
    void dress();

    Theme m_theme;
    Message m_message;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
};

} // namespace hyperdrift::ui
