#include "ui/window_keys.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStringList>
#include <QTextEdit>

namespace hyperdrift::ui {

namespace {

bool isArrowLike(int key)
{
    return (key >= Qt::Key_Home && key <= Qt::Key_Down) || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

/// A closed list opens with Space, goes up and down, and finds an entry by its letter.
bool listUsesKey(int key)
{
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    return key == Qt::Key_Space || (key >= Qt::Key_A && key <= Qt::Key_Z) || (isArrowLike(key) && !sideways);
}

/// '+' needs Shift on some keyboards and comes with KeypadModifier from others: the character is what counts.
int combinationOf(const QKeyEvent& event)
{
    const int key = event.key();
    auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isLetter = key >= Qt::Key_A && key <= Qt::Key_Z;
    if (!isLetter && !event.text().isEmpty() && event.text().at(0).isPrint())
        modifiers &= ~Qt::ShiftModifier;
    return QKeyCombination(modifiers, static_cast<Qt::Key>(key)).toCombined();
}

/// A text field undoes its typing as long as there is any; after that, Ctrl+Z is the window's.
bool fieldUsesKey(const QLineEdit& field, const QKeyEvent& event)
{
    const int combination = combinationOf(event);
    if (combination == QKeyCombination(Qt::CTRL | Qt::Key_Z).toCombined())
        return field.isUndoAvailable();
    if (combination == QKeyCombination(Qt::CTRL | Qt::Key_Y).toCombined() ||
        combination == QKeyCombination(Qt::CTRL | Qt::SHIFT | Qt::Key_Z).toCombined())
        return field.isRedoAvailable();
    return true;
}

/// As it is printed on the key.
QString keyText(QKeyCombination key)
{
    switch (key.key()) {
    case Qt::Key_Left:
        return QStringLiteral("←");
    case Qt::Key_Right:
        return QStringLiteral("→");
    case Qt::Key_Minus:
        return QStringLiteral("−");
    default:
        return QKeySequence(key).toString(QKeySequence::NativeText);
    }
}

} // namespace

bool usesKey(const QWidget* focus, const QKeyEvent& event)
{
    const int key = event.key();
    const bool functionKey = key >= Qt::Key_F1 && key <= Qt::Key_F35;
    if (!focus || functionKey)
        return false;
    if (const auto* field = qobject_cast<const QLineEdit*>(focus))
        return fieldUsesKey(*field, event);
    if (qobject_cast<const QAbstractSpinBox*>(focus) || qobject_cast<const QTextEdit*>(focus) ||
        qobject_cast<const QPlainTextEdit*>(focus))
        return true;
    if (qobject_cast<const QAbstractItemView*>(focus) || qobject_cast<const QMenu*>(focus))
        return true;
    if (const auto* list = qobject_cast<const QComboBox*>(focus))
        return list->isEditable() || (listUsesKey(key) && !(event.modifiers() & Qt::ControlModifier));
    if (qobject_cast<const QAbstractSlider*>(focus))
        return isArrowLike(key);
    if (focus->property("usesArrows").toBool())
        return key >= Qt::Key_Left && key <= Qt::Key_Down;
    if (qobject_cast<const QAbstractButton*>(focus))
        return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    return false;
}

WindowKeys::WindowKeys(QWidget* window) : QObject(window), m_window(window)
{
    qApp->installEventFilter(this);
}

void WindowKeys::add(std::initializer_list<QKeyCombination> keys, const QString& does,
                     const std::function<void()>& action, bool repeats)
{
    QStringList texts;
    for (const QKeyCombination key : keys) {
        m_actions[key.toCombined()] = {action, repeats};
        texts << keyText(key);
    }
    if (!does.isEmpty())
        m_help.push_back({texts.join(QStringLiteral("  ")), does});
}

namespace {

/// Enter takes what was typed and Escape takes it back; either leaves the field, and the plain keys are the
/// window's again. A text that was refused keeps the focus.
bool leavesField(QLineEdit& field, const QKeyEvent& key)
{
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!isEnter && key.key() != Qt::Key_Escape)
        return false;
    if (!isEnter) {
        while (field.isUndoAvailable())
            field.undo();
    }
    // After the field has taken it.
    QMetaObject::invokeMethod(
        &field,
        [&field] {
            if (!field.property("invalid").toBool())
                field.clearFocus();
        },
        Qt::QueuedConnection);
    return !isEnter;
}

} // namespace

void WindowKeys::setClaimed(std::initializer_list<QKeyCombination> keys, bool claimed)
{
    for (const QKeyCombination key : keys)
        m_actions.at(key.toCombined()).isClaimed = claimed;
}

bool WindowKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != m_window || QApplication::activePopupWidget() ||
        QApplication::activeModalWidget())
        return false;
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (auto* field = qobject_cast<QLineEdit*>(widget);
        field && field->hasFocus() && leavesField(*field, key))
        return true;
    const auto action = m_actions.find(combinationOf(key));
    if (action == m_actions.end() ||
        !action->second.isClaimed.value_or(!usesKey(QApplication::focusWidget(), key)))
        return false;
    if (action->second.repeats || !key.isAutoRepeat())
        action->second.run();
    return true;
}

} // namespace hyperdrift::ui
