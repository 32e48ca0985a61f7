#include "ui/plots/time_data.h"

#include "ui/plots/number_text.h"

namespace hyperdrift::ui {

namespace {

using Kind = PlottedSeries::Kind;
using Legend = PlottedSeries::Legend;
using Stroke = PlottedSeries::Stroke;

QString nameOf(const Measure& measure)
{
    switch (measure.quantity) {
    case Quantity::Loss:
        return QStringLiteral("loss");
    case Quantity::Imbalance:
        return QStringLiteral("imbalance");
    case Quantity::Ratio:
        return QStringLiteral("ratio");
    case Quantity::Gap:
        return QStringLiteral("gap");
    case Quantity::LambdaMax:
        return QStringLiteral("λₘₐₓ");
    case Quantity::Trace:
        return QStringLiteral("trace");
    case Quantity::WeightedNorms:
        return QStringLiteral("noise-weighted trace");
    case Quantity::LogRatio:
        return QStringLiteral("θ") + subscript(static_cast<int>(measure.direction) + 1);
    }
    return {};
}

QString nameOf(LevelLine::Kind kind)
{
    switch (kind) {
    case LevelLine::Kind::Limit:
        return QStringLiteral("predicted limit");
    case LevelLine::Kind::Least:
        return QStringLiteral("least of all minima,");
    case LevelLine::Kind::Bound:
        return QStringLiteral("stability bound 2/η =");
    }
    return {};
}

/// Only the first line of a run is told from the runs' others in the legend.
PlottedSeries measuredOf(const RunLine& line, const QString& name)
{
    return {.name = name, .run = static_cast<int>(line.spec.run), .width = line.spec.width};
}

void addBand(PlottedPanel& panel, PlottedSeries band, const Series& of, std::size_t first, std::size_t last)
{
    band.kind = Kind::Band;
    band.legend = Legend::None;
    bool isWide = false;
    for (std::size_t i = first; i < last; ++i) {
        band.add(of.x[i], of.low[i]);
        band.high.push_back(of.high[i]);
        isWide = isWide || of.low[i] != of.high[i];
    }
    if (isWide)
        panel.series.push_back(std::move(band));
}

void addMeasured(PlottedPanel& panel, const RunLine& line)
{
    const QString name = nameOf(line.spec.measure);
    const Series& all = line.series;
    const std::size_t last = entryAt(all, line.now);
    const std::size_t passed = last < all.size() ? last + 1 : 0;
    PlottedSeries ahead = measuredOf(line, name + QStringLiteral(", ahead"));
    ahead.standsBack = true;
    if (passed < all.size())
        ahead.add(line.now, line.value);
    for (std::size_t i = passed; i < all.size(); ++i)
        ahead.add(all.x[i], all.mean[i]);
    panel.series.push_back(std::move(ahead));
    addBand(panel, measuredOf(line, name + QStringLiteral(", least to greatest")), all, 0, passed);
    PlottedSeries measured = measuredOf(line, name);
    measured.legend = line.spec.isFirst ? Legend::Who : Legend::None;
    for (std::size_t i = 0; i < passed; ++i)
        measured.add(all.x[i], all.mean[i]);
    if (passed == 0 || line.now > all.x[last])
        measured.add(line.now, line.value);
    panel.series.push_back(std::move(measured));
    if (!line.spec.isFirst)
        return;
    PlottedSeries now = measuredOf(line, name + QStringLiteral(", now"));
    now.kind = Kind::Marks;
    now.add(line.now, line.value);
    panel.series.push_back(std::move(now));
}

PlottedSeries theoryOf(const RunLine& line)
{
    PlottedSeries series = measuredOf(line, nameOf(line.spec.measure) + QStringLiteral(", predicted"));
    series.isTheory = true;
    series.x = line.theory->curve.x;
    return series;
}

void addTheoryBand(PlottedPanel& panel, const RunLine& line)
{
    if (!line.theory || line.theory->level || line.theory->curve.low == line.theory->curve.high)
        return;
    PlottedSeries band = theoryOf(line);
    band.kind = Kind::Band;
    band.name += QStringLiteral(" ± sd");
    band.standsBack = true;
    band.y = line.theory->curve.low;
    band.high = line.theory->curve.high;
    panel.series.push_back(std::move(band));
}

void addTheory(PlottedPanel& panel, const RunLine& line)
{
    if (!line.theory)
        return;
    PlottedSeries predicted = theoryOf(line);
    predicted.stroke = Stroke::Dashed;
    predicted.width = 0.6 * line.spec.width;
    predicted.legend = line.spec.isFirst ? Legend::Name : Legend::None;
    predicted.y = line.theory->curve.mean;
    if (const auto level = line.theory->level) {
        predicted.x = {panel.x.lower, panel.x.upper};
        predicted.y = {*level, *level};
    }
    panel.series.push_back(std::move(predicted));
}

} // namespace

void addLines(PlottedPanel& panel, const std::vector<RunLine>& lines)
{
    for (const RunLine& line : lines)
        addTheoryBand(panel, line);
    for (const RunLine& line : lines)
        addMeasured(panel, line);
    for (const RunLine& line : lines)
        addTheory(panel, line);
}

void addLevels(PlottedPanel& panel, const std::vector<LevelLine>& levels)
{
    for (const LevelLine& level : levels)
        panel.series.push_back(
            {.name = nameOf(level.kind) + QLatin1Char(' ') + shortNumber(level.value),
             .isTheory = true,
             .stroke = level.kind == LevelLine::Kind::Limit ? Stroke::Dashed : Stroke::Solid,
             .legend = Legend::Name,
             .width = 0.4,
             .x = {panel.x.lower, panel.x.upper},
             .y = {level.value, level.value}});
}

void addGhosts(PlottedPanel& panel, const GhostLines& ghosts)
{
    for (const GhostLine& line : ghosts.lines()) {
        const bool isFirst = line.measure.direction == 0;
        panel.series.push_back({.name = nameOf(line.measure),
                                .run = static_cast<int>(line.run),
                                .ghost = line.letter,
                                .standsBack = true,
                                .legend = isFirst ? Legend::Who : Legend::None,
                                .width = 0.55,
                                .x = line.series.x,
                                .y = line.series.mean});
    }
}

} // namespace hyperdrift::ui
