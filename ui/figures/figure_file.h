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
QString figureSuffix(FigureFormat format);
/// For a file dialog; that kind first.
QString figureFilter(FigureFormat first = FigureFormat::Pdf);

/// What a figure at iteration t of the document carries.
std::string figureExperiment(const Experiment& document, std::int64_t t);

/// As many pixels as figurePixels says; null where there is no memory for them.
QImage figureImage(FigureSheet& sheet, double dpi);
/// A PNG file of what figureImage gives; in any thread. `experiment`: see figureExperiment.
QByteArray pngFigure(const QImage& image, const std::string& experiment);
/// The file; empty where there is no memory for it.
QByteArray figureBytes(FigureSheet& sheet, FigureFormat format, double dpi, const std::string& experiment);

} // namespace hyperdrift::ui
