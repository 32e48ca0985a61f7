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

/// Throws FileError when writeFileAtomically(path, …) could not work at present. Leaves no trace.
void checkWritable(const std::string& path);

} // namespace hyperdrift
