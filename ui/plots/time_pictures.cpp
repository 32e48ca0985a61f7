#include "ui/plots/time_pictures.h"

#include "core/run/phase.h"
#include "ui/plots/number_text.h"

#include <QCoreApplication>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(TimePictures)
};

QString runName(const RunTrace& run)
{
    return QString::fromStdString(run.spec.name);
}

/// "loss 0.0025, predicted 0.00254", or without the second half.
QString measuredAndPredicted(const QString& what, double measured, const std::optional<double>& predicted)
{
    const QString text = what + QLatin1Char(' ') + shortNumber(measured);
    return predicted ? text + Words::tr(", predicted %1").arg(shortNumber(*predicted)) : text;
}

std::optional<TheoryLine> lossFloor(const RunTrace& run, int index)
{
    if (!run.prediction.lossFloor || !(*run.prediction.lossFloor > 0))
        return std::nullopt;
    const double floor = *run.prediction.lossFloor;
    const QString label =
        run.prediction.tau ? Words::tr("predicted floor %1") : Words::tr("least possible loss %1");
    return TheoryLine{index, floor, {}, label.arg(shortNumber(floor))};
}

std::optional<TheoryLine> predictedPath(const RunTrace& run, int index)
{
    // Without noise the path is a horizontal line under the run's own: the label "conserved" says it.
    if (!run.prediction.tau || run.path.size() < 2)
        return std::nullopt;
    const QString label =
        run.prediction.sdImbalance ? Words::tr("predicted path ± sd") : Words::tr("predicted path");
    return TheoryLine{index, std::nullopt, predictedImbalance(run.path, run.prediction), label};
}

QString imbalanceLabel(const RunTrace& run)
{
    const bool kept = !run.prediction.tau && !run.history.samples.empty() &&
                      keepsImbalance(run.history.samples.front(), run.current);
    return kept ? Words::tr("%1: conserved").arg(runName(run)) : runName(run);
}

std::optional<TheoryLine> limitFlatness(const RunTrace& run, int index)
{
    if (!run.prediction.lambdaMax)
        return std::nullopt;
    const double value = *run.prediction.lambdaMax;
    return TheoryLine{index, value, {}, Words::tr("predicted %1").arg(shortNumber(value))};
}

TimePictureSpec lossPicture()
{
    TimePictureSpec spec;
    spec.title = Words::tr("Loss");
    spec.yLabel = QStringLiteral("F(X, Y)");
    spec.measure = Measure::Loss;
    spec.logY = true;
    spec.theory = lossFloor;
    spec.runLabel = runName;
    spec.phrase = [](const RunTrace& run) {
        return measuredAndPredicted(Words::tr("loss"), run.current.loss, run.prediction.lossFloor);
    };
    return spec;
}

TimePictureSpec imbalancePicture()
{
    TimePictureSpec spec;
    spec.title = Words::tr("Imbalance");
    spec.yLabel = QStringLiteral("‖X‖² − ‖Y‖²");
    spec.measure = Measure::Imbalance;
    spec.theory = predictedPath;
    spec.runLabel = imbalanceLabel;
    spec.phrase = [](const RunTrace& run) {
        return measuredAndPredicted(Words::tr("imbalance"), run.current.imbalance, run.prediction.imbalance);
    };
    return spec;
}

TimePictureSpec flatnessPicture()
{
    TimePictureSpec spec;
    spec.title = Words::tr("Flatness");
    spec.yLabel = QStringLiteral("λ_max(∇²F)");
    spec.measure = Measure::LambdaMax;
    spec.theory = limitFlatness;
    spec.runLabel = runName;
    spec.phrase = [](const RunTrace& run) {
        return measuredAndPredicted(Words::tr("sharpness"), run.current.lambdaMax, run.prediction.lambdaMax);
    };
    return spec;
}

} // namespace

std::optional<TimePictureSpec> timePicture(const QString& id)
{
    std::optional<TimePictureSpec> spec;
    if (id == QLatin1String("loss"))
        spec = lossPicture();
    else if (id == QLatin1String("imbalance"))
        spec = imbalancePicture();
    else if (id == QLatin1String("flatness"))
        spec = flatnessPicture();
    if (spec)
        spec->id = id;
    return spec;
}

} // namespace hyperdrift::ui
