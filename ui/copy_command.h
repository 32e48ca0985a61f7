#pragma once
// What is shown, as a command for a terminal.

#include "core/model/config.h"
#include "ui/document_file.h"
#include "ui/message.h"

#include <cstdint>

namespace hyperdrift::ui {

/// Puts the console program's command that repeats the document up to iteration t on the clipboard: with what
/// differs from the default experiment, or, where a line can't say that, with the document's file, if it
/// holds all of it. What came of it.
Message copyCommand(const Experiment& document, const DocumentFile& file, std::int64_t t);

} // namespace hyperdrift::ui
