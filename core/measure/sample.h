#pragma once
// One recorded row: everything a plot or a table shows of a run at one iteration.

#include <cstdint>
#include <vector>

namespace hyperdrift {

/// A point of the landscape of one direction: x = alignment of X, y = alignment of Y (measure/projection.h).
struct PlanePoint {
    double x = 0;
    double y = 0;
};

struct Sample {
    std::int64_t iteration = 0;
    double loss = 0;      ///< F = ½‖XYᵀ − M‖_F²
    double xNorm2 = 0;    ///< ‖X‖_F²
    double yNorm2 = 0;    ///< ‖Y‖_F²
    double ratio = 0;     ///< ‖X‖²/‖Y‖², NaN when Y = 0
    double imbalance = 0; ///< ‖X‖² − ‖Y‖²
    double gap = 0; ///< ‖XᵀX − γ²YᵀY‖_F/‖XᵀX‖_F, γ = 1 for a run without its own; NaN when X = 0
    double gradNorm = 0;                ///< √(‖∇_X F‖² + ‖∇_Y F‖²)
    double lambdaMax = 0;               ///< largest eigenvalue of ∇²F; NaN when it did not converge
    double trace = 0;                   ///< tr ∇²F = d2‖X‖² + d1‖Y‖²
    std::vector<double> singularValues; ///< of XYᵀ, r of them, descending
    std::vector<double>
        theta; ///< θ_k = ½ ln(‖Xᵀu_k‖²/‖Yᵀv_k‖²), k ≤ min(r, length of s); NaN where undefined
    std::vector<PlanePoint> plane; ///< per direction, k ≤ min(r, length of s)
};

} // namespace hyperdrift
