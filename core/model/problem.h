#pragma once
// The target: M (d1×d2) by its thin singular value decomposition, and the factors' rank.

#include "core/model/config.h"

#include <Eigen/Core>

namespace hyperdrift {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// M = U diag(s) Vᵀ, U: d1×k, V: d2×k orthonormal columns, s_1 ≥ … ≥ s_k > 0.
struct Problem {
    int rank = 1;            ///< r, columns of X and Y
    Eigen::Index height = 0; ///< d1
    Eigen::Index width = 0;  ///< d2
    Matrix u;     ///< d1×k; 0×0 where it would be too large, and the reduced engine alone can serve
    Matrix v;     ///< d2×k, likewise
    Vector s;     ///< k
    Matrix dense; ///< M itself, d1×d2, when it came from a file; else 0×0
    Eigen::Index d1() const { return height; }
    Eigen::Index d2() const { return width; }
    Eigen::Index directions() const { return s.size(); } ///< k
    bool hasBases() const { return u.size() > 0; }
};

/// Builds M from a spectrum and a seed, or from loaded cells (singular values below max(d1,d2)·ε·s_1 are
/// dropped). Assumes a validated spec; throws InputError when the file's matrix is zero, or its SVD does not
/// converge.
Problem makeProblem(const ProblemSpec& spec);

/// ½ Σ_{k>r} s_k²: the least possible loss.
double tailEnergy(const Problem& problem);

} // namespace hyperdrift
