#include "core/run/run.h"

#include "core/measure/measure.h"
#include "core/model/engine_choice.h"
#include "core/model/error.h"
#include "core/model/method.h"
#include "core/model/parameter.h"
#include "core/theory/smoothing.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

constexpr double blowUpFactor = 1e12;

Compression emptyCompression(const Problem& problem)
{
    const Eigen::Index k = problem.directions();
    const Eigen::Index r = problem.rank;
    return {Matrix(k, r), Matrix(r, r), Matrix(k, r), Matrix(r, r), problem.s};
}

std::variant<FullEngine, ReducedEngine> makeEngine(const Problem& problem, const RunStart& start, Isa isa)
{
    if (const auto* small = std::get_if<Compression>(&start))
        return ReducedEngine(problem, *small, isa);
    return FullEngine(problem, std::get<Factors>(start), isa);
}

} // namespace

double blowUpBound(double startNorm2, const Problem& problem)
{
    return blowUpFactor * std::max(startNorm2, problem.s(0));
}

Run::Run(std::shared_ptr<const Problem> problem, const RunStart& start, const RunSpec& spec, Isa isa,
         KeepHistory keep)
    : m_problem(std::move(problem)), m_spec(spec), m_isa(isa), m_engine(makeEngine(*m_problem, start, isa)),
      m_blowUp(blowUpBound(xNorm2() + yNorm2(), *m_problem)), m_keep(keep),
      m_compression(emptyCompression(*m_problem))
{
    if (hasBlownUp())
        m_status = RunStatus::Diverged;
    look();
}

void Run::advance(std::int64_t n)
{
    const std::int64_t end = m_t + n;
    while (m_t < end && m_status == RunStatus::Running) {
        const std::int64_t stride = lossStride(m_t);
        const std::int64_t nextLook = m_t - m_t % stride + stride;
        step(std::min(nextLook, end) - m_t);
        if (hasBlownUp() && staysBlownUp(nextLook))
            findDivergence();
        if (m_t == nextLook || m_status == RunStatus::Diverged)
            look();
    }
}

RunSpec Run::changedSpec(const Edit& edit, const std::string& pointer) const
{
    RunSpec changed = m_spec;
    const auto* parameters = std::get_if<std::vector<Edit::SetParameter>>(&edit.change);
    if (!parameters)
        return changed;
    const double cells = static_cast<double>(m_problem->d1()) * static_cast<double>(m_problem->d2());
    for (const Edit::SetParameter& parameter : *parameters)
        setParameter(changed, parameter, pointer, cells);
    const char* reason = isReduced() ? whyNotReduced(methodOf(changed)) : nullptr;
    if (reason)
        throw InputError({pointer, "the reduced engine " + std::string(reason) +
                                       "; start again with the engine \"full\""});
    return changed;
}

void Run::apply(const Edit& edit, const std::string& pointer)
{
    if (const auto* scale = std::get_if<Edit::Scale>(&edit.change)) {
        Factors scaled = factors();
        scaleAlongValley(scaled, scale->c);
        setFactors(scaled);
    } else {
        m_spec = changedSpec(edit, pointer);
    }
    m_checkpoint = {m_t, factors()};
    if (m_t == 0) { // the start is as the config would have it
        m_history = {};
        look();
    }
}

Factors Run::factors() const
{
    if (const auto* full = std::get_if<FullEngine>(&m_engine))
        return full->factors();
    SmallFactors small = std::get<ReducedEngine>(m_engine).factors();
    return {std::move(small.x), std::move(small.y)};
}

void Run::setFactors(const Factors& factors)
{
    if (auto* full = std::get_if<FullEngine>(&m_engine))
        full->setFactors(factors);
    else
        std::get<ReducedEngine>(m_engine).setFactors({factors.x, factors.y, m_problem->s});
}

double Run::xNorm2() const
{
    return std::visit([](const auto& engine) { return engine.xNorm2(); }, m_engine);
}

double Run::yNorm2() const
{
    return std::visit([](const auto& engine) { return engine.yNorm2(); }, m_engine);
}

void Run::step(std::int64_t n)
{
    std::visit([&](auto& engine) { engine.advance(methodOf(m_spec), m_spec.seed, m_t, n); }, m_engine);
    m_t += n;
}

bool Run::hasBlownUp() const
{
    return !(xNorm2() + yNorm2() <= m_blowUp); // true for NaN
}

/// Whether a run that has blown up here, perhaps at a chunk's end, still has at the next look: the looks
/// alone decide, or chunks would.
bool Run::staysBlownUp(std::int64_t nextLook)
{
    if (m_t == nextLook)
        return true;
    const Checkpoint here{m_t, factors()};
    step(nextLook - m_t);
    const bool stays = hasBlownUp();
    setFactors(here.factors);
    m_t = here.t;
    return stays;
}

/// Goes back to the last look and on one by one, so that the iteration named is the first one that blew up.
void Run::findDivergence()
{
    m_status = RunStatus::Diverged;
    if (m_t - m_checkpoint.t <= 1 || lossStride(m_t - 1) == 1)
        return;
    setFactors(m_checkpoint.factors);
    m_t = m_checkpoint.t;
    do
        step(1);
    while (!hasBlownUp());
}

void Run::look()
{
    if (m_keep == KeepHistory::Yes || m_fillsBucket)
        lookAtLoss();
    if (m_keep == KeepHistory::Yes && (isSampled(m_t) || m_status == RunStatus::Diverged))
        record();
    if (lossStride(m_t) > 1)
        m_checkpoint = {m_t, factors()};
}

void Run::lookAtLoss()
{
    const double value = quickSample().loss;
    m_bucket.min = m_looks == 0 ? value : std::min(m_bucket.min, value);
    m_bucket.max = m_looks == 0 ? value : std::max(m_bucket.max, value);
    m_bucket.mean += value;
    ++m_looks;
}

void Run::record()
{
    m_bucket.mean /= static_cast<double>(m_looks);
    m_bucket.end = m_t;
    m_history.loss.push_back(m_bucket);
    m_history.samples.push_back(sample());
    m_bucket = {};
    m_looks = 0;
}

Run Run::twin() const
{
    const RunStart start = isReduced() ? RunStart{compressed()} : RunStart{factors()};
    Run twin(m_problem, start, m_spec, m_isa, KeepHistory::No);
    twin.m_blowUp = m_blowUp;
    twin.restore(state());
    return twin;
}

void Run::restore(const RunState& state)
{
    setFactors(state.factors);
    m_t = state.t;
    m_status = state.status;
    m_spec = state.spec;
    m_checkpoint = {m_t, state.factors};
    m_fillsBucket = false;
}

void Run::startBucket()
{
    m_fillsBucket = true;
    m_bucket = {};
    m_looks = 0;
}

void Run::goBackTo(Run& past)
{
    std::swap(m_engine, past.m_engine);
    std::swap(m_checkpoint, past.m_checkpoint);
    std::swap(m_t, past.m_t);
    std::swap(m_status, past.m_status);
    std::swap(m_spec, past.m_spec);
    m_bucket = past.m_bucket;
    m_looks = past.m_looks;
    cutHistory(m_history, m_t);
}

const Compression& Run::compression() const
{
    Compression& c = m_compression;
    std::visit(
        [&c](const auto& engine) { engine.compress(c.p.data(), c.cx.data(), c.q.data(), c.cy.data()); },
        m_engine);
    return c;
}

double Run::lossOf(const Compression& c) const
{
    if (m_problem->rank <= m_problem->directions())
        return loss(c);
    if (const auto* full = std::get_if<FullEngine>(&m_engine))
        return loss(smallFactors(*m_problem, full->factors()));
    return loss(std::get<ReducedEngine>(m_engine).factors());
}

QuickSample Run::quickSample() const
{
    return {lossOf(compression()), xNorm2(), yNorm2()};
}

Sample Run::sample() const
{
    const auto gamma = gamma2(m_problem->d1(), m_problem->d2(), methodOf(m_spec));
    const MeasureContext context{m_t, m_problem->d1(), m_problem->d2(), gamma.value_or(1.0)};
    const Compression& c = compression();
    Sample sample = measure(c, context);
    sample.loss = lossOf(c);
    return sample;
}

} // namespace hyperdrift
