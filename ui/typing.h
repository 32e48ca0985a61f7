#pragma once
// Text that was typed but not confirmed counts.

class QWidget;

namespace hyperdrift::ui {

/// The text field of `window` that has the focus takes its text and gives the focus up; nothing happens to
/// any other control.
void commitTyping(const QWidget* window);

} // namespace hyperdrift::ui
