#pragma once

namespace hyperdrift::bench {

/// Measures the engine, the textbook loop and numpy in turns, in this one run, and prints a Markdown table of
/// the times and their ratios. Returns whether every required ratio was kept; without numpy its column is
/// empty and not required.
bool printTable();

} // namespace hyperdrift::bench
