#include "app/figure_options.h"

#include "ui/plots/pictures.h"
#include "ui/view_state.h"

#include <QApplication>
#include <QCommandLineParser>

namespace hyperdrift {

namespace {

const QString dashboard = QStringLiteral("dashboard");

QString readSizes(const QCommandLineParser& parser, ui::FigureSpec& spec)
{
    double width = spec.millimetres.width();
    double height = spec.millimetres.height();
    for (const QString& wrong :
         {readNumber(parser, QStringLiteral("width"), ui::leastFigure, ui::greatestFigure, width),
          readNumber(parser, QStringLiteral("height"), ui::leastFigure, ui::greatestFigure, height),
          readNumber(parser, QStringLiteral("points"), ui::leastPoints, ui::greatestPoints, spec.pointSize),
          readNumber(parser, QStringLiteral("dpi"), ui::leastDpi, ui::greatestDpi, spec.dpi)}) {
        if (!wrong.isEmpty())
            return wrong;
    }
    spec.millimetres = {width, height};
    return {};
}

} // namespace

bool SheetOptions::isDashboard() const
{
    return plot == dashboard;
}

void declareSheetOptions(QCommandLineParser& parser)
{
    parser.addOption({"plot",
                      QApplication::tr("What --figure or --animate shows: dashboard, %1 (landscape).")
                          .arg(ui::pictureIds().join(QStringLiteral(", "))),
                      "NAME"});
    parser.addOption({"width", QApplication::tr("Its width in millimetres (85; animated 160)."), "MM"});
    parser.addOption({"height", QApplication::tr("Its height (65; animated 90)."), "MM"});
    parser.addOption({"points", QApplication::tr("Size of its text in points (8)."), "PT"});
    parser.addOption(
        {"dpi", QApplication::tr("Pixels to an inch of a PNG figure (300) or animation (203.2)."), "N"});
    parser.addOption({"look", QApplication::tr("print, light, dark or projector (print)."), "NAME"});
}

QStringList sheetOptionNames()
{
    return {"plot", "width", "height", "points", "dpi", "look"};
}

QString strayOption(const QCommandLineParser& parser, const QStringList& names, const QString& isFor)
{
    for (const QString& name : names) {
        if (parser.isSet(name))
            return QApplication::tr("--%1 is for %2").arg(name, isFor);
    }
    return {};
}

QString readNumber(const QCommandLineParser& parser, const QString& name, double least, double greatest,
                   double& value)
{
    if (!parser.isSet(name))
        return {};
    bool ok = false;
    const double given = parser.value(name).toDouble(&ok);
    if (!ok || !(given >= least && given <= greatest))
        return QApplication::tr("--%1 must be a number from %2 to %3, but is %4")
            .arg(name)
            .arg(least)
            .arg(greatest)
            .arg(parser.value(name));
    value = given;
    return {};
}

QString readSheetOptions(const QCommandLineParser& parser, SheetOptions& options)
{
    options.plot = parser.isSet("plot") ? parser.value("plot") : ui::pictureIds().first();
    if (!options.isDashboard() && !ui::pictureIds().contains(options.plot))
        return QApplication::tr("--plot must be dashboard, %1, but is %2")
            .arg(ui::pictureIds().join(QStringLiteral(", ")), options.plot);
    if (parser.isSet("look")) {
        const auto look = ui::lookNamed(parser.value("look"));
        if (!look)
            return QApplication::tr("--look must be print, light, dark or projector, but is %1")
                .arg(parser.value("look"));
        options.spec.look = *look;
    }
    return readSizes(parser, options.spec);
}

ui::FigureSpec sheetOf(const SheetOptions& options, const Experiment& document)
{
    const ui::ViewState view = ui::parseView(document.view);
    QStringList ids = {options.plot};
    if (options.isDashboard())
        ids = view.pictures.isEmpty() ? ui::standardPictures() : view.pictures;
    ui::FigureSpec spec = options.spec;
    for (const QString& id : ids)
        spec.pictures.push_back({id, view.choices.value(id).toObject(), nullptr});
    return spec;
}

} // namespace hyperdrift
