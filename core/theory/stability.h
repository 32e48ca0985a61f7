#pragma once
// Step sizes.

namespace hyperdrift {

/// 2/λ: at a minimum of sharpness λ = ‖X‖₂²+‖Y‖₂² larger steps leave it. Infinite for λ = 0.
double stableEta(double sharpness);

/// A step size that is safe on the whole way to the valley from imbalance D0: η√(D0²+4s_1²) = 0.3, or half of
/// `present` when that is smaller. Offered when a run has diverged.
double suggestedEta(double imbalance, double s1, double present);

} // namespace hyperdrift
