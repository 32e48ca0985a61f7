#include "core/io/npy.h"

#include <pugixml.hpp>

#include <algorithm>
#include <cstring>

namespace hyperdrift {

namespace {

constexpr std::string_view magic("\x93NUMPY\x01\x00", 8);
constexpr std::size_t alignment = 64; // of the first value, so that files can be mapped into memory

template<typename Unsigned>
void appendLittleEndian(std::string& bytes, Unsigned value)
{
    for (std::size_t i = 0; i < sizeof value; ++i, value = static_cast<Unsigned>(value >> 8U))
        bytes += static_cast<char>(value & 0xFFU);
}

/// As Python writes it: "()", "(3,)", "(3,2,)".
std::string shapeText(const ArrayShape& shape)
{
    std::string text = "(";
    for (const std::int64_t length : shape)
        text += std::to_string(length) + ",";
    return text + ")";
}

/// The file up to its first value.
std::string head(const std::string& dtype, const ArrayShape& shape)
{
    std::string dictionary =
        "{'descr': '" + dtype + "', 'fortran_order': False, 'shape': " + shapeText(shape) + ", }";
    const std::size_t before = magic.size() + sizeof(std::uint16_t);
    const std::size_t whole = (before + dictionary.size() + 1 + alignment - 1) / alignment * alignment;
    dictionary.resize(whole - before - 1, ' ');
    dictionary += '\n';
    std::string bytes(magic);
    appendLittleEndian(bytes, static_cast<std::uint16_t>(dictionary.size()));
    return bytes + dictionary;
}

void appendNumber(std::string& bytes, double value)
{
    std::uint64_t bits = 0;
    static_assert(sizeof bits == sizeof value);
    std::memcpy(&bits, &value, sizeof bits);
    appendLittleEndian(bytes, bits);
}

} // namespace

std::string npyNumbers(const std::vector<double>& values, const ArrayShape& shape)
{
    std::string bytes = head("<f8", shape);
    for (const double value : values)
        appendNumber(bytes, value);
    return bytes;
}

std::string npyMatrix(const Matrix& matrix)
{
    std::string bytes = head("<f8", {matrix.rows(), matrix.cols()});
    bytes.reserve(bytes.size() + static_cast<std::size_t>(matrix.size()) * sizeof(double));
    for (Eigen::Index row = 0; row < matrix.rows(); ++row)
        for (Eigen::Index column = 0; column < matrix.cols(); ++column)
            appendNumber(bytes, matrix(row, column));
    return bytes;
}

std::string npyIntegers(const std::vector<std::int64_t>& values, const ArrayShape& shape)
{
    std::string bytes = head("<i8", shape);
    for (const std::int64_t value : values)
        appendLittleEndian(bytes, static_cast<std::uint64_t>(value));
    return bytes;
}

std::string npyTexts(const std::vector<std::string>& texts, const ArrayShape& shape)
{
    std::vector<std::wstring> wide; // UTF-32 here, which is what NumPy stores
    static_assert(sizeof(wchar_t) == 4);
    std::size_t longest = 1;
    for (const std::string& text : texts)
        longest = std::max(longest, wide.emplace_back(pugi::as_wide(text)).size());
    std::string bytes = head("<U" + std::to_string(longest), shape);
    for (std::wstring& text : wide) {
        text.resize(longest, L'\0');
        for (const wchar_t character : text)
            appendLittleEndian(bytes, static_cast<std::uint32_t>(character));
    }
    return bytes;
}

} // namespace hyperdrift
