#pragma once
// What stands in the panels: the parameters in force, and beside them the changes that wait for a reset.

#include "core/model/config.h"
#include "ui/scene.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hyperdrift::ui {

struct DraftRun {
    RunSpec spec;
    int inForce = -1;     ///< which run of the recording this is; -1 for one that the next reset brings
    std::uint64_t id = 0; ///< the row's own, as rows come and go
};

struct Draft {
    ProblemSpec problem;
    StartSpec start;
    std::vector<DraftRun> runs;
    std::vector<std::uint64_t> rowsInForce; ///< those that the recording's runs were made from
};

/// What a reset would change.
struct Waiting {
    bool problem = false;
    bool start = false;
    bool runs = false;
    bool any() const { return problem || start || runs; }
};

/// The panels of an experiment; its rows are the runs, as soon as it is in force.
Draft draftOf(const Experiment& experiment);
/// The row's identity; 0 names none.
std::uint64_t newRowId();

/// `config` with what stands in the panels, without edits.
Experiment nextRecording(const Experiment& config, const Draft& draft);
/// What `draft` would change in a recording of `config` that stands as `scene` shows.
Waiting waitingChanges(const Draft& draft, const Experiment& config, const Scene& scene);

std::vector<std::uint64_t> rowIds(const Draft& draft);
/// A recording has started whose runs were made from these rows: each row finds its run, if it has one.
void putInForce(Draft& draft, std::span<const std::uint64_t> rows);
/// Which run of the recording was made from that row, or -1.
int runOf(const Draft& draft, std::uint64_t row);
/// The row of that identity, or nullptr.
DraftRun* rowOf(Draft& draft, std::uint64_t id);
const DraftRun* rowOf(const Draft& draft, std::uint64_t id);

/// Live parameters as they are in force now; names and seeds stay what the person typed. Whether any changed.
bool adoptParameters(Draft& draft, const Scene& scene);

/// The seed of the runs' noise: that of the first run with noise.
std::uint64_t noiseSeed(const Draft& draft);
std::uint64_t noiseSeed(const std::vector<RunSpec>& runs);

/// The start through a point of one direction's landscape; `start` is aligned already, or becomes so. False,
/// and nothing is changed, when there is no such direction.
bool moveStart(StartSpec& start, const ProblemFacts& problem, int direction, double logImbalance,
               double product);

} // namespace hyperdrift::ui
