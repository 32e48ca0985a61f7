#pragma once
// The numbers of a sample by the names that they have in files, in their order; after them come theta and sv,
// the singular values of XYᵀ, several of each.

#include "core/measure/sample.h"
#include "core/model/problem.h"

#include <algorithm>
#include <array>

namespace hyperdrift {

struct SampleColumn {
    const char* name;
    double Sample::*member;
};

inline constexpr std::array<SampleColumn, 8> sampleColumns{{{"loss", &Sample::loss},
                                                            {"x_norm2", &Sample::xNorm2},
                                                            {"y_norm2", &Sample::yNorm2},
                                                            {"imbalance", &Sample::imbalance},
                                                            {"gap", &Sample::gap},
                                                            {"lambda_max", &Sample::lambdaMax},
                                                            {"trace", &Sample::trace},
                                                            {"grad_norm", &Sample::gradNorm}}};

/// Directions that have a θ: min(r, length of the spectrum).
inline Eigen::Index thetaCount(const Problem& problem)
{
    return std::min<Eigen::Index>(problem.rank, problem.directions());
}

} // namespace hyperdrift
