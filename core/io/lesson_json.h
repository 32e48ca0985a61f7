#pragma once
// lesson.json: the experiment of a lesson and its steps.

#include "core/io/lesson.h"

#include <nlohmann/json_fwd.hpp>

namespace hyperdrift {

inline constexpr const char* lessonFormatName = "hyperdrift-lesson";
inline constexpr int lessonVersion = 1;

/// A lesson without its texts; `folder` has what the document names. Throws InputError with the JSON pointer
/// as the place, FileError when a file can't be read.
Lesson lessonFromJson(const nlohmann::ordered_json& document, const LessonFolder& folder);

} // namespace hyperdrift
