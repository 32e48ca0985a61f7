#include "core/measure/hessian.h"

#include "core/dynamics/random.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hyperdrift {

namespace {

constexpr Eigen::Index maxDense = 96;
constexpr int maxLanczos = 300;
constexpr Eigen::Index maxBasisEntries = 20'000'000; // 160 MB of Lanczos vectors
constexpr int lanczosCheck = 8; // steps between two looks at the Ritz values, which cost as much as the steps
constexpr double lanczosTolerance = 1e-8;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The Hessian at one point as a linear map on stacked vectors [vec P; vec Q].
class HessianMap {
public:
    explicit HessianMap(const SmallFactors& at)
        : m_at(at), m_gramX(at.x.transpose() * at.x), m_gramY(at.y.transpose() * at.y)
    {
    }

    Eigen::Index size() const { return m_at.x.size() + m_at.y.size(); }
    const Matrix& gramX() const { return m_gramX; }
    const Matrix& gramY() const { return m_gramY; }

    void apply(const Vector& in, Vector& out) const
    {
        const Eigen::Map<const Matrix> p(in.data(), m_at.x.rows(), m_at.x.cols());
        const Eigen::Map<const Matrix> q(in.data() + p.size(), m_at.y.rows(), m_at.y.cols());
        out.resize(in.size());
        Eigen::Map<Matrix> hp(out.data(), p.rows(), p.cols());
        Eigen::Map<Matrix> hq(out.data() + p.size(), q.rows(), q.cols());
        // R Q = X(YᵀQ) − diag(s) Q: the residual, (k+r)², is never formed.
        const Eigen::Index k = m_at.s.size();
        hp.noalias() = p * m_gramY;
        hp.noalias() += m_at.x * (q.transpose() * m_at.y + m_at.y.transpose() * q);
        hp.topRows(k).noalias() -= m_at.s.asDiagonal() * q.topRows(k);
        hq.noalias() = q * m_gramX;
        hq.noalias() += m_at.y * (p.transpose() * m_at.x + m_at.x.transpose() * p);
        hq.topRows(k).noalias() -= m_at.s.asDiagonal() * p.topRows(k);
    }

private:
    const SmallFactors& m_at;
    Matrix m_gramX;
    Matrix m_gramY;
};

double denseLambdaMax(const HessianMap& map)
{
    const Eigen::Index n = map.size();
    Matrix hessian(n, n);
    Vector unit = Vector::Zero(n);
    Vector column(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        unit(i) = 1;
        map.apply(unit, column);
        hessian.col(i) = column;
        unit(i) = 0;
    }
    const Eigen::SelfAdjointEigenSolver<Matrix> eigen(hessian, Eigen::EigenvaluesOnly);
    return eigen.info() == Eigen::Success ? eigen.eigenvalues()(n - 1) : nan;
}

/// Adds `weight` times the unit vector along [vec P; vec Q] to `start`; nothing for a zero direction.
void addDirection(Vector& start, const Matrix& p, const Matrix& q, double weight)
{
    const double norm = Eigen::numext::hypot(p.norm(), q.norm());
    if (norm == 0)
        return;
    start.head(p.size()) += weight / norm * p.reshaped();
    start.tail(q.size()) += weight / norm * q.reshaped();
}

Vector topEigenvector(const Matrix& symmetric)
{
    return Eigen::SelfAdjointEigenSolver<Matrix>(symmetric).eigenvectors().rightCols<1>();
}

/// Near the eigenvector sought, wherever the factors are. At a minimum it is
///   P = ‖Y‖₂² X w_X w_Yᵀ,  Q = ‖X‖₂² Y w_Y w_Xᵀ   (w_X, w_Y: top eigenvectors of A = XᵀX, B = YᵀY);
/// near the saddle P = u_1 zᵀ, Q = −v_1 zᵀ, where z maximizes the next order, zᵀ(A + B − xyᵀ − yxᵀ)z with
/// x = Xᵀu_1, y = Yᵀv_1. Fixed normal numbers give it a part along every other eigenvector too. A function of
/// the factors alone, so that no measurement depends on an earlier one.
Vector lanczosStart(const SmallFactors& at, const HessianMap& map)
{
    constexpr double leastWeight = 1e-2;
    constexpr double randomWeight = 1e-4;
    const Vector wX = topEigenvector(map.gramX());
    const Vector wY = topEigenvector(map.gramY());
    const Matrix xy = at.x.row(0).transpose() * at.y.row(0);
    const Vector z = topEigenvector(map.gramX() + map.gramY() - xy - xy.transpose());
    Matrix saddleP = Matrix::Zero(at.x.rows(), at.x.cols());
    saddleP.row(0) = z.transpose();
    Matrix saddleQ = Matrix::Zero(at.y.rows(), at.y.cols());
    saddleQ.row(0) = -z.transpose();
    Vector start(map.size());
    fillNormals(0, Stream::StartX, 0, {start.data(), static_cast<std::size_t>(start.size())});
    start *= randomWeight / start.norm();
    const Vector xTop = at.x * wX;
    const Vector yTop = at.y * wY;
    const double fitted = std::min(1.0, xTop.norm() * yTop.norm() / at.s(0));
    addDirection(start, yTop.squaredNorm() * xTop * wY.transpose(),
                 xTop.squaredNorm() * yTop * wX.transpose(), leastWeight + fitted);
    addDirection(start, saddleP, saddleQ, leastWeight + (1 - fitted));
    return start.normalized();
}

double lanczosLambdaMax(const SmallFactors& at, const HessianMap& map)
{
    const Eigen::Index n = map.size();
    const int steps = static_cast<int>(std::min({n, Eigen::Index{maxLanczos}, maxBasisEntries / n - 1}));
    Matrix basis(n, steps + 1);
    basis.col(0) = lanczosStart(at, map);
    Vector alpha(steps);
    Vector beta(steps);
    Vector w(n);
    for (int j = 0; j < steps; ++j) {
        map.apply(basis.col(j), w);
        alpha(j) = w.dot(basis.col(j));
        for (int pass = 0; pass < 2; ++pass) // twice is enough to keep the basis orthogonal to rounding
            w -= basis.leftCols(j + 1) * (basis.leftCols(j + 1).transpose() * w);
        beta(j) = w.norm();
        const bool last = j + 1 == steps || beta(j) == 0;
        if ((j + 1) % lanczosCheck != 0 && !last) {
            basis.col(j + 1) = w / beta(j);
            continue;
        }
        Eigen::SelfAdjointEigenSolver<Matrix> ritz;
        ritz.computeFromTridiagonal(alpha.head(j + 1), beta.head(j));
        const double value = ritz.eigenvalues()(j);
        // ‖H y − λ y‖ = β_j |last component| bounds the error of the Ritz value.
        const double error = beta(j) * std::abs(ritz.eigenvectors()(j, j));
        if (error <= lanczosTolerance * std::abs(value) || j + 1 == n)
            return value;
        basis.col(j + 1) = w / beta(j);
    }
    return nan;
}

} // namespace

Direction hessianProduct(const SmallFactors& at, const Direction& direction)
{
    Vector in(direction.p.size() + direction.q.size());
    in << direction.p.reshaped(), direction.q.reshaped();
    Vector out;
    HessianMap(at).apply(in, out);
    return {out.head(direction.p.size()).reshaped(direction.p.rows(), direction.p.cols()),
            out.tail(direction.q.size()).reshaped(direction.q.rows(), direction.q.cols())};
}

double lambdaMax(const SmallFactors& at)
{
    if (!at.x.allFinite() || !at.y.allFinite())
        return nan;
    const HessianMap map(at);
    return map.size() <= maxDense ? denseLambdaMax(map) : lanczosLambdaMax(at, map);
}

} // namespace hyperdrift
