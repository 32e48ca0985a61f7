#pragma once
// The spread of every number of a sample over many samples.

#include "core/measure/quantiles.h"
#include "core/measure/sample.h"

#include <vector>

namespace hyperdrift {

/// Each statistic of a number stands where the number itself stands in a sample; `iteration` and `plane` have
/// none. quantiles.h says what each is.
struct SampleStatistics {
    Sample mean;
    Sample sd;
    Sample min;
    Sample q05;
    Sample median;
    Sample q95;
    Sample max;
    Sample leftOut; ///< how many samples had no such number, or an infinite one
};

/// Samples of one problem, at least one: as many singular values and θ in each.
SampleStatistics statisticsOf(const std::vector<const Sample*>& samples);
/// What statisticsOf would give of no sample at all: NaN throughout, with as many singular values and θ as in
/// `like`.
SampleStatistics noStatistics(const Sample& like);

} // namespace hyperdrift
