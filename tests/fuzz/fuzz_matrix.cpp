// Any bytes are a matrix or are refused in one line; the cells of one are finite, fill rows of one length,
// and read back to the bit from other ways to write them.

#include "core/io/matrix_file.h"
#include "core/model/message_text.h"
#include "tests/fuzz/require.h"

#include <cmath>
#include <cstring>
#include <optional>

using namespace hyperdrift;

namespace {

std::optional<MatrixCells> matrixIn(std::string_view text)
{
    try {
        return parseMatrixCsv(text, "m.csv");
    } catch (const InputError& error) {
        requireOneLine(error.what());
    }
    return std::nullopt;
}

/// Bits are compared, so that -0 is not 0.
bool same(const std::optional<MatrixCells>& a, const MatrixCells& b)
{
    return a && a->rows == b.rows && a->columns == b.columns && a->values.size() == b.values.size() &&
           std::memcmp(a->values.data(), b.values.data(), b.values.size() * sizeof(double)) == 0;
}

std::string csvOf(const MatrixCells& matrix, const std::string& separator, const std::string& lineEnd)
{
    std::string text;
    for (std::size_t i = 0; i < matrix.values.size(); ++i) {
        const bool last = (i + 1) % static_cast<std::size_t>(matrix.columns) == 0;
        text += numberText(matrix.values[i]) + (last ? lineEnd : separator);
    }
    return text;
}

/// The same text from a system that ends lines with CRLF and begins files with a byte order mark.
std::string foreign(std::string_view text)
{
    std::string written = "\xEF\xBB\xBF";
    for (const char c : text)
        written += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return written;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const char* data, std::size_t size)
{
    const std::string_view text(data, size);
    const auto matrix = matrixIn(text);
    if (!matrix)
        return 0;
    require(matrix->rows >= 1 && matrix->columns >= 1, "a matrix has a cell");
    require(static_cast<std::int64_t>(matrix->values.size()) == matrix->rows * matrix->columns,
            "rows are as long as the first");
    for (const double value : matrix->values)
        require(std::isfinite(value), "cells are finite");
    require(same(matrixIn(csvOf(*matrix, ",", "\n")), *matrix), "cells read back to the bit");
    require(same(matrixIn(csvOf(*matrix, " ,\t", "\r\n\r\n")), *matrix) || matrix->rows > 1,
            "blanks and empty lines at the end change nothing");
    if (text.find_first_of("\r\xEF") == std::string_view::npos)
        require(same(matrixIn(foreign(text)), *matrix), "line ends and byte order mark change nothing");
    return 0;
}
