#pragma once
// Answers to the questions that come up while a test waits in them.

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QTimer>

namespace hyperdrift::ui {

/// Clicks the button of that text in the message box `box` when it comes up next; whether it did is in
/// `asked`.
inline void answerWith(const QString& box, const QString& button, bool& asked)
{
    asked = false;
    QTimer::singleShot(0, qApp, [box, button, &asked] {
        auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!question || question->objectName() != box)
            return;
        const auto buttons = question->buttons();
        for (QAbstractButton* each : buttons) {
            if (each->text().remove('&') == button) {
                asked = true;
                each->click();
                return;
            }
        }
        question->reject();
    });
}

} // namespace hyperdrift::ui
