#pragma once
// The spectrum in numbers: a bar for each s_k, and what runs and ghosts have of it.

#include "ui/plots/plotted_data.h"
#include "ui/plots/spectrum_model.h"

namespace hyperdrift::ui {

/// The model has runs. Marks of runs stand beside each other by their `shift`.
void addSpectrum(PlottedPanel& panel, const SpectrumModel& model);

} // namespace hyperdrift::ui
