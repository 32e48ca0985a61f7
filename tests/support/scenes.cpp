#include "tests/support/scenes.h"

#include "core/theory/landscape.h"
#include "ui/live_recording.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

/// All that a picture may wish for.
Wishes everything(const Experiment& experiment)
{
    Wishes wishes;
    for (std::size_t run = 0; run < experiment.runs.size(); ++run)
        wishes.matricesOf.push_back(static_cast<int>(run));
    wishes.grid = {256, 256};
    wishes.plane = true;
    return wishes;
}

} // namespace

Scene sceneAfter(const Experiment& experiment, std::int64_t iterations)
{
    return sceneAfter(experiment, iterations, iterations);
}

Scene sceneAfter(const Experiment& experiment, std::int64_t iterations, std::int64_t shown)
{
    LiveRecording recording(experiment, std::make_shared<const Problem>(makeProblem(experiment.problem)));
    recording.advance(iterations, [] { return true; });
    while (!recording.followPaths(1)) {
    }
    recording.seek(shown, [] { return true; });
    Scene scene;
    while (!recording.followPlane(1, true)) {
    }
    ingest(scene, recording.takeFrame(everything(experiment)));
    return scene;
}

std::shared_ptr<const Ghost> ghostOf(const Scene& scene, std::uint64_t id, const std::string& letter,
                                     std::int64_t from)
{
    auto ghost = std::make_shared<Ghost>();
    ghost->id = id;
    ghost->letter = letter;
    ghost->title = "what was, " + letter;
    ghost->from = from;
    ghost->head = scene.head;
    for (const RunTrace& run : scene.runs)
        ghost->runs.push_back({run.spec.name, run.iteration, run.current, thinned(run.history, 1500)});
    return ghost;
}

void goBack(Scene& scene, std::int64_t iteration)
{
    scene.iteration = iteration;
    for (RunTrace& run : scene.runs) {
        const auto& samples = run.history.samples;
        const auto at = std::find_if(samples.begin(), samples.end(),
                                     [&](const Sample& sample) { return sample.iteration == iteration; });
        if (at == samples.end())
            continue;
        run.iteration = iteration;
        run.current = *at;
    }
}

Scene emptyRuns()
{
    Scene scene;
    scene.problem = {20, 30, 1, {1.0}, 0};
    scene.recording = 1;
    scene.runs.resize(2);
    scene.runs[0].spec.name = "GD";
    RunTrace& noisy = scene.runs[1];
    noisy.spec.name = "Perturbed GD";
    noisy.spec.method = MethodKind::PerturbedGd;
    Prediction& prediction = noisy.prediction;
    prediction.a = 0.075;
    prediction.b = 0.05;
    prediction.gamma2 = 2.0 / 3;
    prediction.tau = std::sqrt(0.075 * 0.05);
    prediction.lossFloor = 2.54e-3;
    prediction.imbalance = -0.383;
    prediction.ratio = 0.667;
    prediction.timeConstant = 417;
    prediction.sdImbalance = 0.0145;
    prediction.limitPoints = {{0.8755, 1.0722}};
    return scene;
}

void addSample(Scene& scene, std::size_t run, std::int64_t iteration, double x, double y)
{
    RunTrace& trace = scene.runs[run];
    Sample sample;
    sample.iteration = iteration;
    sample.loss = landscapeValue({scene.problem.spectrum.front(), 0, 0}, x, y);
    sample.xNorm2 = x * x;
    sample.yNorm2 = y * y;
    sample.ratio = x * x / (y * y);
    sample.imbalance = x * x - y * y;
    const double gamma2 = trace.prediction.gamma2.value_or(1);
    sample.gap = std::abs(1 - gamma2 / sample.ratio);
    sample.lambdaMax = x * x + y * y;
    sample.trace = static_cast<double>(scene.problem.d2) * sample.xNorm2 +
                   static_cast<double>(scene.problem.d1) * sample.yNorm2;
    sample.gradNorm = std::sqrt(2 * sample.loss * sample.lambdaMax);
    sample.theta = {std::log(std::abs(x / y))};
    sample.singularValues = {std::abs(x * y)};
    sample.plane = {{x, y}};
    trace.history.samples.push_back(sample);
    trace.history.loss.push_back({iteration, sample.loss, sample.loss, sample.loss});
    trace.current = sample;
    trace.iteration = iteration;
    scene.iteration = std::max(scene.iteration, iteration);
    scene.head = std::max(scene.head, iteration);
}

} // namespace hyperdrift::ui
