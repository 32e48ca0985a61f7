#pragma once
// The window's plain keys (Space, arrows, letters, digits): they work wherever the focus is, except in a text
// field and in a control that uses the key itself, where they stay what they are.

#include <QObject>

#include <functional>
#include <map>

class QKeyEvent;
class QWidget;

namespace hyperdrift::ui {

/// Whether `focus` makes something of the key on its own: text fields of all plain keys, and of Ctrl+Z while
/// they have something to undo; sliders of arrows, buttons of Space and Enter, lists of letters, Space, up
/// and down.
bool usesKey(const QWidget* focus, const QKeyEvent& event);

class WindowKeys : public QObject {
    Q_OBJECT
public:
    explicit WindowKeys(QWidget* window);

    /// Held down, a key acts once, unless it `repeats`.
    void add(QKeyCombination key, std::function<void()> action, bool repeats = false);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Action {
        std::function<void()> run;
        bool repeats;
    };

    QWidget* m_window;
    std::map<int, Action> m_actions;
};

} // namespace hyperdrift::ui
