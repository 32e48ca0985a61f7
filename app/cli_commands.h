#pragma once
// The subcommands of hyperdrift-cli. Each throws InputError for wrong input, before anything is run, and
// FileError for a file that can't be read, or written: for the latter also after the run, when the disk has
// filled up.

#include "app/cli_console.h"
#include "core/dynamics/isa.h"
#include "core/run/member.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hyperdrift {

enum class ReportFormat { Text, Json };

struct ExperimentChoice {
    std::string file; ///< an experiment file, or a figure with one in it; empty: the default experiment
    std::vector<std::string> overrides;
    ReportFormat format = ReportFormat::Text;
};

struct RunChoice {
    ExperimentChoice experiment;
    std::int64_t averageLast = 0; ///< 0: no averages
    std::optional<std::string> csv;
    std::optional<std::string> npz;
    std::optional<Isa> isa; ///< nullopt: the widest that this processor offers
};

struct EnsembleChoice {
    ExperimentChoice experiment;
    std::int64_t members = 0;
    Vary vary = Vary::Both;
    int threads = 0; ///< 0: as many as are useful here
    std::optional<std::string> csv;
};

struct CheckChoice {
    std::vector<std::string> files; ///< experiments, as in ExperimentChoice; lessons: folders or lesson.json
    bool run = false;               ///< lessons are walked, too
};

ExitCode runExperiment(const RunChoice& choice);
ExitCode runEnsembleOf(const EnsembleChoice& choice);
ExitCode printTheory(const ExperimentChoice& choice);
ExitCode checkFiles(const CheckChoice& choice);

} // namespace hyperdrift
