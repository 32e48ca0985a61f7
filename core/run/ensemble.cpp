#include "core/run/ensemble.h"

#include "core/measure/history.h"
#include "core/model/engine_choice.h"
#include "core/model/error.h"
#include "core/run/ensemble_record.h"
#include "core/run/itinerary.h"
#include "core/run/pacing.h"
#include "core/run/parallel.h"
#include "core/run/rank_one_runs.h"
#include "core/run/run.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

namespace hyperdrift {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds betweenTellings{100};
constexpr std::int64_t lanesBlock = 32; ///< members side by side: a few vectors for each thread
constexpr std::int64_t lineBlock = 8;   ///< members whose numbers share a cache line
constexpr std::int64_t manyBlocks = 16; ///< for each thread: enough that all end at about the same time
constexpr std::int64_t mostBandBytes = 256 << 20; ///< of all runs' instants, before they are summed up
constexpr std::int64_t mostEngineBytes = 2LL
                                         << 30U; ///< of all threads' engines, unless a number is asked for
constexpr std::int64_t copiesOfFactors = 6;      ///< start, checkpoint, and the engine's own

/// As many instants as the memory allows, each with three numbers of every member and run.
std::vector<std::int64_t> instantsOf(const EnsembleRequest& request)
{
    const auto runs = static_cast<std::int64_t>(request.experiment.runs.size());
    const std::int64_t bytes = 3 * static_cast<std::int64_t>(sizeof(double)) * request.members * runs;
    return thinnedIterations(request.experiment.steps, std::min(maxInstants, mostBandBytes / bytes));
}

int threadsOf(const EnsembleRequest& request)
{
    if (request.threads > 0)
        return request.threads;
    const int cores = std::max(1, coreCount() - request.spareCores);
    const Problem& problem = *request.problem;
    if (engineFor(request.experiment, problem.directions()) == EngineKind::Reduced)
        return cores;
    const std::int64_t entries = (problem.d1() + problem.d2()) * problem.rank;
    const std::int64_t bytes = entries * static_cast<std::int64_t>(sizeof(double)) * copiesOfFactors;
    return static_cast<int>(std::clamp<std::int64_t>(mostEngineBytes / bytes, 1, cores));
}

void refuse(const Violation& violation)
{
    if (violation)
        throw InputError({"", *violation});
}

class Ensemble {
public:
    explicit Ensemble(const EnsembleRequest& request)
        : m_request(request), m_experiment(request.experiment), m_threads(threadsOf(request)),
          m_instants(instantsOf(request)),
          m_block(request.members >= lineBlock * manyBlocks * m_threads ? lineBlock : 1),
          m_total(request.members * static_cast<std::int64_t>(m_experiment.runs.size()) * m_experiment.steps)
    {
        for (std::size_t run = 0; run < m_experiment.runs.size(); ++run) {
            const bool lanes = RankOneRuns::serves(m_experiment, run, *request.problem);
            m_runs.push_back({itineraryOf(m_experiment, run, m_instants),
                              lanes,
                              EnsembleRecord(request.members, m_instants.size()),
                              {}});
            m_block = lanes ? lanesBlock : m_block;
        }
    }

    std::vector<EnsembleRun> results()
    {
        const std::int64_t members = m_request.members;
        inParallel((members + m_block - 1) / m_block, m_threads, [&](std::int64_t block) {
            const std::int64_t first = block * m_block;
            guardedBlock(first, std::min(members, first + m_block));
        });
        tellEnds();
        std::vector<EnsembleRun> results;
        for (RunWork& run : m_runs) {
            run.record.sumUp(run.result, m_instants, m_threads);
            results.push_back(std::move(run.result));
        }
        return results;
    }

private:
    /// One run of the experiment in all members.
    struct RunWork {
        std::vector<Stop> stops;
        bool inLanes;
        EnsembleRecord record;
        EnsembleRun result; ///< spec and origin are written by member 0's thread
    };

    bool isStopped() const { return m_failed || (m_request.cancel != nullptr && *m_request.cancel); }

    void guardedBlock(std::int64_t first, std::int64_t end)
    {
        try {
            runBlock(first, end);
        } catch (...) {
            m_failed = true; // the other threads' members need not come to their ends
            throw;
        }
    }

    void runBlock(std::int64_t first, std::int64_t end)
    {
        std::vector<RankOneRuns> lanes;
        for (std::size_t run = 0; run < m_runs.size(); ++run)
            lanes.emplace_back(m_request.problem, m_experiment.runs[run], m_request.isa);
        std::int64_t begun = first;
        for (; begun < end && !(begun > 0 && isStopped()); ++begun) {
            const Experiment member = memberOf(m_experiment, m_request.vary, begun);
            const RunStart start = makeRunStart(member, *m_request.problem);
            for (std::size_t run = 0; run < m_runs.size(); ++run) {
                if (m_runs[run].inLanes)
                    lanes[run].add(compressed(*m_request.problem, start), member.runs[run].seed);
                else
                    runAlone(m_runs[run], begun,
                             Run(m_request.problem, start, member.runs[run], m_request.isa, KeepHistory::No));
            }
        }
        for (std::size_t run = 0; run < m_runs.size(); ++run)
            if (m_runs[run].inLanes && begun > first)
                runInLanes(m_runs[run], first, lanes[run]);
    }

    void runAlone(RunWork& work, std::int64_t index, Run run)
    {
        if (index == 0)
            work.result.origin = run.compressed();
        const auto onEdits = [&] {
            if (index == 0)
                work.result.origin = run.compressed();
        };
        walk(run, 1, work.stops, onEdits,
             [&](std::size_t instant) { work.record.note(instant, index, run.quickSample()); });
        if (index == 0)
            work.result.spec = run.spec();
        work.record.end({index, endingOf(run.status(), run.iteration()), run.iteration(), run.sample()});
    }

    void runInLanes(RunWork& work, std::int64_t first, RankOneRuns& runs)
    {
        const auto count = static_cast<std::int64_t>(runs.size());
        const auto keepOrigin = [&] {
            if (first == 0 && runs.status(0) == RunStatus::Running) {
                work.result.origin = runs.compressed(0);
                work.result.spec = runs.spec();
            }
        };
        if (first == 0) {
            work.result.origin = runs.compressed(0);
            work.result.spec = runs.spec();
        }
        walk(runs, count, work.stops, keepOrigin, [&](std::size_t instant) {
            for (std::size_t i = 0; i < runs.size(); ++i)
                if (runs.status(i) == RunStatus::Running)
                    work.record.note(instant, first + static_cast<std::int64_t>(i), runs.quickSample(i));
        });
        for (std::size_t i = 0; i < runs.size(); ++i)
            work.record.end({first + static_cast<std::int64_t>(i),
                             endingOf(runs.status(i), runs.iteration(i)), runs.iteration(i), runs.sample(i)});
    }

    Ending endingOf(RunStatus status, std::int64_t iterations) const
    {
        if (status == RunStatus::Diverged)
            return Ending::Diverged;
        return iterations < m_experiment.steps ? Ending::Stopped : Ending::Finished;
    }

    /// Takes `walker`, `members` of them at once, from stop to stop, to its end, its divergence, or where it
    /// is cancelled.
    template<typename Walker, typename OnEdits, typename OnInstant>
    void walk(Walker& walker, std::int64_t members, const std::vector<Stop>& stops, const OnEdits& onEdits,
              const OnInstant& onInstant)
    {
        std::int64_t chunk = 1;
        for (const Stop& stop : stops) {
            advanceTo(walker, members, stop.at, chunk);
            if (walker.iteration() < stop.at || !walker.isRunning())
                break;
            for (const PendingEdit& pending : stop.edits)
                walker.apply(*pending.edit, pending.pointer);
            if (!stop.edits.empty())
                onEdits();
            if (stop.instant)
                onInstant(*stop.instant);
        }
        report(members * (m_experiment.steps - walker.iteration())); // nothing is left to do of it
    }

    /// In chunks, so that a cancellation is seen in time. Where they end makes no difference to a number:
    /// they end where a run looks whether it has diverged, anyway.
    template<typename Walker>
    void advanceTo(Walker& walker, std::int64_t members, std::int64_t target, std::int64_t& chunk)
    {
        while (walker.iteration() < target && walker.isRunning() && !isStopped()) {
            const Clock::time_point began = Clock::now();
            const std::int64_t t = walker.iteration();
            const std::int64_t nextLook = t - t % lossStride(t) + lossStride(t);
            const std::int64_t far = t + chunk - (t + chunk) % lossStride(t + chunk);
            walker.advance(std::min(target, std::max(nextLook, far)) - t);
            report(members * (walker.iteration() - t));
            chunk = nextChunk(chunk, std::chrono::duration<double>(Clock::now() - began).count());
        }
    }

    void report(std::int64_t iterations)
    {
        const std::int64_t done = m_done += iterations;
        if (std::this_thread::get_id() != m_caller)
            return;
        if (m_request.progress && m_total > 0)
            m_request.progress(done, m_total);
        if (Clock::now() - m_told >= betweenTellings)
            tellEnds();
    }

    /// By the calling thread.
    void tellEnds()
    {
        if (!m_request.ended)
            return;
        m_told = Clock::now();
        std::vector<EnsembleEnd> ends;
        for (std::size_t run = 0; run < m_runs.size(); ++run)
            m_runs[run].record.takeNewEnds(run, ends);
        m_request.ended(ends);
    }

    const EnsembleRequest& m_request;
    const Experiment& m_experiment;
    int m_threads;
    std::vector<std::int64_t> m_instants;
    std::vector<RunWork> m_runs;
    std::int64_t m_block; ///< members that one piece of the work has
    std::int64_t m_total;
    std::atomic<std::int64_t> m_done{0};
    std::atomic<bool> m_failed{false};
    std::thread::id m_caller = std::this_thread::get_id();
    Clock::time_point m_told = Clock::now();
};

} // namespace

std::optional<double> logRatioOf(const EnsembleEnd& end)
{
    if (end.ending != Ending::Finished || !(end.xNorm2 > 0) || !(end.yNorm2 > 0))
        return std::nullopt;
    return std::log(end.xNorm2 / end.yNorm2);
}

Violation checkMembers(std::int64_t members, std::size_t runs)
{
    const std::int64_t most = maxEnsembleRuns / static_cast<std::int64_t>(std::max<std::size_t>(1, runs));
    if (members >= 1 && members <= most)
        return {};
    return butIs("≥ 1 and ≤ " + std::to_string(maxEnsembleRuns) +
                     "/(runs of the experiment) = " + std::to_string(most),
                 std::to_string(members));
}

Violation checkThreads(int threads)
{
    if (threads >= 1 && threads <= maxThreads)
        return {};
    return butIs("≥ 1 and ≤ " + std::to_string(maxThreads), std::to_string(threads));
}

std::vector<EnsembleRun> runEnsemble(const EnsembleRequest& request)
{
    refuse(checkMembers(request.members, request.experiment.runs.size()));
    if (request.threads != 0)
        refuse(checkThreads(request.threads));
    return Ensemble(request).results();
}

} // namespace hyperdrift
