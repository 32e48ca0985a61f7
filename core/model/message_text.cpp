#include "core/model/message_text.h"

#include <array>
#include <charconv>

namespace hyperdrift {

std::string numberText(double value)
{
    std::array<char, 32> buffer; // the longest shortest form, "-2.2250738585072014e-308", has 24 characters
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

std::string onOneLine(std::string_view text, std::size_t most)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string line;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool continues = (byte & 0xC0U) == 0x80U; // the rest of a UTF-8 character
        if (line.size() >= most && !continues)
            return line + "…";
        if (byte < 0x20 || byte == 0x7F)
            line.append("\\x").append({digits[byte >> 4U], digits[byte & 0xFU]});
        else
            line += c;
    }
    return line;
}

std::string pointerStep(std::string_view key)
{
    std::string step = "/";
    for (const char c : onOneLine(key)) {
        if (c == '~')
            step += "~0";
        else if (c == '/')
            step += "~1";
        else
            step += c;
    }
    return step;
}

} // namespace hyperdrift
