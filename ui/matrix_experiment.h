#pragma once
// A matrix file opened as a document: the default experiment on it.

#include "core/model/config.h"

#include <QString>

namespace hyperdrift::ui {

bool isMatrixFile(const QString& path);

/// Reads the file; of rank 2, or less where the matrix has fewer rows or columns. Throws FileError when it
/// can't be read, InputError for what is no matrix or too large a one.
Experiment matrixExperiment(const QString& path);

} // namespace hyperdrift::ui
