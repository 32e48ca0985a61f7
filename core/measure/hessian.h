#pragma once
// Flatness: the Hessian of F at (X, Y), through its products with vectors.
//
//   H[P, Q] = ( (PYᵀ + XQᵀ)Y + R Q ,  (PYᵀ + XQᵀ)ᵀX + Rᵀ P ),   R = XYᵀ − M
//
// Everything runs on the small factors of compression.h, whose Hessian has the same largest eigenvalue.

#include "core/model/compression.h"

namespace hyperdrift {

/// A direction in the space of factors: P like X, Q like Y.
struct Direction {
    Matrix p;
    Matrix q;
};

/// H[P, Q] at `at`, whose target is diag(s) ⊕ 0.
Direction hessianProduct(const SmallFactors& at, const Direction& direction);

/// λ_max(∇²F): by an eigenvalue decomposition up to 96 unknowns, by Lanczos with full reorthogonalization
/// beyond, to 1e-8 relative (worst seen over 2,400 states: 8e-10). NaN when the factors are not finite,
/// or 300 Lanczos steps (fewer for more than 66,000 unknowns, so that the vectors fit into 160 MB) did not
/// suffice.
double lambdaMax(const SmallFactors& at);

} // namespace hyperdrift
