#include "app/figure_command.h"

#include "core/io/file_bytes.h"
#include "ui/figures/figure_file.h"
#include "ui/figures/figure_pixels.h"
#include "ui/plots/pictures.h"
#include "ui/run_controller.h"
#include "ui/view_state.h"
#include "ui/write_file.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

namespace hyperdrift {

namespace {

const QString dashboard = QStringLiteral("dashboard");

enum ExitCode { Success = 0, WrongContent = 1, FileTrouble = 3 };

/// A number within bounds; what is wrong with it, or nothing.
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

QString readSizes(const QCommandLineParser& parser, FigureOptions& options)
{
    ui::FigureSpec& spec = options.spec;
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
    return ui::figureFormat(options.output) == ui::FigureFormat::Png
               ? ui::pixelTrouble(spec.millimetres, spec.dpi)
               : QString();
}

/// With the choices that the document remembers.
ui::FigureSpec specFor(const FigureOptions& options, const Experiment& document)
{
    const ui::ViewState view = ui::parseView(document.view);
    QStringList ids = {options.plot};
    if (options.plot == dashboard)
        ids = view.pictures.isEmpty() ? ui::standardPictures() : view.pictures;
    ui::FigureSpec spec = options.spec;
    for (const QString& id : ids)
        spec.pictures.push_back({id, view.choices.value(id).toObject(), nullptr});
    return spec;
}

} // namespace

void declareFigureOptions(QCommandLineParser& parser)
{
    parser.addOption(
        {"figure",
         QApplication::tr("Write a figure of the experiment, which carries it, and leave. The suffix "
                          "tells the kind."),
         "OUT.png|svg|pdf"});
    parser.addOption({"plot",
                      QApplication::tr("What --figure shows: dashboard, %1 (landscape).")
                          .arg(ui::pictureIds().join(QStringLiteral(", "))),
                      "NAME"});
    parser.addOption({"width", QApplication::tr("Width of the figure in millimetres (85)."), "MM"});
    parser.addOption({"height", QApplication::tr("Its height (65)."), "MM"});
    parser.addOption({"points", QApplication::tr("Size of its text in points (8)."), "PT"});
    parser.addOption({"dpi", QApplication::tr("Pixels to an inch of a PNG figure (300)."), "N"});
    parser.addOption({"look", QApplication::tr("print, light, dark or projector (print)."), "NAME"});
}

QString readFigureOptions(const QCommandLineParser& parser, FigureOptions& options)
{
    options.output = parser.value("figure");
    if (!parser.isSet("figure")) {
        for (const char* name : {"plot", "width", "height", "points", "dpi", "look"}) {
            if (parser.isSet(name))
                return QApplication::tr("--%1 is for --figure").arg(QLatin1String(name));
        }
        return {};
    }
    if (!ui::figureFormat(options.output))
        return QApplication::tr("--figure must be the name of a .png, .svg or .pdf file, but is %1")
            .arg(options.output);
    options.plot = parser.isSet("plot") ? parser.value("plot") : ui::pictureIds().first();
    if (options.plot != dashboard && !ui::pictureIds().contains(options.plot))
        return QApplication::tr("--plot must be dashboard, %1, but is %2")
            .arg(ui::pictureIds().join(QStringLiteral(", ")), options.plot);
    if (parser.isSet("look")) {
        const auto look = ui::lookNamed(parser.value("look"));
        if (!look)
            return QApplication::tr("--look must be print, light, dark or projector, but is %1")
                .arg(parser.value("look"));
        options.spec.look = *look;
    }
    if (options.plot == dashboard && !parser.isSet("width"))
        options.spec.millimetres = ui::twoColumns;
    return readSizes(parser, options);
}

int makeFigure(const QString& file, const FigureOptions& options, QString& trouble)
{
    try {
        checkWritable(options.output.toStdString()); // before anything runs
    } catch (const FileError& error) {
        trouble = QString::fromStdString(error.what());
        return FileTrouble;
    }
    ui::RunController controller;
    const auto leave = [&trouble](const QString& why, ExitCode code) {
        trouble = why;
        QCoreApplication::exit(code);
    };
    QObject::connect(&controller, &ui::RunController::loadRefused, &controller,
                     [&](const QString& message, bool fileTrouble) {
                         leave(message, fileTrouble ? FileTrouble : WrongContent);
                     });
    QObject::connect(&controller, &ui::RunController::failed, &controller,
                     [&](const QString& message) { leave(message, WrongContent); });
    std::unique_ptr<ui::FigureSheet> sheet;
    ui::FigureSpec spec;
    const auto begin = [&] {
        spec = specFor(options, controller.document());
        sheet = std::make_unique<ui::FigureSheet>(spec);
        controller.setWishes(sheet->wishes());
        controller.runTo(options.steps.value_or(controller.document().steps));
    };
    QObject::connect(&controller, &ui::RunController::targetReached, &controller, [&] {
        sheet->refresh(controller.scene());
        const std::string experiment =
            ui::figureExperiment(controller.document(), controller.scene().iteration);
        const QByteArray bytes =
            ui::figureBytes(*sheet, *ui::figureFormat(options.output), spec.dpi, experiment);
        leave(bytes.isEmpty() ? QApplication::tr("there is no memory for a figure of that size")
                              : ui::writeFile(options.output, bytes),
              Success);
    });
    QObject::connect(&controller, &ui::RunController::recordingStarted, &controller, begin);
    if (file.isEmpty())
        controller.load(defaultExperiment());
    else
        controller.openFile(file);
    const int code = QCoreApplication::exec();
    return code == Success && !trouble.isEmpty() ? FileTrouble : code;
}

} // namespace hyperdrift
