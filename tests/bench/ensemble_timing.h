#pragma once

namespace hyperdrift::bench {

/// Measures ensembles of 1000 members of perturbed GD, on the reduced engine at rank 1 and on the full one,
/// with one thread and with two in turns, and prints a Markdown table: nanoseconds a member and iteration,
/// and what the second thread is worth. Returns whether every required number was kept; on one core the
/// second thread's are not required.
bool printEnsembles();

} // namespace hyperdrift::bench
