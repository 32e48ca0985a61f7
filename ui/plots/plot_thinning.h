#pragma once
// A picture's numbers, so few that a typesetting program can bear them, and so that nobody sees it.

#include "ui/plots/plotted_data.h"

namespace hyperdrift::ui {

/// At most about 500 points, none far out of the panel. A line or band over ascending x keeps the least and
/// the greatest of each of 120 columns; any other line, points that lie apart; of marks that would cover
/// each other, one.
PlottedSeries thinned(const PlottedSeries& series, const PlottedPanel& panel);
/// At most 40×40 means of blocks, on the same scale.
HeatMap thinned(const HeatMap& map);

} // namespace hyperdrift::ui
