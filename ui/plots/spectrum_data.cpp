#include "ui/plots/spectrum_data.h"

namespace hyperdrift::ui {

namespace {

using Series = PlottedSeries;

constexpr double groupWidth = 0.7; // of the way from one k to the next

void addValues(PlottedPanel& panel, Series marks, const std::vector<double>& values, std::size_t runs)
{
    marks.kind = Series::Kind::Marks;
    marks.shift = (marks.run - 0.5 * static_cast<double>(runs - 1)) * groupWidth / static_cast<double>(runs);
    marks.width = groupWidth / static_cast<double>(runs);
    for (std::size_t k = 0; k < values.size(); ++k)
        marks.add(static_cast<double>(k + 1), values[k]);
    panel.series.push_back(std::move(marks));
}

/// Those past rank r apart: no run can learn them.
void addBars(PlottedPanel& panel, const SpectrumModel& model)
{
    Series bars{.kind = Series::Kind::Bars,
                .name = QStringLiteral("singular values of M"),
                .isTheory = true,
                .legend = Series::Legend::Name,
                .width = groupWidth};
    Series beyond = bars;
    beyond.name = QStringLiteral("singular values of M that rank %1 leaves out").arg(model.rank);
    beyond.standsBack = true;
    for (std::size_t k = 1; k <= model.count(); ++k)
        (k > model.rank ? beyond : bars).add(static_cast<double>(k), model.sAt(k));
    panel.series.push_back(std::move(bars));
    panel.series.push_back(std::move(beyond));
}

} // namespace

void addSpectrum(PlottedPanel& panel, const SpectrumModel& model)
{
    const std::size_t runs = model.runs.size();
    addBars(panel, model);
    for (std::size_t run = 0; run < runs; ++run)
        addValues(panel,
                  {.name = QStringLiteral("predicted singular values of XYᵀ"),
                   .run = static_cast<int>(run),
                   .isTheory = true,
                   .mark = Series::Mark::Tick,
                   .legend = Series::Legend::Name},
                  model.runs[run].predicted, runs);
    for (const SpectrumGhost& ghost : model.ghosts) {
        if (ghost.run < runs)
            addValues(panel,
                      {.name = QStringLiteral("singular values of XYᵀ at its end"),
                       .run = static_cast<int>(ghost.run),
                       .ghost = ghost.letter,
                       .mark = Series::Mark::Hollow,
                       .legend = Series::Legend::Who},
                      ghost.values, runs);
    }
    for (std::size_t run = 0; run < runs; ++run)
        addValues(panel,
                  {.name = QStringLiteral("singular values of XYᵀ"),
                   .run = static_cast<int>(run),
                   .legend = Series::Legend::Who},
                  model.runs[run].values, runs);
}

} // namespace hyperdrift::ui
