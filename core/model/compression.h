#pragma once
// All that a measurement needs of X and Y, of a size independent of d1 and d2.
//
// Along the singular directions the factors are P = UᵀX and Q = VᵀY (k×r); of the rest only the Gram matrices
// matter, Cx = (X−UP)ᵀ(X−UP) and Cy likewise (r×r). Loss, norms, XᵀX, YᵀY, θ_k, singular values and λ_max are
// functions of (P, Cx, Q, Cy, s); the trace needs d1, d2 besides. Every term of the loss is positive, so it
// is good to rounding:
//
//   2F = ‖PQᵀ − diag(s)‖² + tr(Q Cx Qᵀ) + tr(P Cy Pᵀ) + tr(Cx Cy)

#include "core/model/factors.h"
#include "core/model/problem.h"

namespace hyperdrift {

struct Compression {
    Matrix p;  ///< k×r
    Matrix cx; ///< r×r
    Matrix q;  ///< k×r
    Matrix cy; ///< r×r
    Vector s;  ///< k
};

Compression compress(const Problem& problem, const Factors& factors);

/// F = ½‖XYᵀ − M‖²: ≥ 0; good to rounding: on an exact fit about 1e-32·‖M‖². For r > k only to 1e-16‖Cx‖‖Cy‖,
/// since there both may stay large where their product vanishes: the small factors' loss is then the good
/// one.
double loss(const Compression& c);
Matrix gramX(const Compression& c); ///< XᵀX = PᵀP + Cx
Matrix gramY(const Compression& c); ///< YᵀY = QᵀQ + Cy

/// A factorization of size k+r with the same loss, norms, Gram matrices, θ_k, singular values and λ_max:
/// X' = [P; Cx^½], Y' = [Q; Cy^½], M' = diag(s) ⊕ 0.
struct SmallFactors {
    Matrix x; ///< (k+r)×r
    Matrix y; ///< (k+r)×r
    Vector s; ///< k
};
SmallFactors smallFactors(const Compression& c);
/// The same from X and Y themselves, by QR: nothing is squared, so that a product of roots that vanishes does
/// so to rounding.
SmallFactors smallFactors(const Problem& problem, const Factors& factors);

/// An upper triangular R with RᵀR = AᵀA: the R of A's QR decomposition, r×r for an A of r columns and at
/// least r rows.
Matrix triangularRoot(const Matrix& a);

/// F, to rounding for every r.
double loss(const SmallFactors& small);

} // namespace hyperdrift
