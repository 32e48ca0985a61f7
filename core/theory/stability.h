#pragma once
// Step sizes.

namespace hyperdrift {

/// 2/λ: at a minimum of sharpness λ = ‖X‖₂²+‖Y‖₂² ≥ 0 larger steps leave it. Infinite for λ = 0.
double stableEta(double sharpness);

/// 2/η: at a sharper minimum the step η > 0 does not stay.
double stableSharpness(double eta);

/// A step size that is safe on the whole way to the valley from imbalance D0: η√(D0²+4s_1²) = 0.3, or half of
/// `present` when that is smaller. Offered when a run has diverged. Any finite D0, s_1 > 0, present > 0; > 0.
double suggestedEta(double imbalance, double s1, double present);

} // namespace hyperdrift
