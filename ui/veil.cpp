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
    known.a = trace.prediction.a; // the weights of what is measured
    known.b = trace.prediction.b;
    known.timeConstant = trace.prediction.timeConstant;
    known.etaMax = trace.prediction.etaMax;
    trace.prediction = known;
    trace.path.clear();
    trace.planeLimit.reset();
    trace.isVeiled = true;
    return hidden;
}

} // namespace hyperdrift::ui
