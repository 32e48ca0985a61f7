#pragma once
// The loss in the plane of one direction, in closed form: x = alignment of X, y = alignment of Y.
//
//   F(x, y) = ½(s − xy)²,        F̃(x, y) = ½(s − xy)² + (a/2)x² + (b/2)y²
//   level c of F:  xy = s ± √(2c)
//   level c of F̃:  y = [sx ± √(s²x² − (x²+b)(s²+ax²−2c))]/(x²+b)
// Valley of F: xy = s. Valley of F̃ at its limit: xy = s − τ. Valley profile, the loss the noise adds along xy = s:
//   V(θ) = (a/2)u + (b/2)v = τ s cosh(θ − θ*),  θ = ½ ln(u/v), θ* = ln γ.

#include "core/measure/sample.h"
#include "core/theory/limit.h"

#include <vector>

namespace hyperdrift {

/// One direction's landscape; a = b = 0 for F.
struct Landscape {
    double s = 1;
    double a = 0;
    double b = 0;
};

double landscapeValue(const Landscape& landscape, double x, double y);

/// Polylines of level c within [xMin, xMax] × [yMin, yMax], each with at most `points` points.
std::vector<std::vector<PlanePoint>> levelCurve(const Landscape& landscape, double c, double xMin, double xMax,
                                                double yMin, double yMax, int points);

/// V(θ) on xy = s, plain values.
double valleyProfile(const Landscape& landscape, double theta);

/// The nearest point on the curve of equal loss through `from` (xy = const) to `to`, as the factor c of the scaling
/// (X ← cX, Y ← Y/c) that leads there. 1 when from lies on an axis.
double scalingTowards(const PlanePoint& from, const PlanePoint& to);

/// The aligned start (θ0, product) whose landscape point is (x, y): product = xy/s, θ0 = ½ ln(x²/y²), clamped to the
/// ranges of AlignedStart.
struct AlignedCoordinates {
    double logImbalance = 0;
    double product = 1;
};
AlignedCoordinates alignedCoordinates(const Landscape& landscape, const PlanePoint& point);

} // namespace hyperdrift
