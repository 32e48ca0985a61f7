#include "ui/veil.h"

namespace hyperdrift::ui {

Scene veiled(const Scene& scene, int run)
{
    Scene hidden = scene;
    const auto index = static_cast<std::size_t>(run);
    if (index >= hidden.runs.size())
        return hidden;
    RunTrace& trace = hidden.runs[index];
    Prediction known;
    known.a = trace.prediction.a; // the noise's own numbers stand in the panel
    known.b = trace.prediction.b;
    known.gamma2 = trace.prediction.gamma2;
    known.tau = trace.prediction.tau;
    known.timeConstant = trace.prediction.timeConstant;
    known.etaMax = trace.prediction.etaMax;
    trace.prediction = known;
    trace.path.clear();
    trace.planeLimit.reset();
    return hidden;
}

} // namespace hyperdrift::ui
