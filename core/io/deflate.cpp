#include "core/io/deflate.h"

#define ZLIB_CONST // what is read is const
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>

namespace hyperdrift {

namespace {

/// An inflating stream, ended when it goes.
class Inflation {
public:
    explicit Inflation(std::string_view bytes)
    {
        m_stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        if (inflateInit(&m_stream) != Z_OK)
            throw std::bad_alloc();
    }
    ~Inflation() { inflateEnd(&m_stream); }
    Inflation(const Inflation&) = delete;
    Inflation& operator=(const Inflation&) = delete;

    /// Appends up to `most` bytes to `out`; the answer is zlib's.
    int appendTo(std::string& out, std::size_t most)
    {
        std::array<char, 1U << 14U> block;
        const std::size_t room = std::min(block.size(), most);
        m_stream.next_out = reinterpret_cast<Bytef*>(block.data());
        m_stream.avail_out = static_cast<uInt>(room);
        const int answer = inflate(&m_stream, Z_NO_FLUSH);
        out.append(block.data(), room - m_stream.avail_out);
        return answer;
    }

private:
    z_stream m_stream{};
};

} // namespace

std::string deflated(std::string_view bytes)
{
    auto size = compressBound(bytes.size());
    std::string stream(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(stream.data()), &size,
                  reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), Z_BEST_COMPRESSION) != Z_OK)
        throw std::bad_alloc();
    stream.resize(size);
    return stream;
}

std::optional<std::string> inflated(std::string_view stream, std::size_t most)
{
    if (stream.size() > std::numeric_limits<uInt>::max())
        return std::nullopt;
    Inflation inflation(stream);
    std::string bytes;
    int answer = Z_OK;
    while (answer == Z_OK && bytes.size() <= most) // one byte past `most` tells that there are more
        answer = inflation.appendTo(bytes, most - bytes.size() + 1);
    return answer == Z_STREAM_END && bytes.size() <= most ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace hyperdrift
