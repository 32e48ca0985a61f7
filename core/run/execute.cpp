#include "core/run/execute.h"

#include "core/measure/running_stats.h"
#include "core/run/pacing.h"
#include "core/run/run.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace hyperdrift {

namespace {

double ratioOf(double xNorm2, double yNorm2)
{
    return yNorm2 > 0 ? xNorm2 / yNorm2 : std::numeric_limits<double>::quiet_NaN();
}

/// Statistics of the numbers that every iteration is looked at for.
struct QuickStats {
    RunningStats loss;
    RunningStats xNorm2;
    RunningStats yNorm2;
    RunningStats ratio;
    RunningStats imbalance;

    void add(const QuickSample& sample)
    {
        loss.add(sample.loss);
        xNorm2.add(sample.xNorm2);
        yNorm2.add(sample.yNorm2);
        ratio.add(ratioOf(sample.xNorm2, sample.yNorm2));
        imbalance.add(sample.xNorm2 - sample.yNorm2);
    }
};

/// Mean and sd of one number over samples, written into the same place of `average`'s mean and sd.
template<typename Member>
void averageMember(Average& average, const std::vector<const Sample*>& samples, const Member& member)
{
    RunningStats stats;
    for (const Sample* sample : samples)
        stats.add(member(*sample));
    member(average.mean) = stats.mean;
    member(average.sd) = stats.sd();
}

void averageRecorded(Average& average, const std::vector<const Sample*>& samples)
{
    const auto each = [&](const auto& member) { averageMember(average, samples, member); };
    each([](auto& sample) -> auto& { return sample.gap; });
    each([](auto& sample) -> auto& { return sample.gradNorm; });
    each([](auto& sample) -> auto& { return sample.lambdaMax; });
    each([](auto& sample) -> auto& { return sample.trace; });
    for (std::size_t k = 0; k < average.mean.singularValues.size(); ++k)
        each([k](auto& sample) -> auto& { return sample.singularValues[k]; });
    for (std::size_t k = 0; k < average.mean.theta.size(); ++k)
        each([k](auto& sample) -> auto& { return sample.theta[k]; });
}

void averageQuick(Average& average, const QuickStats& stats)
{
    const auto put = [&](double Sample::*member, const RunningStats& of) {
        average.mean.*member = of.mean;
        average.sd.*member = of.sd();
    };
    put(&Sample::loss, stats.loss);
    put(&Sample::xNorm2, stats.xNorm2);
    put(&Sample::yNorm2, stats.yNorm2);
    put(&Sample::ratio, stats.ratio);
    put(&Sample::imbalance, stats.imbalance);
}

/// One run on its way, with the edits that are still to come.
class Execution {
public:
    Execution(const Experiment& experiment, std::size_t index, const std::shared_ptr<const Problem>& problem,
              const RunStart& start, const ExecutionOptions& options)
        : m_run(problem, start, experiment.runs[index], options.isa), m_origin(m_run.compressed()),
          m_steps(experiment.steps),
          m_averageFrom(options.averageLast > 0 ? std::max<std::int64_t>(0, m_steps - options.averageLast)
                                                : m_steps)
    {
        for (std::size_t i = 0; i < experiment.edits.size(); ++i)
            if (experiment.edits[i].run == static_cast<int>(index))
                m_edits.push_back({&experiment.edits[i], "/edits/" + std::to_string(i)});
        applyDue();
    }

    /// Goes on to iteration t ≤ steps, or to where the run diverges.
    void advanceTo(std::int64_t t)
    {
        while (m_run.iteration() < t && m_run.status() == RunStatus::Running) {
            const std::int64_t edit = m_next < m_edits.size() ? m_edits[m_next].edit->at : t;
            advancePlainly(std::min(t, edit));
            applyDue();
        }
    }

    RunOutcome outcome() const
    {
        RunOutcome result{.spec = m_run.spec(), .iterations = m_run.iteration(), .origin = m_origin};
        if (!m_run.isReduced())
            result.factors = m_run.factors();
        if (m_run.status() == RunStatus::Diverged)
            result.ending = Ending::Diverged;
        else if (m_run.iteration() < m_steps)
            result.ending = Ending::Stopped;
        result.samples = m_run.history().samples;
        if (result.samples.empty() || result.samples.back().iteration != m_run.iteration())
            result.samples.push_back(m_run.sample());
        else
            result.samples.back() = m_run.sample(); // an edit may have come after the recorded look
        if (m_stats.loss.count > 0)
            result.average = average(result.samples);
        return result;
    }

private:
    struct PendingEdit {
        const Edit* edit;
        std::string pointer;
    };

    /// To iteration t with no edit on the way; from m_averageFrom on looking at every iteration.
    void advancePlainly(std::int64_t t)
    {
        m_run.advance(std::max<std::int64_t>(0, std::min(t, m_averageFrom) - m_run.iteration()));
        while (m_run.iteration() < t && m_run.status() == RunStatus::Running) {
            m_run.advance(1);
            m_stats.add(m_run.quickSample());
        }
    }

    void applyDue()
    {
        for (; m_next < m_edits.size() && m_edits[m_next].edit->at <= m_run.iteration() &&
               m_run.status() == RunStatus::Running;
             ++m_next) {
            m_run.apply(*m_edits[m_next].edit, m_edits[m_next].pointer);
            m_origin = m_run.compressed();
        }
    }

    Average average(const std::vector<Sample>& samples) const
    {
        Average result{.over = m_stats.loss.count, .mean = samples.back(), .sd = samples.back()};
        std::vector<const Sample*> recorded;
        for (const Sample& sample : samples)
            if (sample.iteration > m_averageFrom)
                recorded.push_back(&sample);
        averageQuick(result, m_stats);
        averageRecorded(result, recorded);
        return result;
    }

    Run m_run;
    Compression m_origin;
    std::int64_t m_steps;
    std::int64_t m_averageFrom; ///< the iterations after this one are averaged
    std::vector<PendingEdit> m_edits;
    std::size_t m_next = 0;
    QuickStats m_stats;
};

} // namespace

std::vector<RunOutcome> execute(const Experiment& experiment, const std::shared_ptr<const Problem>& problem,
                                const RunStart& start, const ExecutionOptions& options)
{
    std::vector<Execution> executions;
    executions.reserve(experiment.runs.size());
    for (std::size_t i = 0; i < experiment.runs.size(); ++i)
        executions.emplace_back(experiment, i, problem, start, options);

    std::int64_t chunk = 1;
    for (std::int64_t t = 0; t < experiment.steps && !(options.cancel != nullptr && *options.cancel);) {
        const auto began = std::chrono::steady_clock::now();
        t = std::min(experiment.steps, t + chunk);
        for (Execution& execution : executions)
            execution.advanceTo(t);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        chunk = nextChunk(chunk, took.count()); // no number depends on it
        if (options.progress)
            options.progress(t, experiment.steps);
    }

    std::vector<RunOutcome> outcomes;
    outcomes.reserve(executions.size());
    for (const Execution& execution : executions)
        outcomes.push_back(execution.outcome());
    return outcomes;
}

} // namespace hyperdrift
