#pragma once
// What the runs of an experiment came to, as NumPy's archive of arrays (.npz): numpy.load(file)["run0_loss"].
// For each run i, index from 0, with n recorded samples, the columns of run_csv.h by the same names:
//   run{i}_iteration                                 int64 (n,)
//   run{i}_loss, _x_norm2, _y_norm2, _imbalance, _gap, _lambda_max, _trace, _grad_norm    float64 (n,)
//   run{i}_theta (n, min(r, k)), run{i}_sv (n, r)    float64; k = length of the spectrum
//   run{i}_x (d1, r), run{i}_y (d2, r)               float64: X and Y after the last iteration
// and of all of them:
//   spectrum (k,), u (d1, k), v (d2, k)              float64: M = u diag(spectrum) vᵀ
//   run_names                                        text, one per run
//   experiment                                       text (): the document, a matrix's cells in it
// Numbers are the same to the bit as in the CSV; what is undefined is NaN. The reduced engine has no X, Y, u
// and v: these are left out where it was at work. The text of experiment is JSON, json.loads(str(…)).

#include "core/model/problem.h"
#include "core/run/execute.h"

#include <string>
#include <vector>

namespace hyperdrift {

class Recording;

/// The bytes depend on the arguments alone. `outcomes` are at least one, of one engine.
std::string runNpz(const Experiment& experiment, const Problem& problem,
                   const std::vector<RunOutcome>& outcomes);
/// Of a recording up to its head, to the byte what `execute` gives for so many steps of its experiment.
std::string runNpz(const Recording& recording);

} // namespace hyperdrift
