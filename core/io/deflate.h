#pragma once
// Bytes compressed as zlib streams (RFC 1950).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hyperdrift {

/// Throws std::bad_alloc.
std::string deflated(std::string_view bytes);

/// nullopt when `stream` is no whole zlib stream, or its bytes are more than `most`: of a small stream that
/// holds a huge text no more than that is ever unpacked.
std::optional<std::string> inflated(std::string_view stream, std::size_t most);

} // namespace hyperdrift
