#pragma once
// Arrays as files of NumPy's format .npy, version 1.0: little endian, rows one after the other (C order). Of
// shape (), the array is one value.

#include "core/model/problem.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hyperdrift {

using ArrayShape = std::vector<std::int64_t>;

/// dtype '<f8'; as many values as the shape says.
std::string npyNumbers(const std::vector<double>& values, const ArrayShape& shape);
/// Shape (rows, columns).
std::string npyMatrix(const Matrix& matrix);
/// dtype '<i8'.
std::string npyIntegers(const std::vector<std::int64_t>& values, const ArrayShape& shape);
/// UTF-8 texts; dtype '<Un' for the n characters of the longest, at least 1. NumPy takes NUL characters from
/// the ends of texts.
std::string npyTexts(const std::vector<std::string>& texts, const ArrayShape& shape);

} // namespace hyperdrift
