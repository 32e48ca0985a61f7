#pragma once
// Files as bytes: read whole, or written whole or not at all. Every failure names the file and the system's
// reason.

#include "core/model/error.h"

#include <string>
#include <string_view>

namespace hyperdrift {

/// More than any experiment or matrix within the bounds takes; stops a wrong file from filling the memory.
inline constexpr std::size_t maxFileBytes = std::size_t{256} << 20U;

/// Throws FileError when `path` can't be read, InputError when it holds more than maxFileBytes.
std::string readFileBytes(const std::string& path);

/// Writes to a temporary file beside `path` and renames it: whole or not at all. A symbolic link stays one,
/// and its target is written; so is one that does not exist yet. Into a device or pipe the bytes are written
/// as they are. Throws FileError.
void writeFileAtomically(const std::string& path, std::string_view bytes);

/// Throws FileError when writeFileAtomically(path, …) could not work at present. Leaves no trace.
void checkWritable(const std::string& path);

} // namespace hyperdrift
