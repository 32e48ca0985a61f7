#include "core/model/orthonormal.h"

#include "core/model/eigen_blocking.h"

#include <Eigen/QR>

namespace hyperdrift {

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
