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

} // namespace hyperdrift::ui
