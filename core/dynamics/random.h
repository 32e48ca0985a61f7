#pragma once
// Normal numbers as a pure function of (seed, stream, iteration, index): no hidden state.
//
// Threefry4x64 with 20 rounds (Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC
// 2011) turns the counter {block lane, iteration, stream, 0} under the key {seed, 0, 0, 0} into uniform
// words, and the Box-Muller transform turns pairs of words into pairs of normals with polynomials of our own.
// Every instruction set gives the same bits.

#include <cstdint>
#include <span>

namespace hyperdrift {

/// What the numbers are for; part of the counter, so that no two purposes share a number.
enum class Stream : std::uint64_t { ProblemU = 1, ProblemV = 2, StartX = 3, StartY = 4, Noise = 5 };

/// out[i] = the i-th standard normal of (seed, stream, iteration).
void fillNormals(std::uint64_t seed, Stream stream, std::uint64_t iteration, std::span<double> out);

} // namespace hyperdrift
