#include "core/io/matrix_json.h"

#include "core/io/sha256.h"
#include "core/model/error.h"
#include "core/model/validate.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace hyperdrift {

using Json = nlohmann::ordered_json;

namespace {

Json cellsJson(const MatrixCells& cells)
{
    Json rows = Json::array();
    const auto width = static_cast<std::ptrdiff_t>(cells.columns);
    for (auto row = cells.values.begin(); row != cells.values.end(); row += width)
        rows.push_back(std::vector<double>(row, row + width));
    return rows;
}

/// The numbers of a row, which must be as many as in the first.
void appendRow(MatrixCells& cells, const Json& json, const std::string& pointer)
{
    const std::vector<double> row = readNumbers(json, pointer);
    const auto size = static_cast<std::int64_t>(row.size());
    if (cells.rows == 0)
        cells.columns = size;
    if (size == 0)
        throw InputError({pointer, "must hold at least one number, but is empty"});
    if (size != cells.columns)
        throw InputError({pointer, "must hold " + std::to_string(cells.columns) +
                                       " numbers like the first row, but holds " + std::to_string(size)});
    cells.values.insert(cells.values.end(), row.begin(), row.end());
    ++cells.rows;
}

MatrixCells readCells(const Json& json, const std::string& pointer)
{
    if (!json.is_array() || json.empty())
        throw InputError({pointer, "must be an array of rows of numbers, but is " + describe(json)});
    MatrixCells cells;
    for (std::size_t i = 0; i < json.size(); ++i) {
        appendRow(cells, json[i], pointer + "/" + std::to_string(i));
        if (static_cast<std::int64_t>(cells.values.size()) > maxMatrixCells)
            throw InputError({pointer, "must hold at most " + std::to_string(maxMatrixCells) +
                                           " numbers, but holds more"});
    }
    return cells;
}

/// Of the numbers themselves, so that two matrices differ even where their files' digests are not known.
std::string digestOf(const std::vector<double>& values)
{
    return sha256({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(double)});
}

} // namespace

Json matrixProblemJson(const MatrixSource& matrix, int rank)
{
    Json json = Json::object();
    if (!matrix.path.empty() || !matrix.embedded)
        json["matrix"] = matrix.path;
    json["rank"] = rank;
    json["center_columns"] = matrix.centerColumns;
    json["scale_to"] = matrix.scaleTo ? Json(*matrix.scaleTo) : Json();
    const std::string& digest = matrix.cells ? matrix.cells->sha256 : matrix.sha256;
    if (!digest.empty())
        json["matrix_sha256"] = digest;
    if (matrix.embedded && matrix.cells)
        json["matrix_cells"] = cellsJson(*matrix.cells);
    return json;
}

MatrixSource readMatrixSource(ObjectReader& reader)
{
    MatrixSource matrix;
    reader.read("matrix", matrix.path);
    if (matrix.path.find('\0') != std::string::npos) // the system would read the file named before it
        throw InputError({reader.at("matrix"), "must be the path of a file, but has a NUL character in it"});
    reader.read("center_columns", matrix.centerColumns);
    reader.read("scale_to", matrix.scaleTo);
    reader.read("matrix_sha256", matrix.sha256);
    if (const Json* json = reader.find("matrix_cells")) {
        MatrixCells cells = readCells(*json, reader.at("matrix_cells"));
        if (matrix.sha256.empty())
            matrix.sha256 = digestOf(cells.values);
        cells.sha256 = matrix.sha256;
        matrix.cells = std::make_shared<const MatrixCells>(std::move(cells));
        matrix.embedded = true;
    }
    return matrix;
}

} // namespace hyperdrift
