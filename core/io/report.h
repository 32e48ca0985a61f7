#pragma once
// What the command line says of an experiment: measured beside predicted, as one JSON object or as a text to
// read.

#include "core/model/config.h"
#include "core/model/problem.h"
#include "core/run/execute.h"
#include "core/theory/prediction.h"

#include <optional>
#include <string>
#include <vector>

namespace hyperdrift {

struct RunReport {
    RunSpec spec;                      ///< with its final parameters
    std::optional<RunOutcome> outcome; ///< nullopt when nothing was run
    Prediction predicted;
};

struct Report {
    const Experiment& experiment; ///< as run
    const Problem& problem;
    std::vector<RunReport> runs;
};

/// {"version", "experiment", "runs": [{"name", "status", "iterations", "measured", "average", "predicted"}]};
/// a report of predictions alone has name and predicted. What is undefined or not given by theory is null.
std::string reportJson(const Report& report);

/// A table per run: the last iteration, the average when there is one, and what theory says.
std::string reportText(const Report& report);

} // namespace hyperdrift
