#include "core/dynamics/full_engine.h"

#include "core/dynamics/kernels/dispatch.h"
#include "core/dynamics/noise_layout.h"
#include "core/dynamics/random.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

namespace hyperdrift {

namespace {

using kernels::Index;

/// An array of zeros, aligned for the kernels and a whole number of noise blocks long.
class Buffer {
public:
    Buffer() = default;
    explicit Buffer(Index size) : m_size(noiseBlocks(size) * kernels::blockSize)
    {
        m_data.reset(static_cast<double*>(::operator new (bytes(), std::align_val_t{kernels::alignment})));
        clear();
    }
    double* data() const { return m_data.get(); }
    Index size() const { return m_size; }
    void clear() { std::memset(m_data.get(), 0, bytes()); }

private:
    struct Free {
        void operator()(double* p) const { ::operator delete (p, std::align_val_t{kernels::alignment}); }
    };
    std::size_t bytes() const { return static_cast<std::size_t>(m_size) * sizeof(double); }
    Index m_size = 0;
    std::unique_ptr<double, Free> m_data;
};

/// Copies the columns of `from` to columns of `rows` entries, leaving what lies below them.
template<typename Derived>
void copyColumns(const Eigen::MatrixBase<Derived>& from, double* to, Index rows)
{
    Eigen::Map<Matrix, 0, Eigen::OuterStride<>>(to, from.rows(), from.cols(), Eigen::OuterStride<>(rows)) =
        from;
}

Matrix readColumns(const double* from, Index height, Index columns, Index rows)
{
    return Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>(from, height, columns,
                                                             Eigen::OuterStride<>(rows));
}

/// σ over the true rows of each column.
void fillScale(double* scale, Index height, Index columns, Index rows, double sigma)
{
    for (Index j = 0; j < columns; ++j)
        std::fill_n(scale + j * rows, height, sigma);
}

} // namespace

struct FullEngine::State {
    State(const Problem& problem, Isa isa);
    void connect(Index r, Index k);
    void storeTarget(const Problem& problem);
    void setNoise(double sigma1, double sigma2);

    const kernels::Kernels* kernel;
    Index d1;
    Index d2;
    Index rows1; ///< padded heights
    Index rows2;
    Buffer factors; ///< [X | Y]
    Buffer work;    ///< [X | Y], perturbed or next
    Buffer scale;   ///< σ1 over X, σ2 over Y, 0 in the padding
    Buffer basis;   ///< [U | V]
    Buffer target;  ///< [M | Mᵀ] where that is cheaper
    Buffer s;
    Buffer small; ///< Gram matrices and coefficients of both sides
    double sigma1 = 0;
    double sigma2 = 0;
    kernels::Plan plan{}; ///< points into the buffers
};

namespace {

/// Whether M Ỹ and Mᵀ X̃ cost less than the same through U and V.
bool denseIsCheaper(const Problem& problem)
{
    return problem.dense.size() > 0 &&
           problem.d1() * problem.d2() < (problem.d1() + problem.d2()) * problem.directions();
}

} // namespace

FullEngine::State::State(const Problem& problem, Isa isa)
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

void FullEngine::State::connect(Index r, Index k)
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

void FullEngine::State::storeTarget(const Problem& problem)
{
    target = Buffer(rows1 * d2 + rows2 * d1);
    double* const transposed = target.data() + rows1 * d2;
    copyColumns(problem.dense, target.data(), rows1);
    copyColumns(problem.dense.transpose(), transposed, rows2);
    plan.x.target = target.data();
    plan.x.targetColumns = d2;
    plan.y.target = transposed;
    plan.y.targetColumns = d1;
}

void FullEngine::State::setNoise(double newSigma1, double newSigma2)
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

FullEngine::FullEngine(const Problem& problem, const Factors& start, Isa isa)
    : m_state(std::make_unique<State>(problem, isa))
{
    setFactors(start);
}

FullEngine::~FullEngine() = default;
FullEngine::FullEngine(FullEngine&&) noexcept = default;
FullEngine& FullEngine::operator=(FullEngine&&) noexcept = default;

Factors FullEngine::factors() const
{
    const kernels::Plan& plan = m_state->plan;
    return {readColumns(plan.x.factor, m_state->d1, plan.rank, plan.x.rows),
            readColumns(plan.y.factor, m_state->d2, plan.rank, plan.y.rows)};
}

void FullEngine::setFactors(const Factors& factors)
{
    // Infinite factors leave their trace in the padding, so that is cleared too.
    m_state->factors.clear();
    m_state->work.clear();
    const kernels::Plan& plan = m_state->plan;
    copyColumns(factors.x, plan.x.factor, plan.x.rows);
    copyColumns(factors.y, plan.y.factor, plan.y.rows);
}

namespace {

/// What the kernels need to know of a method.
struct StepParameters {
    double eta = 0;
    double sigma1 = 0; ///< of the noise
    double sigma2 = 0;
    double decayX = 0;
    double decayY = 0;
};

StepParameters parametersOf(const GradientDescent& method, Index, Index)
{
    return {.eta = method.eta};
}

StepParameters parametersOf(const PerturbedGd& method, Index, Index)
{
    return {.eta = method.eta, .sigma1 = method.sigma1, .sigma2 = method.sigma2};
}

StepParameters parametersOf(const RegularizedGd& method, Index d1, Index d2)
{
    return {.eta = method.eta,
            .decayX = static_cast<double>(d2) * method.sigma2 * method.sigma2,
            .decayY = static_cast<double>(d1) * method.sigma1 * method.sigma1};
}

} // namespace

void FullEngine::advance(const Method& method, std::uint64_t seed, std::int64_t t, std::int64_t n)
{
    State& state = *m_state;
    kernels::Plan& plan = state.plan;
    const StepParameters parameters =
        std::visit([&](const auto& m) { return parametersOf(m, state.d1, state.d2); }, method);
    state.setNoise(parameters.sigma1, parameters.sigma2);
    plan.eta = parameters.eta;
    plan.x.decay = parameters.decayX;
    plan.y.decay = parameters.decayY;
    state.kernel->advance(
        plan, {seed, static_cast<std::uint64_t>(Stream::Noise), static_cast<std::uint64_t>(t)}, n);
}

double FullEngine::xNorm2() const
{
    const kernels::Plan& plan = m_state->plan;
    return m_state->kernel->squaredNorm(plan.x.factor, plan.x.rows * plan.rank);
}

double FullEngine::yNorm2() const
{
    const kernels::Plan& plan = m_state->plan;
    return m_state->kernel->squaredNorm(plan.y.factor, plan.y.rows * plan.rank);
}

void FullEngine::compress(double* p, double* cx, double* q, double* cy) const
{
    const kernels::Plan& plan = m_state->plan;
    kernels::Side x = plan.x;
    kernels::Side y = plan.y;
    x.coefficients = p;
    x.gram = cx;
    y.coefficients = q;
    y.gram = cy;
    m_state->kernel->compress(x, plan.rank, plan.directions);
    m_state->kernel->compress(y, plan.rank, plan.directions);
}

} // namespace hyperdrift
