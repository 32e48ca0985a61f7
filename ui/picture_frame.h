#pragma once
// A place for a picture: its title, which chooses what stands there, and the picture's own controls beside
// it.

#include "ui/scene.h"
#include "ui/theme.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace hyperdrift::ui {

class PlotView;

class PictureFrame : public QWidget {
    Q_OBJECT
public:
    /// `place` counts from 1, and is the key that maximises it.
    PictureFrame(int place, const QString& picture, QWidget* parent = nullptr);

    int place() const { return m_place; }
    const QString& picture() const { return m_picture; }
    void setPicture(const QString& id);
    PlotView* view() const { return m_view; }

    void refresh(const Scene& scene);
    void setTheme(const Theme& theme);
    /// What stands below the picture.
    void addBelow(QWidget* widget);

signals:
    /// Another picture stands here now.
    void pictureChanged();
    void maximiseWanted();

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void makeMenu();
    void explain();

    int m_place;
    QString m_picture;
    PlotView* m_view = nullptr;
    QToolButton* m_title;
    QHBoxLayout* m_head;
    QVBoxLayout* m_column;
    Theme m_theme;
};

} // namespace hyperdrift::ui
