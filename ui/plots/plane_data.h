#pragma once
// The numbers of what pictures of a plane share: ways of runs, marks on them, and theory's curves.

#include "core/measure/trail.h"
#include "core/theory/landscape.h"
#include "ui/plots/plotted_data.h"

#include <optional>

namespace hyperdrift::ui {

/// The way up to the instant that is shown, with the present point, and faint what lies ahead of it;
/// `reached` as in the models.
void addTrail(PlottedPanel& panel, int run, const Trail& trail, std::size_t reached,
              const std::optional<PlanePoint>& now);
/// The whole way of one run of a ghost, and where it ends.
void addGhost(PlottedPanel& panel, int run, const QString& letter, const Trail& trail,
              const std::optional<PlanePoint>& end);
/// Unless the same is there already: runs mostly share it.
void addStart(PlottedPanel& panel, const PlanePoint& start);
/// Nothing for a run without one, as below. `who`: see PlottedSeries.
void addLimit(PlottedPanel& panel, int run, const std::optional<PlanePoint>& limit, const QString& who = {});
void addNow(PlottedPanel& panel, int run, const std::optional<PlanePoint>& now);

/// xy = product within `view`.
void addHyperbola(PlottedPanel& panel, double product, const PlaneRect& view, const QString& name,
                  PlottedSeries::Stroke stroke);
/// ‖X‖ = γ‖Y‖ likewise.
void addRay(PlottedPanel& panel, double gamma, const PlaneRect& view);
/// Pieces of a curve, with gaps between them.
void appendPieces(PlottedSeries& series, const std::vector<std::vector<PlanePoint>>& pieces);

} // namespace hyperdrift::ui
