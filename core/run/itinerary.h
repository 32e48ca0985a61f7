#pragma once
// Where a run has to stop on its way: for its edits, and to be looked at.

#include "core/model/config.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hyperdrift {

struct PendingEdit {
    const Edit* edit;    ///< of the experiment
    std::string pointer; ///< "/edits/3"
};

struct Stop {
    std::int64_t at = 0;
    std::vector<PendingEdit> edits;     ///< made here, before the look
    std::optional<std::size_t> instant; ///< index into the instants, if this is one
};

/// The stops of run `index` up to experiment.steps, ascending. `instants` ascend.
std::vector<Stop> itineraryOf(const Experiment& experiment, std::size_t index,
                              const std::vector<std::int64_t>& instants);

} // namespace hyperdrift
