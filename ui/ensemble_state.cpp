#include "ui/ensemble_state.h"

#include "core/model/validate.h"
#include "ui/same_spec.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace hyperdrift::ui {

namespace {

bool sameButForSeed(RunSpec a, const RunSpec& b)
{
    a.seed = b.seed;
    a.name = b.name;
    return sameRun(a, b);
}

bool sameButForSeed(StartSpec a, const StartSpec& b)
{
    a.seed = b.seed;
    return sameStart(a, b);
}

/// As only seeds are added to: which member has that start's seed, if any.
bool isMembersStart(const StartSpec& start, const EnsembleOrder& order)
{
    const std::uint64_t i = (start.seed + seedBound - order.experiment.start.seed) % seedBound;
    return order.vary != Vary::Noise && i < static_cast<std::uint64_t>(order.members) &&
           sameStart(start, memberOf(order.experiment, order.vary, static_cast<std::int64_t>(i)).start);
}

} // namespace

std::int64_t ensembleHorizon(const Scene& scene)
{
    return std::max(static_cast<std::int64_t>(std::ceil(timeHorizon(scene))), scene.head);
}

std::int64_t membersDone(const EnsembleState& state)
{
    if (state.runs.empty())
        return 0;
    std::int64_t done = state.asked.members;
    for (const EnsembleTrace& run : state.runs)
        done = std::min(done, run.finished + run.diverged);
    return done;
}

std::int64_t membersDiverged(const EnsembleState& state)
{
    std::set<std::int64_t> members;
    for (const EnsembleTrace& run : state.runs) {
        if (run.diverged == 0)
            continue;
        for (const EnsembleEnd& end : run.ends) {
            if (end.ending == Ending::Diverged)
                members.insert(end.member);
        }
    }
    return static_cast<std::int64_t>(members.size());
}

const EnsembleEnd* endOf(const EnsembleTrace& run, std::int64_t member)
{
    const auto found = std::find_if(run.ends.begin(), run.ends.end(),
                                    [member](const EnsembleEnd& end) { return end.member == member; });
    return found == run.ends.end() ? nullptr : &*found;
}

PredictedSpread spreadOf(const EnsembleTrace& run, const EnsembleState& state)
{
    const Vary vary = state.asked.vary;
    return predictedSpread(run.prediction, run.spec.method,
                           {.starts = vary != Vary::Noise, .noise = vary != Vary::Start});
}

bool isOfEnsemble(const Experiment& now, const EnsembleOrder& order)
{
    const Experiment& then = order.experiment;
    return sameProblem(now.problem, then.problem) && now.engine == then.engine &&
           (sameButForSeed(now.start, then.start) || isMembersStart(now.start, order)) &&
           std::equal(now.runs.begin(), now.runs.end(), then.runs.begin(), then.runs.end(),
                      [](const RunSpec& a, const RunSpec& b) { return sameButForSeed(a, b); }) &&
           std::equal(now.edits.begin(), now.edits.end(), then.edits.begin(), then.edits.end(), sameEdit);
}

} // namespace hyperdrift::ui
