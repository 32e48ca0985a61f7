#include "ui/plots/spectrum_model.h"

#include "ui/plots/nice_range.h"
#include "ui/titles.h"

#include <cmath>

namespace hyperdrift::ui {

namespace {

SpectrumRun runOf(const RunTrace& run)
{
    SpectrumRun shown;
    shown.name = runTitle(run.spec.name);
    shown.values = run.current.singularValues;
    // GD's prediction is s_k itself, which stands there anyhow.
    if (run.prediction.gamma2 && run.prediction.singularValues) {
        shown.predicted = *run.prediction.singularValues;
        shown.tau = run.prediction.tau;
    }
    return shown;
}

} // namespace

bool takeScene(SpectrumModel& model, const Scene& scene)
{
    const bool restarted = scene.recording != model.recording || scene.runs.size() != model.runs.size();
    if (restarted)
        model.highest = 0;
    model.recording = scene.recording;
    model.s = scene.problem.spectrum;
    model.rank = static_cast<std::size_t>(std::max(1, scene.problem.rank));
    model.tailEnergy = scene.problem.tailEnergy;
    model.runs.clear();
    model.highest = std::max(model.highest, model.sAt(1));
    constexpr double followed = 2; // a run that blows up is not followed
    for (const RunTrace& run : scene.runs) {
        model.runs.push_back(runOf(run));
        const auto& values = model.runs.back().values;
        if (!values.empty() && values.front() <= followed * model.sAt(1))
            model.highest = std::max(model.highest, values.front());
    }
    model.ghosts.clear();
    for (const auto& ghost : scene.ghosts) {
        for (std::size_t run = 0; run < ghost->runs.size(); ++run)
            model.ghosts.push_back(
                {QString::fromStdString(ghost->letter), run, ghost->runs[run].last.singularValues});
    }
    return restarted;
}

SpectrumRange rangeOf(const SpectrumModel& model, bool logarithmic)
{
    const double top = model.highest > 0 ? model.highest : 1;
    if (!logarithmic)
        return {0, niceCeiling(1.25 * top)};
    constexpr double depth = 1e-6; // a smaller singular value is as good as none
    double least = top;
    const auto include = [&](double value) {
        if (value > depth * top)
            least = std::min(least, value);
    };
    for (const double value : model.s)
        include(value);
    for (const SpectrumRun& run : model.runs) {
        for (const double value : run.predicted)
            include(value);
    }
    return {std::pow(10, std::floor(std::log10(0.5 * least))), 2.5 * top};
}

} // namespace hyperdrift::ui
