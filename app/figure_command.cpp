#include "app/figure_command.h"

#include "core/io/file_bytes.h"
#include "ui/figures/figure_file.h"
#include "ui/figures/figure_pixels.h"
#include "ui/run_controller.h"
#include "ui/write_file.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

namespace hyperdrift {

namespace {

enum ExitCode { Success = 0, WrongContent = 1, FileTrouble = 3 };

} // namespace

void declareFigureOptions(QCommandLineParser& parser)
{
    parser.addOption(
        {"figure",
         QApplication::tr("Write a figure of the experiment, which carries it, and leave. The suffix "
                          "tells the kind."),
         "OUT.png|svg|pdf"});
}

QString readFigureOptions(const QCommandLineParser& parser, FigureOptions& options)
{
    options.output = parser.value("figure");
    if (!parser.isSet("figure"))
        return {};
    if (!ui::figureFormat(options.output))
        return QApplication::tr("--figure must be the name of a .png, .svg or .pdf file, but is %1")
            .arg(options.output);
    if (parser.value("plot") == QStringLiteral("dashboard") && !parser.isSet("width"))
        options.sheet.spec.millimetres = ui::twoColumns;
    QString trouble = readSheetOptions(parser, options.sheet);
    if (!trouble.isEmpty() || ui::figureFormat(options.output) != ui::FigureFormat::Png)
        return trouble;
    return ui::pixelTrouble(options.sheet.spec.millimetres, options.sheet.spec.dpi);
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
        spec = sheetOf(options.sheet, controller.document());
        sheet = std::make_unique<ui::FigureSheet>(spec);
        sheet->refresh(controller.scene()); // what it wishes for, it says once it has seen the runs
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
