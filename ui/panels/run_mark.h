#pragma once
// A run's colour and marker as a small drawing, the same as in the pictures.

#include "ui/theme.h"

#include <QWidget>

namespace hyperdrift::ui {

class RunMark : public QWidget {
    Q_OBJECT
public:
    explicit RunMark(int run, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_run;
    QColor m_color;
};

} // namespace hyperdrift::ui
