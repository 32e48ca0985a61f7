#pragma once
// A figure as a file that carries its experiment (core/io/embedded_experiment.h): whoever opens it in the
// program, or runs it in the console, gets the same numbers.

#include "core/model/config.h"
#include "ui/figures/figure_sheet.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <optional>

namespace hyperdrift::ui {

enum class FigureFormat { Png, Svg, Pdf };

/// By the name's suffix; nullopt for another.
std::optional<FigureFormat> figureFormat(const QString& path);
/// For a file dialog.
QString figureFilter();

/// What a figure at iteration t of the document carries.
std::string figureExperiment(const Experiment& document, std::int64_t t);

/// At the figure's dpi.
QImage figureImage(FigureSheet& sheet, double dpi);
/// The file. `experiment`: see figureExperiment.
QByteArray figureBytes(FigureSheet& sheet, FigureFormat format, double dpi, const std::string& experiment);

} // namespace hyperdrift::ui
