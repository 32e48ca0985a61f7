#include "ui/plots/pca_model.h"

#include "ui/format.h"
#include "ui/plots/number_text.h"
#include "ui/prose.h"
#include "ui/titles.h"

#include <QCoreApplication>
#include <QStringList>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PcaPlane)
};

QString percent(double share)
{
    const double value = 100 * share;
    const bool isRound = value == 0 || (value >= 10 && value < 99.5) || value > 99.95;
    return Words::tr("%1 %").arg(QString::number(value, 'f', isRound ? 0 : 1));
}

} // namespace

QString whyNoPlane(const Scene& scene)
{
    if (scene.isReduced)
        return Words::tr(
            "The reduced engine keeps no X and Y, only the few numbers that the loss depends on. Set "
            "\"engine\": \"full\" in the experiment's file and open it again.");
    const std::int64_t entries = (scene.problem.d1 + scene.problem.d2) * scene.problem.rank;
    if (entries > mostStateEntries)
        return Words::tr("X and Y have (d₁ + d₂)·r = %1 entries; their states are kept up to %2. Choose a "
                         "smaller matrix or rank.")
            .arg(formatCount(entries), formatCount(mostStateEntries));
    return {};
}

bool takeScene(PcaModel& model, const Scene& scene)
{
    const auto before = model.trails;
    model.isPossible = !scene.runs.empty() && whyNoPlane(scene).isEmpty();
    model.trails = model.isPossible ? scene.plane : nullptr;
    if (model.trails && model.trails->runs.size() != scene.runs.size())
        model.trails.reset();
    if (before != model.trails) {
        model.runs.assign(model.trails ? scene.runs.size() : 0, {});
        for (std::size_t i = 0; i < model.runs.size(); ++i)
            model.runs[i].trail = model.trails->runs[i];
    }
    for (std::size_t i = 0; i < model.runs.size(); ++i) {
        const RunTrace& trace = scene.runs[i];
        PcaRun& run = model.runs[i];
        run.name = runTitle(trace.spec.name);
        run.iteration = trace.iteration;
        run.now = trace.planeNow;
        const bool hasPlane = model.trails->shares[0] > 0; // before anything has moved all lies at one point
        run.limit = trace.prediction.gamma2 && hasPlane ? trace.planeLimit : std::nullopt;
        run.reached = pointsUpTo(run.trail, trace.iteration);
    }
    const bool restarted = scene.recording != model.recording;
    model.recording = scene.recording;
    return restarted;
}

QString pcaAxisName(const PcaModel& model, std::size_t axis)
{
    const double share = model.trails ? model.trails->shares[axis] : 0;
    if (!(share > 0))
        return Words::tr("PC%1").arg(axis + 1);
    // The second one stands upright, where there is less room, and means the same.
    return (axis == 0 ? Words::tr("PC%1 (%2 of the variance)") : Words::tr("PC%1 (%2)"))
        .arg(axis + 1)
        .arg(percent(share));
}

QString pcaPointText(const PlanePoint& at)
{
    return Words::tr("PC1 %1, PC2 %2").arg(shortNumber(at.x), shortNumber(at.y));
}

QString pcaSentence(const Scene& scene)
{
    QStringList parts;
    if (const auto& plane = scene.plane)
        parts.append(Words::tr("PCA of %1 states: %2 and %3 of the variance")
                         .arg(formatCount(static_cast<std::int64_t>(plane->count)), percent(plane->shares[0]),
                              percent(plane->shares[1])));
    for (const RunTrace& run : scene.runs) {
        QString text = Words::tr("%1, iteration %2").arg(runTitle(run.spec.name), formatCount(run.iteration));
        if (run.planeNow)
            text += Words::tr(": %1").arg(pcaPointText(*run.planeNow));
        if (run.planeLimit && run.prediction.gamma2)
            text += Words::tr(", predicted %1").arg(pcaPointText(*run.planeLimit));
        parts.append(text);
    }
    return sentences(parts);
}

} // namespace hyperdrift::ui
