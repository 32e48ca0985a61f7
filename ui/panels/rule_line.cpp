#include "ui/panels/rule_line.h"

#include "core/model/method.h"
#include "ui/format.h"

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

QString gammaText(const RunTrace& run, const ProblemFacts& problem)
{
    if (!run.prediction.gamma2) {
        const bool noNoise = run.spec.noise.sigma1 == 0 && run.spec.noise.sigma2 == 0;
        return noNoise ? RuleLine::tr("σ₁ = σ₂ = 0: plain GD") : RuleLine::tr("γ² needs both σ₁ and σ₂ > 0");
    }
    const auto square = [](double x) { return QString::number(x * x, 'g', 4); };
    return RuleLine::tr("γ² = d₁σ₁²/(d₂σ₂²) = %1·%2/(%3·%4) = %5")
        .arg(QString::number(problem.d1), square(run.spec.noise.sigma1), QString::number(problem.d2),
             square(run.spec.noise.sigma2), QString::number(*run.prediction.gamma2, 'g', 3));
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

} // namespace

QString ruleText(const Scene& scene)
{
    if (scene.runs.empty())
        return {};
    // The last run that is not plain GD speaks for the picture.
    const RunTrace* speaker = &scene.runs.back();
    for (const RunTrace& run : scene.runs)
        if (run.spec.method != MethodKind::GradientDescent)
            speaker = &run;
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
    setToolTip(tr("γ² is the ratio ‖X‖²/‖Y‖² that the noise selects as η → 0"));
}

void RuleLine::refresh(const Scene& scene)
{
    const QString text = ruleText(scene);
    if (text != this->text())
        setText(text);
    setAccessibleDescription(text);
}

QSize RuleLine::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height()};
}

} // namespace hyperdrift::ui
