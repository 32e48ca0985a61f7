#include "core/dynamics/full_state.h"

#include "core/dynamics/kernels/dispatch.h"

#include <algorithm>

namespace hyperdrift {

namespace {

using kernels::Index;

/// Copies the columns of `from` to columns of `rows` entries, leaving what lies below them.
template<typename Derived>
void copyColumns(const Eigen::MatrixBase<Derived>& from, double* to, Index rows)
{
    Eigen::Map<Matrix, 0, Eigen::OuterStride<>>(to, from.rows(), from.cols(), Eigen::OuterStride<>(rows)) =
        from;
}

/// σ over the true rows of each column.
void fillScale(double* scale, Index height, Index columns, Index rows, double sigma)
{
    for (Index j = 0; j < columns; ++j)
        std::fill_n(scale + j * rows, height, sigma);
}

/// Whether M Ỹ and Mᵀ X̃ cost less than the same through U and V.
bool denseIsCheaper(const Problem& problem)
{
    return problem.dense.size() > 0 &&
           problem.d1() * problem.d2() < (problem.d1() + problem.d2()) * problem.directions();
}

} // namespace

FullState::FullState(const Problem& problem, Isa isa)
    : kernel(&kernels::kernelsFor(isa)), d1(problem.d1()), d2(problem.d2()), rows1(paddedRows(d1)),
      rows2(paddedRows(d2))
{
    const Index r = problem.rank;
    const Index k = problem.directions();
    factors = Buffer((rows1 + rows2) * r);
    work = Buffer((rows1 + rows2) * r);
    scale = Buffer((rows1 + rows2) * r);
    basis = Buffer((rows1 + rows2) * k);
    s = Buffer(k);
    small = Buffer(2 * (r + k) * r);
    copyColumns(problem.u, basis.data(), rows1);
    copyColumns(problem.v, basis.data() + rows1 * k, rows2);
    copyColumns(problem.s, s.data(), k);
    connect(r, k);
    if (denseIsCheaper(problem))
        storeTarget(problem);
}

void FullState::connect(Index r, Index k)
{
    plan.rank = r;
    plan.directions = k;
    plan.s = s.data();
    plan.noiseBlocks = noiseBlocks((rows1 + rows2) * r);
    plan.x.rows = rows1;
    plan.x.factor = factors.data();
    plan.x.work = work.data();
    plan.x.basis = basis.data();
    plan.x.gram = small.data();
    plan.x.coefficients = plan.x.gram + r * r;
    plan.y.rows = rows2;
    plan.y.factor = plan.x.factor + rows1 * r;
    plan.y.work = plan.x.work + rows1 * r;
    plan.y.basis = plan.x.basis + rows1 * k;
    plan.y.gram = plan.x.coefficients + k * r;
    plan.y.coefficients = plan.y.gram + r * r;
}

void FullState::storeTarget(const Problem& problem)
{
    target = Buffer(rows1 * d2);
    product = Buffer((rows1 + rows2) * plan.rank);
    copyColumns(problem.dense, target.data(), rows1);
    plan.target = target.data();
    plan.columns = d2;
    plan.x.product = product.data();
    plan.y.product = product.data() + rows1 * plan.rank;
}

void FullState::setNoise(double newSigma1, double newSigma2)
{
    const bool noisy = newSigma1 != 0 || newSigma2 != 0;
    plan.noiseScale = noisy ? scale.data() : nullptr;
    if (!noisy || (newSigma1 == sigma1 && newSigma2 == sigma2))
        return;
    sigma1 = newSigma1;
    sigma2 = newSigma2;
    fillScale(scale.data(), d1, plan.rank, rows1, sigma1);
    fillScale(scale.data() + rows1 * plan.rank, d2, plan.rank, rows2, sigma2);
}

void FullState::provideScratch()
{
    if (scratch.size() > 0)
        return;
    scratch = Buffer((rows1 + rows2) * plan.rank);
    zeros = Buffer((rows1 + rows2) * plan.rank);
}

void FullState::gradient()
{
    kernels::Plan unit = plan;
    unit.eta = -1; // 0 − (−1)∇F
    const kernels::Side& x = plan.x;
    const kernels::Side& y = plan.y;
    kernel->reduce(unit, x.factor, y.factor);
    double* const gradientY = scratch.data() + rows1 * plan.rank;
    kernel->move(unit, x, y, x.factor, zeros.data(), scratch.data());
    kernel->move(unit, y, x, y.factor, zeros.data() + rows1 * plan.rank, gradientY);
}

} // namespace hyperdrift
