#include "core/run/run.h"

#include "core/measure/measure.h"
#include "core/model/method.h"
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

} // namespace

Run::Run(std::shared_ptr<const Problem> problem, const Factors& start, const RunSpec& spec, Isa isa)
    : m_problem(std::move(problem)), m_spec(spec), m_engine(*m_problem, start, isa),
      m_blowUp(blowUpFactor * std::max(m_engine.xNorm2() + m_engine.yNorm2(), m_problem->s(0))),
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
        if (hasBlownUp())
            findDivergence();
        if (m_t == nextLook || m_status == RunStatus::Diverged)
            look();
    }
}

void Run::apply(const Edit& edit, const std::string& pointer)
{
    if (const auto* scale = std::get_if<Edit::Scale>(&edit.change)) {
        Factors factors = m_engine.factors();
        scaleAlongValley(factors, scale->c);
        m_engine.setFactors(factors);
    } else {
        RunSpec changed = m_spec;
        for (const Edit::SetParameter& parameter : std::get<std::vector<Edit::SetParameter>>(edit.change))
            setParameter(changed, parameter, pointer);
        m_spec = changed;
    }
    m_checkpoint = {m_t, m_engine.factors()};
}

void Run::step(std::int64_t n)
{
    m_engine.advance(methodOf(m_spec), m_spec.seed, m_t, n);
    m_t += n;
}

bool Run::hasBlownUp() const
{
    return !(m_engine.xNorm2() + m_engine.yNorm2() <= m_blowUp); // true for NaN
}

/// Goes back to the last look and on one by one, so that the iteration named is the first one that blew up.
void Run::findDivergence()
{
    m_status = RunStatus::Diverged;
    if (m_t - m_checkpoint.t <= 1 || lossStride(m_t - 1) == 1)
        return;
    m_engine.setFactors(m_checkpoint.factors);
    m_t = m_checkpoint.t;
    do
        step(1);
    while (!hasBlownUp());
}

void Run::look()
{
    const double value = quickSample().loss;
    m_bucket.min = m_looks == 0 ? value : std::min(m_bucket.min, value);
    m_bucket.max = m_looks == 0 ? value : std::max(m_bucket.max, value);
    m_bucket.mean += value;
    ++m_looks;
    if (isSampled(m_t) || m_status == RunStatus::Diverged) {
        m_bucket.mean /= static_cast<double>(m_looks);
        m_bucket.end = m_t;
        m_history.loss.push_back(m_bucket);
        m_history.samples.push_back(sample());
        m_bucket = {};
        m_looks = 0;
    }
    if (lossStride(m_t) > 1)
        m_checkpoint = {m_t, m_engine.factors()};
}

const Compression& Run::compressed() const
{
    m_engine.compress(m_compression.p.data(), m_compression.cx.data(), m_compression.q.data(),
                      m_compression.cy.data());
    return m_compression;
}

QuickSample Run::quickSample() const
{
    return {loss(compressed()), m_engine.xNorm2(), m_engine.yNorm2()};
}

Sample Run::sample() const
{
    const Smoothing noise = smoothing(m_problem->d1(), m_problem->d2(), methodOf(m_spec));
    const MeasureContext context{m_t, m_problem->d1(), m_problem->d2(), gamma2(noise).value_or(1.0)};
    return measure(compressed(), context);
}

} // namespace hyperdrift
