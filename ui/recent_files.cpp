#include "ui/recent_files.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

const QString key = QStringLiteral("recentFiles");

/// The last `depth` folders on the way to the file: "talks/2024".
QString foldersOf(const QString& path, qsizetype depth)
{
    const QStringList folders = QFileInfo(path).path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
    return folders.mid(std::max<qsizetype>(0, folders.size() - depth)).join(QLatin1Char('/'));
}

/// The least number of folders by which `path` differs from every other of `rivals`.
qsizetype distinctDepth(const QString& path, const QStringList& rivals)
{
    const qsizetype longest = path.count(QLatin1Char('/'));
    qsizetype depth = 1;
    const auto isAmbiguous = [&](const QString& rival) {
        return rival != path && foldersOf(rival, depth) == foldersOf(path, depth);
    };
    while (depth < longest && std::any_of(rivals.begin(), rivals.end(), isAmbiguous))
        ++depth;
    return depth;
}

} // namespace

RecentFiles::RecentFiles(QSettings& settings, QObject* parent) : QObject(parent), m_settings(settings) {}

QStringList RecentFiles::paths() const
{
    m_settings.sync(); // takes in what other windows wrote
    return m_settings.value(key).toStringList().mid(0, most);
}

void RecentFiles::setPaths(const QStringList& paths)
{
    if (paths.isEmpty())
        m_settings.remove(key);
    else
        m_settings.setValue(key, paths.mid(0, most));
    m_settings.sync();
    emit changed();
}

void RecentFiles::add(const QString& path)
{
    QStringList list = paths();
    list.removeAll(path);
    list.prepend(path);
    setPaths(list);
}

void RecentFiles::remove(const QString& path)
{
    QStringList list = paths();
    list.removeAll(path);
    setPaths(list);
}

void RecentFiles::clear()
{
    setPaths({});
}

QStringList distinctNames(const QStringList& paths)
{
    QStringList names;
    for (const QString& path : paths) {
        const QString name = QFileInfo(path).fileName();
        QStringList rivals;
        std::copy_if(paths.begin(), paths.end(), std::back_inserter(rivals),
                     [&](const QString& other) { return QFileInfo(other).fileName() == name; });
        names << (rivals.size() > 1
                      ? QStringLiteral("%1 – %2").arg(name, foldersOf(path, distinctDepth(path, rivals)))
                      : name);
    }
    return names;
}

} // namespace hyperdrift::ui
