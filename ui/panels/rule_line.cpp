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

} // namespace

QString ruleText(const Scene& scene)
{
    if (scene.runs.empty())
        return {};
    for (auto run = scene.runs.rbegin(); run != scene.runs.rend(); ++run) {
        if (usesNoise(run->spec.method))
            return stepText(run->spec.method) + QStringLiteral(";   ") + gammaText(*run, scene.problem);
    }
    return stepText(MethodKind::GradientDescent) + QStringLiteral(";   ") +
           RuleLine::tr("no noise: ‖X‖² − ‖Y‖² stays what it was");
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
