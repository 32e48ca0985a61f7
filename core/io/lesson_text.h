#pragma once
// A lesson's words: a Markdown file with a fixed skeleton.
//
//   # Title
//   > The one sentence to remember.
//   ## Heading of the first step
//   Text. ![γ² = b/a](formula:gamma)
//   ### Notes
//   For the lecturer.
//   ### Choices
//   - one
//   - two
//   ### Answer
//   Told at the reveal.
//
// These headings are the same in every language. What stands in fenced code (``` or ~~~) is text.

#include "core/model/lesson.h"

#include <string_view>

namespace hyperdrift {

/// Throws InputError with the line ("7") as the place.
LessonText parseLessonText(std::string_view markdown);

} // namespace hyperdrift
