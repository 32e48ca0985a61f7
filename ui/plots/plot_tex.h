#pragma once
// A picture as a LaTeX document of class standalone, drawn by pgfplots: axes, curves, theory, bands, marks
// and legend, in the colours of the light theme, for a page is white.

#include "ui/plots/plotted_data.h"

#include <QByteArray>

namespace hyperdrift::ui {

/// UTF-8. What stands between the lines "% the picture" and "% end of the picture" can stand in a document
/// that loads amsmath, amssymb and pgfplots. Compiles with pdflatex, lualatex and xelatex.
QByteArray plotTex(const PlottedData& data);

} // namespace hyperdrift::ui
