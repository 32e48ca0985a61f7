// Data that leave the console program and come back to it, with the built program: figures that carry an
// experiment, archives that NumPy reads, command lines that a shell runs.

#include "core/io/command_text.h"
#include "core/io/embedded_experiment.h"
#include "core/io/experiment_file.h"
#include "core/io/file_bytes.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace hyperdrift;

namespace {

constexpr int minutes = 60'000;

struct Outcome {
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

/// The least picture.
const std::string png =
    QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==")
        .toStdString();
const std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg"/>)";

const std::string matrixEdits =
    R"(edits=[{"at":100,"run":1,"set":{"noise.sigma1":0.1}},{"at":200,"run":0,"scale":2}])";
const std::string incomplete = R"({"format": "hyperdrift-experiment", "version": 1})";
const std::string severalRuns =
    R"(runs=[{"method":"sam"},{"method":"label_noise","name":"γ"},{"method":"perturbed_gd","noise":{"anneal":7}}])";
const std::string severalEdits =
    R"(edits=[{"at":100,"run":2,"set":{"noise.sigma1":0.1}},{"at":200,"run":0,"scale":-2}])";

} // namespace

class TestCliData : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder; ///< of one test; the program runs there

    std::string path(const char* name) const { return m_folder->filePath(name).toStdString(); }
    QByteArray read(const char* name) const { return QByteArray::fromStdString(readFileBytes(path(name))); }
    Outcome run(const QString& program, const QStringList& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(program, arguments);
        if (!process.waitForFinished(5 * minutes) || process.exitStatus() != QProcess::NormalExit)
            return {.errors = process.errorString().toUtf8()};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Outcome run(const QStringList& arguments) const { return run(HYPERDRIFT_CLI, arguments); }

    /// A small one with every kind of edit, and a matrix whose file is gone.
    void writeFigures() const
    {
        writeFileAtomically(path("m.csv"), "1,2,3\n4,5,6.5\n");
        const std::vector<std::string> overrides{"problem.matrix=" + path("m.csv"), "steps=500",
                                                 "title=1 < 2 & γ", matrixEdits};
        const Experiment experiment = experimentFromOverrides(overrides);
        const std::string text = experimentText(experiment, {}, MatrixForm::Embedded);
        QFile::remove(QString::fromStdString(path("m.csv")));
        writeFileAtomically(path("whole.hyperdrift"), text);
        writeFileAtomically(path("figure.png"), pngWithExperiment(png, text));
        writeFileAtomically(path("figure.svg"), svgWithExperiment(svg, text));
        writeFileAtomically(path("figure.pdf"), "%PDF-1.4\n" + pdfXmp(text, experiment.title) + "\n");
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    // ---- figures
    // -----------------------------------------------------------------------------------------------------

    void aFigureRunsAsTheExperimentInIt()
    {
        writeFigures();
        QCOMPARE(run({"run", "whole.hyperdrift", "--csv", "whole.csv"}).code, 0);
        QVERIFY(read("whole.csv").count('\n') > 1000);
        for (const char* figure : {"figure.png", "figure.svg", "figure.pdf"}) {
            const Outcome outcome = run({"run", figure, "--csv", "figure.csv"});
            QCOMPARE(outcome.errors, QByteArray());
            QCOMPARE(outcome.code, 0);
            QCOMPARE(read("figure.csv"), read("whole.csv"));
            QCOMPARE(run({"theory", figure}).output, run({"theory", "whole.hyperdrift"}).output);
            QCOMPARE(run({"run", figure, "--csv", figure}).errors,
                     QByteArray("hyperdrift-cli: --csv: must not be an input, but is ") + figure + "\n");
        }
        const Outcome checked = run({"check", "figure.png", "figure.svg", "figure.pdf"});
        QCOMPARE(checked.output, "figure.png: valid\nfigure.svg: valid\nfigure.pdf: valid\n");
        QCOMPARE(checked.code, 0);
    }

    void whatIsWrongInAFigureIsOneLine()
    {
        writeFileAtomically(path("plain.png"), png);
        writeFileAtomically(path("cut.png"), png.substr(0, 40));
        writeFileAtomically(path("wrong.svg"), svgWithExperiment(svg, incomplete));
        const Outcome outcome = run({"check", "plain.png", "cut.png", "wrong.svg"});
        QCOMPARE(
            outcome.errors,
            "hyperdrift-cli: plain.png: is a PNG picture that holds no experiment\n"
            "hyperdrift-cli: cut.png: is a broken PNG picture: the file ends within the chunk at byte 33\n"
            "hyperdrift-cli: wrong.svg: /runs: is missing\n");
        QCOMPARE(outcome.code, 1);
    }

    // ---- archives
    // -----------------------------------------------------------------------------------------------------

    void numpyReadsWhatTheCsvHas_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("factors");
        const auto row = [](const char* name, const QStringList& set, int code, const char* factors) {
            QStringList arguments{"--steps", "3000"};
            for (const QString& assignment : set)
                arguments << "--set" << assignment;
            QTest::newRow(name) << arguments << code << QByteArray(factors) + "\n";
        };
        row("default", {}, 0, "with factors");
        row("more columns than directions",
            {"problem.spectrum=[2,1]", "problem.rank=3", "runs.0.name=测试 😀"}, 0, "with factors");
        row("fewer columns", {"problem.spectrum=[2,1]"}, 0, "with factors");
        row("undefined at the start", {"start.kind=zero"}, 0, "with factors");
        row("diverged", {"runs.0.eta=3"}, 2, "with factors");
        row("reduced engine", {"engine=reduced"}, 0, "without factors");
        row("a matrix", {"problem.matrix=" DATA "/iris.csv", "problem.rank=2"}, 0, "with factors");
        row("no iteration", {"steps=0"}, 0, "with factors");
    }
    void numpyReadsWhatTheCsvHas()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, factors);
        const Outcome made = run(QStringList{"run", "--csv", "a.csv", "--npz", "a.npz"} + arguments);
        QVERIFY2(made.code == code, made.errors);
        const Outcome compared = run("/usr/bin/python3", {COMPARE_NPZ, "a.npz", "a.csv", "in.hyperdrift"});
        QVERIFY2(compared.code == 0, compared.errors);
        QCOMPARE(compared.output, factors);
        // What made the numbers is among them.
        QCOMPARE(run({"run", "in.hyperdrift", "--npz", "b.npz"}).code, code);
        QCOMPARE(read("b.npz"), read("a.npz"));
    }

    void anArchiveIsWrittenWholeOrNotAtAll()
    {
        writeFileAtomically(path("a.npz"), "an earlier result\n");
        const auto untouched = [this](const QStringList& arguments, int code, const QByteArray& message) {
            const Outcome outcome = run(QStringList{"run", "--steps", "1000000000000"} + arguments);
            QCOMPARE(outcome.errors, "hyperdrift-cli: " + message + "\n");
            QCOMPARE(outcome.code, code);
            QCOMPARE(read("a.npz"), QByteArray("an earlier result\n"));
        };
        untouched({"--npz", "none/a.npz"}, 3, "can't write none/a.npz: No such file or directory");
        untouched({"--csv", "none/a.csv", "--npz", "a.npz"}, 3,
                  "can't write none/a.csv: No such file or directory");
        untouched({"--npz", "a.npz", "--set", "runs.0.eta=0"}, 1,
                  "/runs/0/eta: must be > 0 and ≤ 100, but is 0");
        untouched({"--csv", "a.npz", "--npz", "./a.npz"}, 1,
                  "--npz: must not be the file of --csv, but is ./a.npz");
        untouched({"--csv", "new", "--npz", "new"}, 1, "--npz: must not be the file of --csv, but is new");
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList("a.npz"));
    }

    void anArchiveThatIsAnInputIsRefused()
    {
        writeFigures();
        QCOMPARE(run({"run", "figure.png", "--npz", "figure.png"}).errors,
                 "hyperdrift-cli: --npz: must not be an input, but is figure.png\n");
    }

    // ---- command lines
    // -----------------------------------------------------------------------------------------------------

    void aShellRepeatsTheNumbers()
    {
        const std::vector<std::string> overrides{"title=it's $HOME", "problem.spectrum=[2,1]",
                                                 "problem.rank=2",   "start.kind=gaussian",
                                                 severalRuns,        severalEdits};
        Experiment experiment = experimentFromOverrides(overrides);
        QString line = QString::fromStdString(commandText(experiment, 700));
        QVERIFY(line.startsWith("hyperdrift-cli run --set "));
        line.replace(0, QString("hyperdrift-cli").size(), HYPERDRIFT_CLI);
        const Outcome repeated = run("sh", {"-c", line + " --csv line.csv"});
        QCOMPARE(repeated.errors, QByteArray());
        QCOMPARE(repeated.code, 0);
        experiment.steps = 700;
        writeFileAtomically(path("file.hyperdrift"), experimentText(experiment));
        QCOMPARE(run({"run", "file.hyperdrift", "--csv", "file.csv"}).code, 0);
        QVERIFY(read("file.csv").count('\n') > 2000);
        QCOMPARE(read("line.csv"), read("file.csv"));
    }
};

QTEST_GUILESS_MAIN(TestCliData)
#include "test_cli_data.moc"
