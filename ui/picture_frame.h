#pragma once
// A place for a picture: its title, which chooses what stands there, and the picture's own controls beside
// it.

#include "ui/message.h"
#include "ui/picture_menu.h"
#include "ui/scene.h"
#include "ui/theme.h"

#include <QWidget>

#include <string>
#include <vector>

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

    /// In a narrow one the controls stand below the title.
    QSize minimumSizeHint() const override;

signals:
    /// Another picture stands here now.
    void pictureChanged();
    void maximiseWanted();
    /// What came of something that was done with the picture.
    void messageRaised(const hyperdrift::ui::Message& message);
    void figureWanted(hyperdrift::ui::FigureWish wish);

protected:
    /// The title's menu, where the pointer is, or at the picture's key for it.
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void makeMenu();
    void arrangeHead();
    void explain();

    int m_place;
    QString m_picture;
    std::vector<std::string> m_runs; ///< names of the scene that is shown
    PlotView* m_view = nullptr;
    QToolButton* m_title;
    QHBoxLayout* m_head;
    QVBoxLayout* m_column;
    Theme m_theme;
};

} // namespace hyperdrift::ui
