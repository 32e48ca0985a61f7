#pragma once
// Lessons as folders: lesson.json, en.md and a text for each further language, with what they refer to.
// resources/lessons/README.md describes them to authors.

#include "core/model/error.h"
#include "core/model/lesson.h"

#include <functional>
#include <string>
#include <vector>

namespace hyperdrift {

/// The files of one lesson, wherever they are: on the disk, or among a program's resources.
struct LessonFolder {
    std::string name;               ///< the lesson's id
    std::string path;               ///< as messages name the folder
    std::vector<std::string> files; ///< names of the files in it
    /// The bytes of a file, its name from the folder ("en.md", "../../data/table.csv"); throws FileError.
    std::function<std::string(const std::string& file)> read;
};

/// A folder on the disk, or one named by its lesson.json. Throws FileError when it can't be listed.
LessonFolder lessonFolder(const std::string& path);

/// Whether `path` names a lesson: a folder, or a file named lesson.json.
bool isLessonPath(const std::string& path);

/// Reads and validates all of it: the experiment as a file would be, and the config after each step's `set`,
/// too; as many steps in each text as in lesson.json. A matrix is read into the experiment, which then stands
/// on its own. Throws InputError, one line that names the file, the place in it (JSON pointer, or line), the
/// value and the bound; FileError when a file can't be read.
Lesson readLesson(const LessonFolder& folder);

} // namespace hyperdrift
