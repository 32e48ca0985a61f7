#include "tests/ui/soak/dialogs.h"

#include "tests/ui/soak/journal.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QTimer>
#include <QtTest>

namespace hyperdrift::soak {

namespace {

constexpr int lookMilliseconds = 20;
// An answer may bring up the next question, but not without end.
constexpr int mostLooks = 500;
constexpr int savedFiles = 5;

} // namespace

Dialogs::Dialogs(std::uint64_t seed, const QString& folder) : m_dice(seed), m_folder(folder)
{
    look();
}

void Dialogs::closeAll()
{
    while (QApplication::activePopupWidget() || QApplication::activeModalWidget())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// A single shot each time: a timer does not fire again while what it started is waiting for an answer.
void Dialogs::look()
{
    QTimer::singleShot(lookMilliseconds, this, &Dialogs::look);
    QWidget* popup = QApplication::activePopupWidget();
    QWidget* dialog = QApplication::activeModalWidget();
    if (!popup && !dialog) {
        m_looks = 0;
        return;
    }
    if (++m_looks == mostLooks)
        journal().complain(std::string("A dialog can't be left: ") +
                           (popup ? popup : dialog)->metaObject()->className());
    answer(popup, dialog);
}

void Dialogs::answer(QWidget* popup, QWidget* dialog)
{
    if (popup)
        answerPopup(popup);
    else if (auto* file = qobject_cast<QFileDialog*>(dialog))
        answerFile(file);
    else if (auto* box = qobject_cast<QMessageBox*>(dialog))
        answerQuestion(box);
    else if (auto* other = qobject_cast<QDialog*>(dialog))
        other->reject();
    else
        dialog->close();
}

void Dialogs::answerPopup(QWidget* popup)
{
    const QPointer<QWidget> target = popup->focusWidget() ? popup->focusWidget() : popup;
    const auto press = [&target](Qt::Key key) {
        if (target)
            QTest::keyClick(target, key);
    };
    const int downs = m_dice.roll(8);
    const bool takes = m_dice.chance(60);
    journal().note("  popup: " + std::to_string(downs) + " down, " + (takes ? "Return" : "Escape"));
    for (int i = 0; i < downs; ++i)
        press(Qt::Key_Down);
    press(takes ? Qt::Key_Return : Qt::Key_Escape);
    if (QApplication::activePopupWidget() == popup && m_looks > 1)
        popup->close(); // an entry that can't be chosen
}

void Dialogs::answerFile(QFileDialog* dialog)
{
    const QStringList files = QDir(m_folder).entryList(QDir::Files, QDir::Name);
    const bool saves = dialog->acceptMode() == QFileDialog::AcceptSave;
    const QString saved = QStringLiteral("saved%1.hyperdrift").arg(m_dice.roll(savedFiles));
    const QString name = saves || files.isEmpty() ? saved : m_dice.pick(files);
    auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    if (!field || m_dice.chance(40)) {
        journal().note("  file dialog: cancelled");
        dialog->reject();
        return;
    }
    journal().note("  file dialog: " + name.toStdString());
    field->setText(QDir(m_folder).filePath(name));
    QMetaObject::invokeMethod(dialog, "accept");
}

void Dialogs::answerQuestion(QMessageBox* box)
{
    QAbstractButton* button = m_dice.pick(box->buttons());
    journal().note("  question: " + button->text().toStdString());
    button->click();
}

} // namespace hyperdrift::soak
