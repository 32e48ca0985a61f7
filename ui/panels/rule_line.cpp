#include "ui/panels/rule_line.h"

#include "core/model/method.h"
#include "core/theory/smoothing.h"
#include "ui/format.h"

#include <algorithm>

namespace hyperdrift::ui {

namespace {

QString stepText(MethodKind method)
{
    switch (method) {
    case MethodKind::GradientDescent:
        return RuleLine::tr("step from ∇F(X, Y)");
    case MethodKind::PerturbedGd:
        return RuleLine::tr("step from ∇F(X+ξ₁, Y+ξ₂)");
    case MethodKind::RegularizedGd:
        return RuleLine::tr("step from ∇F̃(X, Y)");
    case MethodKind::GradientNoise:
        return RuleLine::tr("step from ∇F(X, Y) + σζ");
    case MethodKind::LabelNoise:
        return RuleLine::tr("step from ∇F(X, Y) with M + N(0, ν²)");
    case MethodKind::EntrySampling:
        return RuleLine::tr("step from ∇F(X, Y) over n entries drawn");
    case MethodKind::Sam:
        return RuleLine::tr("step from ∇F at (X, Y) + δ∇F/‖∇F‖");
    }
    return {};
}

/// Which directions the noise outweighs: those with s_k ≤ τ. Empty for none.
QString drownedText(const RunTrace& run, const ProblemFacts& problem)
{
    const double tau = run.prediction.tau.value_or(0);
    const int drowned = drownedDirections(problem.spectrum, problem.rank, tau);
    if (drowned == 0)
        return {};
    const QString threshold = QString::number(tau, 'g', 3);
    const int directions = std::min(problem.rank, static_cast<int>(problem.spectrum.size()));
    if (drowned == directions)
        return RuleLine::tr("too much noise: τ = √(ab) = %1 ≥ s₁, nothing of M is kept").arg(threshold);
    return RuleLine::tr("τ = √(ab) = %1 drowns %2 of %3 directions")
        .arg(threshold)
        .arg(drowned)
        .arg(directions);
}

QString gammaText(const RunTrace& run, const ProblemFacts& problem)
{
    if (!run.prediction.gamma2) {
        const bool noNoise = run.spec.noise.sigma1 == 0 && run.spec.noise.sigma2 == 0;
        return noNoise ? RuleLine::tr("σ₁ = σ₂ = 0: plain GD") : RuleLine::tr("γ² needs both σ₁ and σ₂ > 0");
    }
    const auto square = [](double x) { return QString::number(x * x, 'g', 4); };
    QString text =
        RuleLine::tr("γ² = d₁σ₁²/(d₂σ₂²) = %1·%2/(%3·%4) = %5")
            .arg(QString::number(problem.d1), square(run.spec.noise.sigma1), QString::number(problem.d2),
                 square(run.spec.noise.sigma2), QString::number(*run.prediction.gamma2, 'g', 3));
    const QString drowned = drownedText(run, problem);
    if (!drowned.isEmpty())
        text += QStringLiteral(";   ") + drowned;
    return text;
}

/// What the method does to the imbalance, in a clause.
QString biasText(const RunTrace& run, const ProblemFacts& problem)
{
    switch (run.spec.method) {
    case MethodKind::GradientDescent:
        return RuleLine::tr("no noise: ‖X‖² − ‖Y‖² stays what it was");
    case MethodKind::PerturbedGd:
    case MethodKind::RegularizedGd:
        return gammaText(run, problem);
    case MethodKind::GradientNoise:
        return RuleLine::tr("it chooses nothing: ‖X‖² − ‖Y‖² diffuses");
    case MethodKind::LabelNoise:
        return RuleLine::tr("‖X‖²/‖Y‖² goes to d₁/d₂ = %1/%2").arg(problem.d1).arg(problem.d2);
    case MethodKind::EntrySampling:
        return RuleLine::tr("‖X‖² − ‖Y‖² freezes once M is interpolated");
    case MethodKind::Sam:
        return RuleLine::tr("it balances: ‖X‖² − ‖Y‖² goes to 0");
    }
    return {};
}

/// The last run that is not plain GD speaks for the picture; nullptr for none at all.
const RunTrace* speakerOf(const Scene& scene)
{
    const RunTrace* speaker = scene.runs.empty() ? nullptr : &scene.runs.back();
    for (const RunTrace& run : scene.runs)
        if (run.spec.method != MethodKind::GradientDescent)
            speaker = &run;
    return speaker;
}

QString tipText(const Scene& scene)
{
    const RunTrace* speaker = speakerOf(scene);
    if (!speaker || !speaker->prediction.ratio || !speaker->prediction.gamma2)
        return RuleLine::tr("γ² is the ratio ‖X‖²/‖Y‖² that the noise selects as η → 0");
    return RuleLine::tr("γ² is the ratio ‖X‖²/‖Y‖² that the noise selects as η → 0; with this η it is %1")
        .arg(QString::number(*speaker->prediction.ratio, 'g', 4));
}

} // namespace

QString ruleText(const Scene& scene)
{
    const RunTrace* speaker = speakerOf(scene);
    if (!speaker)
        return {};
    if (speaker->isVeiled)
        return stepText(speaker->spec.method);
    return stepText(speaker->spec.method) + QStringLiteral(";   ") + biasText(*speaker, scene.problem);
}

RuleLine::RuleLine(QWidget* parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("ruleLine"));
    setAccessibleName(tr("The step, and the ratio that the noise selects"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void RuleLine::refresh(const Scene& scene)
{
    const QString text = ruleText(scene);
    if (text != this->text())
        setText(text);
    setAccessibleDescription(text);
    setToolTip(tipText(scene));
}

QSize RuleLine::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height()};
}

} // namespace hyperdrift::ui
