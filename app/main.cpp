// The window: options, wiring, nothing else.

#include "app/animate_command.h"
#include "app/figure_command.h"
#include "ui/crash_save.h"
#include "ui/examples.h"
#include "ui/language.h"
#include "ui/left_threads.h"
#include "ui/lesson_desk.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QPixmap>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <optional>

namespace {

using namespace hyperdrift;

// What is followed and laid out beside the runs is there by then.
constexpr int settleMilliseconds = 700;

enum ExitCode { Success = 0, WrongArguments = 1, FileTrouble = 3 };

struct Options {
    QString file;
    QString lesson;
    std::size_t lessonStep = 1;
    bool present = false;
    std::optional<ui::ThemeKind> theme;
    std::optional<ui::Language> language;
    QString screenshot;
    QSize size = {1440, 900};
    qint64 steps = 2500;
    FigureOptions figure;
    AnimateOptions animation;
};

int fail(const QString& message, int code)
{
    std::fprintf(stderr, "hyperdrift: %s\n", qUtf8Printable(message));
    return code;
}

bool wantsNoWindow(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        for (const char* option :
             {"--screenshot", "--figure", "--animate", "--help", "-h", "--version", "-v"}) {
            const std::size_t length = std::strlen(option);
            const bool begins = std::strncmp(argv[i], option, length) == 0;
            if (begins && (argv[i][length] == '\0' || argv[i][length] == '='))
                return true;
        }
    }
    return false;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

void declareOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QApplication::tr("Watch noise choose the minimum of a matrix factorization."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        "FILE",
        QApplication::tr("An experiment (.hyperdrift), a matrix (.csv) or a figure that "
                         "carries an experiment (.png, .svg, .pdf) to open."),
        "[FILE]");
    parser.addOption({"lesson",
                      QApplication::tr("Open a lesson: its id (03-noise-chooses, or without the "
                                       "number), or the path of its folder."),
                      "NAME"});
    parser.addOption({"lesson-step", QApplication::tr("From this step on, 1 is the first."), "N"});
    parser.addOption({"present", QApplication::tr("Begin with the run bar and the pictures alone.")});
    parser.addOption({"theme", QApplication::tr("light, dark or projector."), "NAME"});
    parser.addOption({"language", QApplication::tr("system, en or zh_CN; remembered."), "NAME"});
    parser.addOption(
        {"screenshot", QApplication::tr("Write a picture of the window to OUT.png and leave."), "OUT.png"});
    parser.addOption({"size", QApplication::tr("Size of the window for --screenshot (1440x900)."), "WxH"});
    parser.addOption({"steps",
                      QApplication::tr("Iterations done before --screenshot (2500) or --figure "
                                       "(the experiment's)."),
                      "N"});
    declareFigureOptions(parser);
    declareAnimateOptions(parser);
    declareSheetOptions(parser);
}

QString readPictureOptions(const QCommandLineParser& parser, Options& options)
{
    if (parser.isSet("figure") && parser.isSet("animate"))
        return QApplication::tr("--figure and --animate can't be made at once");
    if (!parser.isSet("figure") && !parser.isSet("animate")) {
        QString stray = strayOption(parser, sheetOptionNames(), QStringLiteral("--figure and --animate"));
        if (!stray.isEmpty())
            return stray;
    }
    const QString wrong = readFigureOptions(parser, options.figure);
    return wrong.isEmpty() ? readAnimateOptions(parser, options.animation) : wrong;
}

/// Fills `options`; what is wrong with them, or nothing.
QString readOptions(const QCommandLineParser& parser, Options& options)
{
    if (parser.positionalArguments().size() > 1)
        return QApplication::tr("only one FILE can be opened");
    options.file = parser.positionalArguments().value(0);
    if (parser.isSet("theme")) {
        options.theme = ui::themeKind(parser.value("theme"));
        if (!options.theme)
            return QApplication::tr("--theme must be light, dark or projector, but is %1")
                .arg(parser.value("theme"));
    }
    if (parser.isSet("language")) {
        options.language = ui::languageNamed(parser.value("language"));
        if (!options.language)
            return QApplication::tr("--language must be system, en or zh_CN, but is %1")
                .arg(parser.value("language"));
    }
    options.lesson = parser.value("lesson");
    if (parser.isSet("lesson") && options.lesson.isEmpty())
        return QApplication::tr("--lesson needs the name of a lesson");
    if (parser.isSet("lesson-step")) {
        bool ok = false;
        const int step = parser.value("lesson-step").toInt(&ok);
        if (!ok || step < 1 || options.lesson.isEmpty())
            return QApplication::tr("--lesson-step must be a whole number ≥ 1, with --lesson, but is %1")
                .arg(parser.value("lesson-step"));
        options.lessonStep = static_cast<std::size_t>(step);
    }
    options.present = parser.isSet("present");
    options.screenshot = parser.value("screenshot");
    if (parser.isSet("screenshot") && options.screenshot.isEmpty())
        return QApplication::tr("--screenshot needs the name of a file");
    if (parser.isSet("size")) {
        const QStringList parts = parser.value("size").split('x');
        options.size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
        if (options.size.width() < 320 || options.size.height() < 240 || options.size.width() > 16384 ||
            options.size.height() > 16384)
            return QApplication::tr("--size must be WxH, from 320x240 to 16384x16384, but is %1")
                .arg(parser.value("size"));
    }
    if (parser.isSet("steps")) {
        bool ok = false;
        options.steps = parser.value("steps").toLongLong(&ok);
        if (!ok || options.steps < 0)
            return QApplication::tr("--steps must be a whole number ≥ 0, but is %1")
                .arg(parser.value("steps"));
        options.figure.steps = options.steps;
    }
    return readPictureOptions(parser, options);
}

/// The file's experiment, shown once there is something to see: a refusal stands alone on the console.
void showWhenOpened(ui::MainWindow& window, const QString& file)
{
    if (file.isEmpty()) {
        window.show();
        return;
    }
    QObject::connect(&window.controller(), &ui::RunController::documentOpened, &window, &QWidget::show);
    window.files().open(file);
}

/// Once the step stands where it ends, or asks.
void shootLesson(ui::MainWindow& window, const Options& options, const std::function<void()>& shoot)
{
    const ui::LessonGuide& guide = window.lessons().guide();
    QObject::connect(&guide, &ui::LessonGuide::phaseChanged, &window, [&window, &guide, shoot] {
        using Phase = ui::LessonGuide::Phase;
        if (guide.phase() == Phase::Playing)
            QTimer::singleShot(0, &window, [&window, &guide] {
                if (guide.phase() == Phase::Playing)
                    window.lessons().next(); // at once
            });
        else if (guide.phase() != Phase::Arriving)
            QTimer::singleShot(settleMilliseconds, &window, shoot);
    });
    window.openLesson(options.lesson, options.lessonStep - 1);
}

/// Runs the experiment to options.steps in the real window, and writes what it then shows.
int takeScreenshot(const Options& options)
{
    QSaveFile picture(options.screenshot);
    const QString unwritable = QApplication::tr("%1 can't be written: %2");
    if (!picture.open(QIODevice::WriteOnly)) // before anything runs
        return fail(unwritable.arg(options.screenshot, picture.errorString()), FileTrouble);
    if (!options.lesson.isEmpty()) {
        const ui::LessonEntry entry = ui::findLesson(options.lesson, ui::ownLessonFolder());
        if (!entry.lesson)
            return fail(entry.trouble, WrongArguments);
    }
    QTemporaryDir folder; // settings of its own: the picture depends on the arguments alone
    QSettings settings(folder.filePath("settings.ini"), QSettings::IniFormat);
    settings.setValue("language", ui::languageName(options.language.value_or(ui::Language::English)));
    ui::MainWindow window(settings);
    window.setThemeKind(options.theme.value_or(ui::ThemeKind::Light));
    window.resize(options.size);
    window.setPresenting(options.present);
    showWhenOpened(window, options.file);
    ui::RunController& controller = window.controller();
    QString trouble;
    QObject::connect(&controller, &ui::RunController::loadRefused, &window,
                     [&trouble](const QString& message, bool fileTrouble) {
                         trouble = message;
                         QCoreApplication::exit(fileTrouble ? FileTrouble : WrongArguments);
                     });
    QObject::connect(&controller, &ui::RunController::failed, &window, [&trouble](const QString& message) {
        trouble = message;
        QCoreApplication::exit(WrongArguments);
    });
    const auto shoot = [&] {
        window.refresh();
        QCoreApplication::processEvents(); // the queued replots
        const bool written = window.grab().save(&picture, "PNG") && picture.flush() && picture.commit();
        if (!written)
            trouble = unwritable.arg(options.screenshot, picture.errorString());
        QCoreApplication::exit(written ? Success : FileTrouble);
    };
    if (options.lesson.isEmpty()) {
        QObject::connect(&controller, &ui::RunController::targetReached, &window, [&] {
            if (trouble.isEmpty()) // else the experiment before it is not what was asked for
                shoot();
        });
        controller.runTo(options.steps);
    } else {
        shootLesson(window, options, shoot);
    }
    const auto code = static_cast<ExitCode>(QCoreApplication::exec());
    return code == Success ? Success : fail(trouble, code);
}

int openWindow(const Options& options)
{
    QSettings settings;
    if (options.language)
        settings.setValue("language", ui::languageName(*options.language));
    ui::MainWindow window(settings);
    if (options.theme)
        window.setThemeKind(*options.theme);
    window.setPresenting(options.present);
    window.show();
    if (!options.file.isEmpty())
        window.files().open(options.file);
    if (!options.lesson.isEmpty())
        window.openLesson(options.lesson, options.lessonStep - 1);
    ui::installCrashSave();
    window.keepUnsavedWork(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) +
                           "/autosave");
    return QCoreApplication::exec();
}

int carryOut(const Options& options)
{
    if (!options.screenshot.isEmpty())
        return takeScreenshot(options);
    const bool isAnimation = !options.animation.output.isEmpty();
    if (options.figure.output.isEmpty() && !isAnimation)
        return openWindow(options);
    if (options.language)
        ui::useLanguage(*options.language);
    QString trouble;
    const int code = isAnimation ? makeAnimation(options.file, options.animation, trouble)
                                 : makeFigure(options.file, options.figure, trouble);
    return code == Success ? code : fail(trouble, code);
}

} // namespace

int main(int argc, char** argv)
{
    if (wantsNoWindow(argc, argv)) {
        if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    } else if (!hasDisplay()) {
        return fail(QApplication::tr("there is no display; hyperdrift-cli runs experiments without one"),
                    WrongArguments);
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName("hyperdrift");
    QGuiApplication::setDesktopFileName("org.hyperdrift.Hyperdrift");
    QApplication::setOrganizationName("hyperdrift");
    QApplication::setApplicationDisplayName("Hyperdrift");
    QApplication::setApplicationVersion(HYPERDRIFT_VERSION);
    ui::initResources();
    QApplication::setWindowIcon(QIcon(":/icons/hyperdrift.svg"));

    ui::useLanguage(
        ui::languageNamed(QSettings().value("language").toString()).value_or(ui::Language::System));
    QCommandLineParser parser;
    declareOptions(parser);
    if (!parser.parse(QApplication::arguments()))
        return fail(parser.errorText(), WrongArguments);
    if (parser.isSet("help"))
        parser.showHelp(Success);
    if (parser.isSet("version"))
        parser.showVersion();
    Options options;
    const QString wrong = readOptions(parser, options);
    if (!wrong.isEmpty())
        return fail(wrong, WrongArguments);
    const int code = carryOut(options);
    if (!ui::allThreadsEnded())
        std::quick_exit(code); // a matrix that nobody will see holds nothing up
    return code;
}
