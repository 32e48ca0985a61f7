#include "core/run/lesson_walk.h"

#include "core/measure/sample_value.h"
#include "core/model/method.h"
#include "core/model/problem.h"
#include "core/run/itinerary.h"
#include "core/run/run.h"
#include "core/run/start.h"
#include "core/theory/limit.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace hyperdrift {

namespace {

/// What theory says of the value of that name.
std::optional<double> predictedValue(const Prediction& prediction, const std::string& name)
{
    const auto [key, index] = splitSampleValue(name);
    if (key == "loss")
        return prediction.lossFloor;
    if (key == "x_norm2")
        return prediction.xNorm2;
    if (key == "y_norm2")
        return prediction.yNorm2;
    if (key == "ratio")
        return prediction.ratio;
    if (key == "imbalance")
        return prediction.imbalance;
    if (key == "lambda_max")
        return prediction.lambdaMax;
    if (key == "trace")
        return prediction.trace;
    const auto& values = prediction.singularValues;
    if (key == "singular_values" && values && static_cast<std::size_t>(index) < values->size())
        return (*values)[static_cast<std::size_t>(index)];
    return std::nullopt;
}

std::optional<double> targetOf(const LessonExpectation& expectation, const Prediction& prediction)
{
    switch (expectation.target) {
    case LessonExpectation::Target::Number:
        return expectation.number;
    case LessonExpectation::Target::Gamma2:
        return prediction.gamma2;
    case LessonExpectation::Target::Predicted:
        return predictedValue(prediction, expectation.value);
    }
    return std::nullopt;
}

CheckedExpectation check(const LessonExpectation& expectation, const Problem& problem, const WalkedRun& run)
{
    CheckedExpectation checked{.expectation = expectation};
    checked.measured = sampleValue(run.last, expectation.value);
    checked.target = targetOf(expectation, predict(problem, run.origin, methodOf(run.spec)));
    if (checked.target) {
        checked.tolerance = expectation.within * (expectation.relative ? std::abs(*checked.target) : 1.0);
        checked.holds = std::abs(checked.measured - *checked.target) <= checked.tolerance;
    }
    return checked;
}

bool isCancelled(const std::atomic<bool>* cancel)
{
    return cancel != nullptr && *cancel;
}

/// To iteration t, or to where the run diverges or is cancelled.
void advanceTo(Run& run, std::int64_t t, const std::atomic<bool>* cancel)
{
    constexpr std::int64_t mostAtOnce = 4096; // soon done at any size, so that Ctrl+C is not kept waiting
    while (run.iteration() < t && run.isRunning() && !isCancelled(cancel))
        run.advance(std::min(mostAtOnce, t - run.iteration()));
}

WalkedRun walkRun(const Experiment& recording, std::size_t index,
                  const std::shared_ptr<const Problem>& problem, const RunStart& start,
                  const std::atomic<bool>* cancel)
{
    Run run(problem, start, recording.runs[index], nativeIsa(), KeepHistory::No);
    WalkedRun walked{.origin = run.compressed()};
    for (const Stop& stop : itineraryOf(recording, index, {})) {
        advanceTo(run, stop.at, cancel);
        if (!run.isRunning() || run.iteration() < stop.at)
            break;
        for (const PendingEdit& pending : stop.edits)
            run.apply(*pending.edit, pending.pointer);
        walked.origin = run.compressed();
    }
    advanceTo(run, recording.steps, cancel);
    walked.spec = run.spec();
    walked.iterations = run.iteration();
    walked.last = run.sample();
    return walked;
}

WalkedStep walkStep(const LessonStep& step, const std::atomic<bool>* cancel)
{
    const Experiment& recording = step.recording;
    const auto problem = std::make_shared<const Problem>(makeProblem(recording.problem));
    const RunStart start = makeRunStart(recording, *problem);
    WalkedStep walked{.id = step.id};
    for (std::size_t i = 0; i < recording.runs.size(); ++i)
        walked.runs.push_back(walkRun(recording, i, problem, start, cancel));
    for (const LessonExpectation& expectation : step.expectations)
        walked.expectations.push_back(
            check(expectation, *problem, walked.runs[static_cast<std::size_t>(expectation.run)]));
    return walked;
}

} // namespace

std::vector<WalkedStep> walkLesson(const Lesson& lesson, const std::atomic<bool>* cancel)
{
    std::vector<WalkedStep> steps;
    for (const LessonStep& step : lesson.steps) {
        WalkedStep walked = walkStep(step, cancel);
        if (isCancelled(cancel))
            break;
        steps.push_back(std::move(walked));
    }
    return steps;
}

} // namespace hyperdrift
