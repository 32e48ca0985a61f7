#pragma once
// The last iterations of an ensemble's members as CSV, a row for each run of each member:
//   run,member,status,iteration,loss,x_norm2,y_norm2,imbalance,gap,lambda_max,trace,grad_norm,theta_1..,sv_1..
// run and member = index from 0; status finished, diverged or stopped; the rest as in sample_csv.h. Members
// that a cancelled ensemble has not begun have no row.

#include "core/model/problem.h"
#include "core/run/ensemble.h"

#include <string>
#include <vector>

namespace hyperdrift {

std::string ensembleCsv(const Problem& problem, const std::vector<EnsembleRun>& runs);

} // namespace hyperdrift
