// The built console program, as a person runs it.

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <linux/capability.h>

namespace {

constexpr int minutes = 60'000;

struct Outcome {
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

const QByteArray untouched = "an earlier result\n";

const QStringList measuredKeys{"loss",      "x_norm2",    "y_norm2", "ratio",           "imbalance", "gap",
                               "grad_norm", "lambda_max", "trace",   "singular_values", "theta"};
const QStringList predictedKeys{"gamma2",   "tau",       "ratio",         "singular_values", "x_norm2",
                                "y_norm2",  "imbalance", "loss_floor",    "lambda_max",      "trace",
                                "sd_theta", "eta_max",   "time_constant", "sd_imbalance"};

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QJsonObject parsed(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestCli : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory; ///< of one test; the program runs there

    QString path(const QString& name) const { return m_directory->filePath(name); }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QStringList files() const
    {
        return QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    /// Started in the test's folder; `before` is done in the new process first.
    void start(QProcess& process, const QStringList& arguments,
               const std::function<void()>& before = {}) const
    {
        process.setWorkingDirectory(m_directory->path());
        process.setChildProcessModifier(before);
        process.start(HYPERDRIFT_CLI, arguments);
    }
    Outcome run(const QStringList& arguments, const std::function<void()>& before = {}) const
    {
        QProcess process;
        start(process, arguments, before);
        return finished(process);
    }
    static Outcome finished(QProcess& process)
    {
        if (!process.waitForFinished(5 * minutes) || process.exitStatus() != QProcess::NormalExit)
            return {.errors = process.errorString().toUtf8()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    static void writingCommands()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("run") << QStringList{"run"};
        QTest::newRow("ensemble") << QStringList{"ensemble", "--runs", "100"};
    }
    static bool catchesInterrupt(const QProcess& process)
    {
        QFile status(QString("/proc/%1/status").arg(process.processId()));
        const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
        const auto match = QRegularExpression("SigCgt:\\s*([0-9a-f]+)").match(text);
        return (match.captured(1).toULongLong(nullptr, 16) >> (SIGINT - 1) & 1U) != 0;
    }

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    // ---- what is refused
    // -------------------------------------------------------------------------------------------

    void wrongInputIsOneLineAndTouchesNothing_data()
    {
        QTest::addColumn<QByteArray>("file"); // content of in.hyperdrift; empty: none is given
        QTest::addColumn<QByteArray>("csv");  // content of m.csv; null: there is none
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");
        const auto set = [](const char* name, const char* assignment, const char* message) {
            QTest::newRow(name) << QByteArray() << QByteArray() << QStringList{"--set", assignment}
                                << QString::fromUtf8(message);
        };
        const auto file = [](const char* name, const QByteArray& text, const char* message) {
            QTest::newRow(name) << text << QByteArray() << QStringList() << QString::fromUtf8(message);
        };
        const auto csv = [](const char* name, const QByteArray& text, const char* message) {
            QTest::newRow(name) << QByteArray() << text << QStringList{"--set", "problem.matrix=m.csv"}
                                << QString::fromUtf8(message);
        };
        const auto flags = [](const char* name, const QStringList& arguments, const char* message) {
            QTest::newRow(name) << QByteArray() << QByteArray() << arguments << QString::fromUtf8(message);
        };
        const QByteArray head =
            R"({"format": "hyperdrift-experiment", "version": 1, "runs": [{"method": "gd")";

        set("unknown key", "runs.1.etaa=1", "/runs/1/etaa: is no key of a run");
        set("wrong type", "problem.d1=abc", "/problem/d1: must be a whole number, but is \"abc\"");
        set("η = 0", "runs.1.eta=0", "/runs/1/eta: must be > 0 and ≤ 100, but is 0");
        set("η < 0", "runs.1.eta=-1", "/runs/1/eta: must be > 0 and ≤ 100, but is -1");
        set("σ < 0", "runs.1.noise.sigma1=-0.1", "/runs/1/noise/sigma1: must be ≥ 0 and finite, but is -0.1");
        set("rank 0", "problem.rank=0", "/problem/rank: must be ≥ 1 and ≤ min(d1, d2, 50) = 20, but is 0");
        set("rank > min(d1, d2)", "problem.rank=21",
            "/problem/rank: must be ≥ 1 and ≤ min(d1, d2, 50) = 20, but is 21");
        set("spectrum increasing", "problem.spectrum=[1,2]",
            "/problem/spectrum/1: must be ≤ the number before it, 1 (non-increasing), but is 2");
        set("NaN", "runs.0.eta=NaN", "/runs/0/eta: must be a number, but is \"NaN\"");
        set("version 99", "version=99",
            "/version: must be ≤ 1, but is 99: made by a newer version of Hyperdrift");
        set("a d1 of two thousand million", "problem.d1=2000000000",
            "/problem/d1: must be ≥ 1 and ≤ 10000000, but is 2000000000");
        QStringList ones;
        for (int i = 0; i < 300; ++i)
            ones << QStringLiteral("1");
        QTest::newRow("a spectrum that would fill the memory")
            << QByteArray() << QByteArray()
            << QStringList{"--set", "engine=full",      "--set", "problem.d1=20000",
                           "--set", "problem.d2=20000", "--set", "problem.spectrum=[" + ones.join(',') + "]"}
            << QStringLiteral(
                   "/problem/spectrum: (d1 + d2)·(length of spectrum) must be ≤ 10000000 with the full "
                   "engine, but is 12000000");
        QTest::newRow("a matrix for an experiment")
            << QByteArray() << QByteArray() << QStringList{"numbers.csv"}
            << QStringLiteral(
                   "numbers.csv: must be an experiment, but is named as a matrix: give it with --set "
                   "problem.matrix=numbers.csv");
        set("an unknown method", "runs.0.method=adam",
            "/runs/0/method: \"adam\" is no method of this version; there are gd, perturbed_gd, "
            "regularized_gd, gradient_noise, label_noise, entry_sampling, sam");
        QTest::newRow("a method that the reduced engine can't serve")
            << QByteArray() << QByteArray()
            << QStringList{"--set", "engine=reduced", "--set", "runs.1.method=sam"}
            << QStringLiteral(
                   "/engine: the reduced engine serves the methods gd, perturbed_gd and regularized_gd "
                   "only, but run 1 (Perturbed GD) has another");
        set("an unknown distribution", "runs.1.noise.distribution=cauchy",
            "/runs/1/noise/distribution: \"cauchy\" is no distribution; there are gaussian, uniform, "
            "rademacher, "
            "laplace");
        set("annealing", "runs.1.noise.anneal=0", "/runs/1/noise/anneal: must be > 0 and finite, but is 0");
        set("no assignment", "problem.d1", "an assignment must be PATH=VALUE");

        file("NaN in a file", head + R"(, "eta": NaN}]})",
             "in.hyperdrift: /runs/0/eta: must be a finite number, but is NaN");
        file("unknown key in a file", head + R"(, "etaa": 1}]})",
             "in.hyperdrift: /runs/0/etaa: is no key of a run");
        file("truncated JSON", head + ",\n \"e", "in.hyperdrift: 2:4: is no valid JSON: ");
        file("a newer file", R"({"format": "hyperdrift-experiment", "version": 99})",
             "in.hyperdrift: /version: must be ≤ 1, but is 99");
        file("no JSON at all",
             "\x7F"
             "ELF\x02\x01",
             "in.hyperdrift: 1:1: is no valid JSON: ");
        file("an empty matrix path", head + R"(}], "problem": {"matrix": ""}})",
             "in.hyperdrift: /problem/matrix: must name a CSV file, but is empty");

        csv("ragged CSV", "1,2\n3\n", "m.csv:2:2: must have 2 cells like the first row, but has 1");
        csv("empty CSV", "", "m.csv:1:1: the file must hold numbers, but is empty");
        csv("a CSV cell abc", "1,2\n3,abc\n", "m.csv:2:3: must be a finite number, but cell 2 is \"abc\"");
        csv("a matrix of zeros", "0,0\n0,0\n", "");

        flags("steps", {"--steps", "-5"}, "/steps: must be ≥ 0 and ≤ 1000000000000, but is -5");
        flags("steps of another type", {"--steps", "many"},
              "/steps: must be a whole number, but is \"many\"");
        flags("steps without a value", {"--steps"}, "--steps: ");
        flags("average over nothing", {"--average-last", "0"},
              "--average-last: must be a whole number ≥ 1, but is 0");
        flags("an unknown flag", {"--fast"}, "");
        flags("an unknown format", {"--format", "xml"}, "--format: ");
        flags("an unknown instruction set", {"--isa", "avx9"}, "--isa: ");
        flags("two files", {"a.hyperdrift", "b.hyperdrift"}, "");
        flags("an ensemble's flag", {"--runs", "5"}, "");
    }
    void wrongInputIsOneLineAndTouchesNothing()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, csv);
        QFETCH(QStringList, arguments);
        QFETCH(QString, message);
        write("out.csv", untouched);
        if (!csv.isNull())
            write("m.csv", csv);
        if (!file.isEmpty()) {
            write("in.hyperdrift", file);
            arguments.prepend("in.hyperdrift");
        }
        const QStringList before = files();

        const Outcome outcome = run(QStringList{"run", "--csv", "out.csv"} + arguments);
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.output, QByteArray());
        QCOMPARE(outcome.errors.count('\n'), 1);
        const QString expected = "hyperdrift-cli: " + message;
        const QString errors = QString::fromUtf8(outcome.errors);
        const bool named =
            message.startsWith("m.csv") ? errors.contains(message) : errors.startsWith(expected);
        QVERIFY2(named, outcome.errors);
        QCOMPARE(read("out.csv"), untouched);
        QCOMPARE(files(), before);
    }

    void unusableFilesAreFoundBeforeAnythingRuns_data()
    {
        // The program may run as root here, so these fail for root too.
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QStringList& arguments, const char* message) {
            QTest::newRow(name) << arguments << QString(message);
        };
        row("a missing file", {"none.hyperdrift"}, "can't read none.hyperdrift: No such file or directory");
        row("a folder as a file", {"folder"}, "can't read folder: Is a directory");
        row("a file below a file", {"plain/in.hyperdrift"},
            "can't read plain/in.hyperdrift: Not a directory");
        row("a missing matrix", {"--set", "problem.matrix=none.csv"}, "/none.csv: No such file or directory");
        row("a folder as a matrix", {"--set", "problem.matrix=folder"}, "/folder: Is a directory");
        row("output into a missing folder", {"--csv", "none/out.csv"},
            "can't write none/out.csv: No such file or directory");
        row("a folder as output", {"--csv", "folder"}, "can't write folder: Is a directory");
        row("output below a file", {"--csv", "plain/out.csv"}, "can't write plain/out.csv: Not a directory");
        row("output without a name", {"--csv", ""},
            "can't write a file without a name: No such file or directory");
    }
    void unusableFilesAreFoundBeforeAnythingRuns()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, message);
        QVERIFY(QDir(m_directory->path()).mkdir("folder"));
        write("plain", untouched);
        const QStringList before = files();
        // So many steps that a run would never end.
        const Outcome outcome = run(QStringList{"run", "--steps", "1000000000000"} + arguments);
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.output, QByteArray());
        QCOMPARE(outcome.errors.count('\n'), 1);
        QVERIFY2(outcome.errors.startsWith("hyperdrift-cli: can't "), outcome.errors);
        QVERIFY2(outcome.errors.contains(message.toUtf8()), outcome.errors);
        QCOMPARE(files(), before);
        QCOMPARE(read("plain"), untouched);
    }

    void outputThatIsAnInputIsRefused()
    {
        write("m.csv", "1,2\n3,4\n");
        const Outcome outcome = run({"run", "--set", "problem.matrix=m.csv", "--csv", "./m.csv"});
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.errors.contains("--csv: must not be an input"));
        QCOMPARE(read("m.csv"), QByteArray("1,2\n3,4\n"));
    }

    void aFullDiskIsReported()
    {
        QCOMPARE(run({"run", "--steps", "3", "--csv", "/dev/full"}).code, 3);
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(HYPERDRIFT_CLI, {"run", "--steps", "3"});
        QVERIFY(process.waitForFinished(minutes));
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().startsWith("hyperdrift-cli: can't write standard output: "));
    }

    void aDiskThatFillsUpLeavesNoPart_data() { writingCommands(); }
    void aDiskThatFillsUpLeavesNoPart()
    {
        QFETCH(QStringList, command);
        write("out.csv", untouched);
        const auto smallFiles = [] {
            const rlimit limit{4096, 4096};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        };
        const Outcome outcome = run(command + QStringList{"--csv", "out.csv"}, smallFiles);
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.errors, QByteArray("hyperdrift-cli: can't write out.csv: File too large\n"));
        QVERIFY(outcome.output.contains("Perturbed GD")); // what was computed is not lost
        QCOMPARE(read("out.csv"), untouched);
        QCOMPARE(files(), QStringList{"out.csv"});
    }

    void readOnlyPlacesAreFoundBeforeAnythingRuns_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::newRow("a new file in a read-only folder") << "folder/new.csv";
        QTest::newRow("an old file in a read-only folder") << "folder/old.csv";
        QTest::newRow("a read-only file") << "plain.csv";
        QTest::newRow("a system's own folder") << "/sys/new.csv";
    }
    void readOnlyPlacesAreFoundBeforeAnythingRuns()
    {
        QFETCH(QString, csv);
        QVERIFY(QDir(m_directory->path()).mkdir("folder"));
        const QStringList old{"folder/old.csv", "plain.csv"};
        for (const QString& name : old)
            write(name, untouched);
        QVERIFY(QFile::setPermissions(path("plain.csv"), QFile::ReadOwner));
        QVERIFY(QFile::setPermissions(path("folder"), QFile::ReadOwner | QFile::ExeOwner));
        // Permissions do not hold for root, so that root has to leave this power behind.
        const auto asAnyone = [] { ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0); };
        const Outcome outcome = run({"run", "--steps", "1000000000000", "--csv", csv}, asAnyone);
        const QStringList inFolder = QDir(path("folder")).entryList(QDir::Files | QDir::Hidden);
        QVERIFY(
            QFile::setPermissions(path("folder"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.output, QByteArray());
        QCOMPARE(outcome.errors, "hyperdrift-cli: can't write " + csv.toUtf8() + ": Permission denied\n");
        QCOMPARE(inFolder, QStringList{"old.csv"});
        for (const QString& name : old)
            QCOMPARE(read(name), untouched);
        QCOMPARE(files(), (QStringList{"folder", "plain.csv"}));
    }

    void aFolderThatDisappearsIsReported_data() { writingCommands(); }
    void aFolderThatDisappearsIsReported()
    {
        QFETCH(QStringList, command);
        QVERIFY(QDir(m_directory->path()).mkdir("folder"));
        const std::filesystem::path folder = path("folder").toStdString();
        const std::filesystem::file_time_type longAgo{};
        std::filesystem::last_write_time(folder, longAgo);
        QProcess process;
        start(process, command + QStringList{"--set", "steps=1000000000000", "--csv", "folder/out.csv"});
        QVERIFY(process.waitForStarted(minutes));
        // Once the program has tried the folder, and has left no trace in it, the runs begin.
        const auto tried = [&] {
            return std::filesystem::last_write_time(folder) != longAgo && std::filesystem::is_empty(folder);
        };
        QTRY_VERIFY_WITH_TIMEOUT(tried(), minutes);
        QVERIFY(std::filesystem::remove(folder));
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        const Outcome outcome = finished(process);
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.errors,
                 QByteArray("hyperdrift-cli: can't write folder/out.csv: No such file or directory\n"));
        QVERIFY(outcome.output.contains("Perturbed GD"));
        QCOMPARE(files(), QStringList());
    }

    void wrongEnsemblesAreOneLineAndTouchNothing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QStringList& arguments, const char* message) {
            QTest::newRow(name) << arguments << QString::fromUtf8(message);
        };
        row("no number of members", {}, "--runs is required");
        row("no members", {"--runs", "0"}, "--runs: must be a whole number ≥ 1, but is 0");
        row("half a member", {"--runs", "1.5"}, "--runs: must be a whole number ≥ 1, but is 1.5");
        row("too many members", {"--runs", "50001"},
            "--runs: must be ≥ 1 and ≤ 100000/(runs of the experiment) = 50000, but is 50001");
        row("too many to count", {"--runs", "99999999999999999999"},
            "--runs: must be a whole number ≥ 1, but is 99999999999999999999");
        row("nothing that varies", {"--runs", "2", "--vary", "problem"}, "--vary: ");
        row("no threads", {"--runs", "2", "--threads", "0"},
            "--threads: must be a whole number ≥ 1, but is 0");
        row("too many threads", {"--runs", "2", "--threads", "1025"},
            "--threads: must be ≥ 1 and ≤ 1024, but is 1025");
        row("threads beyond numbers", {"--runs", "2", "--threads", "9000000000"},
            "--threads: must be ≥ 1 and ≤ 1024, but is ");
        row("a run's flag", {"--runs", "2", "--average-last", "5"}, "");
        row("wrong content", {"--runs", "2", "--set", "runs.0.eta=-1"},
            "/runs/0/eta: must be > 0 and ≤ 100, but is -1");
        row("an engine that can't serve",
            {"--runs", "2", "--set", "engine=reduced", "--set", "runs.1.noise.distribution=uniform"},
            "/engine: the reduced engine serves Gaussian noise only");
    }
    void wrongEnsemblesAreOneLineAndTouchNothing()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, message);
        write("out.csv", untouched);
        const Outcome outcome = run(QStringList{"ensemble", "--csv", "out.csv"} + arguments);
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.output, QByteArray());
        QCOMPARE(outcome.errors.count('\n'), 1);
        QVERIFY2(QString::fromUtf8(outcome.errors).startsWith("hyperdrift-cli: " + message), outcome.errors);
        QCOMPARE(read("out.csv"), untouched);
        QCOMPARE(files(), QStringList{"out.csv"});
    }

    void anEnsemblesFilesAreTestedFirst()
    {
        const QStringList endless{"ensemble", "--runs", "10", "--set", "steps=1000000000000"};
        for (const QStringList& arguments : {QStringList{"--csv", "none/out.csv"}, {"none.hyperdrift"}}) {
            const Outcome outcome = run(endless + arguments);
            QCOMPARE(outcome.code, 3);
            QCOMPARE(outcome.output, QByteArray());
            QCOMPARE(outcome.errors.count('\n'), 1);
        }
        write("in.hyperdrift",
              R"({"format": "hyperdrift-experiment", "version": 1, "runs": [{"method": "gd"}]})");
        const QByteArray before = read("in.hyperdrift");
        QCOMPARE(run(endless + QStringList{"in.hyperdrift", "--csv", "in.hyperdrift"}).code, 1);
        QCOMPARE(read("in.hyperdrift"), before);
    }

    void anUnknownCommandIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("none") << QStringList();
        QTest::newRow("unknown") << QStringList{"walk"};
        QTest::newRow("check without files") << QStringList{"check"};
        QTest::newRow("theory runs nothing") << QStringList{"theory", "--steps", "5"};
    }
    void anUnknownCommandIsRefused()
    {
        QFETCH(QStringList, arguments);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY(outcome.errors.startsWith("hyperdrift-cli: "));
        QCOMPARE(outcome.errors.count('\n'), 1);
    }

    // ---- what is done
    // ----------------------------------------------------------------------------------------------

    void helpAndVersionAreAnswers()
    {
        const Outcome help = run({"--help"});
        QCOMPARE(help.code, 0);
        for (const char* word : {"run", "ensemble", "theory", "check", "--version", "Exit codes"})
            QVERIFY2(help.output.contains(word), word);
        const Outcome command = run({"run", "--help"});
        QCOMPARE(command.code, 0);
        for (const char* word :
             {"FILE", "--set", "PATH=VALUE", "--steps", "--average-last", "--csv", "--format", "--isa"})
            QVERIFY2(command.output.contains(word), word);
        const Outcome ensemble = run({"ensemble", "--help"});
        QCOMPARE(ensemble.code, 0);
        for (const char* word :
             {"FILE", "--runs", "--vary", "noise|start|both", "--threads", "--csv", "--set"})
            QVERIFY2(ensemble.output.contains(word), word);
        const Outcome version = run({"--version"});
        QCOMPARE(version.code, 0);
        QCOMPARE(version.output, QByteArray("hyperdrift-cli " HYPERDRIFT_VERSION "\n"));
    }

    void theDefaultExperimentIsReportedAsText()
    {
        const Outcome outcome = run({"run"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.errors, QByteArray());
        for (const char* word : {"Same start, two ends", "GD (gd, ", "Perturbed GD (perturbed_gd, ",
                                 "measured", "predicted", "after 20000 iterations"})
            QVERIFY2(outcome.output.contains(word), word);
    }

    void jsonIsTheDescribedObject()
    {
        const Outcome outcome = run({"run", "--format", "json", "--average-last", "5000", "--steps", "6000"});
        QCOMPARE(outcome.code, 0);
        const QJsonObject json = parsed(outcome.output);
        QCOMPARE(json.keys(), sorted({"version", "experiment", "runs"}));
        QCOMPARE(json["version"].toString(), QString(HYPERDRIFT_VERSION));
        QCOMPARE(json["experiment"].toObject()["steps"].toInt(), 6000);
        const QJsonArray runs = json["runs"].toArray();
        QCOMPARE(runs.size(), 2);
        for (const auto& value : runs) {
            const QJsonObject object = value.toObject();
            QCOMPARE(object.keys(),
                     sorted({"name", "status", "iterations", "measured", "average", "predicted"}));
            QCOMPARE(object["status"].toString(), QString("finished"));
            QCOMPARE(object["iterations"].toInt(), 6000);
            QCOMPARE(object["measured"].toObject().keys(), sorted(measuredKeys));
            QCOMPARE(object["average"].toObject()["over"].toInt(), 5000);
            QCOMPARE(object["average"].toObject()["mean"].toObject().keys(), sorted(measuredKeys));
            QCOMPARE(object["average"].toObject()["sd"].toObject().keys(), sorted(measuredKeys));
            QCOMPARE(object["predicted"].toObject().keys(), sorted(predictedKeys));
        }
        for (const char* key : {"gamma2", "tau", "sd_imbalance", "sd_theta"})
            QVERIFY2(runs[0].toObject()["predicted"].toObject()[key].isNull(), key);
        const QJsonObject predicted = runs[1].toObject()["predicted"].toObject();
        QVERIFY(std::abs(predicted["gamma2"].toDouble() - 2.0 / 3.0) < 1e-12);
        QVERIFY(std::abs(predicted["time_constant"].toDouble() - 416.667) < 0.01);
    }

    void theReportedExperimentGivesTheSameNumbers()
    {
        const QStringList overrides{"--set",    "problem.d1=12",
                                    "--set",    "problem.spectrum=[2,1]",
                                    "--set",    "runs.1.noise.sigma1=0.1",
                                    "--steps",  "500",
                                    "--format", "json"};
        const QJsonObject first = parsed(run(QStringList{"run"} + overrides).output);
        write("again.hyperdrift", QJsonDocument(first["experiment"].toObject()).toJson());
        const QJsonObject second = parsed(run({"run", "again.hyperdrift", "--format", "json"}).output);
        QVERIFY(!first.isEmpty());
        QCOMPARE(second, first);
    }

    void theorySaysWhatRunPredicts()
    {
        const Outcome outcome = run({"theory", "--format", "json"});
        QCOMPARE(outcome.code, 0);
        const QJsonArray theory = parsed(outcome.output)["runs"].toArray();
        const QJsonArray runs =
            parsed(run({"run", "--format", "json", "--steps", "1"}).output)["runs"].toArray();
        QCOMPARE(theory.size(), 2);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(theory[i].toObject().keys(), sorted({"name", "predicted"}));
            QCOMPARE(theory[i].toObject()["predicted"], runs[i].toObject()["predicted"]);
        }
    }

    void editsThatARunDoesNotReachChangeNothing()
    {
        // One after the last iteration, and one at it, which is still made.
        write("in.hyperdrift", R"({"format": "hyperdrift-experiment", "version": 1, "steps": 100,
            "runs": [{"method": "gd"}, {"method": "gd"}], "edits": [
                {"at": 100, "run": 1, "set": {"method": "perturbed_gd"}},
                {"at": 500, "run": 0, "set": {"method": "perturbed_gd"}}]})");
        for (const char* command : {"theory", "run"}) {
            const Outcome outcome = run({command, "in.hyperdrift", "--format", "json"});
            QCOMPARE(outcome.code, 0);
            const QJsonArray runs = parsed(outcome.output)["runs"].toArray();
            const auto tau = [&](int i) { return runs[i].toObject()["predicted"].toObject()["tau"]; };
            QVERIFY(tau(0).isNull());
            QVERIFY(tau(1).isDouble());
        }
    }

    void theSameFileGivesTheSameBytes()
    {
        for (const char* name : {"a.csv", "b.csv"})
            QCOMPARE(run({"run", "--csv", name}).code, 0);
        const QByteArray csv = read("a.csv");
        QVERIFY(csv.startsWith(
            "run,iteration,loss,x_norm2,y_norm2,imbalance,gap,lambda_max,trace,grad_norm,theta_1,sv_1\n"
            "0,0,"));
        QVERIFY(csv.contains("\n1,0,"));
        QVERIFY(csv.contains("\n1,20000,"));
        QCOMPARE(csv, read("b.csv"));
        QCOMPARE(files(), (QStringList{"a.csv", "b.csv"}));
    }

    void noDisplayIsNeeded()
    {
        QProcess process;
        process.setProcessEnvironment(QProcessEnvironment());
        process.start(HYPERDRIFT_CLI, {"run", "--steps", "3"});
        QVERIFY(process.waitForFinished(minutes));
        QCOMPARE(process.exitCode(), 0);
    }

    void theBaselineInstructionSetRuns()
    {
        const QJsonArray native =
            parsed(run({"run", "--steps", "2000", "--format", "json"}).output)["runs"].toArray();
        const Outcome outcome = run({"run", "--steps", "2000", "--format", "json", "--isa", "baseline"});
        QCOMPARE(outcome.code, 0);
        const QJsonArray baseline = parsed(outcome.output)["runs"].toArray();
        for (int i = 0; i < 2; ++i) {
            const double a = native[i].toObject()["measured"].toObject()["x_norm2"].toDouble();
            const double b = baseline[i].toObject()["measured"].toObject()["x_norm2"].toDouble();
            QVERIFY(a > 0 && std::abs(a - b) < 1e-9 * a); // sums differ in the last bits only
        }
        QCOMPARE(run({"run", "--steps", "3", "--isa", "native"}).code, 0);
    }

    /// Without the fused multiplications that the C library would choose on this processor.
    void theBaselineHasTheSameBitsOnALesserProcessor_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("full") << "full";
        QTest::newRow("reduced") << "reduced";
    }
    void theBaselineHasTheSameBitsOnALesserProcessor()
    {
        QFETCH(QString, engine);
        for (const QString start : {"1.1", "1.7"}) {
            const QStringList arguments{"run",
                                        "--isa",
                                        "baseline",
                                        "--set",
                                        "start.log_imbalance=" + start,
                                        "--steps",
                                        "8000",
                                        "--set",
                                        "engine=" + engine,
                                        "--csv",
                                        "out.csv"};
            QCOMPARE(run(arguments).code, 0);
            const QByteArray here = read("out.csv");
            const auto lessen = [] {
                setenv("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F", 1);
            };
            QCOMPARE(run(arguments, lessen).code, 0);
            QVERIFY(!here.isEmpty() && read("out.csv") == here);
        }
    }

    void editsThatAreNotReachedAreTold()
    {
        write(
            "a.hyperdrift",
            R"({"format": "hyperdrift-experiment", "version": 1, "steps": 100, "runs": [{"method": "gd", "eta": 0.02}], "edits": [
            {"at": 100, "run": 0, "set": {"eta": 0.01}}, {"at": 101, "run": 0, "set": {"eta": 0.02}}]})");
        const Outcome outcome = run({"run", "a.hyperdrift"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.errors,
                 QByteArray("hyperdrift-cli: a.hyperdrift: 1 edit is not reached: /edits/1/at is "
                            "101, steps are 100\n"));
        QCOMPARE(run({"run", "a.hyperdrift", "--steps", "101"}).errors, QByteArray());
    }

    void aFileOfAnotherInstructionSetIsTold()
    {
        QJsonObject file =
            parsed(run({"run", "--steps", "3", "--format", "json"}).output)["experiment"].toObject();
        QJsonObject made = file["made_with"].toObject();
        const QString native = made["isa"].toString();
        const auto errorsOf = [&](const QString& isa, const QStringList& more = {}) {
            made["isa"] = isa;
            file["made_with"] = made;
            write("a.hyperdrift", QJsonDocument(file).toJson());
            return QString::fromUtf8(run(QStringList{"run", "a.hyperdrift"} + more).errors);
        };
        const QString news = "hyperdrift-cli: a.hyperdrift: made with %1, run with " + native +
                             ": numbers may differ by rounding from those seen then; %2\n";
        const QString portable = "with --isa baseline they have the same bits on every computer";
        QCOMPARE(errorsOf(native), QString());
        QCOMPARE(errorsOf("neon"), news.arg("neon", portable));
        QCOMPARE(errorsOf("neon", {"--isa", "baseline"}), QString());       // the person has chosen
        QCOMPARE(errorsOf("neon", {"--set", "engine=reduced"}), QString()); // the same bits on all
        const bool isPortable = native == "baseline";
        QCOMPARE(errorsOf("baseline"),
                 isPortable ? QString() : news.arg("baseline", "--isa baseline gives those to the bit"));
        made["version"] = "0.0.1"; // which may have computed otherwise
        QCOMPARE(errorsOf("baseline"), isPortable ? QString() : news.arg("baseline", portable));
    }

    void theReducedEngineHasTheSameBitsWithEachInstructionSet()
    {
        const auto csvOf = [&](const QString& isa) {
            run({"run", "--isa", isa, "--set", "engine=reduced", "--steps", "300", "--csv", "out.csv"});
            return read("out.csv");
        };
        QVERIFY(!csvOf("native").isEmpty());
        QCOMPARE(csvOf("native"), csvOf("baseline"));
    }

    void editsAreMade()
    {
        const QByteArray file = R"({"format": "hyperdrift-experiment", "version": 1, "steps": 200,
            "runs": [{"method": "perturbed_gd", "noise": {"sigma1": 0.1, "sigma2": 0.1}}],
            "edits": [{"at": 100, "run": 0, "set": {"method": "gd", "eta": 0.01}}]})";
        write("in.hyperdrift", file);
        const QJsonObject json = parsed(run({"run", "in.hyperdrift", "--format", "json"}).output);
        // Predicted with the final parameters: GD has no γ².
        QVERIFY(json["runs"].toArray()[0].toObject()["predicted"].toObject()["gamma2"].isNull());
        QVERIFY(json["runs"].toArray()[0].toObject()["predicted"].toObject()["ratio"].isDouble());
    }

    void divergenceIsNamedAndWritten()
    {
        const Outcome outcome = run({"run", "--set", "runs.0.eta=3", "--csv", "out.csv", "--format", "json"});
        QCOMPARE(outcome.code, 2);
        const QJsonObject gd = parsed(outcome.output)["runs"].toArray()[0].toObject();
        QCOMPARE(gd["status"].toString(), QString("diverged"));
        const int iteration = gd["iterations"].toInt();
        QVERIFY(iteration > 0 && iteration < 100);
        QCOMPARE(outcome.errors,
                 QString("hyperdrift-cli: run 0 (GD) diverged at iteration %1; a smaller eta may help\n")
                     .arg(iteration)
                     .toUtf8());
        QVERIFY(read("out.csv").contains("\n1,20000,"));
        QVERIFY(read("out.csv").contains(QString("\n0,%1,").arg(iteration).toUtf8()));
    }

    void anEnsembleIsReportedAsText()
    {
        const Outcome outcome = run({"ensemble", "--runs", "7", "--set", "steps=500"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.errors, QByteArray());
        for (const char* word : {"Same start, two ends", "Perturbed GD (perturbed_gd, ", "median", "95 %",
                                 "predicted", "7 of 7 members finished", "Member 0 is the experiment itself"})
            QVERIFY2(outcome.output.contains(word), word);
    }

    void anEnsemblesJsonIsThatOfARunAndItsSpread()
    {
        const QStringList overrides{"--set", "steps=600", "--format", "json"};
        const QJsonObject single = parsed(run(QStringList{"run"} + overrides).output);
        const QJsonObject ensemble = parsed(run(QStringList{"ensemble", "--runs", "9"} + overrides).output);
        QCOMPARE(ensemble["experiment"], single["experiment"]);
        const QJsonArray runs = ensemble["runs"].toArray();
        QCOMPARE(runs.size(), 2);
        for (int i = 0; i < 2; ++i) {
            QJsonObject object = runs[i].toObject();
            const QJsonObject spread = object.take("ensemble").toObject();
            QCOMPARE(object, single["runs"].toArray()[i].toObject()); // member 0 is the file itself
            QCOMPARE(spread.keys(), sorted({"runs", "finished", "diverged", "stopped", "final"}));
            QCOMPARE(spread["runs"].toInt(), 9);
            QCOMPARE(spread["finished"].toInt(), 9);
            const QJsonObject final = spread["final"].toObject();
            QCOMPARE(final.keys(), sorted(measuredKeys));
            for (const QString& key : measuredKeys) {
                const QJsonObject statistics = final[key].toObject();
                QCOMPARE(statistics.keys(), sorted({"mean", "sd", "min", "q05", "median", "q95", "max"}));
                QCOMPARE(statistics["mean"].isArray(), key == "singular_values" || key == "theta");
            }
            const QJsonObject loss = final["loss"].toObject();
            const QStringList order{"min", "q05", "median", "q95", "max"};
            for (int k = 1; k < order.size(); ++k)
                QVERIFY(loss[order[k - 1]].toDouble() < loss[order[k]].toDouble());
        }
    }

    void anEnsemblesCsvHasARowAMember()
    {
        QCOMPARE(run({"ensemble", "--runs", "3", "--set", "steps=200", "--csv", "e.csv"}).code, 0);
        QCOMPARE(run({"run", "--set", "steps=200", "--csv", "r.csv"}).code, 0);
        const QList<QByteArray> rows = read("e.csv").trimmed().split('\n');
        QCOMPARE(rows.size(), 1 + 2 * 3);
        QCOMPARE(rows[0],
                 QByteArray("run,member,status,iteration,loss,x_norm2,y_norm2,imbalance,gap,lambda_max,"
                            "trace,grad_norm,theta_1,sv_1"));
        const QList<QByteArray> single = read("r.csv").trimmed().split('\n');
        QCOMPARE(rows[1], QByteArray(single[201]).replace(0, 2, "0,0,finished,"));
        QCOMPARE(rows[4], QByteArray(single.back()).replace(0, 2, "1,0,finished,"));
        QVERIFY(rows[6].startsWith("1,2,finished,200,"));
    }

    void threadsChangeNoByte_data()
    {
        QTest::addColumn<QString>("engine");
        for (const char* engine : {"full", "reduced"})
            QTest::newRow(engine) << QString(engine);
    }
    void threadsChangeNoByte()
    {
        QFETCH(QString, engine);
        const QStringList common{"ensemble", "--runs",           "70",       "--set", "steps=300",
                                 "--set",    "engine=" + engine, "--format", "json"};
        const Outcome one = run(common + QStringList{"--threads", "1", "--csv", "1.csv"});
        QCOMPARE(one.code, 0);
        for (const char* threads : {"2", "3"}) {
            const Outcome several = run(common + QStringList{"--threads", threads, "--csv", "n.csv"});
            QCOMPARE(several.output, one.output);
            QCOMPARE(read("n.csv"), read("1.csv"));
        }
    }

    void whatVariesIsWhatWasAskedFor()
    {
        // GD has no noise: its members differ only when their starts do.
        const auto spread = [&](const char* vary) {
            const Outcome outcome =
                run({"ensemble", "--runs", "5", "--set", "steps=300", "--format", "json", "--vary", vary});
            const QJsonObject gd = parsed(outcome.output)["runs"].toArray()[0].toObject();
            return gd["ensemble"].toObject()["final"].toObject()["imbalance"].toObject()["sd"].toDouble();
        };
        QCOMPARE(spread("noise"), 0.0);
        QVERIFY(spread("start") > 0.1);
        QCOMPARE(spread("both"), spread("start"));
    }

    void anEnsemblesDivergenceIsNamedAndWritten()
    {
        const Outcome outcome =
            run({"ensemble", "--runs", "4", "--set", "runs.0.eta=3", "--csv", "out.csv", "--format", "json"});
        QCOMPARE(outcome.code, 2);
        const QJsonArray runs = parsed(outcome.output)["runs"].toArray();
        const QJsonObject spread = runs[0].toObject()["ensemble"].toObject();
        QCOMPARE(spread["diverged"].toInt(), 4);
        QCOMPARE(spread["finished"].toInt(), 0);
        QVERIFY(spread["final"].toObject()["loss"].toObject()["mean"].isNull());
        QCOMPARE(runs[1].toObject()["ensemble"].toObject()["finished"].toInt(), 4);
        QCOMPARE(outcome.errors.count('\n'), 1);
        QVERIFY2(outcome.errors.startsWith("hyperdrift-cli: run 0 (GD) diverged in 4 of 4 members, first in "
                                           "member 0 at iteration "),
                 outcome.errors);
        QCOMPARE(read("out.csv").count(",diverged,"), 4);
        QCOMPARE(read("out.csv").count(",finished,20000,"), 4);
    }

    void interruptionWritesWhatWasDone_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("run") << QStringList{"run"} << QByteArray("\n1,%1,");
        QTest::newRow("ensemble") << QStringList{"ensemble", "--runs", "100", "--threads", "2"}
                                  << QByteArray("\n1,0,stopped,%1,");
    }
    void interruptionWritesWhatWasDone()
    {
        QFETCH(QStringList, command);
        QFETCH(QByteArray, row);
        QProcess process;
        start(process,
              command + QStringList{"--set", "steps=1000000000000", "--csv", "out.csv", "--format", "json"});
        QVERIFY(process.waitForStarted(minutes));
        QTRY_VERIFY_WITH_TIMEOUT(catchesInterrupt(process), minutes);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(minutes));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(process.readAllStandardError(),
                 QByteArray("hyperdrift-cli: stopped; what was done is written\n"));
        const QJsonArray runs = parsed(process.readAllStandardOutput())["runs"].toArray();
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs[0].toObject()["status"].toString(), QString("stopped"));
        const QByteArray csv = read("out.csv");
        QVERIFY(csv.startsWith("run,"));
        QVERIFY(csv.endsWith('\n'));
        QVERIFY(csv.contains(QString(row).arg(runs[1].toObject()["iterations"].toInteger()).toUtf8()));
        QCOMPARE(files(), QStringList{"out.csv"});
    }

    void checkSaysWhichFilesAreValid()
    {
        const QByteArray good =
            R"({"format": "hyperdrift-experiment", "version": 1, "runs": [{"method": "gd"}]})";
        write("good.hyperdrift", good);
        write("bad.hyperdrift", R"({"format": "hyperdrift-experiment", "version": 1, "runs": []})");
        const Outcome valid = run({"check", "good.hyperdrift"});
        QCOMPARE(valid.code, 0);
        QCOMPARE(valid.output, QByteArray("good.hyperdrift: valid\n"));

        const Outcome mixed = run({"check", "bad.hyperdrift", "good.hyperdrift"});
        QCOMPARE(mixed.code, 1);
        QCOMPARE(mixed.output, QByteArray("good.hyperdrift: valid\n"));
        QCOMPARE(mixed.errors,
                 QByteArray("hyperdrift-cli: bad.hyperdrift: /runs: must hold 1 to 6 runs, but holds 0\n"));

        QCOMPARE(run({"check", "none.hyperdrift", "bad.hyperdrift"}).code, 3);
    }

    void checkTakesLessonsAsFoldersAndAsFiles()
    {
        QVERIFY(QDir(m_directory->path()).mkdir("lesson"));
        const auto document = [](const QByteArray& expected) {
            return QByteArray(
                R"({ "format": "hyperdrift-lesson", "version": 1,
                "experiment": { "runs": [ { "method": "gd" } ] },
                "steps": [ { "id": "a", "run_to": 1000, "expect": [ { "run": 0, "value": "loss", "is": )" +
                expected + R"(, "within": 1e-9, "of": "absolute" } ] }, { "id": "b" }, { "id": "c" } ] })");
        };
        write("lesson/lesson.json", document("0"));
        const Outcome noText = run({"check", "lesson"});
        QCOMPARE(noText.code, 3);
        QCOMPARE(noText.errors, QByteArray("hyperdrift-cli: lesson: must hold en.md, but does not\n"));

        write("lesson/en.md", "# T\n> R\n## A\nx\n## B\nx\n## C\nx\n");
        QCOMPARE(run({"check", "lesson"}).output, QByteArray("lesson: valid\n"));
        QCOMPARE(run({"check", "lesson/lesson.json"}).output, QByteArray("lesson/lesson.json: valid\n"));
        const Outcome walked = run({"check", "--run", "lesson"});
        QCOMPARE(walked.code, 0);
        QVERIFY2(walked.output.startsWith("lesson: valid\n  a, t = 1000\n    GD, loss: measured "),
                 walked.output);
        QVERIFY2(walked.output.endsWith(", expected 0 ± 1e-09\n  b, t = 1000\n  c, t = 1000\n"),
                 walked.output);

        write("lesson/lesson.json", document("1"));
        QCOMPARE(run({"check", "lesson"}).code, 0);
        const Outcome failed = run({"check", "--run", "lesson"});
        QCOMPARE(failed.code, 1);
        QVERIFY2(failed.output.contains("expected 1 ± 1e-09 — does not hold\n"), failed.output);
        QCOMPARE(failed.errors, QByteArray("hyperdrift-cli: lesson: what it expects does not hold\n"));

        write("lesson/lesson.json", document("\"none\""));
        const Outcome wrong = run({"check", "lesson"});
        QCOMPARE(wrong.code, 1);
        QCOMPARE(wrong.errors,
                 QByteArray("hyperdrift-cli: lesson/lesson.json: /steps/0/expect/0/is: must be a number, "
                            "\"gamma2\" or \"predicted\", but is \"none\"\n"));
        QVERIFY(QDir(m_directory->path()).mkdir("empty"));
        QCOMPARE(run({"check", "empty"}).code, 3);
    }

    void realMatricesAreFactored_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sigma");
        QTest::newRow("iris") << "iris"
                              << "0.05";
        QTest::newRow("photographer") << "photographer"
                                      << "0.01";
    }
    void realMatricesAreFactored()
    {
        QFETCH(QString, name);
        QFETCH(QString, sigma);
        const Outcome outcome = run({"run", "--set", "problem.matrix=" EXAMPLE_DATA "/" + name + ".csv",
                                     "--set", "problem.rank=2", "--set", "runs.1.noise.sigma1=" + sigma,
                                     "--set", "runs.1.noise.sigma2=" + sigma, "--steps", "10000",
                                     "--average-last", "2000", "--format", "json"});
        QCOMPARE(outcome.code, 0);
        const QJsonArray runs = parsed(outcome.output)["runs"].toArray();
        const QJsonObject gd = runs[0].toObject();
        const double tail = gd["predicted"].toObject()["loss_floor"].toDouble();
        QVERIFY(tail > 0 && std::abs(gd["measured"].toObject()["loss"].toDouble() / tail - 1) < 1e-3);
        const QJsonObject noisy = runs[1].toObject();
        const QJsonArray mean = noisy["average"].toObject()["mean"].toObject()["singular_values"].toArray();
        const QJsonArray exact = gd["predicted"].toObject()["singular_values"].toArray();
        const double tau = noisy["predicted"].toObject()["tau"].toDouble();
        for (int k = 0; k < 2; ++k) {
            const double expected = exact[k].toDouble() - tau;
            QVERIFY(std::abs(mean[k].toDouble() / expected - 1) < 0.02);
        }
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
