#pragma once
// A ZIP archive in memory.

#include <string>
#include <vector>

namespace hyperdrift {

struct ZipEntry {
    std::string name;
    std::string bytes;
};

/// The archive's bytes, its files compressed. They depend on the entries alone: every file is of the same
/// time. Throws std::runtime_error with the library's reason.
std::string zipArchive(const std::vector<ZipEntry>& entries);

} // namespace hyperdrift
