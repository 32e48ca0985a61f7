#include "ui/draft.h"

#include "core/model/method.h"
#include "ui/same_spec.h"

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

namespace {

/// The run that the row stands for, or nullptr.
const RunTrace* traceOf(const DraftRun& row, const Scene& scene)
{
    const auto i = static_cast<std::size_t>(row.inForce);
    return row.inForce >= 0 && i < scene.runs.size() ? &scene.runs[i] : nullptr;
}

/// What is changed live reaches a run at once, unless it has diverged; a seed waits always.
bool rowWaits(const DraftRun& row, const Scene& scene)
{
    if (row.inForce < 0)
        return true;
    const RunTrace* trace = traceOf(row, scene);
    return trace && (row.spec.seed != trace->spec.seed ||
                     (trace->status == RunStatus::Diverged && !sameRun(row.spec, trace->spec)));
}

} // namespace

std::uint64_t newRowId()
{
    static std::uint64_t last = 0;
    return ++last;
}

Draft draftOf(const Experiment& experiment)
{
    Draft draft{experiment.problem, experiment.start, {}, {}};
    for (const RunSpec& run : experiment.runs)
        draft.runs.push_back({run, -1, newRowId()});
    return draft;
}

Experiment nextRecording(const Experiment& config, const Draft& draft)
{
    Experiment experiment = config;
    experiment.edits.clear();
    experiment.problem = draft.problem;
    experiment.start = draft.start;
    experiment.runs.clear();
    for (const DraftRun& run : draft.runs)
        experiment.runs.push_back(run.spec);
    return experiment;
}

Waiting waitingChanges(const Draft& draft, const Experiment& config, const Scene& scene)
{
    Waiting waiting;
    waiting.problem = !sameProblem(draft.problem, config.problem);
    waiting.start = !sameStart(draft.start, config.start);
    waiting.runs = draft.runs.size() != config.runs.size() ||
                   std::any_of(draft.runs.begin(), draft.runs.end(),
                               [&scene](const DraftRun& row) { return rowWaits(row, scene); });
    return waiting;
}

std::vector<std::uint64_t> rowIds(const Draft& draft)
{
    std::vector<std::uint64_t> ids;
    for (const DraftRun& run : draft.runs)
        ids.push_back(run.id);
    return ids;
}

void putInForce(Draft& draft, std::span<const std::uint64_t> rows)
{
    draft.rowsInForce.assign(rows.begin(), rows.end());
    for (DraftRun& run : draft.runs)
        run.inForce = runOf(draft, run.id);
}

int runOf(const Draft& draft, std::uint64_t row)
{
    const auto& rows = draft.rowsInForce;
    const auto found = std::find(rows.begin(), rows.end(), row);
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

const DraftRun* rowOf(const Draft& draft, std::uint64_t id)
{
    const auto found = std::find_if(draft.runs.begin(), draft.runs.end(),
                                    [id](const DraftRun& run) { return run.id == id; });
    return found == draft.runs.end() ? nullptr : &*found;
}

DraftRun* rowOf(Draft& draft, std::uint64_t id)
{
    return const_cast<DraftRun*>(rowOf(std::as_const(draft), id));
}

bool adoptParameters(Draft& draft, const Scene& scene)
{
    bool changed = false;
    for (DraftRun& row : draft.runs) {
        const RunTrace* trace = traceOf(row, scene);
        if (!trace || trace->status == RunStatus::Diverged)
            continue;
        RunSpec spec = trace->spec;
        spec.name = row.spec.name;
        spec.seed = row.spec.seed;
        changed = changed || !sameRun(spec, row.spec);
        row.spec = spec;
    }
    return changed;
}

std::uint64_t noiseSeed(const std::vector<RunSpec>& runs)
{
    const auto noisy =
        std::find_if(runs.begin(), runs.end(), [](const RunSpec& run) { return isRandom(run.method); });
    if (noisy != runs.end())
        return noisy->seed;
    return runs.empty() ? 0 : runs.front().seed;
}

std::uint64_t noiseSeed(const Draft& draft)
{
    std::vector<RunSpec> runs;
    for (const DraftRun& row : draft.runs)
        runs.push_back(row.spec);
    return noiseSeed(runs);
}

bool moveStart(StartSpec& start, const ProblemFacts& problem, int direction, double logImbalance,
               double product)
{
    const auto directions =
        std::min<std::size_t>(problem.spectrum.size(), static_cast<std::size_t>(problem.rank));
    const auto* given = std::get_if<AlignedStart>(&start.kind);
    AlignedStart aligned = given ? *given : AlignedStart{};
    for (std::vector<double>* values : {&aligned.logImbalance, &aligned.product}) {
        if (values->size() == 1 && directions > 1)
            values->assign(directions, values->front());
    }
    const auto k = static_cast<std::size_t>(direction);
    if (k >= aligned.logImbalance.size() || k >= aligned.product.size())
        return false;
    aligned.logImbalance[k] = logImbalance;
    aligned.product[k] = product;
    start.kind = aligned;
    return true;
}

} // namespace hyperdrift::ui
