#pragma once
// A page as it will be, as large as there is room for it, on a neutral ground.

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace hyperdrift::ui {

class FigurePreview : public QWidget {
    Q_OBJECT
public:
    explicit FigurePreview(QWidget* parent = nullptr);

    /// `draw` gives the page so many pixels wide; it is called again whenever there is other room for it.
    void setPage(const QSizeF& millimetres, std::function<QImage(int width)> draw);
    /// Draws it anew, once before the next events.
    void renew();
    /// As it is seen; null before it was first drawn.
    const QImage& image() const { return m_image; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QRect pageArea() const;
    void draw();

    QSizeF m_millimetres = {1, 1};
    std::function<QImage(int)> m_draw;
    QImage m_image;
    QTimer m_soon;
};

} // namespace hyperdrift::ui
