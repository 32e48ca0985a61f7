#include "core/dynamics/reduced_engine.h"

#include "core/dynamics/buffer.h"
#include "core/dynamics/kernels/dispatch.h"
#include "core/dynamics/random.h"

#include <algorithm>
#include <utility>

namespace hyperdrift {

namespace {

using kernels::Index;

/// The state and scratch of one side, in one buffer.
struct SideStorage {
    SideStorage(Index d, Index r, Index k)
    {
        const Index freedom = std::max<Index>(0, d - k - r);
        const Index rows = std::min(freedom, r);
        const Index along = k * r;
        const Index square = r * r;
        buffer = Buffer(2 * along + 3 * square + std::max(along, square) + rows * r + (r + rows) * r);
        double* next = buffer.data();
        const auto take = [&next](Index size) { return std::exchange(next, next + size); };
        side.p = take(along);
        side.rest = take(square);
        side.along = take(along);
        side.off = take(square);
        side.gram = take(square);
        side.product = take(std::max(along, square));
        side.wishart = take(rows * r);
        side.stack = take((r + rows) * r);
        side.freedom = freedom;
        side.wishartRows = rows;
        side.decay = 0;
        normals = along + square + (rows < r ? rows * r : r * (r - 1) / 2);
    }
    Buffer buffer;
    kernels::ReducedSide side{};
    Index normals; ///< drawn for an iteration
};

double squaredNorm(const double* v, Index n)
{
    double sum = 0;
    for (Index i = 0; i < n; ++i)
        sum += v[i] * v[i];
    return sum;
}

/// σ, η and t0 of a method; decays are set apart.
struct NoiseOf {
    double eta = 0;
    double sigma1 = 0;
    double sigma2 = 0;
    double anneal = 0;
};

} // namespace

struct ReducedEngine::State {
    State(const Problem& problem, Isa isa)
        : kernel(&kernels::kernelsFor(isa)), d1(problem.d1()), d2(problem.d2()),
          x(d1, problem.rank, problem.directions()), y(d2, problem.rank, problem.directions()),
          s(problem.directions()), normals(x.normals + y.normals)
    {
        std::copy(problem.s.begin(), problem.s.end(), s.data());
        plan.rank = problem.rank;
        plan.directions = problem.directions();
        plan.s = s.data();
        plan.normals = normals.data();
        plan.normalBlocks = noiseBlocks(x.normals + y.normals);
        plan.normalsOfX = x.normals;
    }

    void set(const Method& method)
    {
        plan.x = x.side;
        plan.y = y.side;
        NoiseOf noise;
        if (const auto* perturbed = std::get_if<PerturbedGd>(&method)) {
            noise = {perturbed->eta, perturbed->sigma1, perturbed->sigma2, perturbed->anneal};
        } else if (const auto* regularized = std::get_if<RegularizedGd>(&method)) {
            noise.eta = regularized->eta;
            plan.x.decay = static_cast<double>(d2) * regularized->sigma2 * regularized->sigma2;
            plan.y.decay = static_cast<double>(d1) * regularized->sigma1 * regularized->sigma1;
        } else {
            noise.eta = std::get<GradientDescent>(method).eta;
        }
        plan.eta = noise.eta;
        plan.sigma1 = noise.sigma1;
        plan.sigma2 = noise.sigma2;
        plan.anneal = noise.anneal;
    }

    /// r = k = 1 with noise has a step of its own.
    bool isRankOne() const
    {
        return plan.rank == 1 && plan.directions == 1 && (plan.sigma1 != 0 || plan.sigma2 != 0) &&
               x.side.freedom >= 2 && y.side.freedom >= 2;
    }

    const kernels::Kernels* kernel;
    Index d1;
    Index d2;
    SideStorage x;
    SideStorage y;
    Buffer s;
    Buffer normals;
    kernels::ReducedPlan plan{};
};

ReducedEngine::ReducedEngine(const Problem& problem, const Compression& start, Isa isa)
    : m_state(std::make_unique<State>(problem, isa))
{
    setFactors(smallFactors(start));
}

ReducedEngine::~ReducedEngine() = default;
ReducedEngine::ReducedEngine(ReducedEngine&&) noexcept = default;
ReducedEngine& ReducedEngine::operator=(ReducedEngine&&) noexcept = default;

void ReducedEngine::advance(const Method& method, std::uint64_t seed, std::int64_t t, std::int64_t n)
{
    State& state = *m_state;
    state.set(method);
    const auto from = static_cast<std::uint64_t>(t);
    const auto stream = static_cast<std::uint64_t>(Stream::Noise);
    const auto chiStream = static_cast<std::uint64_t>(Stream::ChiSquared);
    const kernels::ReducedPlan& plan = state.plan;
    if (!state.isRankOne()) {
        state.kernel->advanceReduced(plan, {seed, stream, from}, {seed, chiStream, from}, n);
        return;
    }
    const kernels::RankOnePlan rankOne{plan.s[0],      plan.eta,       plan.sigma1, plan.sigma2, plan.anneal,
                                       plan.x.freedom, plan.y.freedom, stream,      chiStream};
    state.kernel->advanceRankOne(rankOne, {&seed, plan.x.p, plan.x.rest, plan.y.p, plan.y.rest, 1}, from, n);
}

SmallFactors ReducedEngine::factors() const
{
    const Index r = m_state->plan.rank;
    const Index k = m_state->plan.directions;
    const auto stacked = [&](const kernels::ReducedSide& side) {
        Matrix result(k + r, r);
        result << Eigen::Map<const Matrix>(side.p, k, r), Eigen::Map<const Matrix>(side.rest, r, r);
        return result;
    };
    return {stacked(m_state->x.side), stacked(m_state->y.side),
            Eigen::Map<const Vector>(m_state->s.data(), k)};
}

void ReducedEngine::setFactors(const SmallFactors& factors)
{
    const Index r = m_state->plan.rank;
    const Index k = m_state->plan.directions;
    const auto take = [&](const Matrix& from, const kernels::ReducedSide& side) {
        Eigen::Map<Matrix>(side.p, k, r) = from.topRows(k);
        Eigen::Map<Matrix>(side.rest, r, r) = from.bottomRows(r);
    };
    take(factors.x, m_state->x.side);
    take(factors.y, m_state->y.side);
}

namespace {

double normOf(const kernels::ReducedSide& side, Index r, Index k)
{
    return squaredNorm(side.p, k * r) + squaredNorm(side.rest, r * r);
}

/// gram (r×r) = RᵀR.
void gramOf(const double* root, Index r, double* gram)
{
    for (Index j = 0; j < r; ++j)
        for (Index i = 0; i <= j; ++i) {
            double sum = 0;
            for (Index l = 0; l < r; ++l)
                sum += root[l + i * r] * root[l + j * r];
            gram[i + j * r] = sum;
            gram[j + i * r] = sum;
        }
}

} // namespace

double ReducedEngine::xNorm2() const
{
    return normOf(m_state->x.side, m_state->plan.rank, m_state->plan.directions);
}

double ReducedEngine::yNorm2() const
{
    return normOf(m_state->y.side, m_state->plan.rank, m_state->plan.directions);
}

void ReducedEngine::compress(double* p, double* cx, double* q, double* cy) const
{
    const Index r = m_state->plan.rank;
    const Index size = m_state->plan.directions * r;
    std::copy_n(m_state->x.side.p, size, p);
    std::copy_n(m_state->y.side.p, size, q);
    gramOf(m_state->x.side.rest, r, cx);
    gramOf(m_state->y.side.rest, r, cy);
}

} // namespace hyperdrift
