#pragma once
#include "tests/bench/cases.h"

#include <string>
#include <vector>

namespace hyperdrift::bench {

/// Microseconds a textbook step takes in the system's numpy with that many OpenBLAS threads, one for each
/// case; empty where /usr/bin/python3 has no numpy.
std::vector<double> numpyMicroseconds(const std::vector<Case>& cases, int threads);

/// Such as "numpy 1.24.2 with OpenBLAS"; empty without numpy.
std::string numpyDescription();

} // namespace hyperdrift::bench
