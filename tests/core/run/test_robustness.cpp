// Ten thousand experiments that nobody would think of: each is refused in words, or runs to a right answer or
// to a status. Seeds are fixed.
#include "core/io/experiment_file.h"
#include "core/io/report.h"
#include "core/io/run_csv.h"
#include "core/model/error.h"
#include "core/model/validate.h"
#include "core/run/execute.h"
#include "core/theory/limit.h"
#include "core/theory/path.h"
#include "core/theory/phases.h"

#include <QTest>

#include <Random123/threefry.h>

#include <cmath>

using namespace hyperdrift;

Q_DECLARE_METATYPE(EngineKind)

namespace {

/// Draws of one case: the k-th is a function of the case and k.
class Draws {
public:
    explicit Draws(std::uint64_t number) : m_number(number) {}
    double uniform() { return static_cast<double>(word() >> 11) * 0x1p-53; }
    int below(int n) { return static_cast<int>(word() % static_cast<std::uint64_t>(n)); }
    bool once(int in) { return below(in) == 0; }
    /// Log-uniform, and now and then an end of the range.
    double magnitude(double low, double high)
    {
        if (once(12))
            return once(2) ? low : high;
        return low * std::pow(high / low, uniform());
    }

private:
    std::uint64_t word() { return r123::Threefry4x64()({{m_count++, 0, 0, 0}}, {{m_number, 0, 0, 0}})[0]; }
    std::uint64_t m_number;
    std::uint64_t m_count = 0;
};

std::vector<double> spectrumOf(Draws& draw, int k)
{
    std::vector<double> spectrum(static_cast<std::size_t>(k));
    double s = draw.magnitude(1e-6, 1e6);
    for (double& value : spectrum) {
        value = s;
        if (!draw.once(3)) // else repeated
            s *= draw.once(10) ? 1e-12 : 0.2 + 0.8 * draw.uniform();
    }
    return spectrum;
}

StartKind startOf(Draws& draw, const ProblemSpec& problem)
{
    const auto rows = [&](std::int64_t d) {
        std::vector<std::vector<double>> all(static_cast<std::size_t>(d));
        const int zeroColumn = draw.below(problem.rank + 1);
        for (auto& row : all)
            for (int j = 0; j < problem.rank; ++j)
                row.push_back(j == zeroColumn ? 0 : draw.magnitude(1e-8, 10) * (draw.once(2) ? 1 : -1));
        return all;
    };
    switch (draw.below(5)) {
    case 0:
        return AlignedStart{{40 * draw.uniform() - 20}, {draw.magnitude(1e-6, 10) * (draw.once(4) ? -1 : 1)}};
    case 1:
        return GaussianStart{draw.magnitude(1e-9, 10), draw.once(5) ? 0 : draw.magnitude(1e-9, 10)};
    case 2:
        return SmallBalancedStart{draw.once(5) ? 0 : draw.magnitude(1e-9, 10)};
    case 3:
        return ZeroStart{};
    default:
        return ExplicitStart{rows(problem.d1), rows(problem.d2)};
    }
}

RunSpec runOf(Draws& draw, const ProblemSpec& problem)
{
    RunSpec run;
    run.method = methodKinds()[static_cast<std::size_t>(draw.below(static_cast<int>(methodKinds().size())))];
    // Up to and past the limit of stability, 1/s_1.
    run.eta = std::min(maxEta, draw.magnitude(1e-4, 10) / problem.spectrum.front());
    run.seed = static_cast<std::uint64_t>(draw.below(1000));
    const double size = std::sqrt(problem.spectrum.front());
    run.noise.sigma1 = draw.once(6) ? 0 : size * draw.magnitude(1e-4, 10);
    run.noise.sigma2 = draw.once(6) ? 0 : size * draw.magnitude(1e-4, 10);
    run.noise.distribution = static_cast<Distribution>(draw.below(4));
    if (draw.once(4))
        run.noise.anneal = draw.magnitude(1e-3, 1e6);
    run.noise.nu = draw.once(6) ? 0 : problem.spectrum.front() * draw.magnitude(1e-3, 10);
    if (draw.once(2))
        run.batch = 1 + draw.below(static_cast<int>(problem.d1 * problem.d2));
    run.radius = draw.once(6) ? 0 : size * draw.magnitude(1e-4, 10);
    return run;
}

Experiment experimentOf(std::uint64_t number)
{
    Draws draw(number);
    Experiment experiment;
    ProblemSpec& problem = experiment.problem;
    problem.d1 = 1 + draw.below(draw.once(20) ? 60 : 9);
    problem.d2 = 1 + draw.below(draw.once(20) ? 60 : 9);
    const auto least = static_cast<int>(std::min(problem.d1, problem.d2));
    problem.rank = 1 + draw.below(std::min(least, maxRank));
    problem.spectrum = spectrumOf(draw, 1 + draw.below(least));
    problem.seed = number;
    experiment.start = {startOf(draw, problem), number};
    experiment.runs = {runOf(draw, problem)};
    experiment.engine = static_cast<EngineKind>(draw.below(3));
    experiment.steps = draw.below(20);
    if (draw.once(3))
        experiment.edits.push_back({experiment.steps / 2, 0, Edit::Scale{draw.magnitude(1e-3, 1e3)}});
    if (draw.once(3)) {
        const RunSpec other = runOf(draw, problem);
        experiment.edits.push_back(
            {experiment.steps / 2, 0,
             std::vector<Edit::SetParameter>{{"method", std::string(methodName(other.method))},
                                             {"eta", other.eta}}});
    }
    return experiment;
}

/// What holds of a measured row, whatever was run.
void checkSample(const Sample& sample)
{
    if (!std::isfinite(sample.xNorm2 + sample.yNorm2))
        return;
    QVERIFY(sample.xNorm2 >= 0 && sample.yNorm2 >= 0);
    QVERIFY(!(sample.loss < 0) && !(sample.gradNorm < 0) && !(sample.trace < 0));
    for (const double value : sample.singularValues)
        QVERIFY(!(value < 0));
}

} // namespace

class TestRobustness : public QObject {
    Q_OBJECT
private slots:
    void everyExperimentEndsInAnAnswerOrAStatus_data()
    {
        QTest::addColumn<int>("thousand");
        for (int i = 0; i < 10; ++i)
            QTest::addRow("thousand %d", i) << i;
    }
    void everyExperimentEndsInAnAnswerOrAStatus()
    {
        QFETCH(int, thousand);
        int ran = 0;
        int diverged = 0;
        const auto first = 1000 * static_cast<std::uint64_t>(thousand);
        for (std::uint64_t number = first; number < first + 1000; ++number) {
            const Experiment experiment = experimentOf(number);
            const auto issues = validate(experiment);
            if (!issues.empty()) {
                QVERIFY(!issues.front().message.empty());
                continue;
            }
            ++ran;
            const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
            const RunStart start = makeRunStart(experiment, *problem);
            const auto outcomes = execute(experiment, problem, start, {.averageLast = 10});
            const RunOutcome& outcome = outcomes.front();
            diverged += outcome.ending == Ending::Diverged ? 1 : 0;
            if (outcome.ending == Ending::Finished)
                QVERIFY(std::isfinite(outcome.last().xNorm2 + outcome.last().yNorm2));
            for (const Sample& sample : outcome.samples)
                checkSample(sample);
            const Method method = methodOf(outcome.spec);
            const Prediction predicted = predict(*problem, outcome.origin, method);
            PathTracker path(problem, outcome.origin, method);
            path.advance(20);
            predictedPhases(problem, outcome.origin, method, 200);
            const Report report{experiment, *problem, {{outcome.spec, outcome, predicted}}};
            QVERIFY(!reportJson(report).empty() && !reportText(report).empty());
            QVERIFY(!runCsv(*problem, outcomes).empty());
            // What was run can be written down and run again.
            QVERIFY(validate(parseExperiment(experimentText(experiment), {})).empty());
        }
        qInfo("%d of 1000 ran, %d of them diverged", ran, diverged);
        QVERIFY(ran > 500 && diverged > 20 && diverged < ran / 2);
    }

    void noiseThatKillsEverythingLeavesZero()
    {
        for (const EngineKind engine : {EngineKind::Full, EngineKind::Reduced}) {
            Experiment experiment = defaultExperiment();
            experiment.engine = engine;
            experiment.steps = 20'000;
            experiment.runs = {
                {.method = MethodKind::RegularizedGd, .noise = {.sigma1 = 0.3, .sigma2 = 0.3}}};
            const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
            const auto outcomes = execute(experiment, problem, makeRunStart(experiment, *problem), {});
            QVERIFY(outcomes.front().ending == Ending::Finished);
            QVERIFY(outcomes.front().last().xNorm2 < 1e-12);
            QCOMPARE(predict(*problem, outcomes.front().origin, methodOf(experiment.runs[0]))
                         .singularValues->front(),
                     0.0);
        }
    }

    void theLargestSizesRun_data()
    {
        QTest::addColumn<std::int64_t>("d");
        QTest::addColumn<int>("rank");
        QTest::addColumn<EngineKind>("engine");
        QTest::newRow("reduced, d = 10^7") << std::int64_t{10'000'000} << 1 << EngineKind::Reduced;
        QTest::newRow("reduced, d = 10^6, r = 50") << std::int64_t{1'000'000} << 50 << EngineKind::Reduced;
        QTest::newRow("full, (d1+d2)·r = 5·10^6") << std::int64_t{50'000} << 50 << EngineKind::Full;
    }
    void theLargestSizesRun()
    {
        QFETCH(std::int64_t, d);
        QFETCH(int, rank);
        QFETCH(EngineKind, engine);
        Experiment experiment = defaultExperiment();
        experiment.problem.d1 = experiment.problem.d2 = d;
        experiment.problem.rank = rank;
        experiment.problem.spectrum.assign(rank == 1 ? 1 : 5, 1.0);
        experiment.start = {GaussianStart{1e-4, 1e-4}, 1};
        experiment.engine = engine;
        experiment.steps = 3;
        for (RunSpec& run : experiment.runs)
            run.noise.sigma1 = run.noise.sigma2 = 1e-5;
        QVERIFY(validate(experiment).empty());
        const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
        const auto outcomes = execute(experiment, problem, makeRunStart(experiment, *problem), {});
        for (const RunOutcome& outcome : outcomes) {
            QVERIFY(outcome.ending == Ending::Finished);
            QVERIFY(outcome.last().loss > 0 && std::isfinite(outcome.last().loss));
            // ‖X‖² of d·r entries of sd 1e-4, to 6 standard errors.
            const double expected = 1e-8 * static_cast<double>(d) * rank;
            const double entries = static_cast<double>(d) * rank;
            QVERIFY(std::abs(outcome.samples.front().xNorm2 / expected - 1) < 6 * std::sqrt(2 / entries));
        }
    }
};

QTEST_APPLESS_MAIN(TestRobustness)
#include "test_robustness.moc"
