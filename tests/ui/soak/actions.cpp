#include "tests/ui/soak/actions.h"

#include "tests/ui/soak/journal.h"
#include "ui/plots/landscape_view.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollBar>
#include <QSplitter>
#include <QWheelEvent>
#include <QWindow>
#include <QtTest>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <qcustomplot.h>
#include <utility>

namespace hyperdrift::soak {

namespace {

constexpr QSize smallest(800, 600);
constexpr QSize largest(3840, 2160);
constexpr int answerMilliseconds = 50; // until somebody answers a menu that is up

using Keys = std::pair<Qt::Key, Qt::KeyboardModifiers>;

const std::array keysToPress = {
    Keys{Qt::Key_Space, Qt::NoModifier},    Keys{Qt::Key_Space, Qt::NoModifier},
    Keys{Qt::Key_Space, Qt::NoModifier},    Keys{Qt::Key_Right, Qt::NoModifier},
    Keys{Qt::Key_Right, Qt::NoModifier},    Keys{Qt::Key_Left, Qt::NoModifier},
    Keys{Qt::Key_Left, Qt::NoModifier},     Keys{Qt::Key_Home, Qt::NoModifier},
    Keys{Qt::Key_End, Qt::NoModifier},      Keys{Qt::Key_Up, Qt::NoModifier},
    Keys{Qt::Key_Down, Qt::NoModifier},     Keys{Qt::Key_PageUp, Qt::NoModifier},
    Keys{Qt::Key_PageDown, Qt::NoModifier}, Keys{Qt::Key_R, Qt::NoModifier},
    Keys{Qt::Key_R, Qt::ShiftModifier},     Keys{Qt::Key_1, Qt::NoModifier},
    Keys{Qt::Key_2, Qt::NoModifier},        Keys{Qt::Key_3, Qt::NoModifier},
    Keys{Qt::Key_4, Qt::NoModifier},        Keys{Qt::Key_Plus, Qt::NoModifier},
    Keys{Qt::Key_Plus, Qt::NoModifier},     Keys{Qt::Key_Minus, Qt::NoModifier},
    Keys{Qt::Key_F5, Qt::NoModifier},       Keys{Qt::Key_F11, Qt::NoModifier},
    Keys{Qt::Key_Z, Qt::ControlModifier},   Keys{Qt::Key_Z, Qt::ControlModifier},
    Keys{Qt::Key_Z, Qt::ControlModifier},   Keys{Qt::Key_Y, Qt::ControlModifier},
    Keys{Qt::Key_Y, Qt::ControlModifier},   Keys{Qt::Key_Tab, Qt::NoModifier},
    Keys{Qt::Key_Tab, Qt::NoModifier},      Keys{Qt::Key_Tab, Qt::ShiftModifier},
    Keys{Qt::Key_Escape, Qt::NoModifier},   Keys{Qt::Key_Return, Qt::NoModifier},
    Keys{Qt::Key_Delete, Qt::NoModifier},   Keys{Qt::Key_Backspace, Qt::NoModifier},
    Keys{Qt::Key_Menu, Qt::NoModifier},
};

std::string described(const QWidget& widget)
{
    const QString name = widget.objectName();
    return widget.metaObject()->className() + (name.isEmpty() ? "" : ' ' + name.toStdString());
}

std::string described(const QPoint& point)
{
    return '(' + std::to_string(point.x()) + ", " + std::to_string(point.y()) + ')';
}

bool isButton(const QWidget& widget)
{
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QComboBox*>(&widget);
}

bool isPlot(const QWidget& widget)
{
    return qobject_cast<const QCustomPlot*>(&widget) || qobject_cast<const QSplitterHandle*>(&widget);
}

/// Signs of a number that need not be one. At most three digits, and an exponent of one: a problem of a
/// million rows would be prepared for the rest of the time, and nothing else be seen.
QString typedText(Dice& dice)
{
    static const std::array signs = {QStringLiteral("."),   QStringLiteral("-"), QStringLiteral(","),
                                     QStringLiteral("e-2"), QStringLiteral("x"), QStringLiteral("e1")};
    QString text;
    const int digits = dice.between(0, 3);
    const int sign = dice.chance(50) ? dice.between(0, digits) : -1;
    for (int i = 0; i <= digits; ++i) {
        if (i == sign)
            text += dice.pick(signs);
        if (i < digits)
            text += QChar('0' + dice.roll(10));
    }
    return text;
}

} // namespace

struct Actions::Kind {
    int weight;
    void (Actions::*act)();
};

const std::initializer_list<Actions::Kind>& Actions::kinds()
{
    static const std::initializer_list<Kind> all = {
        {8, &Actions::click},       {10, &Actions::clickButton}, {2, &Actions::doubleClick},
        {10, &Actions::dragSlider}, {5, &Actions::dragPlot},     {4, &Actions::dragStart},
        {5, &Actions::turnWheel},   {20, &Actions::pressKey},    {8, &Actions::type},
        {1, &Actions::chooseTheme}, {2, &Actions::resize},       {3, &Actions::openFile},
        {2, &Actions::dropFile},    {2, &Actions::save},         {3, &Actions::chooseFromMenu},
        {1, &Actions::openMenu},    {10, &Actions::rest},        {4, &Actions::showEightStarts},
    };
    return all;
}

Actions::Actions(ui::MainWindow& window, Dice& dice, const QString& folder)
    : m_window(window), m_dice(dice), m_folder(folder)
{
}

void Actions::doOne()
{
    if (!m_window.isVisible())
        m_window.show(); // it was closed
    const auto add = [](int sum, const Kind& kind) { return sum + kind.weight; };
    int chosen = m_dice.roll(std::accumulate(kinds().begin(), kinds().end(), 0, add));
    for (const Kind& kind : kinds()) {
        chosen -= kind.weight;
        if (chosen < 0)
            return (this->*kind.act)();
    }
}

// --- mouse
// ---------------------------------------------------------------------------------------------------------

void Actions::click()
{
    QWidget* widget = find([](const QWidget&) { return true; });
    if (!widget)
        return;
    const QPoint at = pointIn(*widget);
    const Qt::MouseButton button = m_dice.chance(85) ? Qt::LeftButton : Qt::RightButton;
    journal().note("click " + described(*widget) + " at " + described(at));
    press(at, button);
    release(at, button);
}

void Actions::clickButton()
{
    QWidget* widget = find(isButton);
    if (!widget)
        return;
    const QPoint at = pointIn(*widget);
    journal().note("click " + described(*widget));
    press(at, Qt::LeftButton);
    release(at, Qt::LeftButton);
}

void Actions::doubleClick()
{
    QWidget* widget = find([](const QWidget&) { return true; });
    if (!widget)
        return;
    const QPoint at = pointIn(*widget);
    journal().note("double click " + described(*widget));
    QTest::mouseDClick(m_window.windowHandle(), Qt::LeftButton, {}, inWindow(at));
}

void Actions::dragSlider()
{
    QWidget* widget =
        find([](const QWidget& w) { return qobject_cast<const QAbstractSlider*>(&w) != nullptr; });
    if (!widget)
        return;
    journal().note("drag " + described(*widget));
    drag(pointIn(*widget), *widget);
}

void Actions::dragPlot()
{
    QWidget* widget = find(isPlot);
    if (!widget)
        return;
    journal().note("drag " + described(*widget->parentWidget()) + ", " + described(*widget));
    drag(pointIn(*widget), *widget);
}

void Actions::dragStart()
{
    QWidget* widget =
        find([](const QWidget& w) { return qobject_cast<const ui::LandscapeView*>(&w) != nullptr; });
    auto* view = qobject_cast<ui::LandscapeView*>(widget);
    const ui::Scene& scene = m_window.controller().scene();
    if (!view || scene.runs.empty() || scene.runs.front().history.samples.empty())
        return;
    const auto& plane = scene.runs.front().history.samples.front().plane;
    const auto direction = static_cast<std::size_t>(view->direction());
    if (direction >= plane.size())
        return;
    const QCustomPlot& plot = *view->plot();
    const QPointF start(plot.xAxis->coordToPixel(plane[direction].x),
                        plot.yAxis->coordToPixel(plane[direction].y));
    if (!QRectF(plot.rect()).contains(start))
        return; // out of sight
    journal().note("drag the start");
    drag(plot.mapTo(&m_window, start.toPoint()), plot);
}

/// And perhaps changes something while they are being computed.
void Actions::showEightStarts()
{
    journal().note("eight starts");
    key(Qt::Key_8);
    QTest::qWait(m_dice.between(0, 40));
    if (m_dice.chance(60))
        dragSlider();
    if (m_dice.chance(30))
        key(Qt::Key_8);
}

/// From a point of the window over a few points of the widget, or of the window.
void Actions::drag(const QPoint& from, const QWidget& widget)
{
    QPoint at = from;
    const int stops = m_dice.between(1, 8);
    std::vector<QPoint> way;
    way.reserve(static_cast<std::size_t>(stops));
    for (int i = 0; i < stops; ++i)
        way.push_back(m_dice.chance(90) ? pointIn(widget) : pointIn(m_window));
    const bool escapes = m_dice.chance(5);
    move(at);
    press(at, Qt::LeftButton);
    for (const QPoint& stop : way) {
        at = stop;
        move(at);
    }
    if (escapes)
        key(Qt::Key_Escape);
    release(at, Qt::LeftButton);
}

void Actions::turnWheel()
{
    QWidget* widget = find([](const QWidget&) { return true; });
    if (!widget)
        return;
    const QPoint at = inWindow(pointIn(*widget));
    const int turns = m_dice.between(1, 4);
    const int angle = m_dice.chance(50) ? 120 : -120;
    journal().note("wheel over " + described(*widget));
    for (int i = 0; i < turns; ++i) {
        QWidget* under = m_window.childAt(at);
        if (!under)
            return;
        QWheelEvent event(under->mapFrom(&m_window, at), m_window.mapToGlobal(at), {}, QPoint(0, angle),
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(under, &event);
    }
}

// --- keys
// ----------------------------------------------------------------------------------------------------------

void Actions::pressKey()
{
    const Keys& keys = m_dice.pick(keysToPress);
    const int times = m_dice.chance(10) ? m_dice.between(2, 20) : 1;
    const QString name = QKeySequence(keys.first | keys.second).toString();
    journal().note("key " + name.toStdString() + " × " + std::to_string(times));
    for (int i = 0; i < times; ++i)
        key(keys.first, keys.second);
}

void Actions::type()
{
    static const std::array ends = {Qt::Key_Return, Qt::Key_Return, Qt::Key_Tab, Qt::Key_Escape,
                                    Qt::Key_unknown};
    QWidget* widget = find([](const QWidget& w) { return qobject_cast<const QLineEdit*>(&w) != nullptr; });
    if (!widget)
        return;
    const QPoint at = pointIn(*widget);
    const bool replaces = m_dice.chance(80);
    const QString text = typedText(m_dice);
    const Qt::Key end = m_dice.pick(ends);
    journal().note("type \"" + text.toStdString() + "\" into " + described(*widget->parentWidget()) + ", " +
                   described(*widget));
    press(at, Qt::LeftButton);
    release(at, Qt::LeftButton);
    if (replaces)
        key(Qt::Key_A, Qt::ControlModifier);
    for (const QChar& sign : text)
        QTest::keyClick(m_window.windowHandle(), sign.toLatin1());
    if (end != Qt::Key_unknown)
        key(end);
}

// --- window and files
// ----------------------------------------------------------------------------------------------

void Actions::chooseTheme()
{
    const auto kind = static_cast<ui::ThemeKind>(m_dice.roll(3));
    journal().note("theme " + ui::themeName(kind).toStdString());
    m_window.setThemeKind(kind);
}

void Actions::resize()
{
    const bool large = m_dice.chance(25); // drawing it takes long
    const QSize most = large ? largest : QSize(1920, 1200);
    const QSize size(m_dice.between(smallest.width(), most.width()),
                     m_dice.between(smallest.height(), most.height()));
    journal().note("resize to " + std::to_string(size.width()) + "×" + std::to_string(size.height()));
    if (m_window.isFullScreen())
        m_window.showNormal();
    m_window.resize(size);
}

void Actions::openFile()
{
    const QString path = anyFile();
    journal().note("open " + QFileInfo(path).fileName().toStdString());
    m_window.files().open(path);
}

void Actions::dropFile()
{
    const QString path = anyFile();
    journal().note("drop " + QFileInfo(path).fileName().toStdString());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint at = pointIn(m_window);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_window, &enter);
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_window, &drop);
}

void Actions::save()
{
    const bool as = m_dice.chance(30);
    journal().note(as ? "save as" : "save");
    if (as)
        m_window.files().saveAs();
    else
        m_window.files().save();
}

void Actions::chooseFromMenu()
{
    QList<QAction*> actions;
    for (QMenu* menu : m_window.findChildren<QMenu*>()) {
        for (QAction* action : menu->actions()) {
            if (action->isEnabled() && action->isVisible() && !action->isSeparator() && !action->menu())
                actions.push_back(action);
        }
    }
    QAction* action = m_dice.pick(actions);
    journal().note("menu entry " + action->text().section('\t', 0, 0).toStdString());
    action->trigger();
}

/// The entry is chosen by whoever answers the menu.
void Actions::openMenu()
{
    const QList<QAction*> titles = m_window.menuBar()->actions();
    QAction* title = m_dice.pick(titles);
    if (!m_window.menuBar()->isVisible())
        return;
    journal().note("menu " + title->text().toStdString());
    const QPoint at =
        m_window.menuBar()->mapTo(&m_window, m_window.menuBar()->actionGeometry(title).center());
    press(at, Qt::LeftButton);
    release(at, Qt::LeftButton);
    QTest::qWait(answerMilliseconds);
}

void Actions::rest()
{
    const int milliseconds = m_dice.between(20, 300);
    journal().note("rest " + std::to_string(milliseconds) + " ms");
    QTest::qWait(milliseconds);
}

// --- where, and with what
// ------------------------------------------------------------------------------------------

/// One of those that can be seen and used, or nullptr.
QWidget* Actions::find(const Filter& filter)
{
    QList<QWidget*> widgets = m_window.findChildren<QWidget*>();
    const auto unfit = [this, &filter](const QWidget* w) {
        return w->window() != &m_window || !w->isVisible() || !w->isEnabled() || !filter(*w) ||
               w->visibleRegion().isEmpty();
    };
    widgets.erase(std::remove_if(widgets.begin(), widgets.end(), unfit), widgets.end());
    return widgets.isEmpty() ? nullptr : m_dice.pick(widgets);
}

/// A random one of those that can be seen, in the window's coordinates.
QPoint Actions::pointIn(const QWidget& widget)
{
    const QRect seen = widget.visibleRegion().boundingRect();
    const double x = m_dice.roll(1000) / 1000.0;
    const double y = m_dice.roll(1000) / 1000.0;
    const QPoint point(seen.left() + static_cast<int>(x * seen.width()),
                       seen.top() + static_cast<int>(y * seen.height()));
    return widget.mapTo(&m_window, point);
}

/// Also when the platform's screen, which a window without a frame fills, is smaller than its least size.
QPoint Actions::inWindow(const QPoint& point) const
{
    const QSize size = m_window.windowHandle()->size().boundedTo(m_window.size());
    return {std::clamp(point.x(), 0, size.width() - 1), std::clamp(point.y(), 0, size.height() - 1)};
}

void Actions::press(const QPoint& at, Qt::MouseButton button)
{
    if (m_window.isVisible())
        QTest::mousePress(m_window.windowHandle(), button, {}, inWindow(at));
}

void Actions::move(const QPoint& to)
{
    if (m_window.isVisible())
        QTest::mouseMove(m_window.windowHandle(), inWindow(to));
}

void Actions::release(const QPoint& at, Qt::MouseButton button)
{
    if (m_window.isVisible())
        QTest::mouseRelease(m_window.windowHandle(), button, {}, inWindow(at));
}

void Actions::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (m_window.isVisible())
        QTest::keyClick(m_window.windowHandle(), key, modifiers);
}

QString Actions::anyFile()
{
    const QStringList files = QDir(m_folder).entryList(QDir::Files, QDir::Name);
    return QDir(m_folder).filePath(m_dice.pick(files));
}

} // namespace hyperdrift::soak
