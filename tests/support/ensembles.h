#pragma once
// Ensembles for tests of their picture, from real runs.

#include "core/model/config.h"
#include "ui/ensemble_state.h"

namespace hyperdrift::ui {

/// What an ensemble of `members` of it came to, `steps` long.
EnsembleState ensembleAfter(const Experiment& experiment, std::int64_t steps, std::int64_t members,
                            Vary vary);

} // namespace hyperdrift::ui
