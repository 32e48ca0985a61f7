#include "ui/titles.h"

#include "core/model/method.h"
#include "ui/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace hyperdrift::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(titles)
};

/// Of runs: what the lessons call them beside the names of run_name.h.
[[maybe_unused]] constexpr const char* givenNames[] = {
    QT_TRANSLATE_NOOP("runTitle", "GD on F̃"),          QT_TRANSLATE_NOOP("runTitle", "Rademacher"),
    QT_TRANSLATE_NOOP("runTitle", "Uniform"),          QT_TRANSLATE_NOOP("runTitle", "Gaussian"),
    QT_TRANSLATE_NOOP("runTitle", "Laplace"),          QT_TRANSLATE_NOOP("runTitle", "Constant noise"),
    QT_TRANSLATE_NOOP("runTitle", "Slowly vanishing"), QT_TRANSLATE_NOOP("runTitle", "Quickly vanishing"),
};

struct Parameter {
    const char* path;
    const char* symbol;
    bool (*isUsed)(MethodKind method);
};

const Parameter* parameterAt(const std::string& path)
{
    const auto always = [](MethodKind) { return true; };
    static const std::vector<Parameter> all = {
        {"eta", "η", always},
        {"method", QT_TRANSLATE_NOOP("titles", "method"), always},
        {"noise.sigma1", "σ₁", usesNoise},
        {"noise.sigma2", "σ₂", usesNoise},
        {"noise.distribution", QT_TRANSLATE_NOOP("titles", "distribution"), usesDistribution},
        {"noise.anneal", "t₀", usesDistribution},
        {"noise.nu", "ν", [](MethodKind method) { return method == MethodKind::LabelNoise; }},
        {"batch", "n", [](MethodKind method) { return method == MethodKind::EntrySampling; }},
        {"radius", "δ", [](MethodKind method) { return method == MethodKind::Sam; }}};
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Parameter& known) { return path == known.path; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

QString runTitle(const std::string& name)
{
    static const QRegularExpression numbered(QStringLiteral("^(.+) ([0-9]+)$")); // the second of its method
    const auto match = numbered.match(QString::fromStdString(name));
    const auto translated = [](const QByteArray& text) {
        return QCoreApplication::translate("runTitle", text.constData());
    };
    return match.hasMatch() ? translated(match.captured(1).toUtf8()) + u' ' + match.captured(2)
                            : translated(QByteArray::fromStdString(name));
}

QString noteText(const std::string& note)
{
    return QCoreApplication::translate("notes", note.c_str());
}

QString parameterSymbol(const std::string& path)
{
    const Parameter* known = parameterAt(path);
    return known ? Words::tr(known->symbol) : QString::fromStdString(path);
}

bool usesParameter(MethodKind method, const std::string& path)
{
    const Parameter* known = parameterAt(path);
    return known && known->isUsed(method);
}

QString parameterText(const Edit::SetParameter& parameter)
{
    if (const auto* number = std::get_if<double>(&parameter.value))
        return formatParameter(*number);
    const auto* name = std::get_if<std::string>(&parameter.value);
    if (!name) // null: no annealing, the batch that the size of M gives
        return parameter.path == "batch" ? Words::tr("a quarter") : formatParameter(0);
    if (const auto kind = methodKind(*name); kind && parameter.path == "method")
        return methodTitle(*kind);
    if (const auto distribution = distributionOf(*name))
        return distributionTitle(*distribution);
    return QString::fromStdString(*name);
}

QString methodTitle(MethodKind kind)
{
    switch (kind) {
    case MethodKind::GradientDescent:
        return Words::tr("Gradient descent");
    case MethodKind::PerturbedGd:
        return Words::tr("Perturbed GD");
    case MethodKind::RegularizedGd:
        return Words::tr("Regularized GD");
    case MethodKind::GradientNoise:
        return Words::tr("Gradient noise");
    case MethodKind::LabelNoise:
        return Words::tr("Label noise");
    case MethodKind::EntrySampling:
        return Words::tr("Entry sampling");
    case MethodKind::Sam:
        return Words::tr("SAM");
    }
    return {};
}

QString distributionTitle(Distribution distribution)
{
    switch (distribution) {
    case Distribution::Gaussian:
        return Words::tr("Gaussian noise");
    case Distribution::Uniform:
        return Words::tr("Uniform noise");
    case Distribution::Rademacher:
        return Words::tr("Rademacher noise (±σ)");
    case Distribution::Laplace:
        return Words::tr("Laplace noise");
    }
    return {};
}

QStringList startTitles()
{
    return {Words::tr("Aligned columns"), Words::tr("Gaussian entries"), Words::tr("Small and balanced"),
            Words::tr("Zero, the saddle"), Words::tr("Explicit")};
}

} // namespace hyperdrift::ui
