#pragma once
// One series of a picture as commands of pgfplots. Internal to plot_tex.h.

#include "ui/plots/plotted_data.h"

#include <QString>

namespace hyperdrift::ui {

/// Of its panel, which is an axis environment.
QString texSeries(const PlottedSeries& series, const PlottedPanel& panel);
/// Its entry in the legend; empty for one that is not there.
QString texLegend(const PlottedSeries& series);
/// A few digits more than a page can show.
QString texNumber(double value);
/// The name that plotTex gives to a run's colour.
QString texColour(int run);

} // namespace hyperdrift::ui
