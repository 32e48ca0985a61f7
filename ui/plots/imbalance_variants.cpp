// Three ways to see the imbalance: as a difference, as a ratio, as the distance of the Gram matrices.

#include "core/run/phase.h"
#include "core/theory/ratio_spread.h"
#include "ui/plots/time_variants.h"

#include <QCoreApplication>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(TimePictures)
};

bool hasPath(const RunTrace& run)
{
    // Without noise the path is a horizontal line under the run's own: the label "conserved" says it.
    return run.prediction.tau && run.path.size() >= 2;
}

TheoryLine pathLine(const PredictedCurve& curve, bool hasBand)
{
    return {std::nullopt, curve, hasBand ? Words::tr("predicted path ± sd") : Words::tr("predicted path")};
}

std::optional<TheoryLine> differencePath(const Scene& scene, const LineSpec& line)
{
    const RunTrace& run = scene.runs[line.run];
    if (!hasPath(run))
        return std::nullopt;
    return pathLine(predictedImbalance(run.path), run.prediction.sdImbalance.has_value());
}

std::optional<TheoryLine> ratioPath(const Scene& scene, const LineSpec& line)
{
    const RunTrace& run = scene.runs[line.run];
    if (!hasPath(run))
        return std::nullopt;
    return pathLine(predictedRatio(run.path, run.spec), run.spec.method == MethodKind::PerturbedGd);
}

std::optional<TheoryLine> gapPath(const Scene& scene, const LineSpec& line)
{
    const RunTrace& run = scene.runs[line.run];
    if (!hasPath(run) || !run.prediction.gamma2)
        return std::nullopt;
    const Span span = unchangedSpan(scene, line.run);
    const PredictedCurve curve =
        predictedGap(run.path, run.spec, *run.prediction.gamma2, span.from, span.until);
    return curve.x.empty() ? std::nullopt : std::optional(pathLine(curve, false));
}

using PredictedValue = std::function<std::optional<double>(const Scene&, const LineSpec&)>;

/// Where the runs with noise end.
auto limitsOf(const PredictedValue& predicted)
{
    return [predicted](const Scene& scene) {
        std::vector<LevelLine> levels;
        for (std::size_t run = 0; run < scene.runs.size(); ++run) {
            const auto value = predicted(scene, {.run = run, .measure = {}});
            if (value && hasPath(scene.runs[run]))
                levels.push_back({LevelLine::Kind::Limit, *value, Words::tr("limit")});
        }
        return levels;
    };
}

QString imbalanceLabel(const Scene& scene, const LineSpec& line)
{
    const RunTrace& run = scene.runs[line.run];
    const bool kept = !run.prediction.tau && !run.history.samples.empty() &&
                      keepsImbalance(run.history.samples.front(), run.current);
    return kept ? Words::tr("%1: conserved").arg(runName(scene, line)) : runName(scene, line);
}

std::optional<double> predictedGapOf(const Scene& scene, const LineSpec& line)
{
    return limitGap(scene.runs[line.run].prediction);
}

} // namespace

std::vector<TimeVariant> imbalanceVariants()
{
    const auto imbalance = predictedBy(&Prediction::imbalance);
    const auto ratio = predictedBy(&Prediction::ratio);
    return {
        {.choice = {QStringLiteral("difference"), Words::tr("difference"), QStringLiteral("‖X‖² − ‖Y‖²"),
                    Words::tr("D = ‖X‖² − ‖Y‖². GD conserves it up to O(η²); the noise leads it to one value "
                              "from any start."),
                    Words::tr("diff.")},
         .yLabel = QStringLiteral("‖X‖² − ‖Y‖²"),
         .spoken = Words::tr("imbalance"),
         .undefined = {},
         .lines = oneLineARun(Quantity::Imbalance),
         .label = imbalanceLabel,
         .theory = differencePath,
         .predicted = imbalance,
         .levels = limitsOf(imbalance)},
        {.choice = {QStringLiteral("ratio"), Words::tr("ratio"), QStringLiteral("‖X‖²/‖Y‖²"),
                    Words::tr("‖X‖²/‖Y‖². The noise leads it to γ² = d₁σ₁²/(d₂σ₂²) as η → 0; 1 is "
                              "balanced.")},
         .yLabel = QStringLiteral("‖X‖² / ‖Y‖²"),
         .spoken = Words::tr("ratio"),
         .logY = true,
         .undefined = Words::tr("There is no ratio while Y = 0."),
         .lines = oneLineARun(Quantity::Ratio),
         .label = runName,
         .theory = ratioPath,
         .predicted = ratio,
         .levels = limitsOf(ratio)},
        {.choice =
             {QStringLiteral("gap"), Words::tr("gap"), QStringLiteral("‖XᵀX − γ²YᵀY‖/‖XᵀX‖"),
              Words::tr(
                  "‖XᵀX − γ²YᵀY‖/‖XᵀX‖, how far it is to XᵀX = γ²YᵀY, to which the noise leads. γ = 1 for "
                  "a run whose noise chooses no γ. Predicted: of the means, at rank 1 with their "
                  "spread.")},
         .yLabel = QStringLiteral("‖XᵀX − γ²YᵀY‖ / ‖XᵀX‖"),
         .spoken = Words::tr("gap"),
         .undefined = Words::tr("There is no gap while X = 0."),
         .lines = oneLineARun(Quantity::Gap),
         .label = runName,
         .theory = gapPath,
         .predicted = predictedGapOf,
         .levels = limitsOf(predictedGapOf)},
    };
}

} // namespace hyperdrift::ui
