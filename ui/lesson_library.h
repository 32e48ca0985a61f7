#pragma once
// The lessons that there are: the built-in ones, and folders that the person dropped where the program's data
// lie.

#include "core/io/lesson.h"

#include <QString>

#include <memory>
#include <vector>

namespace hyperdrift::ui {

struct LessonEntry {
    QString id; ///< the folder's name
    bool isBuiltIn = false;
    LessonFolder folder;
    std::shared_ptr<const Lesson> lesson; ///< null: it is broken
    QString trouble;                      ///< why, in one line
};

/// In their order. Read once.
const std::vector<LessonEntry>& builtInLessons();
/// Those of `folder`, by name, a broken one among them. May take as long as its disk.
std::vector<LessonEntry> ownLessons(const QString& folder);
/// The built-in ones, then those of `folder`.
std::vector<LessonEntry> lessonsIn(const QString& folder);
/// Where the person's own lessons lie.
QString ownLessonFolder();
/// One by its id, the person's own before a built-in one; by the id without its number; or by the path of its
/// folder. With what is wrong in `trouble` when there is none.
LessonEntry findLesson(const QString& name, const QString& folder);

/// In the language of the window; of a broken one the id.
QString titleOf(const LessonEntry& entry);
/// Its words in the language of the window.
const LessonText& lessonText(const Lesson& lesson);

} // namespace hyperdrift::ui
