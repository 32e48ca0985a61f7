#pragma once
// Lessons in the console program.

#include <string>

namespace hyperdrift {

/// Prints that the lesson is valid and, with `run`, what each step expects beside what is measured; false
/// when an expectation does not hold. Throws InputError and FileError as readLesson.
bool checkLesson(const std::string& path, bool run);

} // namespace hyperdrift
