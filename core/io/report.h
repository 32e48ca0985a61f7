#pragma once
// What the command line says of an experiment, run once or as an ensemble: measured beside predicted, as one
// JSON object or as a text to read.

#include "core/measure/sample_statistics.h"
#include "core/model/config.h"
#include "core/model/problem.h"
#include "core/run/execute.h"
#include "core/theory/phases.h"
#include "core/theory/prediction.h"

#include <optional>
#include <string>
#include <vector>

namespace hyperdrift {

/// What an ensemble's members have in common.
struct EnsembleReport {
    std::int64_t members = 0;    ///< as asked for
    std::int64_t iterations = 0; ///< of one that finished
    std::int64_t finished = 0;
    std::int64_t diverged = 0;
    std::int64_t stopped = 0;
    SampleStatistics final; ///< of the last iteration of those that finished
};

struct RunReport {
    RunSpec spec;                      ///< with its final parameters
    std::optional<RunOutcome> outcome; ///< nullopt when nothing was run; of an ensemble, member 0's
    Prediction predicted;
    std::optional<EnsembleReport> ensemble = {};
    std::optional<Phases> phases = {}; ///< of the predicted path from the start; none after an edit
};

struct Report {
    const Experiment& experiment; ///< as run
    const Problem& problem;
    std::vector<RunReport> runs;
};

/// "finished", "diverged", "stopped": the names in files.
const char* statusName(Ending ending);

/// {"version", "experiment", "runs": [{"name", "status", "iterations", "measured", "average", "predicted"}]};
/// a report of predictions alone has name and predicted. A run of an ensemble has, besides what is said of
/// its member 0, "ensemble": {"runs", "finished", "diverged", "stopped", "final": {key of "measured":
/// {"mean", "sd", "min", "q05", "median", "q95", "max"}}}. What is undefined or not given by theory is null.
std::string reportJson(const Report& report);

/// A table per run: the last iteration and the average when there is one, or the spread over an ensemble, and
/// what theory says.
std::string reportText(const Report& report);

} // namespace hyperdrift
