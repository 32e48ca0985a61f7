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

std::optional<TheoryLine> lossFloor(const RunTrace& run)
{
    if (!run.prediction.lossFloor || !(*run.prediction.lossFloor > 0))
        return std::nullopt;
    const double floor = *run.prediction.lossFloor;
    const QString label =
        run.prediction.tau ? Words::tr("predicted floor %1") : Words::tr("least possible loss %1");
    return TheoryLine{floor, {}, label.arg(shortNumber(floor))};
}

std::optional<TheoryLine> predictedPath(const RunTrace& run)
{
    // Without noise the path is a horizontal line under the run's own: the label "conserved" says it.
    if (!run.prediction.tau || run.path.size() < 2)
        return std::nullopt;
    const QString label =
        run.prediction.sdImbalance ? Words::tr("predicted path ± sd") : Words::tr("predicted path");
    return TheoryLine{std::nullopt, predictedImbalance(run.path), label};
}

QString imbalanceLabel(const RunTrace& run)
{
    const bool kept = !run.prediction.tau && !run.history.samples.empty() &&
                      keepsImbalance(run.history.samples.front(), run.current);
    return kept ? Words::tr("%1: conserved").arg(runName(run)) : runName(run);
}

std::optional<TheoryLine> limitFlatness(const RunTrace& run)
{
    if (!run.prediction.lambdaMax)
        return std::nullopt;
    const double value = *run.prediction.lambdaMax;
    return TheoryLine{value, {}, Words::tr("predicted %1").arg(shortNumber(value))};
}

std::vector<TimePictureSpec> timePictures()
{
    return {
        {.id = QStringLiteral("loss"),
         .title = Words::tr("Loss"),
         .yLabel = QStringLiteral("F(X, Y)"),
         .spoken = Words::tr("loss"),
         .measure = Measure::Loss,
         .logY = true,
         .predicted = &Prediction::lossFloor,
         .theory = lossFloor,
         .runLabel = runName},
        {.id = QStringLiteral("imbalance"),
         .title = Words::tr("Imbalance"),
         .yLabel = QStringLiteral("‖X‖² − ‖Y‖²"),
         .spoken = Words::tr("imbalance"),
         .measure = Measure::Imbalance,
         .predicted = &Prediction::imbalance,
         .theory = predictedPath,
         .runLabel = imbalanceLabel},
        {.id = QStringLiteral("flatness"),
         .title = Words::tr("Flatness"),
         .yLabel = QStringLiteral("λ_max(∇²F)"),
         .spoken = Words::tr("sharpness"),
         .measure = Measure::LambdaMax,
         .predicted = &Prediction::lambdaMax,
         .theory = limitFlatness,
         .runLabel = runName},
    };
}

} // namespace

std::optional<TimePictureSpec> timePicture(const QString& id)
{
    for (const TimePictureSpec& picture : timePictures()) {
        if (picture.id == id)
            return picture;
    }
    return std::nullopt;
}

QString phrase(const TimePictureSpec& picture, const RunTrace& run)
{
    const QString text =
        picture.spoken + QLatin1Char(' ') + shortNumber(valueOf(run.current, picture.measure));
    const auto predicted = run.prediction.*picture.predicted;
    return predicted ? text + Words::tr(", predicted %1").arg(shortNumber(*predicted)) : text;
}

} // namespace hyperdrift::ui
