#include "ui/autosave_slot.h"

#include "ui/kept_matrices.h"

#include <QDir>
#include <QFileInfo>
#include <QSysInfo>
#include <QUuid>

namespace hyperdrift::ui {

AutosaveSlot::AutosaveSlot(const QString& stem) : m_stem(stem), m_lock(stem + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // held as long as the session, not for a moment
}

std::unique_ptr<AutosaveSlot> AutosaveSlot::create(const QString& folder)
{
    if (!QDir().mkpath(folder))
        return nullptr;
    return claim(folder, QUuid::createUuid().toString(QUuid::WithoutBraces));
}

std::unique_ptr<AutosaveSlot> AutosaveSlot::claim(const QString& folder, const QString& id)
{
    std::unique_ptr<AutosaveSlot> slot(new AutosaveSlot(QDir(folder).filePath(id)));
    return slot->lock() ? std::move(slot) : nullptr;
}

/// The lock names a process and its program. A later one may have both (the first process of a container
/// has), so that of this machine is removed if it can be: the file itself is locked while its session lives.
bool AutosaveSlot::lock()
{
    if (m_lock.tryLock())
        return true;
    qint64 process = 0;
    QString machine;
    QString program;
    return m_lock.error() == QLockFile::LockFailedError && m_lock.getLockInfo(&process, &machine, &program) &&
           machine == QSysInfo::machineHostName() && m_lock.removeStaleLockFile() && m_lock.tryLock();
}

bool AutosaveSlot::isPutAside() const
{
    return QFileInfo::exists(m_stem + QStringLiteral(".aside"));
}

void AutosaveSlot::putAside()
{
    QFile mark(m_stem + QStringLiteral(".aside"));
    mark.open(QIODevice::WriteOnly); // at worst it is offered once more
}

void AutosaveSlot::takeUpAgain()
{
    QFile::remove(m_stem + QStringLiteral(".aside"));
}

QString AutosaveSlot::moveDamaged()
{
    QString damaged = m_stem + QStringLiteral(".damaged");
    return QFile::rename(file(), damaged) ? damaged : QString();
}

bool AutosaveSlot::hasDamaged() const
{
    return QFileInfo::exists(m_stem + QStringLiteral(".damaged"));
}

void AutosaveSlot::removeRemains() const
{
    const QFileInfo own(file());
    const QDir folder = own.dir();
    const QStringList remains = folder.entryList({own.fileName() + QStringLiteral(".*")}, QDir::Files);
    for (const QString& name : remains)
        QFile::remove(folder.filePath(name));
}

void AutosaveSlot::remove()
{
    removeRemains();
    takeUpAgain();
    QFile::remove(file());
    KeptMatrices::removeAll(m_stem);
}

} // namespace hyperdrift::ui
