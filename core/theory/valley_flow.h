#pragma once
// The drift along the valley: one law for all directions and all s,
//   θ' = −2ητ sinh(θ−θ*)/cosh θ,   τ = √(ab), θ* = ln γ = ½ ln(b/a),
// by which θ gets from φ0 = θ0 − θ* to φ in
//   [cosh θ* ln|sinh φ0/sinh φ| + (φ0−φ) sinh θ*]/(2ητ) iterations.
// It is the mean of perturbed GD, to first order in η, once XYᵀ has fitted; with constant noise.

#include "core/theory/predicted_curve.h"
#include "core/theory/smoothing.h"

#include <cstdint>
#include <optional>

namespace hyperdrift {

/// a, b, η > 0.
struct ValleyFlow {
    double eta = 0;
    Smoothing noise;
};

/// θ* = ½ ln(b/a).
double flowEnd(const ValleyFlow& flow);
/// Iterations from θ0 to θ, both on the same side of θ*, θ nearer to it; infinite for θ = θ*.
double flowTime(const ValleyFlow& flow, double theta0, double theta);
/// The way from θ0 at iteration t0 to iteration `until`, or just beyond: `points` ≥ 2 or fewer of them,
/// without a band.
PredictedCurve flowCurve(const ValleyFlow& flow, double t0, double theta0, double until, int points);

/// Whether the valley of F̃ holds a direction: |(p−s)λ + (a+b)p| ≤ 1 % of sλ, λ = u + v.
bool isInValley(const PlanePoint& point, double s, const Smoothing& noise);

/// The same curve from where the predicted path of the direction (0-based) has come to the valley, not before
/// iteration `from`; nullopt where it has not.
std::optional<PredictedCurve> flowCurve(const ValleyFlow& flow, const std::vector<PathPoint>& path,
                                        std::size_t direction, double s, std::int64_t from, double until);

} // namespace hyperdrift
