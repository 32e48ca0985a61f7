#include "core/model/engine_choice.h"
#include "core/model/message_text.h"
#include "core/model/validate.h"

#include <QTest>

#include <cstdlib>
#include <functional>
#include <limits>

using namespace hyperdrift;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

using Change = std::function<void(Experiment&)>;

ProblemSpec withCells(std::int64_t rows, std::int64_t columns, int rank)
{
    MatrixSource source;
    source.path = "m.csv";
    source.cells = std::make_shared<MatrixCells>(
        MatrixCells{rows, columns, std::vector<double>(static_cast<std::size_t>(rows * columns), 1.0), ""});
    return {.d1 = rows, .d2 = columns, .rank = rank, .matrix = source};
}

Edit setEta(std::int64_t at, double eta)
{
    return {at, 0, std::vector<Edit::SetParameter>{{"eta", eta}}};
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestValidate : public QObject {
    Q_OBJECT
private slots:
    void theDefaultIsValid() { QVERIFY(validate(defaultExperiment()).empty()); }

    void theEndsOfEveryRangeAreValid_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, const Change& change) { QTest::newRow(name) << change; };
        row("1×1", [](Experiment& e) { e.problem.d1 = e.problem.d2 = 1; });
        row("rank = min(d1, d2)", [](Experiment& e) { e.problem.rank = 20; });
        row("rank 50", [](Experiment& e) { e.problem = {.d1 = 50, .d2 = 60, .rank = 50}; });
        row("the largest problem", [](Experiment& e) { e.problem.d1 = maxFullEntries - e.problem.d2; });
        row("full spectrum", [](Experiment& e) { e.problem.spectrum.assign(20, 2.0); });
        row("rank below the spectrum's length", [](Experiment& e) { e.problem.spectrum = {2, 1}; });
        row("last seed",
            [](Experiment& e) { e.problem.seed = e.start.seed = e.runs[0].seed = seedBound - 1; });
        row("η = 100", [](Experiment& e) { e.runs[0].eta = maxEta; });
        row("σ = 0", [](Experiment& e) { e.runs[1].noise.sigma1 = e.runs[1].noise.sigma2 = 0; });
        row("no steps", [](Experiment& e) { e.steps = 0; });
        row("most steps", [](Experiment& e) { e.steps = maxSteps; });
        row("six runs", [](Experiment& e) { e.runs.resize(6, e.runs[0]); });
        row("log_imbalance -20", [](Experiment& e) { e.start.kind = AlignedStart{{-20}, {-10}}; });
        row("per direction", [](Experiment& e) {
            e.problem.rank = 3;
            e.problem.spectrum = {2, 1};
            e.start.kind = AlignedStart{{1, -1}, {0.1, 1}};
        });
        row("scale 0", [](Experiment& e) { e.start.kind = GaussianStart{0, 0}; });
        row("explicit", [](Experiment& e) {
            e.start.kind =
                ExplicitStart{std::vector(20, std::vector{1.0}), std::vector(30, std::vector{-1.0})};
        });
        row("edits at the same iteration", [](Experiment& e) { e.edits = {setEta(5, 0.1), setEta(5, 0.2)}; });
        row("a negative scaling", [](Experiment& e) { e.edits = {{7, 1, Edit::Scale{-2}}}; });
        row("batch = d1·d2", [](Experiment& e) { e.runs[0].batch = 600; });
        row("ten million by ten million",
            [](Experiment& e) { e.problem = {.d1 = maxReducedDimension, .d2 = maxReducedDimension}; });
        row("the reduced engine at its least size", [](Experiment& e) {
            e.problem = {.d1 = 2, .d2 = 2};
            e.engine = EngineKind::Reduced;
        });
        row("a matrix not read yet", [](Experiment& e) {
            e.problem.matrix = MatrixSource{.path = "m.csv"};
            e.problem.rank = 50;
            e.problem.spectrum.clear();
        });
        row("matrix as it is", [](Experiment& e) {
            e.problem = withCells(4, 3, 3);
            e.problem.matrix->scaleTo.reset();
        });
    }
    void theEndsOfEveryRangeAreValid()
    {
        QFETCH(Change, change);
        Experiment experiment = defaultExperiment();
        change(experiment);
        const auto issues = validate(experiment);
        QVERIFY2(issues.empty(), issues.empty() ? "" : InputError(issues.front()).what());
    }

    void eachBoundIsNamed_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* message, const Change& change) {
            QTest::newRow(message) << change << QString::fromUtf8(message);
        };
        row("/problem/d1: must be ≥ 1 and ≤ 10000000, but is 0", [](Experiment& e) { e.problem.d1 = 0; });
        row("/problem/d1: must be ≥ 1 and ≤ 10000000, but is 2000000000",
            [](Experiment& e) { e.problem.d1 = 2'000'000'000; });
        row("/problem/d2: must be ≥ 1 and ≤ 10000000, but is -4", [](Experiment& e) { e.problem.d2 = -4; });
        row("/problem/d2: (d1 + d2)·rank must be ≤ 5000000 with the full engine, but is 5000001",
            [](Experiment& e) { e.problem = {.d1 = 1, .d2 = 5'000'000}; });
        row("/problem/spectrum: (d1 + d2)·(length of spectrum) must be ≤ 10000000 with the full engine, but "
            "is 12000000",
            [](Experiment& e) {
                e.problem = {.d1 = 20000, .d2 = 20000, .spectrum = std::vector(300, 1.0)};
                e.engine = EngineKind::Full;
            });
        row("/engine: the reduced engine needs d1 and d2 ≥ length of spectrum + rank = 3", [](Experiment& e) {
            e.problem = {.d1 = 20, .d2 = 2, .spectrum = {1, 0.5}};
            e.engine = EngineKind::Reduced;
        });
        row("/engine: the reduced engine serves Gaussian noise only, which alone is invariant under "
            "rotation, but run "
            "1 (Perturbed GD) has another",
            [](Experiment& e) {
                e.engine = EngineKind::Reduced;
                e.runs[1].noise.distribution = Distribution::Laplace;
            });
        row("/engine: the reduced engine serves the methods gd, perturbed_gd and regularized_gd only, but "
            "run 0 (GD) "
            "has another",
            [](Experiment& e) {
                e.engine = EngineKind::Reduced;
                e.edits = {{3, 0, std::vector{Edit::SetParameter{"method", std::string("sam")}}}};
            });
        row("/start/kind: explicit needs (d1 + d2)·(length of spectrum) ≤ 10000000, but it is 12000000",
            [](Experiment& e) {
                e.problem = {.d1 = 20000, .d2 = 20000, .spectrum = std::vector(300, 1.0)};
                e.engine = EngineKind::Reduced;
                e.start.kind =
                    ExplicitStart{std::vector(20000, std::vector{1.0}), std::vector(20000, std::vector{1.0})};
            });
        row("/edits/0/set/batch: must be ≥ 1 and ≤ d1·d2 = 600, but is 601", [](Experiment& e) {
            e.edits = {{3, 0, std::vector{Edit::SetParameter{"batch", 601.0}}}};
        });
        row("/problem/rank: must be ≥ 1 and ≤ min(d1, d2, 50) = 20, but is 0",
            [](Experiment& e) { e.problem.rank = 0; });
        row("/problem/rank: must be ≥ 1 and ≤ min(d1, d2, 50) = 20, but is 21",
            [](Experiment& e) { e.problem.rank = 21; });
        row("/problem/rank: must be ≥ 1 and ≤ min(d1, d2, 50) = 50, but is 51",
            [](Experiment& e) { e.problem = {.d1 = 60, .d2 = 60, .rank = 51}; });
        row("/problem/spectrum: must hold at least one number, but is empty",
            [](Experiment& e) { e.problem.spectrum.clear(); });
        row("/problem/spectrum: must hold at most min(d1, d2) = 20 numbers, but holds 21",
            [](Experiment& e) { e.problem.spectrum.assign(21, 1); });
        row("/problem/spectrum/1: must be ≤ the number before it, 1 (non-increasing), but is 2",
            [](Experiment& e) {
                e.problem.spectrum = {1, 2};
            });
        row("/problem/spectrum/1: must be > 0 and finite, but is 0", [](Experiment& e) {
            e.problem.spectrum = {1, 0};
        });
        row("/problem/spectrum/0: must be > 0 and finite, but is nan",
            [](Experiment& e) { e.problem.spectrum = {notANumber}; });
        row("/problem/spectrum/0: must be > 0 and finite, but is inf",
            [](Experiment& e) { e.problem.spectrum = {infinity}; });
        row("/problem/seed: must be ≥ 0 and < 2^53, but is 9007199254740992",
            [](Experiment& e) { e.problem.seed = seedBound; });
        row("/problem/matrix: must name a CSV file, but is empty",
            [](Experiment& e) { e.problem.matrix = MatrixSource{}; });
        row("/problem/scale_to: must be > 0 and finite, but is 0",
            [](Experiment& e) { e.problem.matrix = MatrixSource{.path = "m.csv", .scaleTo = 0.0}; });
        row("/problem/rank: must be ≥ 1 and ≤ 50, but is 51", [](Experiment& e) {
            e.problem.matrix = MatrixSource{.path = "m.csv"};
            e.problem.rank = 51;
        });
        row("/problem/rank: must be ≥ 1 and ≤ min(d1, d2, 50) = 3, but is 4",
            [](Experiment& e) { e.problem = withCells(4, 3, 4); });
        row("/start/log_imbalance: must be ≥ -20 and ≤ 20, but is 21", [](Experiment& e) {
            e.start.kind = AlignedStart{{21}, {1}};
        });
        row("/start/product: must be ≠ 0, ≥ -10 and ≤ 10, but is 0", [](Experiment& e) {
            e.start.kind = AlignedStart{{1}, {0}};
        });
        row("/start/product: must be ≠ 0, ≥ -10 and ≤ 10, but is nan", [](Experiment& e) {
            e.start.kind = AlignedStart{{1}, {notANumber}};
        });
        row("/start/product/1: must be ≠ 0, ≥ -10 and ≤ 10, but is 11", [](Experiment& e) {
            e.problem.rank = 2;
            e.problem.spectrum = {2, 1};
            e.start.kind = AlignedStart{{1}, {1, 11}};
        });
        row("/start/log_imbalance: must be one number or one per direction, min(rank, length of spectrum) = "
            "1, but "
            "holds 2",
            [](Experiment& e) {
                e.start.kind = AlignedStart{{1, 2}, {1}};
            });
        row("/start/scale_x: must be ≥ 0 and finite, but is -1", [](Experiment& e) {
            e.start.kind = GaussianStart{-1, 0};
        });
        row("/start/scale_y: must be ≥ 0 and finite, but is nan", [](Experiment& e) {
            e.start.kind = GaussianStart{0, notANumber};
        });
        row("/start/scale: must be ≥ 0 and finite, but is -1",
            [](Experiment& e) { e.start.kind = SmallBalancedStart{-1}; });
        row("/start/x: must hold d1 = 20 rows, but holds 1", [](Experiment& e) {
            e.start.kind = ExplicitStart{{{1}}, std::vector(30, std::vector{1.0})};
        });
        row("/start/y/29: must hold rank = 1 numbers, but holds 2", [](Experiment& e) {
            ExplicitStart start{std::vector(20, std::vector{1.0}), std::vector(30, std::vector{1.0})};
            start.y.back() = {1, 2};
            e.start.kind = start;
        });
        row("/start/x/3/0: must be finite, but is nan", [](Experiment& e) {
            ExplicitStart start{std::vector(20, std::vector{1.0}), std::vector(30, std::vector{1.0})};
            start.x[3][0] = notANumber;
            e.start.kind = start;
        });
        row("/start/seed: must be ≥ 0 and < 2^53, but is 9007199254740992",
            [](Experiment& e) { e.start.seed = seedBound; });
        row("/runs: must hold 1 to 6 runs, but holds 0", [](Experiment& e) { e.runs.clear(); });
        row("/runs: must hold 1 to 6 runs, but holds 7", [](Experiment& e) { e.runs.resize(7, e.runs[0]); });
        row("/runs/1/eta: must be > 0 and ≤ 100, but is -1", [](Experiment& e) { e.runs[1].eta = -1; });
        row("/runs/0/eta: must be > 0 and ≤ 100, but is 0", [](Experiment& e) { e.runs[0].eta = 0; });
        row("/runs/0/eta: must be > 0 and ≤ 100, but is 100.5", [](Experiment& e) { e.runs[0].eta = 100.5; });
        row("/runs/0/eta: must be > 0 and ≤ 100, but is nan",
            [](Experiment& e) { e.runs[0].eta = notANumber; });
        row("/runs/0/seed: must be ≥ 0 and < 2^53, but is 9007199254740992",
            [](Experiment& e) { e.runs[0].seed = seedBound; });
        row("/runs/1/noise/sigma1: must be ≥ 0 and finite, but is -0.1",
            [](Experiment& e) { e.runs[1].noise.sigma1 = -0.1; });
        row("/runs/0/noise/sigma2: must be ≥ 0 and finite, but is nan",
            [](Experiment& e) { e.runs[0].noise.sigma2 = notANumber; });
        row("/runs/0/noise/nu: must be ≥ 0 and finite, but is -1",
            [](Experiment& e) { e.runs[0].noise.nu = -1; });
        row("/runs/0/batch: must be ≥ 1 and ≤ d1·d2 = 600, but is 0",
            [](Experiment& e) { e.runs[0].batch = 0; });
        row("/runs/0/batch: must be ≥ 1 and ≤ d1·d2 = 600, but is 601",
            [](Experiment& e) { e.runs[0].batch = 601; });
        row("/runs/0/radius: must be ≥ 0 and finite, but is -1",
            [](Experiment& e) { e.runs[0].radius = -1; });
        row("/steps: must be ≥ 0 and ≤ 1000000000000, but is -1", [](Experiment& e) { e.steps = -1; });
        row("/steps: must be ≥ 0 and ≤ 1000000000000, but is 1000000000001",
            [](Experiment& e) { e.steps = maxSteps + 1; });
        row("/edits/0/at: must be ≥ 0 and ≤ 1000000000000, but is -1",
            [](Experiment& e) { e.edits = {setEta(-1, 0.1)}; });
        row("/edits/1/at: must be ≥ the edit before it, 5 (edits are in order), but is 4", [](Experiment& e) {
            e.edits = {setEta(5, 0.1), setEta(4, 0.1)};
        });
        row("/edits/0/run: must be ≥ 0 and < the number of runs, 2, but is 2", [](Experiment& e) {
            e.edits = {{5, 2, Edit::Scale{2}}};
        });
        row("/edits/0/set/eta: must be > 0 and ≤ 100, but is 0",
            [](Experiment& e) { e.edits = {setEta(5, 0)}; });
        row("/edits/0/scale: must be ≠ 0 and finite, but is 0", [](Experiment& e) {
            e.edits = {{5, 0, Edit::Scale{0}}};
        });
        row("/edits/0/scale: must be ≠ 0 and finite, but is nan", [](Experiment& e) {
            e.edits = {{5, 0, Edit::Scale{notANumber}}};
        });
    }
    void eachBoundIsNamed()
    {
        QFETCH(Change, change);
        QFETCH(QString, message);
        Experiment experiment = defaultExperiment();
        change(experiment);
        const auto issues = validate(experiment);
        QCOMPARE(issues.size(), std::size_t{1});
        QCOMPARE(QString::fromUtf8(InputError(issues.front()).what()), message);
    }

    void theEngineFollowsFromTheConfig_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("reduced");
        const auto row = [](const char* name, bool reduced, const Change& change) {
            QTest::newRow(name) << change << reduced;
        };
        row("small", false, [](Experiment&) {});
        row("(d1+d2)·r = 20,000", false, [](Experiment& e) { e.problem = {.d1 = 8000, .d2 = 12000}; });
        row("(d1+d2)·r = 20,002", true, [](Experiment& e) { e.problem = {.d1 = 8001, .d2 = 12001}; });
        row("large, but asked for", false, [](Experiment& e) {
            e.problem = {.d1 = 8001, .d2 = 12001};
            e.engine = EngineKind::Full;
        });
        row("small, but asked for", true, [](Experiment& e) { e.engine = EngineKind::Reduced; });
        row("large, another method", false, [](Experiment& e) {
            e.problem = {.d1 = 8001, .d2 = 12001};
            e.runs[0].method = MethodKind::Sam;
        });
        row("large, another method by an edit", false, [](Experiment& e) {
            e.problem = {.d1 = 8001, .d2 = 12001};
            e.edits = {{9, 1, std::vector{Edit::SetParameter{"noise.distribution", std::string("laplace")}}}};
        });
        row("large, too flat", false, [](Experiment& e) {
            e.problem = {.d1 = 2, .d2 = 30001, .spectrum = {2, 1}};
        });
    }
    void theEngineFollowsFromTheConfig()
    {
        QFETCH(Change, change);
        QFETCH(bool, reduced);
        Experiment experiment = defaultExperiment();
        change(experiment);
        QVERIFY(validate(experiment).empty());
        const auto directions = static_cast<std::int64_t>(experiment.problem.spectrum.size());
        QVERIFY(engineFor(experiment, directions) == (reduced ? EngineKind::Reduced : EngineKind::Full));
    }

    void allIssuesComeInDocumentOrder()
    {
        Experiment experiment = defaultExperiment();
        experiment.steps = -1;
        experiment.runs[1].eta = 0;
        experiment.problem.seed = seedBound;
        const auto issues = validate(experiment);
        QCOMPARE(issues.size(), std::size_t{3});
        QCOMPARE(issues[0].pointer, std::string("/problem/seed"));
        QCOMPARE(issues[1].pointer, std::string("/runs/1/eta"));
        QCOMPARE(issues[2].pointer, std::string("/steps"));
    }

    void hugeDimensionsDoNotOverflow()
    {
        Experiment experiment = defaultExperiment();
        experiment.problem.d1 = experiment.problem.d2 = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(validate(experiment).size(), std::size_t{2});
    }

    void numbersInMessagesRoundTrip()
    {
        for (const double value : {0.1, 1e-300, -0.0, 1.0 / 3.0, 5e-324, 1.7976931348623157e308})
            QCOMPARE(std::strtod(numberText(value).c_str(), nullptr), value);
        QCOMPARE(numberText(0.1), std::string("0.1"));
        QCOMPARE(numberText(notANumber), std::string("nan"));
        QCOMPARE(numberText(-infinity), std::string("-inf"));
    }

    void foreignTextStaysOnOneLine()
    {
        QCOMPARE(onOneLine("a\nb\x1b[1m\t"), std::string("a\\x0ab\\x1b[1m\\x09"));
        QCOMPARE(onOneLine("ééé", 4), std::string("éé…"));
        QCOMPARE(onOneLine("é", 1), std::string("é"));
        QCOMPARE(onOneLine(""), std::string());
    }
};

QTEST_APPLESS_MAIN(TestValidate)
#include "test_validate.moc"
