#pragma once
// hyperdrift --figure: a figure of an experiment, without a window.

#include "app/figure_options.h"

#include <QString>

#include <cstdint>
#include <optional>

class QCommandLineParser;

namespace hyperdrift {

struct FigureOptions {
    QString output; ///< .png, .svg or .pdf; empty: no figure is asked for
    SheetOptions sheet;
    std::optional<std::int64_t> steps; ///< the experiment's own without
};

/// Beside those of figure_options.h.
void declareFigureOptions(QCommandLineParser& parser);
/// Fills `options`; what is wrong with them, or nothing.
QString readFigureOptions(const QCommandLineParser& parser, FigureOptions& options);

/// Runs the experiment in `file` (empty: the default one) and writes the figure. Exit code 0, 1 (content), 3
/// (files); `trouble` says why.
int makeFigure(const QString& file, const FigureOptions& options, QString& trouble);

} // namespace hyperdrift
