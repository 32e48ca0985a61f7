#include "ui/plots/landscape_data.h"

#include "ui/plots/landscape_ground.h"
#include "ui/plots/landscape_pixels.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plane_data.h"

namespace hyperdrift::ui {

namespace {

using Series = PlottedSeries;

void addContours(PlottedPanel& panel, const LandscapeModel& model, const PlaneRect& view)
{
    const Landscape ground = model.ground();
    const bool isSmoothed = model.smoothed && model.noisy();
    const QString name = isSmoothed ? QStringLiteral("F̃ = %1") : QStringLiteral("F = %1");
    for (const Contour& contour : contoursOf(ground, view)) {
        Series line{.name = name.arg(shortNumber(contour.value)), .standsBack = true, .width = 0.4};
        appendPieces(line, contour.lines);
        panel.series.push_back(std::move(line));
    }
}

void addValleys(PlottedPanel& panel, const LandscapeModel& model, const PlaneRect& view)
{
    addHyperbola(panel, model.plain().s, view, QStringLiteral("valley"), Series::Stroke::Solid);
    const auto noisy = model.noisy();
    const auto product = noisy ? shrunkProduct(*noisy) : std::nullopt;
    if (product && *product < noisy->s)
        addHyperbola(panel, *product, view, QStringLiteral("valley of the smoothed loss"),
                     Series::Stroke::Dotted);
}

/// One series a run and start, so that no line joins two of them.
void addFan(PlottedPanel& panel, const StartFan& fan)
{
    for (std::size_t start = 0; start < fanSize; ++start) {
        for (std::size_t run = 0; run < fan.runs.size(); ++run) {
            const FanTrail& trail = fan.runs[run][start];
            const QString name = QStringLiteral("from start %1 of 8").arg(start + 1);
            Series way{.name = name, .run = static_cast<int>(run), .standsBack = true, .width = 0.6};
            for (const PlanePoint& point : trail.points)
                way.add(point.x, point.y);
            if (way.x.empty())
                continue;
            Series end{.kind = Series::Kind::Marks,
                       .name =
                           name + (trail.diverged ? QStringLiteral(", diverged") : QStringLiteral(", end")),
                       .run = static_cast<int>(run),
                       .x = {way.x.back()},
                       .y = {way.y.back()}};
            panel.series.push_back(std::move(way));
            panel.series.push_back(std::move(end));
        }
    }
    Series starts{.kind = Series::Kind::Marks,
                  .name = QStringLiteral("eight starts"),
                  .isTheory = true,
                  .mark = Series::Mark::Ring,
                  .legend = Series::Legend::Name};
    for (const PlanePoint& start : fan.starts)
        starts.add(start.x, start.y);
    panel.series.push_back(std::move(starts));
}

} // namespace

void addLandscape(PlottedPanel& panel, const LandscapeModel& model, const PlaneRect& view)
{
    const std::vector<LandscapeRun>& runs = model.runs();
    addContours(panel, model, view);
    addValleys(panel, model, view);
    if (model.fan)
        addFan(panel, *model.fan);
    for (const LandscapeGhost* ghost : model.ghosts())
        addGhost(panel, static_cast<int>(ghost->run), ghost->letter, ghost->trail, ghost->end);
    for (std::size_t i = 0; i < runs.size(); ++i)
        addTrail(panel, static_cast<int>(i), runs[i].trail, runs[i].reached, runs[i].now);
    for (const LandscapeRun& run : runs) {
        if (run.start)
            addStart(panel, *run.start);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        addLimit(panel, static_cast<int>(i), runs[i].gamma ? runs[i].limit : std::nullopt);
        addNow(panel, static_cast<int>(i), hasLeft(runs[i]) ? runs[i].now : std::nullopt);
    }
}

} // namespace hyperdrift::ui
