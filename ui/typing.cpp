#include "ui/typing.h"

#include <QApplication>
#include <QLineEdit>

namespace hyperdrift::ui {

void commitTyping(const QWidget* window)
{
    auto* field = qobject_cast<QLineEdit*>(window->focusWidget());
    if (field)
        field->clearFocus();
}

void forgetTyping(QLineEdit* field)
{
    const int cursor = field->cursorPosition();
    field->setText(QString(field->text()));
    field->setCursorPosition(cursor);
}

} // namespace hyperdrift::ui
