#include "ui/lesson_library.h"

#include "core/model/error.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QObject>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

namespace {

const QString builtInFolder = QStringLiteral(":/lessons");

/// A folder among the program's resources.
LessonFolder resourceFolder(const QString& path)
{
    LessonFolder folder{QDir(path).dirName().toStdString(), path.toStdString(), {}, {}};
    for (const QString& file : QDir(path).entryList(QDir::Files, QDir::Name))
        folder.files.push_back(file.toStdString());
    folder.read = [path](const std::string& name) {
        QFile file(QDir::cleanPath(path + QLatin1Char('/') + QString::fromStdString(name)));
        if (!file.open(QIODevice::ReadOnly))
            throw FileError(file.fileName().toStdString() + ": " + file.errorString().toStdString());
        return file.readAll().toStdString();
    };
    return folder;
}

LessonEntry entryOf(const QString& path, bool isBuiltIn)
{
    LessonEntry entry;
    entry.id = QDir(path).dirName();
    entry.isBuiltIn = isBuiltIn;
    try {
        entry.folder = isBuiltIn ? resourceFolder(path) : lessonFolder(path.toStdString());
        entry.id = QString::fromStdString(entry.folder.name);
        entry.lesson = std::make_shared<const Lesson>(readLesson(entry.folder));
    } catch (const std::exception& error) {
        entry.lesson.reset();
        entry.trouble = QString::fromUtf8(error.what());
    }
    return entry;
}

QStringList foldersIn(const QString& folder)
{
    QStringList paths;
    if (folder.isEmpty())
        return paths; // it would be the one that the program was started in
    for (const QString& name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        paths << folder + QLatin1Char('/') + name;
    return paths;
}

QString withoutNumber(const QString& id)
{
    static const QRegularExpression number(QStringLiteral("^[0-9]+-"));
    return QString(id).remove(number);
}

} // namespace

const LessonText& lessonText(const Lesson& lesson)
{
    const LessonText& english = textIn(lesson, "en");
    for (QString language : QLocale().uiLanguages()) {
        const LessonText& text =
            textIn(lesson, language.replace(QLatin1Char('-'), QLatin1Char('_')).toStdString());
        if (&text != &english || QLocale(language).language() == QLocale::English)
            return text;
    }
    return english;
}

QString titleOf(const LessonEntry& entry)
{
    return entry.lesson ? QString::fromStdString(lessonText(*entry.lesson).title) : entry.id;
}

QString ownLessonFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/lessons");
}

const std::vector<LessonEntry>& builtInLessons()
{
    static const std::vector<LessonEntry> all = [] {
        std::vector<LessonEntry> entries;
        for (const QString& path : foldersIn(builtInFolder))
            entries.push_back(entryOf(path, true));
        return entries;
    }();
    return all;
}

std::vector<LessonEntry> ownLessons(const QString& folder)
{
    std::vector<LessonEntry> entries;
    for (const QString& path : foldersIn(folder))
        entries.push_back(entryOf(path, false));
    return entries;
}

std::vector<LessonEntry> lessonsIn(const QString& folder)
{
    std::vector<LessonEntry> entries = builtInLessons();
    for (LessonEntry& entry : ownLessons(folder))
        entries.push_back(std::move(entry));
    return entries;
}

LessonEntry findLesson(const QString& name, const QString& folder)
{
    std::vector<LessonEntry> entries = lessonsIn(folder);
    std::reverse(entries.begin(), entries.end()); // the person's own first
    for (const LessonEntry& entry : entries) {
        if (entry.id == name)
            return entry;
    }
    for (const LessonEntry& entry : entries) {
        if (withoutNumber(entry.id) == name)
            return entry;
    }
    if (name.contains(QLatin1Char('/')) || QFile::exists(name))
        return entryOf(name, false);
    LessonEntry none;
    none.id = name;
    QStringList ids;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        ids << entry->id;
    none.trouble =
        QObject::tr("there is no lesson %1; there are %2").arg(name, ids.join(QStringLiteral(", ")));
    return none;
}

} // namespace hyperdrift::ui
