#pragma once
// Mean and standard deviation of a stream of numbers, by Welford's recurrence: no cancellation, no storage.
//   mean ← mean + (x − mean)/n,   S ← S + (x − old mean)(x − new mean),   sd = √(S/(n−1))
// Source: B. P. Welford, "Note on a method for calculating corrected sums of squares and products",
// Technometrics 4 (1962).

#include <cmath>
#include <cstdint>
#include <limits>

namespace hyperdrift {

struct RunningStats {
    std::int64_t count = 0;
    double mean = std::numeric_limits<double>::quiet_NaN(); ///< NaN before the first number
    double squares = 0;                                     ///< S, the sum of squared deviations

    /// NaN stays: mean and sd of anything undefined are undefined.
    void add(double x)
    {
        if (++count == 1) {
            mean = x;
            return;
        }
        const double deviation = x - mean;
        mean += deviation / static_cast<double>(count);
        squares += deviation * (x - mean);
    }

    /// NaN for fewer than two numbers.
    double sd() const
    {
        return count < 2 ? std::numeric_limits<double>::quiet_NaN()
                         : std::sqrt(squares / static_cast<double>(count - 1));
    }
};

} // namespace hyperdrift
