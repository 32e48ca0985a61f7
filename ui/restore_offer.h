#pragma once
// Offers what dead sessions left: the newest as a message that waits, and all of it in a menu entry that is
// there only while there is some.

#include "ui/leftovers.h"
#include "ui/message.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <vector>

class QAction;
class QMenu;

namespace hyperdrift::ui {

class Autosave;
class AutosaveSlot;
class FileActions;

class RestoreOffer : public QObject {
    Q_OBJECT
public:
    RestoreOffer(Autosave& autosave, FileActions& files, QAction* entry, QObject* parent);
    ~RestoreOffer() override;

    /// Looks for leftovers, in another thread.
    void look();
    /// Its entry is another, in another language: what is offered is offered again.
    void moveTo(QAction* entry);
    /// The person wants no more offers of what was offered.
    void putAside();

signals:
    void offered(const hyperdrift::ui::Message& message);
    /// What was offered is there no more.
    void withdrawn();
    void messageRaised(const hyperdrift::ui::Message& message);

private:
    void onFound();
    void offerNewest();
    void takeEntry(QAction* entry);
    void showEntry();
    void restore(const QString& id);
    void onRestored(const QString& autosave, const RestorePoint& point);
    void drop(const QString& id);

    Autosave& m_autosave;
    FileActions& m_files;
    QAction* m_entry = nullptr;
    std::unique_ptr<QMenu> m_menu; ///< of the entry, when there are several
    QFutureWatcher<Leftovers> m_search;
    std::vector<Leftover> m_leftovers;
    QString m_offered;                       ///< its id
    QString m_chosen;                        ///< likewise
    std::unique_ptr<AutosaveSlot> m_claimed; ///< of the one that is being opened
};

} // namespace hyperdrift::ui
