#pragma once
// A measured number over time, and its reduction to what a picture of a given width can show.
//
// A picture of n pixel columns can't show more than the least, the mean and the greatest value of each
// column, so that is what reduce() leaves: a filled band low…high and a line through the means. Columns are
// widened to a power of two iterations (on a log axis to a power of two of an octave) and start at fixed
// places, so that a growing axis moves no column and the picture doesn't shimmer.

#include "core/measure/history.h"

#include <cstddef>
#include <vector>

namespace hyperdrift {

/// Values over ascending x; all four vectors have the same length. NaN and infinity are gaps.
struct Series {
    std::vector<double> x;
    std::vector<double> low;
    std::vector<double> mean;
    std::vector<double> high;
    std::size_t samplesSeen = 0; ///< of the history, by appendSeries
    std::size_t timesCleared = 0;

    std::size_t size() const { return x.size(); }
    void add(double at, double least, double middle, double greatest);
    void clear();
};

/// The measured numbers that are drawn over time.
enum class Quantity {
    Loss,
    Imbalance, ///< ‖X‖² − ‖Y‖²
    Ratio,     ///< ‖X‖²/‖Y‖²
    Gap,       ///< ‖XᵀX − γ²YᵀY‖/‖XᵀX‖
    LambdaMax, ///< of ∇²F
    Trace,     ///< of ∇²F
    WeightedNorms, ///< xWeight ‖X‖² + yWeight ‖Y‖²; with a = d2σ2² and b = d1σ1² the noise-weighted trace
    LogRatio, ///< θ_k of the direction
};
struct Measure {
    Quantity quantity = Quantity::Loss;
    double xWeight = 0;
    double yWeight = 0;
    std::size_t direction = 0; ///< 0-based

    bool operator==(const Measure& other) const = default;
};

/// That number in one sample; NaN for a direction it doesn't have.
double valueOf(const Sample& sample, const Measure& measure);

/// Appends what `history` holds past what the series has seen of it. θ_k of k ≥ 2, which stand beside each
/// other in one picture, are taken at the iterations of a trail only (trail.h). `series` must come from the
/// same history and measure.
void appendSeries(Series& series, const History& history, const Measure& measure);

/// The part of an x-axis that is drawn, and on how many pixel columns.
struct Columns {
    double lower = 0; ///< > 0 when logarithmic
    double upper = 1; ///< > lower
    int count = 1;    ///< ≥ 1
    bool logarithmic = false;
};

/// At most two points a column, of all points within [lower, upper] and one column beyond at either side. A
/// column whose means rise or fall throughout keeps its first and last point, so that a steep line stays
/// where it is; any other becomes one point at the mean x with the column's least, mean and greatest value.
/// Gaps stay gaps.
Series reduce(const Series& series, const Columns& columns);
/// The same of entries first … last−1 alone.
Series reduce(const Series& series, const Columns& columns, std::size_t first, std::size_t last);

/// A reduction of a series that grows, and how far its columns are complete.
struct GrowingReduction {
    Series reduced;
    std::size_t begin = 0;        ///< the first entry that was reduced
    std::size_t open = 0;         ///< the first one of the last column, which more may come to
    std::size_t completeSize = 0; ///< of `reduced`, without the last column
    double columnWidth = 0;       ///< 0: nothing is reduced yet
    bool logarithmic = false;
    std::size_t timesCleared = 0; ///< of the series
};
/// Makes `reduction.reduced` what reduce(series, columns, 0, last) is, in the time that the entries take
/// which have come since the last call, with the same series; all of them where columns have become wider,
/// the lower end has moved, fewer entries are wanted, or the series has been cleared.
void reduceOn(GrowingReduction& reduction, const Series& series, const Columns& columns, std::size_t last);

/// Least and greatest finite value; min > max when there is none.
struct Extent {
    double min = 1;
    double max = 0;
    bool empty() const { return min > max; }
    void include(double value); ///< ignores NaN and infinity
};

/// Of low and high between `lower` and `upper`; with `positiveOnly`, of the values > 0 among them.
Extent extentOf(const Series& series, double lower, double upper, bool positiveOnly);

/// The entry at or last before x, or size() when all are later.
std::size_t entryAt(const Series& series, double x);

} // namespace hyperdrift
