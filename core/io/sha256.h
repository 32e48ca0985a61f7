#pragma once

#include <string>
#include <string_view>

namespace hyperdrift {

/// The SHA-256 digest of `bytes`, lower-case hex.
std::string sha256(std::string_view bytes);

} // namespace hyperdrift
