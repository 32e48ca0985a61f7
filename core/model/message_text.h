#pragma once
// Numbers and pieces of foreign text as they stand in one-line messages and in files, the same in every
// locale.

#include <string>
#include <string_view>

namespace hyperdrift {

/// The shortest text that reads back to exactly `value` ("0.1", "1e-30"); "nan", "inf" or "-inf" when not
/// finite.
std::string numberText(double value);

/// `text` on one line: control characters as \xNN, cut with "…" after about `most` bytes, never within a
/// character.
std::string onOneLine(std::string_view text, std::size_t most = 60);

/// `key` as one more step of a JSON pointer (RFC 6901), "/" and "~" escaped, on one line.
std::string pointerStep(std::string_view key);

} // namespace hyperdrift
