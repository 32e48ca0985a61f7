#pragma once
// What a restless person does to the window, one thing at a time.

#include "tests/ui/soak/dice.h"

#include "ui/main_window.h"

#include <QPoint>
#include <QString>
#include <QWidget>

#include <functional>

namespace hyperdrift::soak {

class Actions {
public:
    /// Files to open are in `folder`.
    Actions(ui::MainWindow& window, Dice& dice, const QString& folder);

    void doOne();

private:
    using Filter = std::function<bool(const QWidget&)>;
    struct Kind;
    static const std::initializer_list<Kind>& kinds();

    void click();
    void clickButton();
    void doubleClick();
    void dragSlider();
    void dragPlot();
    void dragStart();
    void showEightStarts();
    void turnWheel();
    void pressKey();
    void type();
    void chooseTheme();
    void resize();
    void openFile();
    void dropFile();
    void save();
    void chooseFromMenu();
    void openMenu();
    void rest();

    QWidget* find(const Filter& filter);
    QPoint pointIn(const QWidget& widget);
    QPoint inWindow(const QPoint& point) const;
    void press(const QPoint& at, Qt::MouseButton button);
    void move(const QPoint& to);
    void release(const QPoint& at, Qt::MouseButton button);
    void drag(const QPoint& from, const QWidget& widget);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QString anyFile();

    ui::MainWindow& m_window;
    Dice& m_dice;
    QString m_folder;
};

} // namespace hyperdrift::soak
