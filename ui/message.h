#pragma once
// One line for the person, with at most one thing to click.

#include <QString>

#include <functional>

namespace hyperdrift::ui {

struct Message {
    enum class Kind { Information, Problem };
    Kind kind = Kind::Information;
    QString text;
    QString actionText;           ///< empty: nothing to click
    std::function<void()> action; ///< called in the GUI thread
};

} // namespace hyperdrift::ui
