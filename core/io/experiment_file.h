#pragma once
// Experiment files: JSON, suffix .hyperdrift, format "hyperdrift-experiment", version 1.
// Reading refuses unknown keys, wrong types, values out of range, NaN and unknown versions with the JSON
// pointer, the value and the violated bound. Writing gives a text that reads back to the same values.

#include "core/model/config.h"
#include "core/model/error.h"

#include <span>
#include <string>
#include <string_view>

namespace hyperdrift {

inline constexpr int experimentVersion = 1;

/// Parses and validates `text`. `overrides` are "dotted.path=JSON value" assignments made before validation,
/// later ones winning; a value that isn't JSON is a string. A matrix path is resolved against `directory`
/// (one given by an override against the working directory), read, and its digest compared; with embedded
/// cells no file is read. Throws InputError
/// (content) or FileError (the matrix can't be read).
Experiment parseExperiment(std::string_view text, const std::string& directory,
                           std::span<const std::string> overrides = {});

/// Reads an experiment file, or a figure that carries one (embedded_experiment.h). Throws as parseExperiment,
/// InputError for a figure that carries none, FileError when the file can't be read.
Experiment readExperimentFile(const std::string& path, std::span<const std::string> overrides = {});

/// The default experiment with overrides.
Experiment experimentFromOverrides(std::span<const std::string> overrides);

/// How a document holds a matrix that was read from a file.
enum class MatrixForm {
    AsItIs,  ///< as the experiment says: with the cells where its document had them, else by path
    Embedded ///< with the cells: the document stands on its own, whatever becomes of the file
};

/// The document, indented, ending in a newline. A matrix path is written relative to `directory` where it
/// lies below it, with matrix_sha256.
std::string experimentText(const Experiment& experiment, const std::string& directory = {},
                           MatrixForm form = MatrixForm::AsItIs);

} // namespace hyperdrift
