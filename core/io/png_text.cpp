#include "core/io/png_text.h"

#include "core/io/deflate.h"
#include "core/io/file_bytes.h"

#include <zlib.h>

#include <cstdint>

namespace hyperdrift {

namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
constexpr std::size_t besideData = 12; // length, type, checksum: four bytes each

std::uint32_t numberAt(std::string_view bytes, std::size_t offset)
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8U | static_cast<unsigned char>(bytes[offset + i]);
    return number;
}

void appendNumber(std::string& bytes, std::uint32_t number)
{
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes += static_cast<char>(number >> shift & 0xFFU);
}

std::uint32_t checksum(std::string_view typeAndData)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(typeAndData.data()), typeAndData.size()));
}

[[noreturn]] void refuse(const std::string& why)
{
    throw InputError({"", "is a broken PNG picture: " + why});
}

struct Chunk {
    std::size_t at = 0;     ///< its first byte in the file
    std::string_view whole; ///< from its length to its checksum
    std::string_view type;
    std::string_view data;

    bool isSound() const
    {
        return checksum(whole.substr(4, whole.size() - 8)) == numberAt(whole, whole.size() - 4);
    }
};

/// The chunks one after the other.
class ChunkReader {
public:
    explicit ChunkReader(std::string_view png) : m_png(png) {}

    /// nullopt after the picture's end; throws InputError when the file ends sooner.
    std::optional<Chunk> next()
    {
        if (m_ended)
            return std::nullopt;
        const std::size_t left = m_png.size() - m_at;
        if (left < besideData || numberAt(m_png, m_at) > left - besideData)
            refuse("the file ends within the chunk at byte " + std::to_string(m_at));
        const std::size_t size = numberAt(m_png, m_at);
        const Chunk chunk{m_at, m_png.substr(m_at, size + besideData), m_png.substr(m_at + 4, 4),
                          m_png.substr(m_at + 8, size)};
        m_at += chunk.whole.size();
        m_ended = chunk.type == "IEND";
        return chunk;
    }

private:
    std::string_view m_png;
    std::size_t m_at = signature.size();
    bool m_ended = false;
};

/// Takes the bytes before the next NUL, and the NUL; nullopt when there is none.
std::optional<std::string_view> takeField(std::string_view& data)
{
    const std::size_t end = data.find('\0');
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view field = data.substr(0, end);
    data.remove_prefix(end + 1);
    return field;
}

bool hasKeyword(const Chunk& chunk, std::string_view keyword)
{
    if (chunk.type != "iTXt" && chunk.type != "zTXt" && chunk.type != "tEXt")
        return false;
    std::string_view data = chunk.data;
    return takeField(data) == keyword;
}

std::optional<std::string> unpacked(std::string_view data, bool compressed)
{
    return compressed ? inflated(data, maxFileBytes) : std::optional<std::string>(data);
}

/// nullopt when its fields are not what its type tells.
std::optional<std::string> textOf(const Chunk& chunk)
{
    std::string_view data = chunk.data;
    takeField(data);
    if (chunk.type == "tEXt")
        return unpacked(data, false);
    const bool international = chunk.type == "iTXt";
    const std::size_t flags = international ? 2 : 1; // iTXt: compressed or not; both: method 0
    if (data.size() < flags || data[flags - 1] != '\0')
        return std::nullopt;
    const bool compressed = !international || data[0] != '\0';
    data.remove_prefix(flags);
    if (international && !(takeField(data) && takeField(data))) // language, keyword in it
        return std::nullopt;
    return unpacked(data, compressed);
}

std::string textChunk(std::string_view keyword, std::string_view text)
{
    std::string body = "iTXt";
    body.append(keyword).append("\0\1\0\0\0", 5); // compressed, by zlib; no language, no keyword in it
    body += deflated(text);
    std::string chunk;
    appendNumber(chunk, static_cast<std::uint32_t>(body.size() - 4));
    chunk += body;
    appendNumber(chunk, checksum(body));
    return chunk;
}

} // namespace

bool isPng(std::string_view bytes)
{
    return bytes.substr(0, signature.size()) == signature;
}

std::string pngWithText(std::string_view png, std::string_view keyword, std::string_view text)
{
    if (!isPng(png))
        throw InputError({"", "is no PNG picture"});
    ChunkReader reader(png);
    const auto header = reader.next();
    if (header->type != "IHDR")
        refuse("it begins with no header");
    std::string made(signature);
    made.append(header->whole).append(textChunk(keyword, text));
    while (const auto chunk = reader.next())
        if (!hasKeyword(*chunk, keyword))
            made += chunk->whole;
    return made;
}

std::optional<std::string> pngText(std::string_view png, std::string_view keyword)
{
    ChunkReader reader(png);
    while (const auto chunk = reader.next()) {
        if (!hasKeyword(*chunk, keyword))
            continue;
        auto text = chunk->isSound() ? textOf(*chunk) : std::nullopt;
        if (!text)
            refuse("the text at byte " + std::to_string(chunk->at) +
                   (chunk->isSound()
                        ? " must be a whole one of at most " + std::to_string(maxFileBytes) + " bytes"
                        : " does not fit its checksum"));
        return text;
    }
    return std::nullopt;
}

} // namespace hyperdrift
