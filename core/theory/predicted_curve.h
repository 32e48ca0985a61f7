#pragma once
// The predicted path of the imbalance as a smooth line with its band, few points for a picture.
//
// Around the limit the imbalance is an Ornstein-Uhlenbeck process: from a start that is known exactly its
// standard deviation grows as sd(t) = sd(∞) √(1 − e^{−2t/T}), T the time constant. With noise on the gradient
// it diffuses, and the path itself carries the variance.

#include "core/theory/prediction.h"

#include <vector>

namespace hyperdrift {

/// x, mean, low and high have the same length; low = high = mean where theory has no band.
struct PredictedCurve {
    std::vector<double> x; ///< iterations, ascending
    std::vector<double> mean;
    std::vector<double> low;  ///< mean − sd
    std::vector<double> high; ///< mean + sd
};

/// The finite points of the path.
PredictedCurve predictedImbalance(const std::vector<PathPoint>& path, const Prediction& prediction);

/// At most `points` ≥ 2 of the curve between `lower` and `upper` and the neighbours just outside, evenly
/// spaced in x, or in ln x on a log axis (where lower ≥ 1).
PredictedCurve thinned(const PredictedCurve& curve, double lower, double upper, bool logarithmic, int points);

} // namespace hyperdrift
