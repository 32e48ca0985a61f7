#pragma once
// A list to choose from, with an arrow in the theme's colour. The wheel passes it by.

#include <QComboBox>

namespace hyperdrift::ui {

class Choice : public QComboBox {
    Q_OBJECT
public:
    explicit Choice(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace hyperdrift::ui
