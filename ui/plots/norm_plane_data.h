#pragma once
// The norm plane in numbers: exact minima, what the noise leads to, ways of runs and ghosts, marks.

#include "ui/plots/norm_plane_model.h"
#include "ui/plots/plotted_data.h"

namespace hyperdrift::ui {

/// `view`: of the axes. The model has runs.
void addNormPlane(PlottedPanel& panel, const NormPlaneModel& model, const PlaneRect& view);

} // namespace hyperdrift::ui
