#include "core/dynamics/rank_one_ensemble.h"

#include "core/dynamics/kernels/dispatch.h"
#include "core/dynamics/random.h"

#include <algorithm>

namespace hyperdrift {

namespace {

constexpr std::size_t widest = 8; ///< lanes of the widest vectors

/// n rounded up to whole vectors.
std::size_t padded(std::size_t n)
{
    return (n + widest - 1) / widest * widest;
}

} // namespace

bool RankOneEnsemble::serves(const Problem& problem, const Method& method)
{
    const auto* perturbed = std::get_if<PerturbedGd>(&method);
    return perturbed && perturbed->distribution == Distribution::Gaussian &&
           (perturbed->sigma1 != 0 || perturbed->sigma2 != 0) && problem.rank == 1 &&
           problem.directions() == 1 && std::min(problem.d1(), problem.d2()) >= 4;
}

RankOneEnsemble::RankOneEnsemble(const Problem& problem, Isa isa)
    : m_kernel(&kernels::kernelsFor(isa)), m_s(problem.s(0)), m_freedomX(problem.d1() - 2),
      m_freedomY(problem.d2() - 2)
{
}

void RankOneEnsemble::add(const Compression& start, std::uint64_t seed)
{
    const SmallFactors small = smallFactors(start);
    const std::size_t member = m_count++;
    const std::size_t size = padded(m_count);
    m_seeds.resize(size);
    for (std::vector<double>* const numbers : {&m_p, &m_rx, &m_q, &m_ry})
        numbers->resize(size);
    for (std::size_t i = member; i < size; ++i) {
        m_seeds[i] = seed;
        setState(i, {small.x(0, 0), small.x(1, 0), small.y(0, 0), small.y(1, 0)});
    }
}

void RankOneEnsemble::advance(const PerturbedGd& method, std::int64_t t, std::int64_t n)
{
    const kernels::RankOnePlan plan{m_s,
                                    method.eta,
                                    method.sigma1,
                                    method.sigma2,
                                    method.anneal,
                                    m_freedomX,
                                    m_freedomY,
                                    static_cast<std::uint64_t>(Stream::Noise),
                                    static_cast<std::uint64_t>(Stream::ChiSquared)};
    const auto size = static_cast<kernels::Index>(m_seeds.size());
    m_kernel->advanceRankOne(plan, {m_seeds.data(), m_p.data(), m_rx.data(), m_q.data(), m_ry.data(), size},
                             static_cast<std::uint64_t>(t), n);
}

RankOneState RankOneEnsemble::state(std::size_t member) const
{
    return {m_p[member], m_rx[member], m_q[member], m_ry[member]};
}

void RankOneEnsemble::setState(std::size_t member, const RankOneState& state)
{
    m_p[member] = state.p;
    m_rx[member] = state.rx;
    m_q[member] = state.q;
    m_ry[member] = state.ry;
}

} // namespace hyperdrift
