#pragma once
// The window's plain keys (Space, arrows, letters, digits): they work wherever the focus is, except in a text
// field and in a control that uses the key itself, where they stay what they are.

#include <QObject>
#include <QString>

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <vector>

class QKeyEvent;
class QWidget;

namespace hyperdrift::ui {

/// Whether `focus` makes something of the key on its own: text fields of all plain keys, and of Ctrl+Z while
/// they have something to undo; sliders of arrows, buttons of Space and Enter, lists of letters, Space, up
/// and down.
bool usesKey(const QWidget* focus, const QKeyEvent& event);

/// A line of the key list.
struct KeyHelp {
    QString keys; ///< "+  =", "Shift+R"
    QString does;
};

class WindowKeys : public QObject {
    Q_OBJECT
public:
    explicit WindowKeys(QWidget* window);

    /// Each of the keys does it; what says nothing of what it does is not listed. Held down, a key acts once,
    /// unless it `repeats`.
    void add(std::initializer_list<QKeyCombination> keys, const QString& does,
             const std::function<void()>& action, bool repeats = false);
    /// These keys, added before, act only while they are claimed, and then in every control.
    void setClaimed(std::initializer_list<QKeyCombination> keys, bool claimed);
    /// In the order in which they were added.
    const std::vector<KeyHelp>& help() const { return m_help; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Action {
        std::function<void()> run;
        bool repeats;
        std::optional<bool> isClaimed = std::nullopt; ///< nullopt: it acts where no control uses the key
    };

    QWidget* m_window;
    std::map<int, Action> m_actions;
    std::vector<KeyHelp> m_help;
};

} // namespace hyperdrift::ui
