#pragma once
// Scrolls a panel up and down, and leaves the arrow keys to the window.

#include <QScrollArea>

namespace hyperdrift::ui {

class PanelScroll : public QScrollArea {
    Q_OBJECT
public:
    explicit PanelScroll(QWidget* content, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace hyperdrift::ui
