#include "core/io/experiment_file.h"

#include "core/io/file_bytes.h"
#include "core/io/sha256.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace hyperdrift;

namespace {

using Overrides = std::vector<std::string>;

/// A document with one thing changed, as text.
std::string document(const std::string& body)
{
    return R"({"format": "hyperdrift-experiment", "version": 1, )" + body + "}";
}

const std::string oneRun = R"("runs": [{"method": "gd"}])";

QString refusalOf(const std::string& text, const Overrides& overrides = {})
{
    try {
        parseExperiment(text, {}, overrides);
    } catch (const InputError& error) {
        return QString::fromUtf8(error.what());
    } catch (const FileError& error) {
        return "file: " + QString::fromUtf8(error.what());
    }
    return "accepted";
}

/// On one line, single blanks.
QString simplified(const std::string& json)
{
    return QString::fromStdString(json).simplified();
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("can't write the test's file");
    file.write(bytes);
}

/// Values whose shortest text is long, at the ends of the range of double, and whole.
const std::vector<double> hardNumbers{1.7976931348623157e308,  1e22,  3.0, 1.0 / 3.0, 0.1,
                                      2.2250738585072014e-308, 5e-324};

Experiment everything()
{
    Experiment e;
    e.title = "Ein \"Titel\"\nmit\tallem, ∇ 测试";
    e.problem = {.d1 = 7, .d2 = 9, .rank = 2, .spectrum = hardNumbers, .seed = (1ULL << 53U) - 1};
    e.start = {.kind = AlignedStart{{-1.0 / 3.0, 0.1}, {-0.7}}, .seed = 12345678901234};
    RunSpec gd{.name = "", .eta = 1.0 / 7.0, .seed = 0, .noise = {.sigma1 = 0.1, .nu = 0.25}, .batch = 63};
    gd.radius = 5e-324;
    RunSpec noisy{.name = "b", .method = MethodKind::PerturbedGd, .noise = {.sigma1 = 0, .sigma2 = 1e-300}};
    RunSpec smooth{.name = "c", .method = MethodKind::RegularizedGd, .eta = 100, .seed = 9};
    e.runs = {gd, noisy, smooth};
    e.engine = EngineKind::Full;
    e.steps = 1'000'000'000'000;
    e.edits = {{0, 0, Edit::Scale{-1.0 / 3.0}},
               {5, 2, std::vector<Edit::SetParameter>{{"method", std::string("gd")}, {"noise.sigma1", 0.3}}},
               {5, 1, std::vector<Edit::SetParameter>{{"eta", 0.1}, {"noise.sigma2", 0.0}}}};
    e.view = R"({"theme":"dark","zoom":[1.5,null,{"a":true}]})";
    e.madeWith = MadeWith{"12.0.1-β", "neon"}; // of a version to come
    return e;
}

} // namespace

class TestExperimentFile : public QObject {
    Q_OBJECT
private slots:
    // ---- writing and reading back
    // ----------------------------------------------------------------------------------

    void theDefaultIsWrittenAsDescribed()
    {
        const std::string expected = R"({
  "format": "hyperdrift-experiment",
  "version": 1,
  "title": "Same start, two ends",
  "problem": { "d1": 20, "d2": 30, "rank": 1, "spectrum": [1.0], "seed": 1 },
  "start": { "kind": "aligned", "log_imbalance": 2.0, "product": 0.3, "seed": 2 },
  "runs": [
    { "name": "GD", "method": "gd", "eta": 0.02 },
    {
      "name": "Perturbed GD",
      "method": "perturbed_gd",
      "eta": 0.02,
      "seed": 3,
      "noise": { "sigma1": 0.05, "sigma2": 0.05, "distribution": "gaussian", "anneal": null }
    }
  ],
  "engine": "auto",
  "steps": 20000,
  "edits": [],
  "view": { }
}
)";
        QCOMPARE(experimentText(defaultExperiment()), expected);
    }

    void everyValueReadsBackToTheBit()
    {
        const Experiment written = everything();
        const std::string text = experimentText(written);
        const Experiment read = parseExperiment(text, {});
        QCOMPARE(experimentText(read), text);

        QCOMPARE(read.title, written.title);
        QCOMPARE(read.problem.d1, written.problem.d1);
        QCOMPARE(read.problem.spectrum, written.problem.spectrum);
        QCOMPARE(read.problem.seed, written.problem.seed);
        const auto& start = std::get<AlignedStart>(read.start.kind);
        QCOMPARE(start.logImbalance, std::get<AlignedStart>(written.start.kind).logImbalance);
        QCOMPARE(start.product, std::vector<double>{-0.7});
        QCOMPARE(read.start.seed, written.start.seed);
        QCOMPARE(read.runs.size(), std::size_t{3});
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(read.runs[i].name, written.runs[i].name);
            QVERIFY(read.runs[i].method == written.runs[i].method);
            QCOMPARE(read.runs[i].eta, written.runs[i].eta);
            QCOMPARE(read.runs[i].seed, written.runs[i].seed);
            QVERIFY(read.runs[i].noise.sigma1 == written.runs[i].noise.sigma1);
            QVERIFY(read.runs[i].noise.sigma2 == written.runs[i].noise.sigma2);
            QVERIFY(read.runs[i].noise.nu == written.runs[i].noise.nu);
            QVERIFY(read.runs[i].batch == written.runs[i].batch);
            QVERIFY(read.runs[i].radius == written.runs[i].radius);
        }
        QVERIFY(read.engine == EngineKind::Full);
        QCOMPARE(read.steps, written.steps);
        QCOMPARE(read.edits.size(), std::size_t{3});
        QVERIFY(std::get<Edit::Scale>(read.edits[0].change).c == -1.0 / 3.0);
        const auto& set = std::get<std::vector<Edit::SetParameter>>(read.edits[1].change);
        QCOMPARE(set[0].path, std::string("method"));
        QCOMPARE(std::get<std::string>(set[0].value), std::string("gd"));
        QCOMPARE(std::get<double>(set[1].value), 0.3);
        QCOMPARE(read.view, written.view);
        QCOMPARE(read.madeWith->version, written.madeWith->version);
        QCOMPARE(read.madeWith->isa, written.madeWith->isa);
    }

    void everyStartReadsBack_data()
    {
        QTest::addColumn<QString>("start");
        QTest::newRow("aligned")
            << R"({ "kind": "aligned", "log_imbalance": [0.5, -1.5], "product": 1.0, "seed": 5 })";
        QTest::newRow("gaussian") << R"({ "kind": "gaussian", "scale_x": 0.5, "scale_y": 0.0, "seed": 5 })";
        QTest::newRow("small_balanced") << R"({ "kind": "small_balanced", "scale": 1e-07, "seed": 5 })";
        QTest::newRow("zero") << R"({ "kind": "zero", "seed": 5 })";
        QTest::newRow("explicit")
            << R"({ "kind": "explicit", "x": [[1.0, 2.5], [3.0, 4.0]], "y": [[0.1, 0.0], [-1.0, 0.0]], "seed": 5 })";
    }
    void everyStartReadsBack()
    {
        QFETCH(QString, start);
        const std::string text =
            document(R"("problem": {"d1": 2, "d2": 2, "rank": 2, "spectrum": [2, 1]}, "start": )" +
                     start.toStdString() + ", " + oneRun);
        const QString again = simplified(experimentText(parseExperiment(text, {})));
        QVERIFY2(again.contains("\"start\": " + start), qPrintable(again));
    }

    void absentKeysTakeTheDefaults()
    {
        const Experiment read = parseExperiment(document(oneRun), {});
        QCOMPARE(read.problem.d2, 30);
        QCOMPARE(read.runs.size(), std::size_t{1});
        QCOMPARE(read.runs[0].name, std::string("GD"));
        QCOMPARE(read.runs[0].eta, 0.02);
        QCOMPARE(read.steps, 20000);
    }

    void wholeNumbersMayBeWrittenAsReals()
    {
        const Experiment read = parseExperiment(
            document(R"("problem": {"d1": 20.0, "rank": 1.0, "seed": 7.0}, "steps": 1e3, )" + oneRun), {});
        QCOMPARE(read.problem.d1, 20);
        QCOMPARE(read.problem.seed, std::uint64_t{7});
        QCOMPARE(read.steps, 1000);
    }

    void theViewIsNeverLookedInto()
    {
        const std::string view = R"({"b":[1,2.5,"x"],"a":{"deep":{"er":null}},"steps":-1})";
        QCOMPARE(parseExperiment(document(oneRun + R"(, "view": )" + view), {}).view, view);
    }

    void keysOfOtherMethodsAreKept()
    {
        const std::string text = document(
            R"("runs": [{"method": "gd", "noise": {"sigma1": 0.3, "distribution": "laplace", "anneal": 100, "nu": 0.5}, "batch": 10, "radius": 0.2}])");
        const Experiment read = parseExperiment(text, {});
        QCOMPARE(read.runs[0].noise.sigma1, 0.3);
        const QString again = simplified(experimentText(read));
        const char* kept =
            R"("noise": { "sigma1": 0.3, "distribution": "laplace", "anneal": 100.0, "nu": 0.5 }, "batch": 10, "radius": 0.2)";
        QVERIFY(again.contains(kept));
    }

    // ---- refusals
    // --------------------------------------------------------------------------------------------------

    void wrongContentIsRefusedByPointer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const std::string& body, const char* message) {
            QTest::newRow(message) << QString::fromStdString(document(body)) << QString::fromUtf8(message);
        };
        const auto rowRun = [&](const std::string& keys, const char* message) {
            row(R"("runs": [{"method": "gd"}, {"method": "perturbed_gd", )" + keys + "}]", message);
        };
        row(oneRun + R"(, "setps": 5)",
            "/setps: is no key of an experiment; there are format, version, title, made_with, problem, "
            "start, runs, engine, steps, edits, view");
        row(oneRun + R"(, "problem": {"d3": 5})", "/problem/d3: is no key of a problem; there are rank, "
                                                  "matrix, matrix_cells, center_columns, scale_to, "
                                                  "matrix_sha256, d1, d2, spectrum, seed");
        row(oneRun + R"(, "start": {"kind": "zero", "product": 1})",
            "/start/product: is no key of a start of this kind; there are kind, seed");
        rowRun(R"("etaa": 1)",
               "/runs/1/etaa: is no key of a run; there are method, name, eta, seed, noise, batch, radius");
        rowRun(
            R"("noise": {"sigma3": 1})",
            "/runs/1/noise/sigma3: is no key of a noise; there are sigma1, sigma2, distribution, anneal, nu");
        row(oneRun + R"(, "a/b~c": 5)",
            "/a~1b~0c: is no key of an experiment; there are format, version, title, "
            "made_with, problem, start, runs, engine, steps, edits, view");
        row(R"("problem": {})", "/runs: is missing");
        row(R"("runs": [{"eta": 1}])", "/runs/0/method: is missing");
        row(R"("runs": {})", "/runs: must be an array of runs, but is an object");
        row(R"("runs": [5])", "/runs/0: must be a run (an object), but is 5");
        row(oneRun + R"(, "title": 5)", "/title: must be a string, but is 5");
        row(oneRun + R"(, "problem": {"d1": "abc"})", "/problem/d1: must be a whole number, but is \"abc\"");
        row(oneRun + R"(, "problem": {"d1": 20.5})", "/problem/d1: must be a whole number, but is 20.5");
        row(oneRun + R"(, "problem": {"d1": 1e30})",
            "/problem/d1: must be a whole number of at most 18 digits, but is 1e+30");
        row(oneRun + R"(, "problem": {"rank": 3000000000})",
            "/problem/rank: must be a whole number of at most 9 digits, but is 3000000000");
        row(oneRun + R"(, "problem": {"spectrum": 1})",
            "/problem/spectrum: must be an array of numbers, but is 1");
        row(oneRun + R"(, "problem": {"spectrum": [1, "a"]})",
            "/problem/spectrum/1: must be a number, but is \"a\"");
        row(oneRun + R"(, "problem": {"seed": -1})", "/problem/seed: must be ≥ 0 and < 2^53, but is -1");
        row(oneRun + R"(, "problem": {"seed": 9007199254740992})",
            "/problem/seed: must be ≥ 0 and < 2^53, but is 9007199254740992");
        row(oneRun + R"(, "problem": {"matrix": "m.csv", "d1": 5})",
            "/problem/d1: must not be given beside matrix, from which it follows");
        row(oneRun + R"(, "problem": {"matrix": "m.csv", "spectrum": [1]})",
            "/problem/spectrum: must not be given beside matrix, from which it follows");
        row(oneRun + R"(, "problem": {"matrix": "m.csv", "seed": 1})",
            "/problem/seed: must not be given beside matrix, from which it follows");
        row(oneRun + R"(, "problem": {"scale_to": 1})",
            "/problem/scale_to: must not be given without matrix");
        row(oneRun + R"(, "problem": {"matrix": 5})", "/problem/matrix: must be a string, but is 5");
        row(oneRun + R"(, "problem": {"matrix": "m.csv", "center_columns": 1})",
            "/problem/center_columns: must be true or false, but is 1");
        row(oneRun + R"(, "start": {"kind": "spiral"})",
            "/start/kind: \"spiral\" is no kind of start; there are aligned, "
            "gaussian, small_balanced, zero, explicit");
        row(oneRun + R"(, "start": {"kind": "explicit", "x": [[1]]})", "/start/y: is missing");
        row(oneRun + R"(, "start": {"product": "a"})",
            "/start/product: must be a number or an array of numbers, but is \"a\"");
        rowRun(R"("eta": "0.1")", "/runs/1/eta: must be a number, but is \"0.1\"");
        rowRun(R"("eta": null)", "/runs/1/eta: must be a number, but is null");
        rowRun(R"("eta": -1)", "/runs/1/eta: must be > 0 and ≤ 100, but is -1");
        rowRun(R"("eta": 0)", "/runs/1/eta: must be > 0 and ≤ 100, but is 0");
        rowRun(R"("eta": NaN)", "/runs/1/eta: must be a finite number, but is NaN (1:112)");
        rowRun(R"("eta": -Infinity)", "/runs/1/eta: must be a finite number, but is -Infinity (1:113)");
        rowRun(R"("eta": 1e999)", "/runs/1/eta: must be a finite number, but is 1e999");
        rowRun(R"("eta": 1, "eta": 2)", "/runs/1/eta: is given twice");
        rowRun(R"("noise": {"sigma1": -0.1})", "/runs/1/noise/sigma1: must be ≥ 0 and finite, but is -0.1");
        rowRun(R"("noise": {"distribution": "cauchy"})",
               "/runs/1/noise/distribution: \"cauchy\" is no distribution; there are gaussian, uniform, "
               "rademacher, laplace");
        row(R"("runs": [{"method": "gd", "noise": {"anneal": 0}}])",
            "/runs/0/noise/anneal: must be > 0 and finite, but is 0");
        row(R"("runs": [{"method": "adam"}])", "/runs/0/method: \"adam\" is no method of this version; there "
                                               "are gd, perturbed_gd, regularized_gd, "
                                               "gradient_noise, label_noise, entry_sampling, sam");
        row(oneRun + R"(, "engine": "warp")",
            "/engine: \"warp\" is no engine; there are auto, full, reduced");
        row(oneRun + R"(, "view": [])", "/view: must be an object, but is an empty array");
        row(oneRun + R"(, "made_with": "me")", "/made_with: must be a maker (an object), but is \"me\"");
        row(oneRun + R"(, "made_with": {"isa": 2})", "/made_with/isa: must be a string, but is 2");
        row(oneRun + R"(, "made_with": {"by": 2})",
            "/made_with/by: is no key of a maker; there are version, isa");
        row(oneRun + R"(, "edits": [{"run": 0, "scale": 2}])", "/edits/0/at: is missing");
        row(oneRun + R"(, "edits": [{"at": 1, "run": 0}])", "/edits/0: must hold either set or scale");
        row(oneRun + R"(, "edits": [{"at": 1, "run": 0, "scale": 2, "set": {}}])",
            "/edits/0: must hold either set or scale");
        row(oneRun + R"(, "edits": [{"at": 1, "run": 0, "set": {"eta": [1]}}])",
            "/edits/0/set/eta: must be a number, but is an array");
        row(oneRun + R"(, "edits": [{"at": 1, "run": 0, "set": {"noise.sigma1": -1}}])",
            "/edits/0/set/noise.sigma1: must be ≥ 0 and finite, but is -1");
        row(oneRun + R"(, "edits": [{"at": 1, "run": 0, "set": {"a/~\n": 1}}])",
            "/edits/0/set/a~1~0\\x0a: is no parameter that an edit can change; there are eta, method, "
            "noise.sigma1, noise.sigma2, noise.distribution, noise.anneal, noise.nu, batch, radius");
        row(oneRun + R"(, "edits": [{"at": 1, "run": 1, "scale": 2}])",
            "/edits/0/run: must be ≥ 0 and < the number of runs, 1, but is 1");
    }
    void wrongContentIsRefusedByPointer()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        QCOMPARE(refusalOf(text.toStdString()), message);
    }

    void otherDocumentsAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* text, const char* message) {
            QTest::newRow(message) << QString(text) << QString::fromUtf8(message);
        };
        row("", "1:1: is no valid JSON: unexpected end of input; expected '[', '{', or a literal");
        row("{\n  \"format\": \"hyperdrift-experiment\",\n  \"version\": 1, \"run",
            "3:21: is no valid JSON: invalid string: missing closing quote; last read: '\"run'; expected "
            "string literal");
        row("{\"format\": ",
            "1:12: is no valid JSON: unexpected end of input; expected '[', '{', or a literal");
        row("{\n \"é\": }", "2:7: is no valid JSON: unexpected '}'; expected '[', '{', or a literal");
        row("{} x", "1:4: is no valid JSON: invalid literal; last read: '{} x'; expected end of input");
        row("[1]", "must be an experiment (an object), but is an array");
        row("{}", "/format: is missing");
        row(R"({"format": "avogadro"})", "/format: must be \"hyperdrift-experiment\", but is \"avogadro\"");
        row(R"({"format": "hyperdrift-experiment"})", "/version: is missing");
        row(R"({"format": "hyperdrift-experiment", "version": "1"})",
            "/version: must be a whole number, but is \"1\"");
        row(R"({"format": "hyperdrift-experiment", "version": 99})",
            "/version: must be ≤ 1, but is 99: made by a newer version of Hyperdrift; this one, 0.1.0, reads "
            "version 1");
        row(R"({"format": "hyperdrift-experiment", "version": 0})",
            "/version: must be ≥ 1 and ≤ 9223372036854775807, but is 0");
    }
    void otherDocumentsAreRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        QCOMPARE(refusalOf(text.toStdString()), message);
    }

    void deepNestingIsRefused()
    {
        const std::string deep(100'000, '[');
        const QString message = refusalOf(document(oneRun + R"(, "view": {"a": )" + deep));
        QVERIFY(message.endsWith("is nested deeper than 64"));
    }

    void everyTruncationIsRefused()
    {
        const std::string text = experimentText(everything());
        for (std::size_t size = 0; size + 2 < text.size(); ++size)
            QVERIFY(refusalOf(text.substr(0, size)).contains("is no valid JSON"));
    }

    // ---- overrides
    // -------------------------------------------------------------------------------------------------

    void overridesAreMadeInOrder()
    {
        const Overrides overrides{"problem.d1=50", "runs.1.noise.sigma1=0.1", "problem.spectrum=[2,1]",
                                  "title=A = b",   "problem.d1=40",           "runs.0.noise.nu=0.5"};
        const Experiment read = experimentFromOverrides(overrides);
        QCOMPARE(read.problem.d1, 40);
        QCOMPARE(read.runs[1].noise.sigma1, 0.1);
        QCOMPARE(read.problem.spectrum, (std::vector<double>{2, 1}));
        QCOMPARE(read.title, std::string("A = b"));
        QVERIFY(read.runs[0].noise.nu == 0.5);
    }

    void anEditsParameterIsOneKey()
    {
        const Experiment read = experimentFromOverrides(Overrides{
            R"(edits=[{"at": 5, "run": 1, "set": {"noise.sigma1": 0.1}}])", "edits.0.set.noise.sigma1=0.2"});
        const auto& set = std::get<std::vector<Edit::SetParameter>>(read.edits[0].change);
        QCOMPARE(set.size(), std::size_t{1});
        QCOMPARE(std::get<double>(set[0].value), 0.2);
    }

    void anotherStartDropsTheKeysOfTheOldOne()
    {
        const Experiment read =
            experimentFromOverrides(Overrides{"start.scale_x=0.5", "start.kind=gaussian"});
        QCOMPARE(std::get<GaussianStart>(read.start.kind).scaleX, 0.5);
    }

    void overridesAreValidatedAsAFileWouldBe_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* assignment, const char* message) {
            QTest::newRow(assignment) << QString(assignment) << QString::fromUtf8(message);
        };
        row("problem.d1", "an assignment must be PATH=VALUE, but is \"problem.d1\"");
        row("=5", "an assignment must be PATH=VALUE, but is \"=5\"");
        row("problem.d1=abc", "/problem/d1: must be a whole number, but is \"abc\"");
        row("problem.d1=", "/problem/d1: must be a whole number, but is \"\"");
        row("problem.spectrum=[2,1", "/problem/spectrum: must be an array of numbers, but is \"[2,1\"");
        row("runs.1.eta=NaN", "/runs/1/eta: must be a number, but is \"NaN\"");
        row("runs.2.eta=1", "/runs/2: must be an index ≥ 0 and < 2, but is 2");
        row("runs.x.eta=1", "/runs/x: must be an index ≥ 0 and < 2, but is x");
        row("runs.-1.eta=1", "/runs/-1: must be an index ≥ 0 and < 2, but is -1");
        row("title.x=1", "/title/x: can't be set: /title is \"Same start, two ends\"");
        row("poblem.d1=5",
            "/poblem: is no key of an experiment; there are format, version, title, made_with, problem, "
            "start, runs, engine, steps, edits, view");
        row("version=99", "/version: must be ≤ 1, but is 99: made by a newer version of Hyperdrift; this "
                          "one, 0.1.0, reads version 1");
        row("problem.d1=2000000000", "/problem/d1: must be ≥ 1 and ≤ 10000000, but is 2000000000");
        row("problem.matrix=/nonexistent/m.csv",
            "file: can't read /nonexistent/m.csv: No such file or directory");
    }
    void overridesAreValidatedAsAFileWouldBe()
    {
        QFETCH(QString, assignment);
        QFETCH(QString, message);
        QCOMPARE(refusalOf(experimentText(defaultExperiment()), {assignment.toStdString()}), message);
    }

    // ---- files
    // -----------------------------------------------------------------------------------------------------

    void aMatrixIsFoundFromTheFilesPlace()
    {
        const QTemporaryDir directory;
        QVERIFY(QDir(directory.path()).mkdir("data"));
        const QByteArray csv = "1,2\n3,4\n";
        writeFile(directory.filePath("data/m.csv"), csv);
        const std::string text =
            document(R"("problem": {"matrix": "data/m.csv", "scale_to": null}, )" + oneRun);
        writeFile(directory.filePath("e.hyperdrift"), QByteArray::fromStdString(text));

        const Experiment read = readExperimentFile(directory.filePath("e.hyperdrift").toStdString());
        QCOMPARE(read.problem.d1, 2);
        QVERIFY(!read.problem.matrix->scaleTo);
        const std::string folder = directory.path().toStdString();
        const QString again = QString::fromStdString(experimentText(read, folder));
        const QString relative = "\"matrix\": \"data/m.csv\"";
        QVERIFY(again.contains(relative));
        const std::string digest = "\"matrix_sha256\": \"" + sha256(csv.toStdString());
        QVERIFY(again.contains(QString::fromStdString(digest)));
        QCOMPARE(experimentText(parseExperiment(again.toStdString(), folder), folder), again.toStdString());
        // From elsewhere the path stays absolute.
        const QString elsewhere = QString::fromStdString(experimentText(read, folder + "/other"));
        QVERIFY(elsewhere.contains("\"matrix\": \"" + directory.filePath("data/m.csv") + '"'));

        writeFile(directory.filePath("data/m.csv"), "1,2\n3,5\n");
        QVERIFY_EXCEPTION_THROWN(parseExperiment(again.toStdString(), folder), InputError);
    }

    void anOverriddenMatrixIsFoundFromTheWorkingDirectory()
    {
        const QTemporaryDir directory;
        writeFile(directory.filePath("m.csv"), "1,2\n3,4\n");
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(directory.path()));
        const Overrides overrides{"problem.matrix=m.csv"};
        const Experiment read = parseExperiment(experimentText(defaultExperiment()), "/nowhere", overrides);
        QVERIFY(QDir::setCurrent(before));
        QCOMPARE(read.problem.d2, 2);
    }

    void rankIsCheckedAgainstTheMatrix()
    {
        const QTemporaryDir directory;
        writeFile(directory.filePath("m.csv"), "1,2\n3,4\n");
        const std::string text = document(R"("problem": {"matrix": "m.csv", "rank": 3}, )" + oneRun);
        try {
            parseExperiment(text, directory.path().toStdString());
            QFAIL("accepted");
        } catch (const InputError& error) {
            QCOMPARE(QString::fromUtf8(error.what()),
                     QString::fromUtf8("/problem/rank: must be ≥ 1 and ≤ min(d1, d2, 50) = 2, but is 3"));
        }
    }

    void filesAreWrittenWholeOrNotAtAll()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath("out");
        writeFileAtomically(path.toStdString(), "one");
        writeFileAtomically(path.toStdString(), "two");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("two"));
        QCOMPARE(QDir(directory.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"out"});

        for (const QString& bad :
             {directory.path(), directory.filePath("out/below"), directory.filePath("no/where"), QString()})
            QVERIFY_EXCEPTION_THROWN(writeFileAtomically(bad.toStdString(), "x"), FileError);
        QCOMPARE(QDir(directory.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"out"});
    }

    void checkingLeavesNoTrace()
    {
        const QTemporaryDir directory;
        checkWritable(directory.filePath("new").toStdString());
        QVERIFY(QDir(directory.path()).isEmpty());
        writeFile(directory.filePath("old"), "kept");
        checkWritable(directory.filePath("old").toStdString());
        QCOMPARE(QFileInfo(directory.filePath("old")).size(), 4);
        QCOMPARE(QDir(directory.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"old"});
        QVERIFY_EXCEPTION_THROWN(checkWritable(directory.filePath("old/below").toStdString()), FileError);
    }

    void writingKeepsPermissionsLinksAndDevices()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath("out");
        writeFile(path, "old");
        const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(path, permissions));
        QVERIFY(QFile::link(path, directory.filePath("link")));
        writeFileAtomically(directory.filePath("link").toStdString(), "new");
        QVERIFY(QFileInfo(directory.filePath("link")).isSymLink());
        QVERIFY((QFile::permissions(path) & (permissions | QFile::ReadOther | QFile::WriteGroup)) ==
                permissions);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("new"));

        const QString later = directory.filePath("later");
        QVERIFY(QFile::link("later", directory.filePath("relative"))); // beside the link, not the program
        QVERIFY(QFile::link(directory.filePath("relative"), directory.filePath("dangling")));
        checkWritable(directory.filePath("dangling").toStdString());
        QVERIFY(!QFileInfo::exists(later));
        writeFileAtomically(directory.filePath("dangling").toStdString(), "made");
        QVERIFY(QFileInfo(directory.filePath("dangling")).isSymLink());
        QVERIFY(QFileInfo(later).isFile() && !QFileInfo(later).isSymLink());
        QCOMPARE(QFileInfo(later).size(), 4);
        QVERIFY(QFile::link("loop", directory.filePath("loop")));
        QVERIFY_EXCEPTION_THROWN(writeFileAtomically(directory.filePath("loop").toStdString(), "x"),
                                 FileError);

        writeFileAtomically("/dev/null", "x");
        QVERIFY(!QFileInfo("/dev/null").isFile());
        QVERIFY_EXCEPTION_THROWN(writeFileAtomically("/dev/full", "x"), FileError);
    }
};

QTEST_APPLESS_MAIN(TestExperimentFile)
#include "test_experiment_file.moc"
