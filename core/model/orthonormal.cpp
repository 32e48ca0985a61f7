#include "core/model/orthonormal.h"

#include <Eigen/QR>

namespace hyperdrift {

namespace {

/// Eigen sizes its blocks by the caches it finds, and with them the order of its sums: constants make the
/// numbers the same on every machine.
void fixEigenBlocking()
{
    static const bool done = [] {
        Eigen::setCpuCacheSizes(32 * 1024, 512 * 1024, 4 * 1024 * 1024);
        return true;
    }();
    static_cast<void>(done);
}

} // namespace

Matrix randomOrthonormal(std::uint64_t seed, Stream stream, Eigen::Index rows, Eigen::Index columns)
{
    fixEigenBlocking();
    Matrix normals(rows, columns);
    fillNormals(seed, stream, 0, {normals.data(), static_cast<std::size_t>(normals.size())});
    const Eigen::HouseholderQR<Matrix> qr(normals);
    Matrix q = qr.householderQ() * Matrix::Identity(rows, columns);
    for (Eigen::Index j = 0; j < columns; ++j)
        if (qr.matrixQR()(j, j) < 0)
            q.col(j) = -q.col(j);
    return q;
}

} // namespace hyperdrift
