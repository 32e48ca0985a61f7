#include "ui/restore_offer.h"

#include "ui/autosave.h"
#include "ui/autosave_slot.h"
#include "ui/file_actions.h"
#include "ui/format.h"
#include "ui/menu_text.h"

#include <QAction>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QtConcurrent>

#include <algorithm>

namespace hyperdrift::ui {

RestoreOffer::RestoreOffer(Autosave& autosave, FileActions& files, QAction* entry, QObject* parent)
    : QObject(parent), m_autosave(autosave), m_files(files), m_menu(std::make_unique<QMenu>())
{
    m_menu->setObjectName(QStringLiteral("restoreMenu"));
    connect(&m_search, &QFutureWatcher<Leftovers>::finished, this, &RestoreOffer::onFound);
    connect(&files, &FileActions::restored, this, &RestoreOffer::onRestored);
    connect(&files, &FileActions::notRestored, this, [this] { m_claimed.reset(); });
    takeEntry(entry);
}

void RestoreOffer::takeEntry(QAction* entry)
{
    m_entry = entry;
    connect(entry, &QAction::triggered, this, [this] {
        if (m_leftovers.size() == 1)
            restore(m_leftovers.front().id);
    });
    showEntry();
}

void RestoreOffer::moveTo(QAction* entry)
{
    takeEntry(entry);
    if (!m_search.isRunning())
        offerNewest();
}

RestoreOffer::~RestoreOffer()
{
    m_search.waitForFinished(); // no lock outlives it
}

void RestoreOffer::look()
{
    m_search.setFuture(QtConcurrent::run(&findLeftovers, m_autosave.folder(), QDateTime::currentDateTime()));
}

void RestoreOffer::onFound()
{
    const Leftovers result = m_search.result();
    m_leftovers = result.found;
    for (const QString& problem : result.problems)
        emit messageRaised({Message::Kind::Problem, problem, {}, {}});
    showEntry();
    offerNewest();
}

void RestoreOffer::offerNewest()
{
    const auto newest = std::find_if(m_leftovers.begin(), m_leftovers.end(),
                                     [](const Leftover& leftover) { return !leftover.putAside; });
    if (newest == m_leftovers.end())
        return;
    m_offered = newest->id;
    QString text = tr("Hyperdrift ended unexpectedly. Restore %1 as it was at t = %2?")
                       .arg(nameOf(*newest), formatCount(newest->point.iteration));
    if (m_leftovers.size() > 1)
        text += QLatin1Char(' ') + tr("More unsaved work is in the File menu.");
    emit offered({Message::Kind::Information, text, tr("Restore"), [this, id = m_offered] { restore(id); }});
}

void RestoreOffer::putAside()
{
    for (Leftover& leftover : m_leftovers) {
        if (const auto slot = AutosaveSlot::claim(m_autosave.folder(), leftover.id))
            slot->putAside();
        leftover.putAside = true;
    }
}

void RestoreOffer::showEntry()
{
    const bool several = m_leftovers.size() > 1;
    m_menu->clear();
    for (const Leftover& leftover : m_leftovers) {
        const QString text = tr("%1 – %2, t = %3")
                                 .arg(menuText(nameOf(leftover), m_menu->fontMetrics()),
                                      QLocale().toString(leftover.when, QLocale::ShortFormat),
                                      formatCount(leftover.point.iteration));
        // Queued: the entry that was clicked goes with the others.
        connect(
            m_menu->addAction(text), &QAction::triggered, this, [this, id = leftover.id] { restore(id); },
            Qt::QueuedConnection);
    }
    m_entry->setText(several ? tr("Restore &unsaved work") : tr("Restore &unsaved work…"));
    m_entry->setMenu(several ? m_menu.get() : nullptr);
    m_entry->setVisible(!m_leftovers.empty());
}

void RestoreOffer::restore(const QString& id)
{
    if (m_claimed)
        return; // one is on its way
    m_chosen = id;
    m_claimed = AutosaveSlot::claim(m_autosave.folder(), id);
    if (m_claimed && QFileInfo::exists(m_claimed->file())) {
        if (!m_files.restore(m_claimed->file()))
            m_claimed.reset();
        return;
    }
    m_claimed.reset();
    drop(id);
    emit messageRaised(
        {Message::Kind::Problem, tr("This work has been restored in another window."), {}, {}});
}

void RestoreOffer::onRestored(const QString& autosave, const RestorePoint& point)
{
    if (!m_claimed || m_claimed->file() != autosave)
        return;
    m_autosave.takeOver(std::move(m_claimed), point);
    drop(m_chosen);
}

void RestoreOffer::drop(const QString& id)
{
    std::erase_if(m_leftovers, [&id](const Leftover& leftover) { return leftover.id == id; });
    if (id == m_offered)
        emit withdrawn();
    showEntry();
}

} // namespace hyperdrift::ui
