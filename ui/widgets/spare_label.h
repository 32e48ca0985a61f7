#pragma once
// A label that gives way: where it does not fit, it is not there.

#include <QLabel>

namespace hyperdrift::ui {

class SpareLabel : public QLabel {
    Q_OBJECT
public:
    explicit SpareLabel(const QString& text, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace hyperdrift::ui
