// What each method does to the imbalance: who balances, who freezes, who diffuses; and how wide the band is.
// Seeds are fixed. Means and variances over members are held to 6 standard errors (2e-9 a comparison); what
// is held to theory has a bound of at least 6 standard errors of the simulation beside theory's own error as
// its header states it.
#include "core/measure/running_stats.h"
#include "core/run/run.h"
#include "core/theory/limit.h"
#include "core/theory/path.h"
#include "core/theory/phases.h"
#include "tests/support/problems.h"

#include <QTest>

#include <cmath>

using namespace hyperdrift;

Q_DECLARE_METATYPE(Distribution)
Q_DECLARE_METATYPE(QVector<double>)

namespace {

QByteArray figures(const char* name, double measured, double predicted)
{
    return QByteArray(name) + ": measured " + QByteArray::number(measured, 'g', 6) + ", predicted " +
           QByteArray::number(predicted, 'g', 6);
}

void check(const char* name, double measured, double expected, double tolerance)
{
    qInfo().noquote() << figures(name, measured, expected);
    QVERIFY2(std::abs(measured - expected) <= tolerance, figures(name, measured, expected));
}

/// A run of the default problem, its start, and what theory says.
struct Setup {
    explicit Setup(const RunSpec& runSpec, std::vector<double> spectrum = {1.0}, int rank = 1,
                   const StartSpec& start = {})
        : problem(test::shared(test::syntheticProblem(20, 30, rank, std::move(spectrum)))),
          factors(makeStart(start, *problem)), spec(runSpec)
    {
    }
    Prediction prediction() const { return predict(*problem, compress(*problem, factors), methodOf(spec)); }
    PathTracker path() const { return {problem, compress(*problem, factors), methodOf(spec)}; }
    Run run(std::uint64_t seed = 3) const
    {
        RunSpec own = spec;
        own.seed = seed;
        return {problem, factors, own};
    }

    std::shared_ptr<const Problem> problem;
    Factors factors;
    RunSpec spec;
};

double imbalanceOf(const Run& run)
{
    const QuickSample now = run.quickSample();
    return now.xNorm2 - now.yNorm2;
}

/// Means over n iterations, looked at each `every`.
struct Stationary {
    RunningStats loss;
    RunningStats ratio;
    RunningStats imbalance;

    Stationary(Run run, std::int64_t burnIn, std::int64_t n, std::int64_t every)
    {
        run.advance(burnIn);
        for (std::int64_t i = 0; i < n; i += every) {
            run.advance(every);
            const QuickSample now = run.quickSample();
            loss.add(now.loss);
            ratio.add(now.xNorm2 / now.yNorm2);
            imbalance.add(now.xNorm2 - now.yNorm2);
        }
    }
};

} // namespace

class TestBehaviour : public QObject {
    Q_OBJECT
private slots:
    void theBandsWidthDependsOnTheKurtosis_data()
    {
        QTest::addColumn<Distribution>("distribution");
        QTest::newRow("uniform") << Distribution::Uniform;
        QTest::newRow("Rademacher") << Distribution::Rademacher;
        QTest::newRow("Laplace") << Distribution::Laplace;
    }
    void theBandsWidthDependsOnTheKurtosis()
    {
        QFETCH(Distribution, distribution);
        const Setup setup({.method = MethodKind::PerturbedGd, .noise = {.distribution = distribution}});
        const Prediction predicted = setup.prediction();
        const Stationary measured(setup.run(), 10'000, 4'000'000, 5);
        // Var of an sd over N/2T = 4800 independent values: 1 %.
        check("sd of the imbalance", measured.imbalance.sd(), *predicted.sdImbalance,
              0.07 * *predicted.sdImbalance);
        check("imbalance", measured.imbalance.mean, *predicted.imbalance, 0.01);
        check("loss", measured.loss.mean, *predicted.lossFloor, 0.03 * *predicted.lossFloor);
    }

    void theLossFloorHoldsAtAnyRank_data()
    {
        QTest::addColumn<QVector<double>>("spectrum");
        QTest::addColumn<int>("rank");
        QTest::newRow("rank 2") << QVector<double>{2, 1} << 2;
        QTest::newRow("rank 3") << QVector<double>{3, 2, 1} << 3;
        QTest::newRow("rank 1 of 2") << QVector<double>{1, 0.6} << 1;
        QTest::newRow("rank 2 of 3") << QVector<double>{2, 1, 0.4} << 2;
    }
    void theLossFloorHoldsAtAnyRank()
    {
        QFETCH(QVector<double>, spectrum);
        QFETCH(int, rank);
        const RunSpec spec{.method = MethodKind::PerturbedGd, .eta = 0.02};
        const Setup setup(spec, {spectrum.begin(), spectrum.end()}, rank);
        const Prediction predicted = setup.prediction();
        double tail = 0;
        for (qsizetype k = rank; k < spectrum.size(); ++k)
            tail += 0.5 * spectrum[k] * spectrum[k];
        const Stationary measured(setup.run(), 20'000, 1'000'000, 5);
        check("loss above the tail", measured.loss.mean - tail, *predicted.lossFloor - tail,
              0.03 * (*predicted.lossFloor - tail));
        check("imbalance", measured.imbalance.mean, *predicted.imbalance, 0.03);
        check("sd of the imbalance", measured.imbalance.sd(), *predicted.sdImbalance,
              0.12 * *predicted.sdImbalance);
    }

    void labelNoiseBalancesByTheShape_data()
    {
        QTest::addColumn<QVector<double>>("spectrum");
        QTest::addColumn<double>("nu");
        QTest::newRow("rank 1") << QVector<double>{1} << 0.3;
        QTest::newRow("rank 2") << QVector<double>{2, 1} << 0.2;
    }
    void labelNoiseBalancesByTheShape()
    {
        QFETCH(QVector<double>, spectrum);
        QFETCH(double, nu);
        const auto rank = static_cast<int>(spectrum.size());
        const Setup setup({.method = MethodKind::LabelNoise, .noise = {.nu = nu}},
                          {spectrum.begin(), spectrum.end()}, rank);
        const Prediction predicted = setup.prediction();
        const auto burnIn = static_cast<std::int64_t>(10 * *predicted.timeConstant);
        const Stationary measured(setup.run(), burnIn, 400'000, 5);
        check("ratio", measured.ratio.mean, *predicted.ratio, 0.02 * *predicted.ratio);
        check("ratio, d1/d2", measured.ratio.mean, 2.0 / 3, 0.03);
        check("loss", measured.loss.mean, *predicted.lossFloor, 0.03 * *predicted.lossFloor);
    }

    void labelNoiseFollowsItsPath()
    {
        const Setup setup({.method = MethodKind::LabelNoise, .noise = {.nu = 0.3}});
        const double d0 = setup.factors.x.squaredNorm() - setup.factors.y.squaredNorm();
        PathTracker path = setup.path();
        std::vector<Run> runs;
        for (std::uint64_t i = 0; i < 32; ++i)
            runs.push_back(setup.run(40 + i));
        for (int t = 0; t < 4000; t += 100) {
            double mean = 0;
            for (Run& run : runs) {
                run.advance(100);
                mean += imbalanceOf(run) / static_cast<double>(runs.size());
            }
            path.advance(100);
            QVERIFY2(std::abs(mean - path.point().imbalance) <= 0.02 * std::abs(d0),
                     figures("imbalance", mean, path.point().imbalance));
        }
    }

    void noiseOnTheGradientMakesTheImbalanceDiffuse()
    {
        constexpr int members = 400;
        const Setup setup(
            {.method = MethodKind::GradientNoise, .eta = 0.05, .noise = {.sigma1 = 0.1, .sigma2 = 0.05}});
        QVERIFY(!setup.prediction().ratio && !setup.prediction().note.empty());
        PathTracker path = setup.path();
        path.advance(2000);
        RunningStats imbalance;
        for (std::uint64_t i = 0; i < members; ++i) {
            Run run = setup.run(500 + i);
            run.advance(2000);
            imbalance.add(imbalanceOf(run));
        }
        // Where the noise drives it: η²(d1σ1² − d2σ2²) an iteration from where GD would be.
        const Setup plain({.eta = 0.05});
        PathTracker without = plain.path();
        without.advance(2000);
        check("drift", path.point().imbalance - without.point().imbalance,
              0.05 * 0.05 * (20 * 0.01 - 30 * 0.0025) * 2000, 0.02);
        check("mean", imbalance.mean, path.point().imbalance, 6 * imbalance.sd() / std::sqrt(members));
        check("variance", imbalance.sd() * imbalance.sd(), path.point().variance,
              6 * path.point().variance * std::sqrt(2.0 / members));
    }

    void entrySamplingFreezesOnceItInterpolates()
    {
        const Setup setup({.method = MethodKind::EntrySampling});
        Run run = setup.run();
        run.advance(20'000);
        QVERIFY(run.quickSample().loss < 1e-25);
        const double frozen = imbalanceOf(run);
        run.advance(20'000);
        QVERIFY(std::abs(imbalanceOf(run) - frozen) < 1e-12);
        check("imbalance", frozen, *setup.prediction().imbalance, 0.05 * std::abs(frozen));
    }

    void samGoesToTheBalancedMinimum()
    {
        const Setup setup({.method = MethodKind::Sam, .radius = 0.1});
        const Prediction predicted = setup.prediction();
        // From where the run meets the valley on: there D is measured, and theory follows from it.
        Run run = setup.run();
        run.advance(400);
        PathTracker path(setup.problem, run.compressed(), methodOf(setup.spec));
        const double d0 = imbalanceOf(run);
        for (int t = 0; t < 8000; t += 200) {
            run.advance(200);
            path.advance(200);
            QVERIFY2(std::abs(imbalanceOf(run) - path.point().imbalance) <= 0.03 * std::abs(d0),
                     figures("imbalance", imbalanceOf(run), path.point().imbalance));
        }
        const Stationary measured(setup.run(), static_cast<std::int64_t>(20 * *predicted.timeConstant), 2000,
                                  1);
        check("imbalance", measured.imbalance.mean, 0, 1e-6);
        check("ratio", measured.ratio.mean, 1, 1e-6);
    }

    void samBouncesNoHigherThanPredicted_data()
    {
        QTest::addColumn<double>("radius");
        QTest::newRow("a small radius: a cycle of two") << 0.01;
        QTest::newRow("a large one: no cycle") << 0.1;
    }
    void samBouncesNoHigherThanPredicted()
    {
        QFETCH(double, radius);
        const Setup setup({.method = MethodKind::Sam, .radius = radius}, {1.0}, 1,
                          {AlignedStart{{0.001}, {0.9}}, 0});
        const Prediction predicted = setup.prediction();
        Run run = setup.run();
        run.advance(2000);
        double highest = 0;
        for (int i = 0; i < 2000; ++i) {
            run.advance(1);
            highest = std::max(highest, run.quickSample().loss);
        }
        qInfo().noquote() << figures("bounce", highest, *predicted.limitLoss);
        QVERIFY(highest <= 1.01 * *predicted.limitLoss);
        QVERIFY(highest >= 0.2 * *predicted.limitLoss);
    }

    void theBandIsAsWideAsManyRunsSpread_data()
    {
        QTest::addColumn<Distribution>("distribution");
        QTest::addColumn<QVector<double>>("spectrum");
        QTest::addColumn<bool>("isAligned");
        QTest::newRow("default") << Distribution::Gaussian << QVector<double>{1} << true;
        QTest::newRow("Laplace") << Distribution::Laplace << QVector<double>{1} << true;
        QTest::newRow("rank 2") << Distribution::Gaussian << QVector<double>{2, 1} << true;
        QTest::newRow("any start") << Distribution::Gaussian << QVector<double>{1} << false;
    }
    void theBandIsAsWideAsManyRunsSpread()
    {
        QFETCH(Distribution, distribution);
        QFETCH(QVector<double>, spectrum);
        QFETCH(bool, isAligned);
        constexpr int members = 400;
        const StartSpec start = isAligned ? StartSpec{} : StartSpec{GaussianStart{0.4, 0.1}, 4};
        const Setup setup({.method = MethodKind::PerturbedGd, .noise = {.distribution = distribution}},
                          {spectrum.begin(), spectrum.end()}, static_cast<int>(spectrum.size()), start);
        std::vector<Run> runs;
        for (std::uint64_t i = 0; i < members; ++i)
            runs.push_back(setup.run(700 + i));
        PathTracker path = setup.path();
        for (const std::int64_t t : {50, 100, 200, 400, 800}) {
            RunningStats imbalance;
            for (Run& run : runs) {
                run.advance(t - run.iteration());
                imbalance.add(imbalanceOf(run));
            }
            path.advance(t - path.iteration());
            // The sd of 400 values is known to 3.5 %.
            const double predicted = std::sqrt(path.point().variance);
            check("sd", imbalance.sd(), predicted, 0.22 * predicted);
        }
        const double stationary = *setup.prediction().sdImbalance;
        path.advance(20'000);
        check("stationary sd", std::sqrt(path.point().variance), stationary, 0.05 * stationary);
    }

    void annealedNoiseFollowsItsPathToAnExactMinimum()
    {
        const Setup setup({.method = MethodKind::PerturbedGd, .noise = {.anneal = 2000}});
        const double d0 = setup.factors.x.squaredNorm() - setup.factors.y.squaredNorm();
        PathTracker path = setup.path();
        std::vector<Run> runs;
        for (std::uint64_t i = 0; i < 32; ++i)
            runs.push_back(setup.run(60 + i));
        for (int t = 0; t < 8000; t += 200) {
            double mean = 0;
            for (Run& run : runs) {
                run.advance(200);
                mean += imbalanceOf(run) / static_cast<double>(runs.size());
            }
            path.advance(200);
            QVERIFY2(std::abs(mean - path.point().imbalance) <= 0.01 * std::abs(d0),
                     figures("imbalance", mean, path.point().imbalance));
        }
        Run long_ = setup.run();
        long_.advance(2'000'000);
        const Prediction predicted = setup.prediction();
        check("ratio", long_.sample().ratio, *predicted.ratio, 0.01);
        QVERIFY(long_.sample().singularValues[0] > 0.999);
        QVERIFY(!predicted.sdImbalance);
    }

    void phasesFollowOneAnother()
    {
        const Setup setup({.method = MethodKind::PerturbedGd}, {1.0}, 1, {SmallBalancedStart{0.01}, 4});
        const Phases phases =
            predictedPhases(setup.problem, compress(*setup.problem, setup.factors), methodOf(setup.spec));
        QVERIFY(phases.fitting && phases.balancing && phases.stationary);
        QVERIFY(0 < *phases.fitting && *phases.fitting < *phases.balancing &&
                *phases.balancing < *phases.stationary);
        // Half-time of leaving the saddle: ln(s/w0)/(2sη), w0 = ¼|Xᵀu + Yᵀv|².
        const Compression c = compress(*setup.problem, setup.factors);
        const double w0 = 0.25 * std::pow(c.p(0, 0) + c.q(0, 0), 2);
        const double rate = 1 - 0.0625; // s less (a+b)/2
        check("leaving the saddle", static_cast<double>(*phases.fitting),
              std::log(1 / w0) / (2 * rate * 0.02), 0.1 * static_cast<double>(*phases.fitting));
        // In the measured run the loss falls by 10 in between, and then stays.
        Run run = setup.run();
        run.advance(*phases.fitting / 2);
        QVERIFY(run.quickSample().loss > 0.4);
        run.advance(*phases.stationary - run.iteration());
        check("imbalance", imbalanceOf(run), *setup.prediction().imbalance, 0.1);
    }

    void withoutNoiseThereIsNothingToBalance()
    {
        const Setup setup({});
        const Phases phases =
            predictedPhases(setup.problem, compress(*setup.problem, setup.factors), methodOf(setup.spec));
        Run run = setup.run(); // the path of GD is the run itself
        while (run.sample().plane[0].x * run.sample().plane[0].y < 0.5)
            run.advance(1);
        QCOMPARE(phases.fitting, std::optional(run.iteration()));
        QVERIFY(!phases.balancing && phases.stationary && *phases.stationary > *phases.fitting);
    }
};

QTEST_APPLESS_MAIN(TestBehaviour)
#include "test_behaviour.moc"
