#include "ui/ensemble_job.h"

#include "core/model/method.h"
#include "core/model/parameter.h"
#include "core/run/start.h"
#include "core/theory/limit.h"
#include "ui/path_ahead.h"
#include "ui/problem_facts.h"

#include <utility>

namespace hyperdrift::ui {

namespace {

constexpr std::size_t pathPoints = 400;
constexpr double pieceSeconds = 0.04; // between two looks at the stop flag
constexpr double pathSeconds = 2;     // for each run; a path that is slower is shown as far as it came

/// The predicted mean of one run, its edits included.
std::vector<PathPoint> predictedPath(const std::shared_ptr<const Problem>& problem,
                                     const Experiment& experiment, std::size_t run, const Compression& start,
                                     const std::function<bool()>& goOn)
{
    RunSpec spec = experiment.runs[run];
    PathAhead path(PathTracker(problem, start, methodOf(spec)));
    for (const Edit& edit : experiment.edits) {
        if (edit.run != static_cast<int>(run) || edit.at > experiment.steps)
            continue;
        if (const auto* scale = std::get_if<Edit::Scale>(&edit.change)) {
            path.changeAt(edit.at, [c = scale->c](PathTracker& tracker) { tracker.scale(c); });
            continue;
        }
        for (const auto& parameter : std::get<std::vector<Edit::SetParameter>>(edit.change))
            setParameter(spec, parameter, {});
        path.changeAt(edit.at,
                      [method = methodOf(spec)](PathTracker& tracker) { tracker.setMethod(method); });
    }
    const auto horizon = static_cast<double>(experiment.steps);
    for (double spent = 0; spent < pathSeconds && goOn(); spent += pieceSeconds) {
        if (path.follow(horizon, pieceSeconds))
            break;
    }
    return path.points(pathPoints);
}

std::vector<EnsembleTrace> begunTraces(const EnsembleOrder& order,
                                       const std::shared_ptr<const Problem>& problem,
                                       const std::function<bool()>& goOn)
{
    const Experiment& experiment = order.experiment;
    const Compression start = compressed(*problem, makeRunStart(experiment, *problem));
    std::vector<EnsembleTrace> traces;
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        EnsembleTrace trace;
        trace.spec = experiment.runs[run];
        trace.prediction = predict(*problem, start, methodOf(trace.spec));
        trace.path = predictedPath(problem, experiment, run, start, goOn);
        traces.push_back(std::move(trace));
    }
    return traces;
}

/// All there is in the end.
void complete(EnsembleTrace& trace, std::size_t index, EnsembleRun& run, const Problem& problem)
{
    const std::string name = trace.spec.name;
    trace.spec = run.spec;
    trace.spec.name = name;
    trace.prediction = predict(problem, run.origin, methodOf(run.spec));
    for (const EnsembleMember& member : run.members)
        trace.ends.push_back({index, member.index, member.ending, member.last.xNorm2, member.last.yNorm2});
    trace.finished = run.finished;
    trace.diverged = run.diverged;
    trace.bands = std::move(run.bands);
}

} // namespace

EnsembleOutcome computeEnsemble(const EnsembleOrder& order, EnsembleLine& line, const std::atomic<bool>& gone)
{
    const auto problem = std::make_shared<const Problem>(makeProblem(order.experiment.problem));
    const auto goOn = [&] { return !gone && !*line.stopped(); };
    EnsembleNews news{line.order(), factsOf(*problem), begunTraces(order, problem, goOn), {}, 0};
    emit line.told(news);
    EnsembleOutcome outcome{std::exchange(news.begun, {}), false};

    EnsembleRequest request{.experiment = order.experiment, .problem = problem};
    request.members = order.members;
    request.vary = order.vary;
    request.spareCores = 1;
    request.cancel = line.stopped();
    request.progress = [&](std::int64_t done, std::int64_t total) {
        news.share = static_cast<double>(done) / static_cast<double>(total);
        if (gone)
            line.stop();
    };
    request.ended = [&](const std::vector<EnsembleEnd>& ends) {
        news.ends = ends;
        emit line.told(news);
    };
    std::vector<EnsembleRun> runs = runEnsemble(request);
    outcome.whole = true;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        outcome.whole = outcome.whole && runs[i].finished + runs[i].diverged == order.members;
        complete(outcome.runs[i], i, runs[i], *problem);
    }
    return outcome;
}

} // namespace hyperdrift::ui
