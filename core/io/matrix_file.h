#pragma once
// Reading a CSV file as a matrix: comma, decimal point, BOM and CRLF accepted; the first row is a header iff
// none of its cells is a number.

#include "core/model/config.h"
#include "core/model/error.h"

#include <string>
#include <string_view>

namespace hyperdrift {

/// Throws FileError when `path` can't be read, InputError "path:line:column: …" for an empty file, a ragged
/// row, a cell that is no finite number, or more than maxMatrixCells cells.
MatrixCells readMatrixCsv(const std::string& path);

/// Cells of CSV text; `name` stands for the path in messages.
MatrixCells parseMatrixCsv(std::string_view text, const std::string& name);

/// Reads `source.path` (relative to `directory`) into source.cells, compares source.sha256 when given, and
/// sets d1, d2 of `problem`. Does nothing for a problem without a matrix; of embedded cells, which are there
/// already, only the path becomes absolute.
void loadMatrix(ProblemSpec& problem, const std::string& directory);

/// Likewise from the bytes of that file, which someone else has read; the path stays as it is. For a problem
/// with a matrix.
void takeMatrix(ProblemSpec& problem, std::string_view bytes);

} // namespace hyperdrift
