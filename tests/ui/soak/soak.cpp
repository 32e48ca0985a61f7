// Random clicks and keys in the window for a while: nothing may crash, warn, hang or grow. Meant for the
// address sanitizer; run by ./dev soak.

#include "tests/ui/soak/actions.h"
#include "tests/ui/soak/dialogs.h"
#include "tests/ui/soak/journal.h"
#include "tests/ui/soak/memory.h"
#include "tests/ui/soak/pulse.h"
#include "tests/ui/soak/rest_state.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

namespace {

using namespace hyperdrift;

constexpr double hangSeconds = 5;
// Resident memory also counts what is not the window's: pages between what is in use, and the sanitizer's
// shadow of them, which fill over minutes (measured: 182 to 196 MB in the last 280 s of 420, 24 MB from the
// second minute to the fourth, while what is in use stayed at 22). What is in use is known to the byte, and
// differs by caches of fonts and pixels alone: it is the sharp measure of the two.
constexpr double residentSlack = 40; // MB
constexpr double allocatedSlack = 8; // MB

struct Options {
    std::uint64_t seed = 1;
    qint64 seconds = 60;
};

struct Report {
    qint64 actions = 0;
    double seconds = 0;
    soak::Memory before;
    soak::Memory after;
    double longestSilence = 0;
};

bool readOptions(Options& options)
{
    QCommandLineParser parser;
    parser.addOption({"seed", "Of all that is random (1).", "N"});
    parser.addPositionalArgument("SECONDS", "How long (60).", "[SECONDS]");
    parser.addHelpOption();
    parser.process(*qApp);
    bool seedFine = true;
    bool secondsFine = true;
    if (parser.isSet("seed"))
        options.seed = parser.value("seed").toULongLong(&seedFine);
    if (!parser.positionalArguments().isEmpty())
        options.seconds = parser.positionalArguments().constFirst().toLongLong(&secondsFine);
    return seedFine && secondsFine && options.seconds > 0;
}

/// Copies, since a document that is open gets saved.
void copyFiles(const QString& folder)
{
    for (const QString& from :
         {QStringLiteral(HYPERDRIFT_CORPUS "/experiment"), QStringLiteral(HYPERDRIFT_CORPUS "/matrix")}) {
        for (const QFileInfo& file : QDir(from).entryInfoList(QDir::Files, QDir::Name)) {
            const QString to = QDir(folder).filePath(file.fileName());
            if (!QFile::copy(file.filePath(), to))
                soak::journal().complain("Can't copy " + file.filePath().toStdString());
        }
    }
}

/// Says every few seconds what the program holds, in the midst of what it does: the curve that tells a leak
/// from a store that fills.
class MemoryLog {
public:
    void look(qint64 milliseconds)
    {
        if (milliseconds < m_next)
            return;
        const soak::Memory memory = soak::memoryNow();
        std::printf("%4lld s: %.1f MB resident, %.1f MB in use\n",
                    static_cast<long long>(milliseconds / 1000), memory.resident, memory.allocated);
        m_next = milliseconds + every;
    }

private:
    static constexpr qint64 every = 10'000;
    qint64 m_next = every;
};

qint64 actUntil(soak::Actions& actions, const QElapsedTimer& clock, qint64 milliseconds, MemoryLog& log)
{
    qint64 done = 0;
    for (; clock.elapsed() < milliseconds; ++done) {
        actions.doOne();
        QCoreApplication::processEvents();
        log.look(clock.elapsed());
    }
    return done;
}

void rest(ui::MainWindow& window, soak::Dialogs& dialogs, const QStringList& pictures)
{
    soak::journal().note("to rest");
    dialogs.closeAll();
    if (!soak::bringToRest(window, pictures))
        soak::journal().complain("The default experiment is not at rest");
}

Report soakWindow(const Options& options, const QString& folder)
{
    Report report;
    QSettings settings(QDir(folder).filePath("settings.ini"), QSettings::IniFormat);
    QDir(folder).mkdir("files");
    const QString files = QDir(folder).filePath("files");
    copyFiles(files);
    soak::Dice dice(options.seed);
    soak::Dialogs dialogs(options.seed + 1, files);
    soak::Pulse pulse(hangSeconds);
    ui::MainWindow window(settings);
    window.keepUnsavedWork(QDir(folder).filePath("unsaved"));
    window.resize(1280, 800);
    window.show();
    window.activateWindow();
    const QStringList pictures = soak::picturesOf(window);
    soak::Actions actions(window, dice, files);
    MemoryLog log;
    QElapsedTimer clock;
    clock.start();
    report.actions = actUntil(actions, clock, options.seconds * 1000 / 3, log);
    rest(window, dialogs, pictures);
    report.before = soak::memoryNow();
    report.actions += actUntil(actions, clock, options.seconds * 1000, log);
    report.seconds = static_cast<double>(clock.elapsed()) / 1000;
    rest(window, dialogs, pictures);
    report.after = soak::memoryNow();
    report.longestSilence = pulse.longest();
    return report;
}

void judge(const Report& report)
{
    const auto check = [](const char* what, double before, double after, double allowed) {
        std::printf("Memory %s: %.1f MB after a third, %.1f MB at the end (allowed: %.1f)\n", what, before,
                    after, allowed);
        if (after > allowed)
            soak::journal().complain(std::string("Memory grows: ") + what);
    };
    std::printf("%lld actions in %.0f s, %.1f a second; longest silence %.2f s\n",
                static_cast<long long>(report.actions), report.seconds,
                static_cast<double>(report.actions) / report.seconds, report.longestSilence);
    check("resident", report.before.resident, report.after.resident, report.before.resident + residentSlack);
    check("in use", report.before.allocated, report.after.allocated,
          report.before.allocated + allocatedSlack);
}

} // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    QTemporaryDir folder;
    for (const char* place : {"HOME", "XDG_RUNTIME_DIR"}) // nothing of the person's is touched
        qputenv(place, folder.path().toLocal8Bit());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    soak::watchMessages();
    QApplication application(argc, argv);
    QApplication::setApplicationName("hyperdrift");
    QApplication::setQuitOnLastWindowClosed(false);
    QDir::setCurrent(folder.path());
    Options options;
    if (!readOptions(options)) {
        std::fputs("hyperdrift_soak: SECONDS must be a whole number ≥ 1, N one ≥ 0\n", stderr);
        return 1;
    }
    std::printf("Seed %llu, %lld s\n", static_cast<unsigned long long>(options.seed),
                static_cast<long long>(options.seconds));
    judge(soakWindow(options, folder.path()));
    const auto problems = soak::journal().problems();
    if (problems.empty())
        return 0;
    soak::journal().printActions(stderr);
    for (const std::string& problem : problems)
        std::fprintf(stderr, "%s\n", problem.c_str());
    std::fprintf(stderr, "Again with: --seed %llu %lld\n", static_cast<unsigned long long>(options.seed),
                 static_cast<long long>(options.seconds));
    return 1;
}
