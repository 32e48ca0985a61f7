#pragma once
// One text in a PNG picture (PNG specification, 3rd edition, 11.3.3): a chunk with a keyword, which programs
// that know nothing of it pass on.

#include <optional>
#include <string>
#include <string_view>

namespace hyperdrift {

bool isPng(std::string_view bytes);

/// `png` with `text`, UTF-8, compressed, in an iTXt chunk right after its header; earlier texts of that
/// keyword go. Throws InputError when `png` is no whole PNG picture.
std::string pngWithText(std::string_view png, std::string_view keyword, std::string_view text);

/// The first text of that keyword, from an iTXt, zTXt or tEXt chunk, whose bytes are taken as UTF-8: programs
/// that know just the older two write the bytes as they are. What comes after it in the file is not looked
/// at. nullopt when there is none; throws InputError when the picture ends within a chunk, or the chunk's
/// checksum does not fit, or its text is no whole zlib stream or larger than maxFileBytes.
std::optional<std::string> pngText(std::string_view png, std::string_view keyword);

} // namespace hyperdrift
