#include "ui/plots/plane_data.h"

#include "core/theory/norm_plane.h"
#include "ui/plots/number_text.h"

#include <algorithm>
#include <limits>

namespace hyperdrift::ui {

namespace {

using Series = PlottedSeries;

constexpr int curvePoints = 160;

void appendTrail(Series& series, const Trail& trail, std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i)
        series.add(trail.points[i].at.x, trail.points[i].at.y);
}

void addMark(PlottedPanel& panel, Series mark, const std::optional<PlanePoint>& at)
{
    if (!at)
        return;
    mark.kind = Series::Kind::Marks;
    mark.add(at->x, at->y);
    panel.series.push_back(std::move(mark));
}

} // namespace

void addTrail(PlottedPanel& panel, int run, const Trail& trail, std::size_t reached,
              const std::optional<PlanePoint>& now)
{
    const std::size_t end = trail.points.size();
    if (reached < end) {
        Series ahead{.name = QStringLiteral("ahead"), .run = run, .standsBack = true, .width = 0.8};
        appendTrail(ahead, trail, std::max<std::size_t>(reached, 1) - 1, end);
        panel.series.push_back(std::move(ahead));
    }
    Series way{.name = QStringLiteral("trail"), .run = run, .legend = Series::Legend::Who};
    appendTrail(way, trail, 0, std::min(reached, end));
    if (now)
        way.add(now->x, now->y);
    panel.series.push_back(std::move(way));
}

void addGhost(PlottedPanel& panel, int run, const QString& letter, const Trail& trail,
              const std::optional<PlanePoint>& end)
{
    Series way{.name = QStringLiteral("trail"),
               .run = run,
               .ghost = letter,
               .standsBack = true,
               .legend = Series::Legend::Who,
               .width = 0.55};
    appendTrail(way, trail, 0, trail.points.size());
    if (end)
        way.add(end->x, end->y);
    panel.series.push_back(std::move(way));
    addMark(panel, {.name = QStringLiteral("end"), .run = run, .ghost = letter, .mark = Series::Mark::Hollow},
            end);
}

void addStart(PlottedPanel& panel, const PlanePoint& start)
{
    const QString name = QStringLiteral("start");
    const bool isThere = std::any_of(panel.series.begin(), panel.series.end(), [&](const Series& series) {
        return series.name == name && series.x.front() == start.x && series.y.front() == start.y;
    });
    if (!isThere)
        addMark(panel,
                {.name = name, .isTheory = true, .mark = Series::Mark::Ring, .legend = Series::Legend::Name},
                start);
}

void addLimit(PlottedPanel& panel, int run, const std::optional<PlanePoint>& limit, const QString& who)
{
    addMark(panel,
            {.name = QStringLiteral("predicted limit"),
             .who = who,
             .run = run,
             .isTheory = true,
             .mark = Series::Mark::Star,
             .legend = Series::Legend::Name},
            limit);
}

void addNow(PlottedPanel& panel, int run, const std::optional<PlanePoint>& now)
{
    addMark(panel, {.name = QStringLiteral("now"), .run = run}, now);
}

void appendPieces(Series& series, const std::vector<std::vector<PlanePoint>>& pieces)
{
    constexpr double gap = std::numeric_limits<double>::quiet_NaN();
    for (const auto& piece : pieces) {
        if (!series.x.empty() && !piece.empty())
            series.add(series.x.back(), gap);
        for (const PlanePoint& point : piece)
            series.add(point.x, point.y);
    }
}

void addHyperbola(PlottedPanel& panel, double product, const PlaneRect& view, const QString& name,
                  Series::Stroke stroke)
{
    Series curve{
        .name = name, .isTheory = true, .stroke = stroke, .legend = Series::Legend::Name, .width = 0.9};
    appendPieces(curve, hyperbola(product, view, curvePoints));
    panel.series.push_back(std::move(curve));
}

void addRay(PlottedPanel& panel, double gamma, const PlaneRect& view)
{
    Series line{.name = QStringLiteral("ray of γ = ") + shortNumber(gamma),
                .isTheory = true,
                .stroke = Series::Stroke::Dashed,
                .legend = Series::Legend::Name,
                .width = 0.6};
    appendPieces(line, {ray(gamma, view)});
    panel.series.push_back(std::move(line));
}

} // namespace hyperdrift::ui
