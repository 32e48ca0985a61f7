#pragma once
// One experiment many times over, with other seeds: what is chance in a run, and what is not.
//
// The numbers depend on the experiment, the number of members and what varies alone, to the bit: each member
// is the run that memberOf would give alone, all are kept in a place of their own, and what is computed of
// them together is computed in their order, so that threads and vectors only save time.

#include "core/dynamics/isa.h"
#include "core/measure/sample_statistics.h"
#include "core/model/checks.h"
#include "core/model/compression.h"
#include "core/model/config.h"
#include "core/run/execute.h"
#include "core/run/member.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift {

/// Members times runs, which bounds the memory: about 1 GB at rank 50, 300 MB at rank 1.
inline constexpr std::int64_t maxEnsembleRuns = 100'000;
/// Instants of a band.
inline constexpr std::int64_t maxInstants = 400;
inline constexpr int maxThreads = 1024;

/// The end of one member's run, while others still go.
struct EnsembleEnd {
    std::size_t run = 0;
    std::int64_t member = 0;
    Ending ending = Ending::Finished;
    double xNorm2 = 0; ///< ‖X‖² there
    double yNorm2 = 0; ///< ‖Y‖²
};

/// ln(‖X‖²/‖Y‖²) where a finished run ended; nullopt where that is not a number.
std::optional<double> logRatioOf(const EnsembleEnd& end);

struct EnsembleRequest {
    const Experiment& experiment; ///< valid
    std::shared_ptr<const Problem> problem;
    std::int64_t members = 1; ///< one that checkMembers lets pass
    Vary vary = Vary::Both;
    int threads = 0;    ///< 0: as many as there are cores, and as keep the memory within bounds
    int spareCores = 0; ///< ≥ 0; with threads = 0, so many cores are left to others, as far as one remains
    Isa isa = nativeIsa();
    const std::atomic<bool>* cancel = nullptr; ///< looked at about 20 times a second
    /// Iterations of all members and runs; called by the calling thread, about as often.
    std::function<void(std::int64_t done, std::int64_t total)> progress = {};
    /// Runs that have ended since the last call, of any member, each told once by the end; called by the
    /// calling thread, at most about 10 times a second, and once at the end.
    std::function<void(const std::vector<EnsembleEnd>& ends)> ended = {};
};

/// 1 ≤ members ≤ maxEnsembleRuns / runs.
Violation checkMembers(std::int64_t members, std::size_t runs);
Violation checkThreads(int threads); ///< ≥ 1 and ≤ maxThreads

/// Where one member's run ended.
struct EnsembleMember {
    std::int64_t index = 0;
    Ending ending = Ending::Finished;
    std::int64_t iterations = 0;
    Sample last;
};

/// The spread over the members that run at an instant, as time goes by. A member that diverges is left out
/// from there on.
struct EnsembleBands {
    std::vector<std::int64_t> iterations; ///< thinnedIterations
    std::vector<QuantileSummary> loss;
    std::vector<QuantileSummary> ratio;
    std::vector<QuantileSummary> imbalance;
};

struct EnsembleRun {
    RunSpec spec;                        ///< of member 0, with the changes of the edits that it reached
    Compression origin;                  ///< of member 0: what theory predicts from, as in RunOutcome
    std::vector<EnsembleMember> members; ///< all, in order; once cancelled, member 0 and those begun
    std::int64_t finished = 0;
    std::int64_t diverged = 0;
    std::int64_t stopped = 0; ///< cancelled on their way
    SampleStatistics final;   ///< of the finished ones
    EnsembleBands bands;
};

/// One for each run of the experiment. Throws InputError for numbers that the checks above refuse, and what
/// makeRunStart and edits throw.
std::vector<EnsembleRun> runEnsemble(const EnsembleRequest& request);

} // namespace hyperdrift
