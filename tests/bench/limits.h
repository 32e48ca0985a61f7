#pragma once

namespace hyperdrift::bench {

/// Prints how close the engines come to what limits them: their random numbers, the reduced engine's
/// independence of the dimensions, the cost of a measurement. False when a bound is missed.
bool printLimits();

} // namespace hyperdrift::bench
