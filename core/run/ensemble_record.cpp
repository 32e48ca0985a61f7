#include "core/run/ensemble_record.h"

#include "core/run/parallel.h"

#include <limits>

namespace hyperdrift {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Each instant's numbers have a summary of their own: any thread may make it. The numbers are given up.
std::vector<QuantileSummary> summaries(std::vector<std::vector<double>>& rows, int threads)
{
    std::vector<QuantileSummary> result(rows.size());
    inParallel(static_cast<std::int64_t>(rows.size()), threads, [&](std::int64_t i) {
        const auto instant = static_cast<std::size_t>(i);
        result[instant] = summarize(std::move(rows[instant]));
    });
    return result;
}

} // namespace

EnsembleRecord::EnsembleRecord(std::int64_t members, std::size_t instants)
    : m_ends(static_cast<std::size_t>(members)), m_ended(m_ends.size()), m_told(m_ends.size()),
      m_loss(instants, std::vector<double>(m_ends.size(), nan)), m_ratio(m_loss), m_imbalance(m_loss)
{
}

void EnsembleRecord::note(std::size_t instant, std::int64_t member, const QuickSample& sample)
{
    const auto i = static_cast<std::size_t>(member);
    m_loss[instant][i] = sample.loss;
    m_ratio[instant][i] = sample.yNorm2 > 0 ? sample.xNorm2 / sample.yNorm2 : nan;
    m_imbalance[instant][i] = sample.xNorm2 - sample.yNorm2;
}

void EnsembleRecord::end(EnsembleMember member)
{
    const auto i = static_cast<std::size_t>(member.index);
    m_ends[i] = std::move(member);
    m_ended[i].store(true, std::memory_order_release);
}

void EnsembleRecord::takeNewEnds(std::size_t run, std::vector<EnsembleEnd>& ends)
{
    for (std::size_t i = m_allTold; i < m_ends.size(); ++i) {
        if (m_told[i] != 0 || !m_ended[i].load(std::memory_order_acquire))
            continue;
        m_told[i] = 1;
        const EnsembleMember& member = m_ends[i];
        ends.push_back({run, member.index, member.ending, member.last.xNorm2, member.last.yNorm2});
    }
    while (m_allTold < m_told.size() && m_told[m_allTold] != 0)
        ++m_allTold;
}

void EnsembleRecord::sumUp(EnsembleRun& run, const std::vector<std::int64_t>& instants, int threads)
{
    sumUpEnds(run);
    run.bands.iterations = instants;
    run.bands.loss = summaries(m_loss, threads);
    run.bands.ratio = summaries(m_ratio, threads);
    run.bands.imbalance = summaries(m_imbalance, threads);
}

void EnsembleRecord::sumUpEnds(EnsembleRun& run)
{
    for (std::size_t i = 0; i < m_ends.size(); ++i)
        if (m_ended[i])
            run.members.push_back(std::move(m_ends[i]));
    std::vector<const Sample*> finals;
    for (const EnsembleMember& member : run.members) {
        run.finished += member.ending == Ending::Finished ? 1 : 0;
        run.diverged += member.ending == Ending::Diverged ? 1 : 0;
        run.stopped += member.ending == Ending::Stopped ? 1 : 0;
        if (member.ending == Ending::Finished)
            finals.push_back(&member.last);
    }
    run.final = finals.empty() ? noStatistics(run.members.front().last) : statisticsOf(finals);
}

} // namespace hyperdrift
