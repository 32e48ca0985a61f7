#pragma once
// What stands in the panels: the parameters in force, and beside them the changes that wait for a reset.

#include "core/model/config.h"

#include <vector>

namespace hyperdrift::ui {

struct DraftRun {
    RunSpec spec;
    int inForce = -1; ///< which run of the recording this is; -1 for one that the next reset brings
};

struct Draft {
    ProblemSpec problem;
    StartSpec start;
    std::vector<DraftRun> runs;
};

/// What a reset would change.
struct Waiting {
    bool problem = false;
    bool start = false;
    bool runs = false;
    bool any() const { return problem || start || runs; }
};

} // namespace hyperdrift::ui
