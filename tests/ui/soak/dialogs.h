#pragma once
// Answers every menu, list and dialog that comes up, so that none waits for a person.

#include "tests/ui/soak/dice.h"

#include <QObject>
#include <QString>

class QFileDialog;
class QMessageBox;
class QWidget;

namespace hyperdrift::soak {

class Dialogs : public QObject {
    Q_OBJECT
public:
    /// Opens what there is in `folder`, and saves there and nowhere else. Dice of its own: when a dialog is
    /// answered depends on time, and must not change what is done in the window.
    Dialogs(std::uint64_t seed, const QString& folder);

    /// Until none is left.
    void closeAll();

private:
    void look();
    void answer(QWidget* popup, QWidget* dialog);
    void answerPopup(QWidget* popup);
    void answerFile(QFileDialog* dialog);
    void answerQuestion(QMessageBox* box);

    Dice m_dice;
    QString m_folder;
    int m_looks = 0; ///< at things that were up, one after the other
};

} // namespace hyperdrift::soak
