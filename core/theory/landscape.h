#pragma once
// The loss in the plane of one direction, in closed form: x = alignment of X, y = alignment of Y.
//
//   F(x, y) = ½(s − xy)²,        F̃(x, y) = ½(s − xy)² + (a/2)x² + (b/2)y²
//   level c of F:  xy = s ± √(2c)
//   level c of F̃:  y = [sx ± √(s²x² − (x²+b)(s²+ax²−2c))]/(x²+b)
// Valley of F: xy = s. Valley of F̃ at its limit: xy = s − τ. Valley profile, the loss the noise adds along xy
// = s:
//   V(θ) = (a/2)u + (b/2)v = τ s cosh(θ − θ*),  θ = ½ ln(u/v), θ* = ln γ.

#include "core/measure/sample.h"

#include <optional>
#include <vector>

namespace hyperdrift {

/// One direction's landscape: s > 0, a, b ≥ 0; a = b = 0 for F.
struct Landscape {
    double s = 1;
    double a = 0;
    double b = 0;
};

double landscapeValue(const Landscape& landscape, double x, double y);

/// Least value of F̃: τs − τ²/2 with τ = √(ab), or s²/2 (at the origin) when τ ≥ s. 0 for F.
double landscapeMinimum(const Landscape& landscape);

/// A part of the plane; xMin < xMax, yMin < yMax.
struct PlaneRect {
    double xMin = 0;
    double xMax = 1;
    double yMin = 0;
    double yMax = 1;
};

/// Polylines of level c within [xMin, xMax] × [yMin, yMax], each with at most `points` ≥ 8 points.
std::vector<std::vector<PlanePoint>> levelCurve(const Landscape& landscape, double c, double xMin,
                                                double xMax, double yMin, double yMax, int points);

/// Polylines of the hyperbola xy = p within `rect`, each with at most `points` ≥ 8 points: the valley at p =
/// s, and the one of F̃ at p = s − τ. Empty for p = 0.
std::vector<std::vector<PlanePoint>> hyperbola(double p, const PlaneRect& rect, int points);

/// How high a value lies on the scale by which bands and contours are chosen: 0 at the minimum, 1 at the
/// first contour, 2 at the next, … Even steps of √(F − min) near the valley, where the picture matters, and
/// ever wider ones above:
///   h = asinh(q/q0)/asinh(q1/q0),  q = √(2(value − minimum))/s,  q0 = ½, q1 = 1/10.
double heightOf(const Landscape& landscape, double value);
/// The value at height h ≥ 0, the inverse of heightOf.
double valueAtHeight(const Landscape& landscape, double h);

/// heightOf at the centres of width × height pixels of `rect`, row by row from the top (y = yMax) down.
struct HeightField {
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< width·height, each ≥ 0
};
HeightField heightField(const Landscape& landscape, const PlaneRect& rect, int width, int height);

/// V(θ) on xy = s, plain values.
double valleyProfile(const Landscape& landscape, double theta);
/// θ* = ln γ = ½ ln(b/a), where V has its bottom; nullopt unless a, b > 0: then V has none.
std::optional<double> valleyBottom(const Landscape& landscape);
/// s − τ with τ = √(ab): the product xy on the valley of F̃ at its limit; nullopt once τ ≥ s, which leaves
/// only the origin.
std::optional<double> shrunkProduct(const Landscape& landscape);

/// The nearest point on the curve of equal loss through `from` (xy = const) to `to`, as the factor c of the
/// scaling (X ← cX, Y ← Y/c) that leads there. 1 when from lies on an axis.
double scalingTowards(const PlanePoint& from, const PlanePoint& to);
/// (cx, y/c), c ≠ 0: where the scaling moves a point.
PlanePoint scaledPoint(const PlanePoint& point, double c);
/// c⁴ ratio: what it makes of ‖X‖²/‖Y‖².
double scaledRatio(double ratio, double c);

/// The aligned start (θ0, product) whose landscape point is (x, y): product = xy/s, θ0 = ½ ln(x²/y²), clamped
/// to the ranges of AlignedStart.
struct AlignedCoordinates {
    double logImbalance = 0;
    double product = 1;
};
AlignedCoordinates alignedCoordinates(const Landscape& landscape, const PlanePoint& point);
/// Its inverse, with x > 0: x = √(|p0| e^θ0), y = p0/x, p0 = product·s.
PlanePoint alignedPoint(const Landscape& landscape, const AlignedCoordinates& start);

} // namespace hyperdrift
