#pragma once
// The recorded samples of an experiment's runs as CSV:
//   run,iteration,loss,x_norm2,y_norm2,imbalance,gap,lambda_max,trace,grad_norm,theta_1..,sv_1..
// run = index from 0; numbers read back to the same bits; what is undefined is an empty cell.

#include "core/model/problem.h"
#include "core/run/execute.h"

#include <string>
#include <vector>

namespace hyperdrift {

class Recording;

/// theta_k for k ≤ min(r, length of the spectrum), sv_k for k ≤ r.
std::string runCsv(const Problem& problem, const std::vector<RunOutcome>& outcomes);
/// Of a recording up to its head: what `execute` gives for so many steps of its experiment.
std::string runCsv(const Recording& recording);

} // namespace hyperdrift
