// θ_k of the singular directions, beside the one law by which noise moves them all.

#include "core/theory/valley_flow.h"
#include "ui/plots/number_text.h"
#include "ui/plots/time_variants.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(TimePictures)
};

constexpr std::size_t mostDirections = 10;

std::vector<LineSpec> directionLines(const Scene& scene)
{
    std::vector<LineSpec> lines;
    const std::size_t fitted =
        std::min(static_cast<std::size_t>(scene.problem.rank), scene.problem.spectrum.size());
    const std::size_t directions = std::min(fitted, mostDirections);
    for (std::size_t run = 0; run < scene.runs.size(); ++run) {
        for (std::size_t k = 0; k < directions; ++k) {
            const double width = std::max(0.4, 1 / std::sqrt(1 + static_cast<double>(k)));
            lines.push_back({run, {Quantity::LogRatio, 0, 0, k}, width, k == 0});
        }
    }
    return lines;
}

QString directionLabel(const Scene& scene, const LineSpec& line)
{
    const QString name = runName(scene, line);
    if (scene.problem.rank == 1 || scene.problem.spectrum.size() < 2)
        return name;
    const QString theta = QStringLiteral("θ") + subscript(static_cast<int>(line.measure.direction) + 1);
    return line.isFirst ? Words::tr("%1: %2").arg(name, theta) : theta;
}

/// θ* = ln γ.
std::optional<double> thetaLimit(const Scene& scene, const LineSpec& line)
{
    const auto gamma2 = scene.runs[line.run].prediction.gamma2;
    return gamma2 && *gamma2 > 0 ? std::optional(0.5 * std::log(*gamma2)) : std::nullopt;
}

/// The law holds for the mean of constant noise on the point at which the gradient is taken.
std::optional<ValleyFlow> flowOf(const RunTrace& run)
{
    const bool isPerturbed =
        run.spec.method == MethodKind::PerturbedGd && !(run.spec.noise.anneal.value_or(0) > 0);
    const bool hasFlow = isPerturbed || run.spec.method == MethodKind::RegularizedGd;
    if (!hasFlow || !run.prediction.timeConstant)
        return std::nullopt;
    return ValleyFlow{run.spec.eta, {*run.prediction.a, *run.prediction.b}};
}

std::optional<TheoryLine> universalCurve(const Scene& scene, const LineSpec& line)
{
    const RunTrace& run = scene.runs[line.run];
    const auto flow = flowOf(run);
    if (!flow)
        return std::nullopt;
    const std::size_t k = line.measure.direction;
    const Span span = unchangedSpan(scene, line.run);
    const auto curve = flowCurve(*flow, run.path, k, scene.problem.spectrum[k],
                                 static_cast<std::int64_t>(span.from), span.until);
    if (!curve)
        return std::nullopt;
    return TheoryLine{std::nullopt, *curve, line.isFirst ? Words::tr("universal curve") : QString()};
}

std::vector<LevelLine> thetaLevels(const Scene& scene)
{
    std::vector<LevelLine> levels;
    for (std::size_t run = 0; run < scene.runs.size(); ++run) {
        const auto value = thetaLimit(scene, {.run = run, .measure = {}});
        const bool isKnown = std::any_of(levels.begin(), levels.end(),
                                         [&](const LevelLine& level) { return level.value == value; });
        if (value && !isKnown)
            levels.push_back({LevelLine::Kind::Limit, *value, Words::tr("θ* = ln γ =")});
    }
    return levels;
}

} // namespace

TimeVariant logRatioVariant()
{
    return {
        .choice =
            {QStringLiteral("theta"), Words::tr("log ratio"), QStringLiteral("θₖ"),
             Words::tr(
                 "θₖ = ½ ln(‖Xᵀuₖ‖²/‖Yᵀvₖ‖²) of the singular directions k. In the valley noise moves them "
                 "all by one law, θ′ = −2ητ sinh(θ−θ*)/cosh θ, to θ* = ln γ.")},
        .yLabel = QStringLiteral("θₖ = ½ ln(uₖ/vₖ)"),
        .spoken = Words::tr("log ratio"),
        .undefined =
            Words::tr("θₖ is undefined while X or Y has no part along its singular direction, as at a "
                      "start of 0: choose another start, or press Play."),
        .lines = directionLines,
        .label = directionLabel,
        .theory = universalCurve,
        .predicted = thetaLimit,
        .levels = thetaLevels};
}

} // namespace hyperdrift::ui
