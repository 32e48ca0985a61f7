#pragma once
// What --figure and --animate share: which picture, how large, how it looks.

#include "core/model/config.h"
#include "ui/figures/figure_spec.h"

#include <QString>
#include <QStringList>

class QCommandLineParser;

namespace hyperdrift {

struct SheetOptions {
    QString plot; ///< id of a picture, or "dashboard"
    ui::FigureSpec spec;

    bool isDashboard() const;
};

void declareSheetOptions(QCommandLineParser& parser);
/// Fills `options`; what was not given stays. What is wrong with them, or nothing.
QString readSheetOptions(const QCommandLineParser& parser, SheetOptions& options);
/// Likewise a number within bounds.
QString readNumber(const QCommandLineParser& parser, const QString& name, double least, double greatest,
                   double& value);
/// The first of the options that is given without what it is for, in words; nothing when there is none.
QString strayOption(const QCommandLineParser& parser, const QStringList& names, const QString& isFor);
QStringList sheetOptionNames();

/// With the choices that the document remembers.
ui::FigureSpec sheetOf(const SheetOptions& options, const Experiment& document);

} // namespace hyperdrift
