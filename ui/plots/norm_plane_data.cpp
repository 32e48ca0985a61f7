#include "ui/plots/norm_plane_data.h"

#include "ui/plots/number_text.h"
#include "ui/plots/plane_data.h"

#include <algorithm>

namespace hyperdrift::ui {

void addNormPlane(PlottedPanel& panel, const NormPlaneModel& model, const PlaneRect& view)
{
    PlaneRect positive = view; // norms are no less than 0
    positive.xMin = std::max(0.0, view.xMin);
    positive.yMin = std::max(0.0, view.yMin);
    const QString minima =
        model.rank > 1 ? QStringLiteral("exact minima, on and above") : QStringLiteral("exact minima");
    addHyperbola(panel, model.least, positive, minima, PlottedSeries::Stroke::Solid);
    for (const double product : model.products())
        addHyperbola(panel, product, positive,
                     QStringLiteral("limits of noise, least product of norms ") + shortNumber(product),
                     PlottedSeries::Stroke::Dotted);
    for (const double gamma : model.gammas())
        addRay(panel, gamma, view);
    for (const auto& [id, all] : model.ghosts) {
        for (const NormGhost& ghost : all)
            addGhost(panel, static_cast<int>(ghost.run), ghost.letter, ghost.trail, ghost.end);
    }
    const std::vector<NormRun>& runs = model.runs;
    for (std::size_t i = 0; i < runs.size(); ++i)
        addTrail(panel, static_cast<int>(i), runs[i].trail, runs[i].reached, runs[i].now);
    for (const NormRun& run : runs) {
        if (run.start)
            addStart(panel, *run.start);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        addLimit(panel, static_cast<int>(i), runs[i].gamma ? runs[i].limit : std::nullopt);
        addNow(panel, static_cast<int>(i), hasLeft(runs[i]) ? runs[i].now : std::nullopt);
    }
}

} // namespace hyperdrift::ui
