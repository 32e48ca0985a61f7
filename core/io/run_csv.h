#pragma once
// The recorded samples of an experiment's runs as CSV:
//   run,iteration,loss,x_norm2,y_norm2,imbalance,gap,lambda_max,trace,grad_norm,theta_1..,sv_1..
// run = index from 0; numbers read back to the same bits; what is undefined is an empty cell.

#include "core/model/problem.h"
#include "core/run/execute.h"

#include <span>
#include <string>
#include <vector>

namespace hyperdrift {

/// theta_k for k ≤ min(r, length of the spectrum), sv_k for k ≤ r.
std::string runCsv(const Problem& problem, const std::vector<RunOutcome>& outcomes);
/// The same of samples that somebody else keeps, those of a run per entry. `titles`: sampleTitles of their
/// problem.
std::string runCsv(const std::string& titles, const std::vector<std::span<const Sample>>& runs);

} // namespace hyperdrift
