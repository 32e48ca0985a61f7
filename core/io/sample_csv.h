#pragma once
// A sample as cells of a CSV row:
//   iteration,loss,x_norm2,y_norm2,imbalance,gap,lambda_max,trace,grad_norm,theta_1..,sv_1..
// Numbers read back to the same bits; what is undefined is an empty cell.

#include "core/measure/sample.h"
#include "core/model/problem.h"

#include <string>

namespace hyperdrift {

/// theta_k for k ≤ min(r, length of the spectrum), sv_k for k ≤ r.
std::string sampleTitles(const Problem& problem);

void appendSample(std::string& row, const Sample& sample);

} // namespace hyperdrift
