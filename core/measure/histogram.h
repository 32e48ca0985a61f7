#pragma once
// How often numbers fall into bins of equal width, wide enough that chance does not make the picture.
//
// Width after D. Freedman and P. Diaconis, "On the histogram as a density estimator", Zeitschrift für
// Wahrscheinlichkeitstheorie 57 (1981): h = 2 (q75 − q25) n^(−1/3), so that the squared error is least;
// within bounds, so that a picture of one size shows it. Numbers that all are the same, up to rounding, have
// one bin.

#include <cstdint>
#include <vector>

namespace hyperdrift {

/// Bin i holds x with start + i·width ≤ x < start + (i+1)·width, the last one its upper end too.
struct Histogram {
    double start = 0;
    double width = 0; ///< > 0; 0 when all numbers are one: then counts has one entry, at start
    std::vector<std::int64_t> counts; ///< empty when there is no finite number
    std::int64_t leftOut = 0;         ///< NaN and ±∞

    double lower(std::size_t bin) const { return start + static_cast<double>(bin) * width; }
    std::int64_t greatest() const; ///< count of the fullest bin, 0 when there is none
};

/// Of the finite ones among `numbers`: 8 to `mostBins` ≥ 8 bins from the least to the greatest.
Histogram histogramOf(const std::vector<double>& numbers, int mostBins = 60);

} // namespace hyperdrift
