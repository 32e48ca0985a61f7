#pragma once
// The landscape in numbers: contours of its ground, valleys, ways of runs, ghosts and eight starts, marks.

#include "ui/plots/landscape_model.h"
#include "ui/plots/plotted_data.h"

namespace hyperdrift::ui {

/// `view`: of the axes. The model has runs.
void addLandscape(PlottedPanel& panel, const LandscapeModel& model, const PlaneRect& view);

} // namespace hyperdrift::ui
