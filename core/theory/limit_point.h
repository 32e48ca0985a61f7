#pragma once
// What the predictions of all methods share: from the states of the fitted directions at a limit to norms,
// flatness and stability. Internal to theory/.

#include "core/model/compression.h"
#include "core/model/method.h"
#include "core/theory/direction.h"
#include "core/theory/prediction.h"

#include <string>
#include <vector>

namespace hyperdrift {

/// min(r, k).
Eigen::Index fittedDirections(const Problem& problem);

/// Fills in norms, flatness and stability from the states of all fitted directions at the limit.
void describeLimit(Prediction& prediction, const Problem& problem, const std::vector<DirectionState>& states);

/// Withdraws what holds only for a run that comes to rest.
void withdrawLimit(Prediction& prediction, const std::string& reason);

/// At rank 1, the side of the saddle: the sign of the coordinate that the smoothed gradient flow carries
/// through.
void mirrorLimit(Prediction& prediction, const Problem& problem, const Compression& at, const Method& method);

/// η ≥ 2/(‖X‖₂²+‖Y‖₂²) at the limit.
bool isUnstable(const Prediction& prediction, double eta);

/// F at the limit itself: ½ Σ (m_k − s_k)² and the tail.
double limitLoss(const Problem& problem, const std::vector<DirectionState>& states);

} // namespace hyperdrift
