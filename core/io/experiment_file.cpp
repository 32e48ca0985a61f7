#include "core/io/experiment_file.h"

#include "core/io/embedded_experiment.h"
#include "core/io/experiment_json.h"
#include "core/io/file_bytes.h"
#include "core/io/json_text.h"
#include "core/io/matrix_file.h"
#include "core/io/overrides.h"
#include "core/model/message_text.h"
#include "core/model/validate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace hyperdrift {

namespace fs = std::filesystem;

namespace {

/// `path` from `directory` when it lies below it, else as it is.
std::string pathFrom(const std::string& directory, const std::string& path)
{
    if (directory.empty() || path.empty())
        return path;
    const fs::path relative =
        fs::absolute(path).lexically_normal().lexically_relative(fs::absolute(directory).lexically_normal());
    if (relative.empty() || *relative.begin() == "..")
        return path;
    return relative.generic_string();
}

} // namespace

Experiment parseExperiment(std::string_view text, const std::string& directory,
                           std::span<const std::string> overrides)
{
    nlohmann::ordered_json document = parseJson(text);
    bool matrixOverridden = false;
    for (const std::string& assignment : overrides) {
        applyOverride(document, assignment);
        matrixOverridden = matrixOverridden || setsMatrix(assignment);
    }
    Experiment experiment = experimentFromJson(std::move(document));
    requireValid(experiment); // before a file is read or anything sized by it
    if (experiment.problem.matrix) {
        loadMatrix(experiment.problem, matrixOverridden ? std::string() : directory);
        requireValid(experiment);
    }
    return experiment;
}

Experiment readExperimentFile(const std::string& path, std::span<const std::string> overrides)
{
    const std::string bytes = readFileBytes(path);
    const auto embedded = embeddedExperiment(bytes);
    return parseExperiment(embedded ? *embedded : bytes, fs::path(path).parent_path().string(), overrides);
}

Experiment experimentFromOverrides(std::span<const std::string> overrides)
{
    return parseExperiment(experimentText(defaultExperiment()), {}, overrides);
}

std::string experimentText(const Experiment& experiment, const std::string& directory, MatrixForm form)
{
    Experiment written = experiment;
    if (auto& matrix = written.problem.matrix) {
        matrix->path = pathFrom(directory, matrix->path);
        matrix->embedded = matrix->cells && (matrix->embedded || form == MatrixForm::Embedded);
    }
    return jsonText(toJson(written));
}

} // namespace hyperdrift
