#pragma once
// A problem's matrix in a document: the path of a CSV file and its digest, or the cells themselves beside
// them.

#include "core/io/json_reader.h"
#include "core/model/config.h"

#include <nlohmann/json_fwd.hpp>

namespace hyperdrift {

/// The problem's object, rank included; with "matrix_cells" where the source embeds them.
nlohmann::ordered_json matrixProblemJson(const MatrixSource& matrix, int rank);

/// The matrix's keys of the object. Throws InputError for cells that are no rows of one length, hold no
/// number, or are more than maxMatrixCells.
MatrixSource readMatrixSource(ObjectReader& reader);

} // namespace hyperdrift
