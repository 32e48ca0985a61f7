#pragma once
// One ghost in the list: its letter, what it was, and what can be done with it.

#include "ui/ghost.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace hyperdrift::ui {

class ElidedLabel;

class GhostRow : public QWidget {
    Q_OBJECT
public:
    explicit GhostRow(QWidget* parent = nullptr);

    void setGhost(const Ghost& ghost);
    void setTheme(const Theme& theme);

signals:
    void pinToggled(bool pinned);
    void restoreWanted();
    void dismissWanted();

private:
    QToolButton* makeButton(const QString& name);
    void showPin();

    QLabel* m_letter;
    ElidedLabel* m_title;
    QToolButton* m_pin;
    QToolButton* m_restore;
    QToolButton* m_dismiss;
    Theme m_theme;
};

} // namespace hyperdrift::ui
