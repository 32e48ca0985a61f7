#include "core/run/rank_one_runs.h"

#include "core/measure/measure.h"
#include "core/model/engine_choice.h"
#include "core/model/parameter.h"
#include "core/theory/smoothing.h"

#include <algorithm>

namespace hyperdrift {

namespace {

bool isBeyond(const RankOneState& state, double blowUp)
{
    return !(state.xNorm2() + state.yNorm2() <= blowUp); // true for NaN
}

Compression compressionOf(const Problem& problem, const RankOneState& state)
{
    const auto one = [](double value) { return Matrix::Constant(1, 1, value); };
    return {one(state.p), one(state.rx * state.rx), one(state.q), one(state.ry * state.ry), problem.s};
}

} // namespace

bool RankOneRuns::serves(const Experiment& experiment, std::size_t index, const Problem& problem)
{
    if (engineFor(experiment, problem.directions()) != EngineKind::Reduced)
        return false;
    RunSpec spec = experiment.runs[index];
    bool served = RankOneEnsemble::serves(problem, methodOf(spec));
    for (const Edit& edit : experiment.edits) {
        const auto* set = std::get_if<std::vector<Edit::SetParameter>>(&edit.change);
        if (!set || edit.run != static_cast<int>(index))
            continue;
        for (const Edit::SetParameter& parameter : *set)
            setParameter(spec, parameter, "/edits");
        served = served && RankOneEnsemble::serves(problem, methodOf(spec));
    }
    return served;
}

RankOneRuns::RankOneRuns(std::shared_ptr<const Problem> problem, const RunSpec& spec, Isa isa)
    : m_problem(std::move(problem)), m_spec(spec), m_isa(isa), m_ensemble(*m_problem, isa)
{
}

void RankOneRuns::add(const Compression& start, std::uint64_t seed)
{
    const std::size_t index = m_members.size();
    m_ensemble.add(start, seed);
    const RankOneState state = m_ensemble.state(index);
    Member member{.blowUp = blowUpBound(state.xNorm2() + state.yNorm2(), *m_problem),
                  .checkpoint = state,
                  .last = state};
    if (isBeyond(state, member.blowUp))
        member.status = RunStatus::Diverged;
    else
        ++m_running;
    m_members.push_back(member);
}

void RankOneRuns::advance(std::int64_t n)
{
    const std::int64_t end = m_t + n;
    while (m_t < end && isRunning()) {
        const std::int64_t stride = lossStride(m_t);
        const std::int64_t next = std::min(m_t - m_t % stride + stride, end);
        m_ensemble.advance(method(), m_t, next - m_t);
        m_t = next;
        look();
    }
}

/// Run's own rule, member by member: what is beyond its bound has diverged.
void RankOneRuns::look()
{
    for (std::size_t i = 0; i < m_members.size(); ++i)
        if (m_members[i].status == RunStatus::Running && isBeyond(m_ensemble.state(i), m_members[i].blowUp))
            diverge(m_members[i], i);
    if (lossStride(m_t) > 1 && m_t % lossStride(m_t) == 0)
        keepCheckpoint();
}

void RankOneRuns::diverge(Member& member, std::size_t index)
{
    --m_running;
    member.status = RunStatus::Diverged;
    member.gamma2 = gamma();
    member.last = m_ensemble.state(index);
    member.end = m_t;
    if (lossStride(m_t - 1) == 1)
        return;
    // Back to the last look and on one by one, so that the iteration named is the first one that blew up.
    RankOneEnsemble alone(*m_problem, m_isa);
    alone.add(compressionOf(*m_problem, member.checkpoint), m_ensemble.seed(index));
    alone.setState(0, member.checkpoint);
    member.end = m_checkpoint;
    do
        alone.advance(method(), member.end++, 1);
    while (member.end < m_t && !isBeyond(alone.state(0), member.blowUp));
    member.last = alone.state(0);
}

void RankOneRuns::keepCheckpoint()
{
    m_checkpoint = m_t;
    for (std::size_t i = 0; i < m_members.size(); ++i)
        m_members[i].checkpoint = m_ensemble.state(i);
}

void RankOneRuns::apply(const Edit& edit, const std::string& pointer)
{
    if (const auto* scale = std::get_if<Edit::Scale>(&edit.change)) {
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            const RankOneState at = m_ensemble.state(i);
            m_ensemble.setState(i, {at.p * scale->c, at.rx * scale->c, at.q / scale->c, at.ry / scale->c});
        }
    } else {
        for (const Edit::SetParameter& parameter : std::get<std::vector<Edit::SetParameter>>(edit.change))
            setParameter(m_spec, parameter, pointer);
    }
    keepCheckpoint();
}

PerturbedGd RankOneRuns::method() const
{
    return std::get<PerturbedGd>(methodOf(m_spec));
}

double RankOneRuns::gamma() const
{
    return gamma2(m_problem->d1(), m_problem->d2(), methodOf(m_spec)).value_or(1.0);
}

RankOneState RankOneRuns::state(std::size_t member) const
{
    return status(member) == RunStatus::Diverged ? m_members[member].last : m_ensemble.state(member);
}

std::int64_t RankOneRuns::iteration(std::size_t member) const
{
    return status(member) == RunStatus::Diverged ? m_members[member].end : m_t;
}

Compression RankOneRuns::compressed(std::size_t member) const
{
    return compressionOf(*m_problem, state(member));
}

QuickSample RankOneRuns::quickSample(std::size_t member) const
{
    const RankOneState at = state(member);
    return {loss(compressed(member)), at.xNorm2(), at.yNorm2()};
}

Sample RankOneRuns::sample(std::size_t member) const
{
    const double gamma2 = status(member) == RunStatus::Diverged ? m_members[member].gamma2 : gamma();
    return measure(compressed(member), {iteration(member), m_problem->d1(), m_problem->d2(), gamma2});
}

} // namespace hyperdrift
