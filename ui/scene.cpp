#include "ui/scene.h"

#include "core/run/pacing.h"
#include "core/theory/smoothing.h"

#include <algorithm>

namespace hyperdrift::ui {

namespace {

// Without a time constant nothing moves after the fit: this shows the fit at the left and the rest that
// follows.
constexpr double horizonWithoutTimeConstant = 1000;
constexpr double leastHorizon = 200;
// Beyond this the predicted path would take noticeable time to follow; the axis then grows with the run.
constexpr double greatestHorizon = 2e6;
// More than the columns of any picture of one ghost among eight.
constexpr std::int64_t ghostPoints = 1500;

void ingestRun(RunTrace& trace, const RunFrame& frame)
{
    trace.spec = frame.spec;
    trace.iteration = frame.iteration;
    trace.status = frame.status;
    trace.current = frame.current;
    trace.prediction = frame.prediction;
    trace.timeConstantsPassed = frame.timeConstantsPassed;
    auto& history = trace.history;
    history.samples.insert(history.samples.end(), frame.samples.begin(), frame.samples.end());
    history.loss.insert(history.loss.end(), frame.loss.begin(), frame.loss.end());
    if (frame.pathChanged)
        trace.path = frame.path;
    if (frame.matrices)
        trace.matrices = frame.matrices;
    trace.planeNow = frame.planeNow;
    trace.planeLimit = frame.planeLimit;
}

/// What annealing has left of σ².
double shareOfNoise(const RunTrace& run)
{
    const bool isAnnealed = run.spec.method == MethodKind::PerturbedGd && run.spec.noise.anneal;
    return isAnnealed ? annealedShare(*run.spec.noise.anneal, static_cast<double>(run.iteration)) : 1;
}

} // namespace

Smoothing noiseNow(const RunTrace& run)
{
    const double share = shareOfNoise(run);
    return {share * run.prediction.a.value_or(0), share * run.prediction.b.value_or(0)};
}

Ghost ghostOf(const Scene& scene, const Experiment& recipe)
{
    Ghost ghost;
    ghost.head = scene.head;
    ghost.recipe = recipe;
    ghost.recipe.steps = scene.head;
    for (const RunTrace& run : scene.runs) {
        const bool isAtHead = scene.iteration == scene.head || run.status == RunStatus::Diverged;
        const Sample& last =
            isAtHead || run.history.samples.empty() ? run.current : run.history.samples.back();
        ghost.runs.push_back({run.spec.name, last.iteration, last, thinned(run.history, ghostPoints)});
    }
    return ghost;
}

void ingest(Scene& scene, const Frame& frame)
{
    if (frame.runs.empty())
        return;
    if (frame.restarted) {
        scene.runs.clear();
        scene.plane.reset();
        ++scene.recording;
    }
    scene.problem = frame.problem;
    scene.isReduced = frame.isReduced;
    if (frame.plane)
        scene.plane = frame.plane;
    scene.edits = frame.edits;
    scene.runs.resize(frame.runs.size());
    scene.iteration = frame.iteration;
    scene.head = frame.head;
    if (frame.keptTo) {
        ++scene.branch;
        for (RunTrace& run : scene.runs)
            cutHistory(run.history, *frame.keptTo);
    }
    for (std::size_t i = 0; i < frame.runs.size(); ++i)
        ingestRun(scene.runs[i], frame.runs[i]);
}

bool isVeiled(const Scene& scene)
{
    return std::any_of(scene.runs.begin(), scene.runs.end(),
                       [](const RunTrace& run) { return run.isVeiled; });
}

double timeHorizon(std::optional<double> slowestTimeConstant, std::int64_t iteration)
{
    const double wanted =
        slowestTimeConstant ? settledTimeConstants * *slowestTimeConstant : horizonWithoutTimeConstant;
    return std::max(std::clamp(wanted, leastHorizon, greatestHorizon), static_cast<double>(iteration));
}

double timeHorizon(const Scene& scene)
{
    return timeHorizon(slowestTimeConstant(scene), scene.head);
}

std::optional<double> timeConstantsPassed(const Scene& scene)
{
    std::optional<double> fewest;
    for (const RunTrace& run : scene.runs) {
        if (run.timeConstantsPassed)
            fewest = std::min(fewest.value_or(*run.timeConstantsPassed), *run.timeConstantsPassed);
    }
    return fewest;
}

std::optional<double> slowestTimeConstant(const Scene& scene)
{
    std::optional<double> slowest;
    for (const RunTrace& run : scene.runs)
        slowest = std::max(slowest, run.prediction.timeConstant); // a run that has none is less than any
    return slowest;
}

std::optional<double> slowestTimeConstantNow(const Scene& scene)
{
    std::optional<double> slowest;
    for (const RunTrace& run : scene.runs) {
        if (run.prediction.timeConstant)
            slowest = std::max(slowest.value_or(0), *run.prediction.timeConstant / shareOfNoise(run));
    }
    return slowest;
}

} // namespace hyperdrift::ui
