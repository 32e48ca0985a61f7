#include "ui/leftovers.h"

#include "ui/autosave_slot.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QObject>

#include <algorithm>
#include <memory>
#include <optional>

namespace hyperdrift::ui {

namespace {

constexpr int mostDays = 30;

bool isOld(const QFileInfo& file, const QDateTime& now)
{
    return file.lastModified().daysTo(now) > mostDays;
}

QStringList idsIn(const QDir& folder)
{
    QStringList ids;
    for (const QFileInfo& file : folder.entryInfoList(QDir::Files))
        ids << file.baseName();
    ids.removeDuplicates();
    return ids;
}

void removeOldDamaged(const QDir& folder, const QDateTime& now)
{
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.damaged")}, QDir::Files)) {
        if (isOld(file, now))
            QFile::remove(file.filePath());
    }
}

QString damageText(AutosaveSlot& slot, const QDateTime& when)
{
    const QString day = QLocale().toString(when, QLocale::ShortFormat);
    const QString moved = slot.moveDamaged();
    return moved.isEmpty()
               ? QObject::tr("The unsaved work of %1 can't be restored: its file is damaged.").arg(day)
               : QObject::tr(
                     "The unsaved work of %1 can't be restored: its file is damaged. It is kept as %2.")
                     .arg(day, QDir::toNativeSeparators(moved));
}

/// What one dead session left, if it can be read.
std::optional<Leftover> read(AutosaveSlot& slot, const QString& id, const QDateTime& now,
                             QStringList& problems)
{
    const QFileInfo info(slot.file());
    slot.removeRemains();
    if (!info.exists() || isOld(info, now)) {
        if (!slot.hasDamaged()) // whose matrices they may be
            slot.remove();
        return std::nullopt;
    }
    QFile file(slot.file());
    const auto point =
        file.open(QIODevice::ReadOnly) ? restorePointIn(file.readAll()) : std::optional<RestorePoint>();
    if (!point) {
        problems << damageText(slot, info.lastModified());
        return std::nullopt;
    }
    return Leftover{id, info.lastModified(), *point, slot.isPutAside()};
}

} // namespace

Leftovers findLeftovers(const QString& folder, const QDateTime& now)
{
    Leftovers leftovers;
    const QDir dir(folder);
    removeOldDamaged(dir, now);
    for (const QString& id : idsIn(dir)) {
        const std::unique_ptr<AutosaveSlot> slot = AutosaveSlot::claim(folder, id);
        if (!slot)
            continue;
        if (const auto leftover = read(*slot, id, now, leftovers.problems))
            leftovers.found.push_back(*leftover);
    }
    std::sort(leftovers.found.begin(), leftovers.found.end(),
              [](const Leftover& a, const Leftover& b) { return a.when > b.when; });
    return leftovers;
}

QString nameOf(const Leftover& leftover)
{
    const QString& path = leftover.point.file.path;
    return path.isEmpty() ? QObject::tr("Untitled") : QFileInfo(path).fileName();
}

} // namespace hyperdrift::ui
