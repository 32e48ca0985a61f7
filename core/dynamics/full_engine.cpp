#include "core/dynamics/full_engine.h"

#include "core/dynamics/full_state.h"
#include "core/dynamics/method_steps.h"
#include "core/dynamics/noise_kind.h"
#include "core/dynamics/random.h"

#include <utility>

namespace hyperdrift {

namespace {

using kernels::Index;

/// Copies the columns of `from` to columns of `rows` entries, leaving what lies below them.
void copyColumns(const Matrix& from, double* to, Index rows)
{
    Eigen::Map<Matrix, 0, Eigen::OuterStride<>>(to, from.rows(), from.cols(), Eigen::OuterStride<>(rows)) =
        from;
}

Matrix readColumns(const double* from, Index height, Index columns, Index rows)
{
    return Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>(from, height, columns,
                                                             Eigen::OuterStride<>(rows));
}

} // namespace

FullEngine::FullEngine(const Problem& problem, const Factors& start, Isa isa)
    : m_state(std::make_unique<FullState>(problem, isa))
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

/// Sets the plan for a method of which every step is the kernels' own.
struct KernelMethod {
    FullState& state;

    void set(double eta, double sigma1, double sigma2) const
    {
        state.plan.eta = eta;
        state.plan.x.decay = 0;
        state.plan.y.decay = 0;
        state.plan.noiseOnGradient = false;
        state.setNoise(sigma1, sigma2);
    }
    template<typename Noisy>
    void setNoisy(const Noisy& method) const
    {
        set(method.eta, method.sigma1, method.sigma2);
        state.plan.noise = noiseKind(method.distribution);
        state.plan.anneal = method.anneal;
    }
    void operator()(const GradientDescent& method) const { set(method.eta, 0, 0); }
    void operator()(const PerturbedGd& method) const { setNoisy(method); }
    void operator()(const RegularizedGd& method) const
    {
        set(method.eta, 0, 0);
        state.plan.x.decay = static_cast<double>(state.d2) * method.sigma2 * method.sigma2;
        state.plan.y.decay = static_cast<double>(state.d1) * method.sigma1 * method.sigma1;
    }
    void operator()(const GradientNoise& method) const
    {
        setNoisy(method);
        state.plan.noiseOnGradient = true;
    }
};

/// Goes n iterations on by a method.
struct Advance {
    FullState& state;
    kernels::NoiseKey key;
    std::int64_t n;

    template<typename M>
    void operator()(const M& method) const
    {
        KernelMethod{state}(method);
        state.kernel->advance(state.plan, key, n);
    }
    /// One step at a time, by a function of method_steps.h.
    template<typename M>
    void each(const M& method, void (*step)(FullState&, const M&, const kernels::NoiseKey&)) const
    {
        KernelMethod{state}.set(method.eta, 0, 0);
        state.provideScratch();
        kernels::NoiseKey now = key;
        for (std::int64_t i = 0; i < n; ++i, ++now.iteration)
            step(state, method, now);
    }
    void operator()(const LabelNoise& method) const { each(method, labelNoiseStep); }
    void operator()(const EntrySampling& method) const { each(method, entrySamplingStep); }
    void operator()(const Sam& method) const { each(method, samStep); }
};

} // namespace

void FullEngine::advance(const Method& method, std::uint64_t seed, std::int64_t t, std::int64_t n)
{
    const kernels::NoiseKey key{seed, static_cast<std::uint64_t>(Stream::Noise),
                                static_cast<std::uint64_t>(t)};
    std::visit(Advance{*m_state, key, n}, method);
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
