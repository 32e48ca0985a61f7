#include "tests/support/ensembles.h"

#include "ui/ensemble_job.h"
#include "ui/problem_facts.h"

namespace hyperdrift::ui {

EnsembleState ensembleAfter(const Experiment& experiment, std::int64_t steps, std::int64_t members, Vary vary)
{
    EnsembleState state;
    state.phase = EnsemblePhase::Done;
    state.order = state.version = 1;
    state.asked = {experiment, members, vary};
    state.asked.experiment.steps = steps;
    state.problem = factsOf(makeProblem(experiment.problem));
    state.share = 1;
    EnsembleLine line(1);
    const std::atomic<bool> gone{false};
    state.runs = computeEnsemble(state.asked, line, gone).runs;
    return state;
}

} // namespace hyperdrift::ui
