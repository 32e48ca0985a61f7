#pragma once
#include "core/model/problem.h"

namespace hyperdrift {

/// The unknowns: X (d1×r) and Y (d2×r).
struct Factors {
    Matrix x;
    Matrix y;
};

/// The start of every run. Assumes a validated spec. Columns past k of an aligned start are 0.
Factors makeStart(const StartSpec& spec, const Problem& problem);

/// X ← cX, Y ← Y/c: along the set of equal loss.
void scaleAlongValley(Factors& factors, double c);

} // namespace hyperdrift
