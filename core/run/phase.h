#pragma once
// What a run is doing, in a word: the picture's labels say it.

#include "core/measure/sample.h"
#include "core/run/run_status.h"
#include "core/theory/prediction.h"

namespace hyperdrift {

enum class RunPhase {
    Descending, ///< not yet in the valley: F is above three times what will remain of it
    Stopped,    ///< no noise, and the gradient is as good as zero: ‖∇F‖ ≤ 10⁻⁶ of its first value
    Drifting,   ///< in the valley, with noise or its mean, not yet where theory says it ends
    Settled, ///< in the valley, and |D − D_predicted| ≤ 4 sd or ≤ 5 % of the limit's ‖X‖²+‖Y‖²
    Diverged,
};

/// `first` is the run's sample at its start.
RunPhase phaseOf(RunStatus status, const Sample& first, const Sample& now, const Prediction& prediction);

/// Whether ‖X‖²−‖Y‖² is within 1 % of where it started, measured on ‖X‖²+‖Y‖².
bool keepsImbalance(const Sample& first, const Sample& now);

} // namespace hyperdrift
