#pragma once
// Where a run ends, and everything else that theory says of it.
//
// GD: XᵀX − YᵀY is conserved up to O(η²), so a start's own imbalance D0 picks the minimum: per direction u −
// v = D_k, u v = s_k². Perturbed GD: as η → 0, XᵀX = γ²YᵀY with singular values m_k = (s_k − τ)₊, from any
// start; at finite η the stationary point of the mean recursion (path.h), which is what the prediction uses.
// Regularized GD: the η → 0 limit, without a band. Formulas of λ_max, trace and η_max: at the limit point
// itself, on its true Hessian. Problem: Liu, Li, Wei, Zhou, Zhao, AISTATS 2021; formulas: our own derivation,
// checked by simulation.

#include "core/model/compression.h"
#include "core/model/method.h"
#include "core/theory/prediction.h"

namespace hyperdrift {

/// `at` is the state it predicts from: the start, or where the last edit was made. Never throws; what it
/// can't say is nullopt, with the reason in `note`.
Prediction predict(const Problem& problem, const Compression& at, const Method& method);

} // namespace hyperdrift
