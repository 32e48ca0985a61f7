#pragma once
// Where the factors stand in the landscape of one singular direction.

#include "core/measure/sample.h"
#include "core/model/compression.h"

namespace hyperdrift {

/// u = ‖Xᵀu_k‖², v = ‖Yᵀv_k‖², p = (Xᵀu_k)·(Yᵀv_k).
struct DirectionStats {
    double u = 0;
    double v = 0;
    double p = 0;
};
DirectionStats directionStats(const Compression& c, Eigen::Index k);

/// r = 1: the signed (u_kᵀX, v_kᵀY). r > 1: the point with the same D = u − v and p, x = √((D+√(D²+4p²))/2),
/// y = p/x.
PlanePoint planePoint(const Compression& c, Eigen::Index k);

/// √((D+√(D²+4p²))/2) and the y that goes with it; exact on the axes, too.
PlanePoint planePoint(double imbalance, double product);

/// (‖X‖, ‖Y‖), a point of the plane of the factors' norms.
PlanePoint normPoint(double xNorm2, double yNorm2);

/// θ = ½ ln(u/v) of a point with x = √u, y = √v up to signs; NaN where x or y is 0.
double logRatio(const PlanePoint& point);

} // namespace hyperdrift
