#pragma once
// Assignments from the command line: "dotted.path=JSON value" on a document that is then read as a file would
// be.

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace hyperdrift {

/// Puts `value` at a dotted path. Setting problem.matrix removes d1, d2, spectrum, seed, matrix_sha256 and
/// matrix_cells from the problem; setting start.kind removes the other kinds' keys from the start. Throws
/// InputError, with the path as the place, when there is no such place in `document`.
void setAtPath(nlohmann::ordered_json& document, std::string_view path, nlohmann::ordered_json value);

/// Makes one assignment, as setAtPath. A value that isn't JSON is a string.
void applyOverride(nlohmann::ordered_json& document, std::string_view assignment);

/// Whether `assignment` gives the problem's matrix, whose path then counts from the working directory.
bool setsMatrix(std::string_view assignment);

} // namespace hyperdrift
