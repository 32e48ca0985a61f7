#pragma once
// What theory says of one run, as plain values: nullopt wherever it says nothing, with the reason in `note`.

#include "core/measure/sample.h"

#include <optional>
#include <string>
#include <vector>

namespace hyperdrift {

struct Prediction {
    // The noise's own numbers; null for GD.
    std::optional<double> a;      ///< decay of X, d2σ2²
    std::optional<double> b;      ///< decay of Y, d1σ1²
    std::optional<double> gamma2; ///< γ² = b/a, the η → 0 value of the ratio
    std::optional<double> tau;    ///< τ = √(ab), the soft threshold of the singular values
    // The limit at this η.
    std::optional<double> ratio; ///< ‖X‖²/‖Y‖²
    std::optional<std::vector<double>> singularValues;
    std::optional<double> xNorm2;
    std::optional<double> yNorm2;
    std::optional<double> imbalance;
    std::optional<double> lossFloor; ///< mean of F once stationary; GD: ½ Σ_{k>r} s_k²
    /// F of the smoothed limit itself, ½ Σ_{k≤r} (m_k−s_k)² + ½ Σ_{k>r} s_k²; of SAM the height of its
    /// bounce.
    std::optional<double> limitLoss;
    std::optional<double> lambdaMax;
    std::optional<double> trace;
    std::optional<double> timeConstant;  ///< iterations
    std::optional<double> sdImbalance;   ///< of ‖X‖²−‖Y‖² once stationary; null without noise
    std::optional<double> sdTheta;       ///< of θ_1 once stationary, rank 1; null without noise
    std::optional<double> etaMax;        ///< 2/(‖X‖₂²+‖Y‖₂²) at the limit
    std::vector<PlanePoint> limitPoints; ///< the star, per direction; empty when there is none
    std::string note;                    ///< why something is null; empty when nothing is
};

/// A point of the predicted path: mean of ‖X‖²−‖Y‖² and ratio after `iteration` steps.
struct PathPoint {
    std::int64_t iteration = 0;
    double imbalance = 0;
    double xNorm2 = 0;
    double yNorm2 = 0;
    double variance = 0;           ///< of the imbalance around its mean; 0 where theory has none
    std::vector<PlanePoint> plane; ///< per direction
};

} // namespace hyperdrift
