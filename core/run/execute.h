#pragma once
// Runs an experiment from its start to its last iteration, edits included: what the command line does.

#include "core/dynamics/isa.h"
#include "core/measure/sample.h"
#include "core/model/config.h"
#include "core/model/factors.h"
#include "core/run/start.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift {

enum class Ending {
    Finished, ///< did all its iterations
    Diverged, ///< at RunOutcome::iterations
    Stopped,  ///< cancelled before its last iteration
};

/// Means and standard deviations over the last iterations: of every one for loss, xNorm2, yNorm2, ratio and
/// imbalance (the mean of the ratio, not the ratio of the means), of the recorded ones and the last for the
/// rest. NaN where undefined; sd of fewer than two is.
struct Average {
    std::int64_t over = 0; ///< iterations that were averaged, ≤ those asked for
    Sample mean;
    Sample sd;
};

struct RunOutcome {
    RunSpec spec; ///< with the changes of the edits that were reached
    Ending ending = Ending::Finished;
    std::int64_t iterations = 0;
    std::vector<Sample> samples; ///< the recorded ones, and the last iteration
    std::optional<Average>
        average;        ///< nullopt when none was asked for or its first iteration was not reached
    Compression origin; ///< the start, or the state right after the last edit: what theory predicts from
    std::optional<Factors> factors = {}; ///< X and Y after the last iteration; the reduced engine has none

    const Sample& last() const { return samples.back(); }
};

struct ExecutionOptions {
    Isa isa = nativeIsa();
    std::int64_t averageLast = 0;              ///< N of Average; 0: none
    const std::atomic<bool>* cancel = nullptr; ///< looked at about 20 times a second
    std::function<void(std::int64_t done, std::int64_t steps)> progress = {}; ///< called as often
};

/// One outcome per run of `experiment`, which must be valid. All runs go side by side, so that a cancelled
/// experiment leaves them at about the same iteration; none depends on another. Edits at the last iteration
/// are still made.
std::vector<RunOutcome> execute(const Experiment& experiment, const std::shared_ptr<const Problem>& problem,
                                const RunStart& start, const ExecutionOptions& options);

} // namespace hyperdrift
