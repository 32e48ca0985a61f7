#pragma once
// Normal numbers as a pure function of (seed, stream, iteration, index): no hidden state.
//
// Threefry4x64 with 20 rounds (Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC
// 2011) turns the counter {block lane, iteration, stream, 0} under the key {seed, 0, 0, 0} into uniform
// words, and the Box-Muller transform turns pairs of words into pairs of normals with polynomials of our own;
// the other distributions take one word a number. Every instruction set gives the same bits.

#include "core/model/config.h"

#include <cstdint>
#include <span>

namespace hyperdrift {

/// What the numbers are for; part of the counter, so that no two purposes share a number.
enum class Stream : std::uint64_t {
    ProblemU = 1,
    ProblemV = 2,
    StartX = 3,
    StartY = 4,
    Noise = 5,
    Entries = 6,
    ChiSquared = 7,   ///< what the reduced engine draws beside normals
    LogImbalance = 8, ///< of an ensemble's aligned starts
};

/// out[i] = the i-th standard normal of (seed, stream, iteration).
void fillNormals(std::uint64_t seed, Stream stream, std::uint64_t iteration, std::span<double> out);
/// The same for any distribution, of mean 0 and variance 1.
void fillNumbers(Distribution distribution, std::uint64_t seed, Stream stream, std::uint64_t iteration,
                 std::span<double> out);
/// The χ² number `index` of (seed, stream), n = `freedom` ≥ 1 degrees of freedom, by Marsaglia and Tsang's
/// method.
double chiSquaredNumber(std::int64_t freedom, std::uint64_t seed, Stream stream, std::uint64_t index);

} // namespace hyperdrift
