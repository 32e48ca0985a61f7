// Three measures of flatness: as the noise weighs it, the trace and the largest eigenvalue of the Hessian.

#include "core/theory/flatness.h"
#include "core/theory/stability.h"
#include "ui/plots/number_text.h"
#include "ui/plots/time_variants.h"
#include "ui/titles.h"

#include <QCoreApplication>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(TimePictures)
};

std::optional<Smoothing> ownWeights(const RunTrace& run)
{
    const auto [a, b] = std::pair(run.prediction.a, run.prediction.b);
    return a && b && (*a > 0 || *b > 0) ? std::optional(Smoothing{*a, *b}) : std::nullopt;
}

/// A run that has no noise of its own is weighed with that of the first run that has: only so can the two be
/// compared.
std::optional<Smoothing> weightsOf(const Scene& scene, std::size_t run)
{
    if (const auto own = ownWeights(scene.runs[run]))
        return own;
    for (const RunTrace& other : scene.runs) {
        if (const auto weights = ownWeights(other))
            return weights;
    }
    return std::nullopt;
}

std::vector<LineSpec> weighedLines(const Scene& scene)
{
    std::vector<LineSpec> lines;
    for (std::size_t run = 0; run < scene.runs.size(); ++run) {
        if (const auto weights = weightsOf(scene, run))
            lines.push_back({run, {Quantity::WeightedNorms, weights->a, weights->b}});
    }
    return lines;
}

std::optional<double> predictedWeighed(const Scene& scene, const LineSpec& line)
{
    const Prediction& prediction = scene.runs[line.run].prediction;
    const auto weights = weightsOf(scene, line.run);
    if (!weights || !prediction.xNorm2 || !prediction.yNorm2)
        return std::nullopt;
    return noiseWeightedTrace(*weights, *prediction.xNorm2, *prediction.yNorm2);
}

/// A member of the least values, once for all runs that have the same.
auto leastOf(double LeastFlatness::*member)
{
    return [member](const Scene& scene) {
        std::vector<LevelLine> levels;
        const ProblemFacts& problem = scene.problem;
        for (std::size_t run = 0; run < scene.runs.size() && !problem.spectrum.empty(); ++run) {
            const Smoothing noise = weightsOf(scene, run).value_or(Smoothing());
            const double value =
                leastFlatness(problem.d1, problem.d2, problem.rank, problem.spectrum, noise).*member;
            const bool isKnown = std::any_of(levels.begin(), levels.end(), [value](const LevelLine& level) {
                return level.value == value;
            });
            if (value > 0 && !isKnown)
                levels.push_back({LevelLine::Kind::Least, value, Words::tr("least of all minima")});
        }
        return levels;
    };
}

/// 2/η of each run, once for all that have the same.
std::vector<LevelLine> stabilityBounds(const Scene& scene)
{
    std::vector<LevelLine> bounds;
    for (std::size_t run = 0; run < scene.runs.size(); ++run) {
        const double eta = scene.runs[run].spec.eta;
        const auto same = std::count_if(scene.runs.begin(), scene.runs.end(),
                                        [eta](const RunTrace& other) { return other.spec.eta == eta; });
        const bool isFirst =
            std::none_of(scene.runs.begin(), scene.runs.begin() + static_cast<std::ptrdiff_t>(run),
                         [eta](const RunTrace& other) { return other.spec.eta == eta; });
        if (!isFirst || !(eta > 0))
            continue;
        const bool isOfAll = static_cast<std::size_t>(same) == scene.runs.size();
        const QString name = runTitle(scene.runs[run].spec.name);
        bounds.push_back({LevelLine::Kind::Bound, stableSharpness(eta),
                          isOfAll ? Words::tr("2/η =") : Words::tr("%1: 2/η =").arg(name)});
    }
    return bounds;
}

std::vector<LevelLine> sharpnessLevels(const Scene& scene)
{
    std::vector<LevelLine> levels = leastOf(&LeastFlatness::lambdaMax)(scene);
    const std::vector<LevelLine> bounds = stabilityBounds(scene);
    levels.insert(levels.end(), bounds.begin(), bounds.end());
    return levels;
}

using PredictedValue = std::function<std::optional<double>(const Scene&, const LineSpec&)>;

auto limitOf(const PredictedValue& predicted)
{
    return [predicted](const Scene& scene, const LineSpec& line) -> std::optional<TheoryLine> {
        const auto value = predicted(scene, line);
        if (!value)
            return std::nullopt;
        return TheoryLine{*value, {}, Words::tr("predicted %1").arg(shortNumber(*value))};
    };
}

TimeVariant weighedVariant()
{
    return {
        .choice = {QStringLiteral("noise_weighted"), Words::tr("noise-weighted"),
                   QStringLiteral("σ₁² tr H_XX + σ₂² tr H_YY"),
                   Words::tr(
                       "σ₁² tr H_XX + σ₂² tr H_YY = a‖X‖² + b‖Y‖², a = d₂σ₂², b = d₁σ₁²: what perturbed GD "
                       "makes small. Its least value over all minima is 2√(ab) Σsₖ, k ≤ r. A run without "
                       "such noise is weighed with that of the first run that has it."),
                   Words::tr("noise")},
        .yLabel = QStringLiteral("a‖X‖² + b‖Y‖²"),
        .spoken = Words::tr("noise-weighted trace"),
        .undefined = Words::tr("No run has noise to weigh with. Give one perturbed GD or regularized GD, or "
                               "choose the trace or λₘₐₓ above."),
        .lines = weighedLines,
        .label = runName,
        .theory = limitOf(predictedWeighed),
        .predicted = predictedWeighed,
        .levels = leastOf(&LeastFlatness::noiseWeightedTrace)};
}

} // namespace

std::vector<TimeVariant> flatnessVariants()
{
    const auto trace = predictedBy(&Prediction::trace);
    const auto lambdaMax = predictedBy(&Prediction::lambdaMax);
    return {
        weighedVariant(),
        {.choice =
             {QStringLiteral("trace"), Words::tr("trace"), QStringLiteral("tr ∇²F"),
              Words::tr(
                  "tr ∇²F = d₂‖X‖² + d₁‖Y‖². Its least value over all minima is 2√(d₁d₂) Σsₖ, k ≤ r, where "
                  "XᵀX = (d₁/d₂) YᵀY.")},
         .yLabel = QStringLiteral("tr ∇²F"),
         .spoken = Words::tr("trace"),
         .undefined = {},
         .lines = oneLineARun(Quantity::Trace),
         .label = runName,
         .theory = limitOf(trace),
         .predicted = trace,
         .levels = leastOf(&LeastFlatness::trace)},
        {.choice =
             {QStringLiteral("lambda_max"), QStringLiteral("λₘₐₓ"), QStringLiteral("λₘₐₓ(∇²F)"),
              Words::tr(
                  "λₘₐₓ(∇²F), the sharpness: ‖X‖₂² + ‖Y‖₂² at a minimum. Its least value over all minima "
                  "is 2s₁, where XᵀX = YᵀY; the limit of perturbed GD is no exact minimum and lies "
                  "below. Above 2/η a minimum is unstable.")},
         .yLabel = QStringLiteral("λₘₐₓ(∇²F)"),
         .spoken = Words::tr("sharpness"),
         .undefined = {},
         .lines = oneLineARun(Quantity::LambdaMax),
         .label = runName,
         .theory = limitOf(lambdaMax),
         .predicted = lambdaMax,
         .levels = sharpnessLevels},
    };
}

} // namespace hyperdrift::ui
