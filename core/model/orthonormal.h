#pragma once
#include "core/dynamics/random.h"
#include "core/model/problem.h"

namespace hyperdrift {

/// rows×columns matrix with orthonormal columns, uniformly distributed (Haar), rows ≥ columns: Q of the QR
/// decomposition of independent normals with R's diagonal made positive.
Matrix randomOrthonormal(std::uint64_t seed, Stream stream, Eigen::Index rows, Eigen::Index columns);

} // namespace hyperdrift
