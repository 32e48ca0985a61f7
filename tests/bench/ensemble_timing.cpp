#include "tests/bench/ensemble_timing.h"

#include "core/run/ensemble.h"
#include "core/run/parallel.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

namespace hyperdrift::bench {

namespace {

constexpr int rounds = 7;
constexpr std::int64_t members = 1000;
constexpr double leastSpeedUp = 1.8;

struct EnsembleCase {
    std::string name;
    std::int64_t d; ///< d1 = d2
    int rank;
    EngineKind engine;
    std::int64_t steps;
    double mostNanoseconds; ///< a member and iteration with one thread; 0: none required
};

const std::vector<EnsembleCase>& ensembleCases()
{
    static const std::vector<EnsembleCase> all = {
        {"reduced, d = 10⁶, r = 1", 1'000'000, 1, EngineKind::Reduced, 10'000, 50},
        {"reduced, d = 20, r = 1", 20, 1, EngineKind::Reduced, 10'000, 50},
        {"full, d = 20, r = 1", 20, 1, EngineKind::Full, 2'000, 0},
        {"reduced, d = 10⁶, r = 2", 1'000'000, 2, EngineKind::Reduced, 500, 0},
    };
    return all;
}

Experiment experimentOf(const EnsembleCase& c)
{
    Experiment experiment = defaultExperiment();
    experiment.runs.erase(experiment.runs.begin()); // perturbed GD is left
    experiment.problem.d1 = experiment.problem.d2 = c.d;
    experiment.problem.rank = c.rank;
    experiment.problem.spectrum.assign(static_cast<std::size_t>(c.rank), 1.0);
    experiment.runs[0].noise.sigma1 = experiment.runs[0].noise.sigma2 = c.d > 1000 ? 3e-4 : 0.05;
    experiment.engine = c.engine;
    experiment.steps = c.steps;
    return experiment;
}

/// Nanoseconds a member and iteration, all included: starts, looks, measuring, quantiles.
double nanoseconds(const Experiment& experiment, const std::shared_ptr<const Problem>& problem, int threads)
{
    using Clock = std::chrono::steady_clock;
    EnsembleRequest request{.experiment = experiment, .problem = problem};
    request.members = members;
    request.threads = threads;
    const Clock::time_point begin = Clock::now();
    runEnsemble(request);
    const double took = std::chrono::duration<double, std::nano>(Clock::now() - begin).count();
    return took / static_cast<double>(members * experiment.steps);
}

const char* mark(bool kept)
{
    return kept ? "" : " **missed**";
}

/// One row; false when a required number is missed.
bool printRow(const EnsembleCase& c)
{
    const Experiment experiment = experimentOf(c);
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    double one = std::numeric_limits<double>::infinity();
    double two = one;
    for (int round = 0; round < rounds; ++round) {
        one = std::min(one, nanoseconds(experiment, problem, 1));
        two = std::min(two, nanoseconds(experiment, problem, 2));
    }
    const bool fast = c.mostNanoseconds == 0 || one <= c.mostNanoseconds;
    const bool shared = coreCount() < 2 || one / two >= leastSpeedUp;
    std::printf("| %s | %.1f", c.name.c_str(), one);
    if (c.mostNanoseconds > 0)
        std::printf(" (%.0f)%s", c.mostNanoseconds, mark(fast));
    std::printf(" | %.1f | %.2f (%.1f)%s |\n", two, one / two, leastSpeedUp, mark(shared));
    return fast && shared;
}

} // namespace

bool printEnsembles()
{
    std::printf("Ensembles of %lld members of perturbed GD, ns a member and iteration, all included; kernels "
                "for %s. Least of %d rounds in turns. Required in brackets.\n\n",
                static_cast<long long>(members), isaName(nativeIsa()).data(), rounds);
    std::printf("| engine, size | 1 thread | 2 threads | 1 thread / 2 threads |\n|---|---|---|---|\n");
    bool kept = true;
    for (const EnsembleCase& c : ensembleCases())
        kept = printRow(c) && kept;
    return kept;
}

} // namespace hyperdrift::bench
