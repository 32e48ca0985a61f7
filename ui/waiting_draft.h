#pragma once
// What stands in the panels and waits for a reset, as values that outlive the window.

#include "core/model/config.h"

#include <vector>

namespace hyperdrift::ui {

struct WaitingDraft {
    Experiment next;       ///< what a reset would run
    std::vector<int> rows; ///< for each of its runs, which run of the recording it is; -1: a new one
};

} // namespace hyperdrift::ui
