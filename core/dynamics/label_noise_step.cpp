#include "core/dynamics/method_steps.h"

#include <array>
#include <cmath>

namespace hyperdrift {

namespace {

using kernels::Index;

/// r×r, column-major with r rows.
using Square = std::array<double, kernels::mostColumns * kernels::mostColumns>;

/// The upper triangular R with RᵀR = gram, rows of 0 where a column depends on those before it.
void triangularRoot(const double* gram, Index r, Square& root)
{
    constexpr double dependent = 1e-14;
    root.fill(0);
    for (Index i = 0; i < r; ++i) {
        double pivot = gram[i + i * r];
        for (Index l = 0; l < i; ++l)
            pivot -= root[l + i * r] * root[l + i * r];
        if (!(pivot > dependent * gram[i + i * r]))
            continue;
        const double diagonal = std::sqrt(pivot);
        root[i + i * r] = diagonal;
        for (Index j = i + 1; j < r; ++j) {
            double sum = gram[i + j * r];
            for (Index l = 0; l < i; ++l)
                sum -= root[l + i * r] * root[l + j * r];
            root[i + j * r] = sum / diagonal;
        }
    }
}

/// b ← R⁻ᵀ b, for each column; 0 where R has a row of 0.
void solveTransposed(const Square& root, Index r, Square& b)
{
    for (Index j = 0; j < r; ++j)
        for (Index i = 0; i < r; ++i) {
            double sum = b[i + j * r];
            for (Index l = 0; l < i; ++l)
                sum -= root[l + i * r] * b[l + j * r];
            b[i + j * r] = root[i + i * r] > 0 ? sum / root[i + i * r] : 0;
        }
}

/// b ← R⁻¹ b, likewise.
void solve(const Square& root, Index r, Square& b)
{
    for (Index j = 0; j < r; ++j)
        for (Index i = r - 1; i >= 0; --i) {
            double sum = b[i + j * r];
            for (Index l = i + 1; l < r; ++l)
                sum -= root[i + l * r] * b[l + j * r];
            b[i + j * r] = root[i + i * r] > 0 ? sum / root[i + i * r] : 0;
        }
}

/// b ← b·R.
void multiplyRight(const Square& root, Index r, Square& b)
{
    for (Index j = r - 1; j >= 0; --j)
        for (Index i = 0; i < r; ++i) {
            double sum = 0;
            for (Index l = 0; l <= j; ++l)
                sum += b[i + l * r] * root[l + j * r];
            b[i + j * r] = sum;
        }
}

/// Z1 and Z2 into the scratch, 0 in the padding.
void drawNormals(FullState& state, const kernels::NoiseKey& key)
{
    const Index r = state.plan.rank;
    double* const z = state.scratch.data();
    state.kernel->fill(kernels::NoiseKind::Normal, key, 0, state.plan.noiseBlocks, z);
    for (Index j = 0; j < r; ++j) {
        for (Index i = state.d1; i < state.rows1; ++i)
            z[i + j * state.rows1] = 0;
        for (Index i = state.d2; i < state.rows2; ++i)
            z[state.rows1 * r + i + j * state.rows2] = 0;
    }
}

} // namespace

void labelNoiseStep(FullState& state, const LabelNoise& method, const kernels::NoiseKey& key)
{
    kernels::Plan& plan = state.plan;
    const kernels::Side x = plan.x;
    const kernels::Side y = plan.y;
    const Index r = plan.rank;
    const kernels::Kernels& kernel = *state.kernel;
    drawNormals(state, key);
    const double* const z1 = state.scratch.data();
    const double* const z2 = z1 + state.rows1 * r;
    kernel.reduce(plan, x.factor, y.factor);
    Square rootX;
    Square rootY;
    Square shared;
    Square own;
    triangularRoot(x.gram, r, rootX);
    triangularRoot(y.gram, r, rootY);
    // Ry⁻¹(Z1ᵀX − Ry⁻ᵀ(YᵀZ2)Rx)
    kernel.innerProducts(z1, r, x.factor, r, x.rows, shared.data());
    kernel.innerProducts(y.factor, r, z2, r, y.rows, own.data());
    solveTransposed(rootY, r, own);
    multiplyRight(rootX, r, own);
    for (Index i = 0; i < r * r; ++i)
        shared[i] -= own[i];
    solve(rootY, r, shared);

    kernel.move(plan, x, y, x.factor, x.factor, x.work);
    kernel.move(plan, y, x, y.factor, y.factor, y.work);
    const auto add = [&](const double* a, const Square& c, double* to, Index rows) {
        const kernels::Term term{a, c.data(), r, r};
        const kernels::Term nothing{a, c.data(), 0, r};
        kernel.applyUpdate({term, nothing, nullptr, to, to, rows, -method.eta * method.nu, 0}, r);
    };
    add(z1, rootY, x.work, x.rows);
    add(z2, rootX, y.work, y.rows);
    add(y.factor, shared, y.work, y.rows);
    std::swap(plan.x.factor, plan.x.work);
    std::swap(plan.y.factor, plan.y.work);
}

} // namespace hyperdrift
