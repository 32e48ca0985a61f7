#pragma once
// A part of the panel under a heading that folds it away, to make room where the screen is low.

#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace hyperdrift::ui {

class PanelSection : public QWidget {
    Q_OBJECT
public:
    /// `name` is the object's.
    PanelSection(const QString& name, const QString& title, QWidget* parent = nullptr);

    /// What stands below the heading.
    QVBoxLayout* rows() const { return m_rows; }
    bool isFolded() const { return m_isFolded; }
    void setFolded(bool folded);
    /// Whether a change below the heading waits for a reset: the heading says so.
    void setWaiting(bool waits);
    void setTheme(const Theme& theme);

private:
    void showFold();

    QToolButton* m_heading;
    QLabel* m_waits;
    QWidget* m_body;
    QVBoxLayout* m_rows;
    Theme m_theme;
    bool m_isFolded = false;
};

} // namespace hyperdrift::ui
