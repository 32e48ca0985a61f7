#include "tests/bench/recording_timing.h"

#include "core/dynamics/isa.h"
#include "core/measure/trail.h"
#include "core/run/recording.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>

namespace hyperdrift::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int seeksOfAKind = 50;
constexpr double megabyte = 1 << 20;
// Beside the record: what the allocator keeps between its blocks and what vectors hold in reserve.
constexpr double mostResidentOverRecord = 2.0;

const Recording::GoOn always = [] { return true; };

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// 0 where the system does not tell.
double residentMegabytes()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        double kilobytes = 0;
        if (word == "VmRSS:" && status >> kilobytes)
            return kilobytes / 1024;
    }
    return 0;
}

void advanceTo(Recording& recording, std::int64_t t)
{
    while (recording.head() < t)
        recording.advance(t - recording.head(), always);
}

const char* mark(bool kept)
{
    return kept ? "" : " **missed**";
}

// --- seeks

struct SeekCase {
    std::string name;
    std::int64_t d1;
    std::int64_t d2;
    int rank;
    std::int64_t steps;
    double mostMilliseconds; ///< a seek; the one limit of the bench that is a time of its own
};

const std::vector<SeekCase>& seekCases()
{
    static const std::vector<SeekCase> all = {
        {"20×30, r = 1, 10⁷", 20, 30, 1, 10'000'000, 100},
        {"200×300, r = 10, 10⁶", 200, 300, 10, 1'000'000, 1000},
    };
    return all;
}

/// The default experiment, GD beside perturbed GD, at that size.
Recording recordingOf(std::int64_t d1, std::int64_t d2, int rank, EngineKind engine)
{
    Experiment experiment = defaultExperiment();
    experiment.problem.d1 = d1;
    experiment.problem.d2 = d2;
    experiment.problem.rank = rank;
    experiment.problem.spectrum.resize(static_cast<std::size_t>(rank));
    for (int i = 0; i < rank; ++i)
        experiment.problem.spectrum[static_cast<std::size_t>(i)] = 1 - 0.5 * i / rank;
    experiment.engine = engine;
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    return {experiment, problem};
}

/// Milliseconds until iteration t is shown and measured.
double seekMilliseconds(Recording& recording, std::int64_t t)
{
    const Clock::time_point begin = Clock::now();
    recording.seek(t, always);
    for (std::size_t run = 0; run < recording.runCount(); ++run)
        recording.run(run).sample();
    return 1e3 * secondsSince(begin);
}

std::int64_t fromKeyframe(const Recording& recording, std::int64_t t)
{
    return t - recording.keyframes().lastUpTo(lastSampled(t)).t;
}

/// Those right before a sample or a keyframe, whichever are further apart: from there the way is longest.
std::vector<std::int64_t> farthestInstants(const Recording& recording)
{
    const std::int64_t head = recording.head();
    const std::int64_t apart = std::max(recording.keyframes().spacing(), sampleStride(head));
    std::vector<std::int64_t> instants;
    for (int i = 0; i < seeksOfAKind; ++i)
        instants.push_back(head / apart * (seeksOfAKind - i) / seeksOfAKind * apart - 1);
    return instants;
}

std::vector<std::int64_t> drawnInstants(const Recording& recording)
{
    std::mt19937_64 random(1);
    std::vector<std::int64_t> instants;
    for (int i = 0; i < seeksOfAKind; ++i)
        instants.push_back(
            static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(recording.head())));
    return instants;
}

struct SeekTimes {
    double median = 0;   ///< ms
    double greatest = 0; ///< ms
    std::int64_t furthest = 0;
};

SeekTimes timeSeeks(Recording& recording, const std::vector<std::int64_t>& instants)
{
    SeekTimes times;
    std::vector<double> all;
    for (const std::int64_t t : instants) {
        all.push_back(seekMilliseconds(recording, t));
        times.furthest = std::max(times.furthest, fromKeyframe(recording, t));
    }
    std::sort(all.begin(), all.end());
    times.median = all[all.size() / 2];
    times.greatest = all.back();
    return times;
}

bool printSeekRow(const SeekCase& c)
{
    Recording recording = recordingOf(c.d1, c.d2, c.rank, EngineKind::Full);
    const Clock::time_point begin = Clock::now();
    advanceTo(recording, c.steps);
    const double took = secondsSince(begin);
    const SeekTimes drawn = timeSeeks(recording, drawnInstants(recording));
    const SeekTimes far = timeSeeks(recording, farthestInstants(recording));
    const double greatest = std::max(drawn.greatest, far.greatest);
    const Keyframes& keyframes = recording.keyframes();
    const bool fast = greatest <= c.mostMilliseconds;
    const bool small = keyframes.bytes() <= Keyframes::standardBytes;
    std::printf("| %s | %.1f | %zu, every %lld | %.1f (%.0f)%s | %.2f | %.2f, %lld | %.2f (%.0f)%s |\n",
                c.name.c_str(), took, keyframes.count(), static_cast<long long>(keyframes.spacing()),
                static_cast<double>(keyframes.bytes()) / megabyte,
                static_cast<double>(Keyframes::standardBytes) / megabyte, mark(small), drawn.median,
                far.median, static_cast<long long>(far.furthest), greatest, c.mostMilliseconds, mark(fast));
    return fast && small;
}

// --- memory

/// What of a recording grows.
struct Held {
    std::size_t samples = 0; ///< of all runs, as the others
    std::size_t buckets = 0;
    std::size_t trailPoints = 0;
    std::size_t keyframes = 0;
    double megabytes = 0; ///< of them all
};

/// With the trails that the landscape draws.
Held heldBy(const Recording& recording, std::vector<Trail>& trails)
{
    Held held;
    held.keyframes = recording.keyframes().count();
    double bytes = static_cast<double>(recording.keyframes().bytes());
    for (std::size_t run = 0; run < recording.runCount(); ++run) {
        const History& history = recording.headRun(run).history();
        appendTrail(trails[run], history, 0);
        held.samples += history.samples.size();
        held.buckets += history.loss.size();
        held.trailPoints += trails[run].points.size();
        for (const Sample& sample : history.samples)
            bytes += static_cast<double>(
                sizeof(Sample) + sizeof(double) * (sample.singularValues.size() + sample.theta.size()) +
                sizeof(PlanePoint) * sample.plane.size());
    }
    bytes += static_cast<double>(sizeof(LossBucket) * held.buckets + sizeof(TrailPoint) * held.trailPoints);
    held.megabytes = bytes / megabyte;
    return held;
}

/// 4096 samples and 2048 a doubling from there on, the start among them.
std::size_t mostSamples(std::int64_t t, std::size_t runs)
{
    std::size_t most = 4097;
    for (std::int64_t reached = 4096; reached < t; reached *= 2)
        most += 2048;
    return runs * most;
}

} // namespace

bool printSeeks()
{
    std::printf(
        "Back to a past instant of GD and perturbed GD, full engine, kernels for %s, measured there: %d "
        "instants drawn, %d as far from a keyframe as there are. Limits in brackets.\n\n",
        isaName(nativeIsa()).data(), seeksOfAKind, seeksOfAKind);
    std::printf("| d1×d2, rank, iterations | recorded in, s | keyframes | their MB | drawn: median, ms | "
                "farthest: median, ms, iterations replayed | slowest of all, ms |\n"
                "|---|---|---|---|---|---|---|\n");
    bool kept = true;
    for (const SeekCase& c : seekCases())
        kept = printSeekRow(c) && kept;
    std::printf("\n");
    return kept;
}

bool printMemory()
{
    Recording recording = recordingOf(20, 30, 1, EngineKind::Reduced);
    std::vector<Trail> trails(recording.runCount());
    const double before = residentMegabytes();
    std::printf("GD and perturbed GD, 20×30, rank 1, reduced engine, one recording.\n\n"
                "| iterations | resident, MB | the record, MB | samples | loss buckets | trail points | "
                "keyframes |\n|---|---|---|---|---|---|---|\n");
    const Clock::time_point begin = Clock::now();
    bool kept = true;
    for (std::int64_t t = 1000; t <= 1'000'000'000; t *= 10) {
        advanceTo(recording, t);
        const Held held = heldBy(recording, trails);
        const double resident = residentMegabytes();
        const bool bounded = held.samples <= mostSamples(t, recording.runCount()) &&
                             held.buckets == held.samples && held.keyframes <= Keyframes::mostFrames;
        const bool slim = resident - before <= mostResidentOverRecord * held.megabytes + 2;
        std::printf("| %lld | %.1f%s | %.2f | %zu%s | %zu | %zu | %zu |\n", static_cast<long long>(t),
                    resident, mark(slim), held.megabytes, held.samples, mark(bounded), held.buckets,
                    held.trailPoints, held.keyframes);
        std::fflush(stdout);
        kept = kept && bounded && slim;
    }
    std::printf("\nRecorded in %.0f s.\n", secondsSince(begin));
    return kept;
}

} // namespace hyperdrift::bench
