#include "core/model/compression.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

/// Symmetric square root of a positive semidefinite matrix; eigenvalues that rounding made negative count as
/// 0.
Matrix squareRoot(const Matrix& c)
{
    if (c.rows() == 1)
        return Matrix::Constant(1, 1, std::sqrt(std::max(0.0, c(0, 0))));
    const Eigen::SelfAdjointEigenSolver<Matrix> eigen(c);
    const Vector roots = eigen.eigenvalues().cwiseMax(0.0).cwiseSqrt();
    return eigen.eigenvectors() * roots.asDiagonal() * eigen.eigenvectors().transpose();
}

/// 2F at r = 1, where every term is a product of scalars: measured at each iteration of long means.
double twiceLossRankOne(const Compression& c)
{
    double sum = c.cx(0) * c.cy(0);
    const double* p = c.p.data();
    const double* q = c.q.data();
    for (Eigen::Index i = 0; i < c.s.size(); ++i) {
        sum += q[i] * q[i] * c.cx(0) + p[i] * p[i] * c.cy(0);
        for (Eigen::Index j = 0; j < c.s.size(); ++j) {
            const double residual = p[i] * q[j] - (i == j ? c.s(i) : 0.0);
            sum += residual * residual;
        }
    }
    return sum;
}

} // namespace

Compression compress(const Problem& problem, const Factors& factors)
{
    Compression c;
    c.s = problem.s;
    c.p.noalias() = problem.u.transpose() * factors.x;
    c.q.noalias() = problem.v.transpose() * factors.y;
    const Matrix restX = factors.x - problem.u * c.p;
    const Matrix restY = factors.y - problem.v * c.q;
    c.cx.noalias() = restX.transpose() * restX;
    c.cy.noalias() = restY.transpose() * restY;
    return c;
}

double loss(const Compression& c)
{
    if (c.cx.rows() == 1)
        return 0.5 * twiceLossRankOne(c);
    Matrix residual = c.p * c.q.transpose();
    residual.diagonal() -= c.s;
    const double twice = residual.squaredNorm() + (c.q * c.cx).cwiseProduct(c.q).sum() +
                         (c.p * c.cy).cwiseProduct(c.p).sum() + c.cx.cwiseProduct(c.cy).sum();
    // Parts off M's range at right angles to each other (r > k) cancel in their Gram matrices, to less than 0
    // even. NaN stays NaN.
    return 0.5 * std::max(twice, 0.0);
}

Matrix gramX(const Compression& c)
{
    return c.p.transpose() * c.p + c.cx;
}

Matrix gramY(const Compression& c)
{
    return c.q.transpose() * c.q + c.cy;
}

SmallFactors smallFactors(const Compression& c)
{
    const Eigen::Index k = c.s.size();
    const Eigen::Index r = c.cx.rows();
    SmallFactors small{Matrix(k + r, r), Matrix(k + r, r), c.s};
    small.x << c.p, squareRoot(c.cx);
    small.y << c.q, squareRoot(c.cy);
    return small;
}

Matrix triangularRoot(const Matrix& a)
{
    const Eigen::HouseholderQR<Matrix> qr(a);
    return qr.matrixQR().topRows(a.cols()).triangularView<Eigen::Upper>();
}

SmallFactors smallFactors(const Problem& problem, const Factors& factors)
{
    const Matrix p = problem.u.transpose() * factors.x;
    const Matrix q = problem.v.transpose() * factors.y;
    const Eigen::Index k = problem.directions();
    const Eigen::Index r = problem.rank;
    SmallFactors small{Matrix::Zero(k + r, r), Matrix::Zero(k + r, r), problem.s};
    small.x.topRows(k) = p;
    small.y.topRows(k) = q;
    small.x.bottomRows(r) = triangularRoot(factors.x - problem.u * p);
    small.y.bottomRows(r) = triangularRoot(factors.y - problem.v * q);
    return small;
}

double loss(const SmallFactors& small)
{
    Matrix residual = small.x * small.y.transpose();
    residual.diagonal().head(small.s.size()) -= small.s;
    return 0.5 * residual.squaredNorm();
}

} // namespace hyperdrift
