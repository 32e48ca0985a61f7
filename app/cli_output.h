#pragma once
// What the console program leaves behind: files, checked before anything runs, and the report.

#include "app/cli_commands.h"
#include "core/io/report.h"

#include <optional>
#include <string>
#include <vector>

namespace hyperdrift {

/// A file that may have been asked for.
struct OutputFile {
    const char* flag; ///< that asks for it
    std::optional<std::string> path;
};

/// Before anything is run. Throws InputError for an output that is also an input, `file` or the experiment's
/// matrix, or another output; FileError for one that can't be written.
void checkOutputs(const std::vector<OutputFile>& outputs, const std::string& file,
                  const Experiment& experiment);

/// Bytes for a file.
struct OutputBytes {
    std::string path;
    std::string bytes;
};

/// Writes the files, each whole or not at all, and prints the report: also where the disk has become full, so
/// that not all is lost of what may have run for hours. Throws the first FileError then.
void deliver(const Report& report, ReportFormat format, const std::vector<OutputBytes>& files);

void print(const Report& report, ReportFormat format);

} // namespace hyperdrift
