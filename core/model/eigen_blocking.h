#pragma once

namespace hyperdrift {

/// Eigen sizes its blocks by the caches it finds, and with them the order of its sums: after this call by
/// constants, so that numbers are the same on every machine. Called before every factorization of a problem;
/// again it does nothing.
void fixEigenBlocking();

} // namespace hyperdrift
