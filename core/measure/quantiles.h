#pragma once
// How numbers that belong together are spread: of the members of an ensemble, say.
//
// The p-quantile of x_(0) ≤ … ≤ x_(n−1) is taken at h = p(n−1) by linear interpolation between the order
// statistics on both sides of it, x_(⌊h⌋) + (h − ⌊h⌋)(x_(⌊h⌋+1) − x_(⌊h⌋)), so that p = 0 is the least
// number, p = ½ the median, p = 1 the greatest. Source: Hyndman and Fan, "Sample quantiles in statistical
// packages", The American Statistician 50 (1996), definition 7.

#include <cstdint>
#include <limits>
#include <vector>

namespace hyperdrift {

/// Of the finite ones among some numbers; the others are left out and counted. NaN where there is none (sd:
/// of fewer than two).
struct QuantileSummary {
    static constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    std::int64_t count = 0;   ///< of finite numbers
    std::int64_t leftOut = 0; ///< NaN and ±∞
    double mean = nan;
    double sd = nan; ///< √(Σ(x − mean)²/(count − 1))
    double min = nan;
    double q05 = nan;
    double median = nan;
    double q95 = nan;
    double max = nan;
};

/// The mean is summed in the order given, so that the same numbers in the same order have the same bits.
QuantileSummary summarize(std::vector<double> numbers);

/// The p-quantile, 0 ≤ p ≤ 1, of ascending finite numbers; NaN of none.
double quantile(const std::vector<double>& ascending, double p);

} // namespace hyperdrift
