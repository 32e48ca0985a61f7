#include "app/animate_command.h"

#include "app/ending_signals.h"
#include "core/io/file_bytes.h"
#include "ui/animation/animation_maker.h"
#include "ui/animation/ffmpeg_arguments.h"
#include "ui/run_controller.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>
#include <memory>

#include <unistd.h>

namespace hyperdrift {

namespace {

enum ExitCode { Success = 0, WrongContent = 1, FileTrouble = 3, EndedBySignal = 128 };

const QStringList ownNames = {"from", "to", "fps", "seconds", "spacing"};

QString readIteration(const QCommandLineParser& parser, const QString& name, std::optional<qint64>& value)
{
    if (!parser.isSet(name))
        return {};
    bool ok = false;
    value = parser.value(name).toLongLong(&ok);
    constexpr qint64 most = 1'000'000'000'000; // as an experiment's steps
    if (!ok || *value < 0 || *value > most)
        return QApplication::tr("--%1 must be a whole number from 0 to 10¹², but is %2")
            .arg(name, parser.value(name));
    return {};
}

/// One line, rewritten in place, where somebody sees it.
class ProgressLine {
public:
    ProgressLine() : m_isSeen(::isatty(STDERR_FILENO) != 0) {}
    ~ProgressLine() { show({}); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const QString& text) const
    {
        if (!m_isSeen)
            return;
        std::fprintf(stderr, "\r%s\033[K", qUtf8Printable(text));
        std::fflush(stderr);
    }

private:
    bool m_isSeen;
};

void showProgress(const ui::AnimationMaker& maker, const ProgressLine& line)
{
    QObject::connect(&maker, &ui::AnimationMaker::recorded, &maker, [&line](qint64 done, qint64 of) {
        line.show(QApplication::tr("iteration %1 of %2").arg(done).arg(of));
    });
    QObject::connect(&maker, &ui::AnimationMaker::progress, &maker, [&line](int frame, int frames) {
        line.show(QApplication::tr("frame %1 of %2").arg(frame).arg(frames));
    });
}

QString whyNotWritten(const QString& path)
{
    if (ui::findFfmpeg().isEmpty())
        return ui::ffmpegMissing();
    try {
        checkWritable(path.toStdString());
    } catch (const FileError& error) {
        return QString::fromStdString(error.what());
    }
    return {};
}

} // namespace

void declareAnimateOptions(QCommandLineParser& parser)
{
    parser.addOption({"animate",
                      QApplication::tr("Write an animation of the experiment, through ffmpeg, and leave. "
                                       "The suffix tells the kind."),
                      "OUT.mp4|gif"});
    parser.addOption({"from", QApplication::tr("Iteration of its first frame (0)."), "T"});
    parser.addOption({"to", QApplication::tr("Iteration of its last one (the experiment's)."), "T"});
    parser.addOption({"fps", QApplication::tr("Its frames a second (25)."), "N"});
    parser.addOption({"seconds", QApplication::tr("How long it takes (10)."), "S"});
    parser.addOption({"spacing",
                      QApplication::tr("even, or log: iterations between frames grow by a factor (even)."),
                      "NAME"});
}

QString readAnimateOptions(const QCommandLineParser& parser, AnimateOptions& options)
{
    options.output = parser.value("animate");
    if (!parser.isSet("animate"))
        return strayOption(parser, ownNames, QStringLiteral("--animate"));
    if (!ui::animationFormat(options.output))
        return QApplication::tr("--animate must be the name of a .mp4 or .gif file, but is %1")
            .arg(options.output);
    if (parser.isSet("steps"))
        return QApplication::tr("--steps is for --screenshot and --figure: --animate has --to");
    std::optional<qint64> first;
    std::optional<qint64> last;
    double rate = options.spec.framesPerSecond;
    constexpr double longest = ui::mostFrames;
    options.sheet.spec = ui::animatedFigure();
    for (const QString& wrong :
         {readIteration(parser, QStringLiteral("from"), first),
          readIteration(parser, QStringLiteral("to"), last),
          readNumber(parser, QStringLiteral("fps"), ui::leastRate, ui::greatestRate, rate),
          readNumber(parser, QStringLiteral("seconds"), 0, longest, options.spec.seconds),
          readSheetOptions(parser, options.sheet)}) {
        if (!wrong.isEmpty())
            return wrong;
    }
    options.spec.first = first.value_or(0);
    options.spec.last = last;
    options.spec.framesPerSecond = static_cast<int>(rate);
    if (options.spec.framesPerSecond != rate)
        return QApplication::tr("--fps must be a whole number, but is %1").arg(parser.value("fps"));
    if (parser.isSet("spacing")) {
        const auto spacing = ui::spacingNamed(parser.value("spacing"));
        if (!spacing)
            return QApplication::tr("--spacing must be even or log, but is %1").arg(parser.value("spacing"));
        options.spec.spacing = *spacing;
    }
    options.spec.figure = options.sheet.spec;
    return animationTrouble(options.spec, *ui::animationFormat(options.output),
                            last.value_or(options.spec.first)); // the experiment's is not known yet
}

int makeAnimation(const QString& file, const AnimateOptions& options, QString& trouble)
{
    trouble = whyNotWritten(options.output); // before anything is read
    if (!trouble.isEmpty())
        return FileTrouble;
    const ProgressLine line;
    EndingSignals endings;
    ui::RunController controller; // reads the file
    std::unique_ptr<ui::AnimationMaker> maker;
    const auto leave = [&trouble](const QString& why, int code) {
        trouble = why;
        QCoreApplication::exit(code);
    };
    const auto leaveFor = [&leave](const QString& why, bool fileTrouble) {
        leave(why, why.isEmpty() ? Success : fileTrouble ? FileTrouble : WrongContent);
    };
    QObject::connect(&endings, &EndingSignals::ended, &controller, [&](int signal) {
        maker.reset();
        leave(QApplication::tr("stopped: there is no animation"), EndedBySignal + signal);
    });
    QObject::connect(&controller, &ui::RunController::loadRefused, &controller, leaveFor);
    QObject::connect(&controller, &ui::RunController::failed, &controller,
                     [&](const QString& message) { leave(message, WrongContent); });
    QObject::connect(&controller, &ui::RunController::recordingStarted, &controller, [&] {
        controller.setPlaying(false); // as a matrix does that is opened
        ui::AnimationSpec spec = options.spec;
        spec.figure = sheetOf(options.sheet, controller.document());
        maker = std::make_unique<ui::AnimationMaker>(controller.document(), spec, options.output);
        showProgress(*maker, line);
        QObject::connect(maker.get(), &ui::AnimationMaker::finished, &controller, leaveFor);
        maker->start();
    });
    if (file.isEmpty())
        controller.load(defaultExperiment());
    else
        controller.openFile(file);
    return QCoreApplication::exec();
}

} // namespace hyperdrift
