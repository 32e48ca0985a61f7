#include "core/run/lesson_walk.h"

#include "core/measure/sample_value.h"
#include "core/model/method.h"
#include "core/model/problem.h"
#include "core/theory/limit.h"

#include <cmath>

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

CheckedExpectation check(const LessonExpectation& expectation, const Problem& problem,
                         const RunOutcome& outcome)
{
    CheckedExpectation checked{.expectation = expectation};
    checked.measured = sampleValue(outcome.last(), expectation.value);
    checked.target = targetOf(expectation, predict(problem, outcome.origin, methodOf(outcome.spec)));
    if (checked.target) {
        checked.tolerance = expectation.within * (expectation.relative ? std::abs(*checked.target) : 1.0);
        checked.holds = std::abs(checked.measured - *checked.target) <= checked.tolerance;
    }
    return checked;
}

} // namespace

std::vector<WalkedStep> walkLesson(const Lesson& lesson, const ExecutionOptions& options)
{
    std::vector<WalkedStep> walked;
    for (const LessonStep& step : lesson.steps) {
        const auto problem = std::make_shared<const Problem>(makeProblem(step.recording.problem));
        WalkedStep done{.id = step.id};
        done.runs = execute(step.recording, problem, makeRunStart(step.recording, *problem), options);
        if (options.cancel != nullptr && *options.cancel)
            break;
        for (const LessonExpectation& expectation : step.expectations)
            done.expectations.push_back(
                check(expectation, *problem, done.runs[static_cast<std::size_t>(expectation.run)]));
        walked.push_back(std::move(done));
    }
    return walked;
}

} // namespace hyperdrift
