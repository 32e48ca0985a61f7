#include "core/io/matrix_file.h"

#include "core/io/file_bytes.h"
#include "core/io/sha256.h"
#include "core/model/message_text.h"
#include "core/model/validate.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

namespace hyperdrift {

namespace {

struct Cell {
    std::string_view text;  ///< without surrounding blanks and quotes
    std::size_t column = 1; ///< of its first character, from 1
};

/// What the reader knows of the place it is at, for messages.
struct Line {
    std::string_view text;
    std::int64_t number; ///< from 1
    const std::string& file;

    [[noreturn]] void refuse(std::size_t column, const std::string& message) const
    {
        throw InputError(
            {onOneLine(file, 200) + ":" + std::to_string(number) + ":" + std::to_string(column), message});
    }
};

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The end of the cell that starts at `start`: the next comma outside of quotes. A quote counts only at a
/// cell's start.
std::size_t cellEnd(const Line& line, std::size_t start)
{
    const std::string_view text = line.text;
    const std::size_t first = text.find_first_not_of(" \t", start);
    if (first == std::string_view::npos || text[first] != '"')
        return std::min(text.find(',', start), text.size());
    const std::size_t closing = text.find('"', first + 1);
    if (closing == std::string_view::npos)
        line.refuse(first + 1, "the quote is not closed on its line");
    return std::min(text.find(',', closing), text.size());
}

void splitCells(const Line& line, std::vector<Cell>& cells)
{
    cells.clear();
    for (std::size_t start = 0; start <= line.text.size();) {
        const std::size_t end = cellEnd(line, start);
        std::string_view text = trimmed(line.text.substr(start, end - start));
        if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
            text = trimmed(text.substr(1, text.size() - 2));
        cells.push_back({text, start + 1});
        start = end + 1;
    }
}

/// The number that `text` as a whole spells, "nan" and "inf" included, which are refused later; nullopt for
/// anything else. One beyond the range of double is infinite here.
std::optional<double> spelledNumber(std::string_view text)
{
    if (text.size() > 1 && text.front() == '+' && text[1] != '-')
        text.remove_prefix(1);
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || end != text.data() + text.size())
        return std::nullopt;
    return code == std::errc() ? value : HUGE_VAL;
}

double numberIn(const Line& line, const Cell& cell, std::size_t index)
{
    const auto value = spelledNumber(cell.text);
    if (value && std::isfinite(*value))
        return *value;
    const std::string what = cell.text.empty() ? "is empty" : "is \"" + onOneLine(cell.text) + "\"";
    // The usual reason for a row that is one cell: another separator.
    const bool separatedOtherwise = line.text.find(',') == std::string_view::npos &&
                                    cell.text.find_first_of(";\t") != std::string_view::npos;
    line.refuse(cell.column, "must be a finite number, but cell " + std::to_string(index + 1) + " " + what +
                                 (separatedOtherwise ? "; cells are separated by commas" : ""));
}

void checkWidth(const Line& line, const std::vector<Cell>& cells, std::size_t width)
{
    if (cells.size() == width)
        return;
    const std::size_t column = cells.size() > width ? cells[width].column : line.text.size() + 1;
    line.refuse(column, "must have " + std::to_string(width) + " cells like the first row, but has " +
                            std::to_string(cells.size()));
}

/// The text's lines, without their ends ("\n" or "\r\n"), and without empty lines at the end of the file.
class Lines {
public:
    Lines(std::string_view text, const std::string& file) : m_rest(text), m_line{{}, 0, file}
    {
        const std::size_t last = m_rest.find_last_not_of("\r\n");
        m_rest = m_rest.substr(0, last == std::string_view::npos ? 0 : last + 1);
    }
    const Line* next()
    {
        if (m_rest.empty())
            return nullptr;
        const std::size_t end = std::min(m_rest.find('\n'), m_rest.size());
        m_line.text = m_rest.substr(0, end);
        m_line.number = ++m_count;
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        if (!m_line.text.empty() && m_line.text.back() == '\r')
            m_line.text.remove_suffix(1);
        return &m_line;
    }

private:
    std::string_view m_rest;
    std::int64_t m_count = 0;
    Line m_line;
};

std::string_view withoutByteOrderMark(std::string_view text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.substr(0, mark.size()) == mark ? text.substr(mark.size()) : text;
}

void appendRow(MatrixCells& matrix, const Line& line, const std::vector<Cell>& cells)
{
    if (static_cast<std::int64_t>(matrix.values.size() + cells.size()) > maxMatrixCells)
        line.refuse(1, "the file must hold at most " + std::to_string(maxMatrixCells) +
                           " cells, but holds more");
    for (std::size_t j = 0; j < cells.size(); ++j)
        matrix.values.push_back(numberIn(line, cells[j], j));
    ++matrix.rows;
}

} // namespace

MatrixCells parseMatrixCsv(std::string_view text, const std::string& name)
{
    MatrixCells matrix;
    Lines lines(withoutByteOrderMark(text), name);
    std::vector<Cell> cells;
    while (const Line* line = lines.next()) {
        splitCells(*line, cells);
        if (line->number == 1) {
            matrix.columns = static_cast<std::int64_t>(cells.size());
            if (std::none_of(cells.begin(), cells.end(),
                             [](const Cell& cell) { return spelledNumber(cell.text); }))
                continue; // a header
        }
        checkWidth(*line, cells, static_cast<std::size_t>(matrix.columns));
        appendRow(matrix, *line, cells);
    }
    if (matrix.columns == 0)
        Line{{}, 1, name}.refuse(1, "the file must hold numbers, but is empty");
    if (matrix.rows == 0)
        Line{{}, 1, name}.refuse(1, "the file must hold numbers, but its only row holds none: \"" +
                                        onOneLine(cells.front().text) + "\"…");
    return matrix;
}

MatrixCells readMatrixCsv(const std::string& path)
{
    const std::string bytes = readFileBytes(path);
    MatrixCells matrix = parseMatrixCsv(bytes, path);
    matrix.sha256 = sha256(bytes);
    return matrix;
}

void takeMatrix(ProblemSpec& problem, std::string_view bytes)
{
    MatrixSource& source = *problem.matrix;
    MatrixCells cells = parseMatrixCsv(bytes, source.path);
    cells.sha256 = sha256(bytes);
    if (!source.sha256.empty() && source.sha256 != cells.sha256)
        throw InputError({"/problem/matrix_sha256",
                          "must be the digest of " + onOneLine(source.path, 200) + ", " + cells.sha256 +
                              ", but is " + onOneLine(source.sha256, 70) + ": the file has changed"});
    problem.d1 = cells.rows;
    problem.d2 = cells.columns;
    source.sha256 = cells.sha256;
    source.cells = std::make_shared<const MatrixCells>(std::move(cells));
}

void loadMatrix(ProblemSpec& problem, const std::string& directory)
{
    if (!problem.matrix)
        return;
    MatrixSource& source = *problem.matrix;
    namespace fs = std::filesystem;
    // An absolute path on the right of "/" stays as it is; an empty directory is the working directory.
    if (!source.path.empty())
        source.path = fs::absolute(fs::path(directory) / source.path).lexically_normal().string();
    if (!source.embedded)
        takeMatrix(problem, readFileBytes(source.path));
}

} // namespace hyperdrift
