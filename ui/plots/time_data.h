#pragma once
// A plot over time in numbers: all that was recorded, not what the width of the picture leaves of it.

#include "ui/plots/plotted_data.h"
#include "ui/plots/time_lines.h"

namespace hyperdrift::ui {

/// What each line measured up to now and beyond, and what theory says of it. The panel has its axes.
void addLines(PlottedPanel& panel, const std::vector<RunLine>& lines);
void addLevels(PlottedPanel& panel, const std::vector<LevelLine>& levels);
void addGhosts(PlottedPanel& panel, const GhostLines& ghosts);

} // namespace hyperdrift::ui
