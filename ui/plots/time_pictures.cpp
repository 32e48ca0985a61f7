#include "ui/plots/time_pictures.h"

#include "ui/plots/number_text.h"
#include "ui/plots/time_variants.h"
#include "ui/prose.h"
#include "ui/titles.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(TimePictures)
};

std::optional<TheoryLine> lossFloor(const Scene& scene, const LineSpec& line)
{
    const Prediction& prediction = scene.runs[line.run].prediction;
    if (!prediction.lossFloor || !(*prediction.lossFloor > 0))
        return std::nullopt;
    const double floor = *prediction.lossFloor;
    const QString label =
        prediction.tau ? Words::tr("predicted floor %1") : Words::tr("least possible loss %1");
    return TheoryLine{floor, {}, label.arg(shortNumber(floor))};
}

TimeVariant lossVariant()
{
    return {.choice = {.id = QStringLiteral("loss"),
                       .text = Words::tr("loss"),
                       .symbol = QStringLiteral("F"),
                       .formula = Words::tr("F(X, Y) = ½‖XYᵀ − M‖²")},
            .yLabel = QStringLiteral("F(X, Y)"),
            .spoken = Words::tr("loss"),
            .logY = true,
            .undefined = {},
            .lines = oneLineARun(Quantity::Loss),
            .label = runName,
            .theory = lossFloor,
            .predicted = predictedBy(&Prediction::lossFloor),
            .levels = noLevels};
}

} // namespace

QString runName(const Scene& scene, const LineSpec& line)
{
    return runTitle(scene.runs[line.run].spec.name);
}

std::function<std::vector<LineSpec>(const Scene&)> oneLineARun(Quantity quantity)
{
    return [quantity](const Scene& scene) {
        std::vector<LineSpec> lines(scene.runs.size());
        for (std::size_t run = 0; run < lines.size(); ++run) {
            lines[run].run = run;
            lines[run].measure.quantity = quantity;
        }
        return lines;
    };
}

std::function<std::optional<double>(const Scene&, const LineSpec&)>
predictedBy(std::optional<double> Prediction::*member)
{
    return [member](const Scene& scene, const LineSpec& line) {
        return scene.runs[line.run].prediction.*member;
    };
}

std::optional<TheoryLine> noTheory(const Scene&, const LineSpec&)
{
    return std::nullopt;
}

std::vector<LevelLine> noLevels(const Scene&)
{
    return {};
}

Span unchangedSpan(const Scene& scene, std::size_t run)
{
    Span span{0, timeHorizon(scene)};
    for (const Edit& edit : scene.edits) {
        if (static_cast<std::size_t>(edit.run) != run)
            continue;
        if (edit.at <= scene.iteration)
            span.from = std::max(span.from, static_cast<double>(edit.at));
        else
            span.until = std::min(span.until, static_cast<double>(edit.at));
    }
    return span;
}

std::optional<TimePictureSpec> timePicture(const QString& id)
{
    if (id == QLatin1String("loss"))
        return TimePictureSpec{id, Words::tr("Loss"), QStringLiteral("Loss"), {}, {lossVariant()}};
    if (id == QLatin1String("imbalance"))
        return TimePictureSpec{id, Words::tr("Imbalance"), QStringLiteral("Imbalance"),
                               Words::tr("Imbalance as"), imbalanceVariants()};
    if (id == QLatin1String("flatness"))
        return TimePictureSpec{id, Words::tr("Flatness"), QStringLiteral("Flatness"),
                               Words::tr("Flatness by"), flatnessVariants()};
    if (id == QLatin1String("log_ratio"))
        return TimePictureSpec{
            id, Words::tr("Log ratio"), QStringLiteral("Log ratio"), {}, {logRatioVariant()}};
    return std::nullopt;
}

QString phrase(const TimeVariant& variant, const Scene& scene, const std::vector<LineSpec>& lines,
               std::size_t run)
{
    constexpr qsizetype mostSpoken = 3;
    QStringList values;
    std::optional<double> predicted;
    for (const LineSpec& line : lines) {
        if (line.run != run || values.size() == mostSpoken)
            continue;
        values << shortNumber(valueOf(scene.runs[run].current, line.measure));
        if (line.isFirst)
            predicted = variant.predicted(scene, line);
    }
    const QString text = variant.spoken + QLatin1Char(' ') + clauses(values);
    return predicted ? text + Words::tr(", predicted %1").arg(shortNumber(*predicted)) : text;
}

} // namespace hyperdrift::ui
