#pragma once
// What a run is doing, in a word: the picture's labels say it.

#include "core/measure/sample.h"
#include "core/run/run_status.h"
#include "core/theory/prediction.h"

namespace hyperdrift {

enum class RunPhase {
    Descending, ///< not yet in the valley: F, above what no factors of rank r remove, is more than three
                ///< times what will remain of it, and more than 1 % of ½‖XYᵀ‖²
    Stopped, ///< no noise, in the valley: ‖∇F‖ and F, above the same, are ≤ 10⁻⁶ of their first values
    Drifting, ///< in the valley, with noise or its mean, not yet where theory says it ends
    Settled, ///< in the valley, |D − D_predicted| ≤ ε (‖X‖²+‖Y‖²) and in the plane of each direction within ε
             ///< of the limit, both by the limit's size; ε = 3 %, or 4 sd of D where that is more, or 5 %
             ///< where theory has no sd
    Diverged,
};

/// `first` is the run's sample at its start, `tail` = ½ Σ_{k>r} s_k², which stays of F at every minimum.
RunPhase phaseOf(RunStatus status, const Sample& first, const Sample& now, const Prediction& prediction,
                 double tail);

/// Whether ‖X‖²−‖Y‖² is within 1 % of where it started, measured on ‖X‖²+‖Y‖².
bool keepsImbalance(const Sample& first, const Sample& now);

} // namespace hyperdrift
