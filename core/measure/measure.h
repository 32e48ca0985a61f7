#pragma once
// From compressed factors to a recorded row.

#include "core/measure/sample.h"
#include "core/model/compression.h"

namespace hyperdrift {

/// What a measurement needs besides the compression.
struct MeasureContext {
    std::int64_t iteration = 0;
    Eigen::Index d1 = 1;
    Eigen::Index d2 = 1;
    double gamma2 = 1; ///< of the gap; 1 for a run without its own
};

Sample measure(const Compression& c, const MeasureContext& context);

/// Singular values of XYᵀ, descending: those of R_X R_Yᵀ from thin QRs, good to rounding of ‖X‖‖Y‖.
std::vector<double> productSingularValues(const SmallFactors& small);

} // namespace hyperdrift
