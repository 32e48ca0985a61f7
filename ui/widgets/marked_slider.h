#pragma once
// A slim horizontal slider in a colour of its own, with an optional mark on its track. A click puts the
// handle there.

#include <QColor>
#include <QSlider>

#include <optional>

namespace hyperdrift::ui {

class MarkedSlider : public QSlider {
    Q_OBJECT
public:
    explicit MarkedSlider(QWidget* parent = nullptr);

    /// Of the handle and the part of the track left of it; an invalid colour is the accent.
    void setColor(const QColor& color);
    /// A tick at this position of the slider's range, or none.
    void setMark(std::optional<int> position);

    /// The handle is held by the mouse, or moves because a key is.
    bool isHeld() const { return isSliderDown() || m_keyRepeats; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void doubleClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

    double radius() const;
    double xOf(int position) const;
    int positionAt(double x) const;

private:
    QColor m_color;
    std::optional<int> m_mark;
    bool m_keyRepeats = false;
};

} // namespace hyperdrift::ui
