#pragma once
// What theory says of where the members of an ensemble end: one level for all of them, and how far chance
// spreads them around it.
//
// Where the noise chooses the minimum (perturbed and regularized GD, label noise), and with SAM, the limit is
// the same from any start; GD, noise on the gradient and entry sampling keep what their own start gave them.
// ln(‖X‖²/‖Y‖²) = 2θ at rank 1, so its sd is 2 sd(θ) (band.h). Both are of a run that has become stationary.

#include "core/model/config.h"
#include "core/theory/predicted_curve.h"
#include "core/theory/prediction.h"

#include <optional>
#include <vector>

namespace hyperdrift {

/// A normal number lies within ± so many sd with probability 0.9: between its 5 % and its 95 %.
inline constexpr double ninetyPercent = 1.6448536269514722;

/// Whether the run is led to one level from any start, as far as theory has one.
bool forgetsStart(const Prediction& prediction, MethodKind method);

/// nullopt where theory says nothing, or something else of each member.
struct PredictedSpread {
    std::optional<double> ratio;       ///< ‖X‖²/‖Y‖², > 0
    std::optional<double> sdLogRatio;  ///< > 0
    std::optional<double> imbalance;   ///< ‖X‖² − ‖Y‖²
    std::optional<double> sdImbalance; ///< > 0
};

/// What members differ in.
struct Varied {
    bool starts = false;
    bool noise = true;
};

/// Members that share their noise are led to one place, which is one draw from around the level: they have no
/// spread of their own.
PredictedSpread predictedSpread(const Prediction& prediction, MethodKind method, const Varied& varied);

/// The curve with its band `factor` times as wide.
PredictedCurve widened(PredictedCurve curve, double factor);

/// n φ((z − mean)/sd)·width/sd at `points` ≥ 2 even places within mean ± 3.5 sd: how many of n normal numbers
/// a histogram's bin of that width has.
struct BellPoint {
    double z = 0;
    double count = 0;
};
std::vector<BellPoint> bellCurve(double mean, double sd, double n, double width, int points);

} // namespace hyperdrift
