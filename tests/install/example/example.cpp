// Both methods from one start, beside what theory predicts.

#include "core/run/execute.h"
#include "core/theory/limit.h"

#include <cstdio>

int main()
{
    using namespace hyperdrift;
    const Experiment experiment = defaultExperiment();
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    for (const RunOutcome& run : execute(experiment, problem, makeRunStart(experiment, *problem), {})) {
        const Prediction theory = predict(*problem, run.origin, methodOf(run.spec));
        std::printf("%s: ratio %.4f, predicted %.4f\n", run.spec.name.c_str(), run.last().ratio,
                    theory.ratio.value_or(0));
    }
}
