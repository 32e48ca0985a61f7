#pragma once
// Text that was typed but not confirmed counts.

class QLineEdit;
class QWidget;

namespace hyperdrift::ui {

/// The text field of `window` that has the focus takes its text and gives the focus up; nothing happens to
/// any other control.
void commitTyping(const QWidget* window);

/// The text of `field` was taken: its own undo ends here, and what comes next is the window's to undo.
void forgetTyping(QLineEdit* field);

} // namespace hyperdrift::ui
