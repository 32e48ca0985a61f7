#pragma once
// The predicted path of the imbalance as a smooth line with its band, few points for a picture.
//
// The path carries the variance that its noise builds up from a start that is known exactly (path.h).

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

/// The finite points of the path, with one standard deviation on either side.
PredictedCurve predictedImbalance(const std::vector<PathPoint>& path);

/// At most `points` ≥ 2 of the curve between `lower` and `upper` and the neighbours just outside, evenly
/// spaced in x, or in ln x on a log axis (where lower ≥ 1).
PredictedCurve thinned(const PredictedCurve& curve, double lower, double upper, bool logarithmic, int points);

} // namespace hyperdrift
