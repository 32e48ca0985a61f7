#include "core/model/config.h"

namespace hyperdrift {

Experiment defaultExperiment()
{
    Experiment experiment;
    experiment.runs = {RunSpec{.name = "GD", .method = MethodKind::GradientDescent},
                       RunSpec{.name = "Perturbed GD", .method = MethodKind::PerturbedGd}};
    return experiment;
}

} // namespace hyperdrift
