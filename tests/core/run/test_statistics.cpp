// What perturbed GD does in the mean and around it, measured beside theory. The seeds are fixed, so that the
// same build gives the same numbers every time. With the autocorrelation time T = (a+b)/(4ηab) (250 to 625
// iterations), N = 5·10⁶ iterations give a mean to sd·√(2T/N), 1.0 to 1.6 % of sd, and an sd to √(T/2N), 0.5
// to 0.8 %. The bounds are at least 6 such standard errors, chance alone thus below 10⁻⁶; theory's own error
// takes a part of them.

#include "core/measure/running_stats.h"
#include "core/run/run.h"
#include "core/theory/limit.h"
#include "core/theory/path.h"
#include "tests/support/problems.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace hyperdrift;

namespace {

QByteArray figures(const char* name, double measured, double predicted)
{
    return QByteArray(name) + ": measured " + QByteArray::number(measured, 'g', 6) + ", predicted " +
           QByteArray::number(predicted, 'g', 6);
}

} // namespace

class TestStatistics : public QObject {
    Q_OBJECT
private slots:
    void stationaryStateIsAsPredicted_data()
    {
        QTest::addColumn<int>("d1");
        QTest::addColumn<int>("d2");
        QTest::addColumn<double>("sigma1");
        QTest::addColumn<double>("gamma2");
        QTest::addColumn<double>("imbalance"); // simulated mean
        QTest::addColumn<double>("lossFloor");
        QTest::newRow("20x20") << 20 << 20 << 0.05 << 1.0 << 0.0001 << 1.78e-3;
        QTest::newRow("20x30") << 20 << 30 << 0.05 << 0.667 << -0.379 << 2.54e-3;
        QTest::newRow("10x10") << 10 << 10 << 0.1 << 4.0 << 1.404 << 1.95e-3;
        QTest::newRow("10x40") << 10 << 40 << 0.1 << 1.0 << -0.0004 << 6.10e-3;
    }
    void stationaryStateIsAsPredicted()
    {
        QFETCH(int, d1);
        QFETCH(int, d2);
        QFETCH(double, sigma1);
        const auto problem = test::shared(test::syntheticProblem(d1, d2, 1, {1.0}));
        const Factors start = makeStart({AlignedStart{{1.5}, {0.3}}, 2}, *problem);
        const RunSpec spec{.method = MethodKind::PerturbedGd, .noise = {.sigma1 = sigma1, .sigma2 = 0.05}};
        const Prediction predicted = predict(*problem, compress(*problem, start), methodOf(spec));
        Run run(problem, start, spec);
        run.advance(20'000); // more than 30 time constants
        RunningStats ratio;
        RunningStats imbalanceStats;
        RunningStats theta;
        RunningStats floor;
        for (int i = 0; i < 5'000'000; ++i) {
            run.advance(1);
            const QuickSample now = run.quickSample();
            ratio.add(now.xNorm2 / now.yNorm2);
            imbalanceStats.add(now.xNorm2 - now.yNorm2);
            if (i % 20 == 0)
                theta.add(run.sample().theta[0]);
            floor.add(now.loss);
        }
        QFETCH(double, gamma2);
        QFETCH(double, imbalance);
        QFETCH(double, lossFloor);
        check("ratio", ratio.mean, gamma2, 0.02 * gamma2);
        check("ratio, predicted", ratio.mean, *predicted.ratio, 0.02 * gamma2);
        check("imbalance", imbalanceStats.mean, imbalance, 0.01);
        check("imbalance, predicted", imbalanceStats.mean, *predicted.imbalance, 0.01);
        check("loss", floor.mean, lossFloor, 0.05 * lossFloor);
        check("loss, predicted", floor.mean, *predicted.lossFloor, 0.05 * lossFloor);
        check("sd of the imbalance", imbalanceStats.sd(), *predicted.sdImbalance,
              0.05 * *predicted.sdImbalance);
        check("sd of theta", theta.sd(), *predicted.sdTheta, 0.05 * *predicted.sdTheta);
    }

    void thePredictedPathIsTheMeanOfManyRuns()
    {
        // 64 runs from the default start over six time constants: at most 1 % of |D0| between their mean and
        // the path.
        const auto problem = test::shared(test::syntheticProblem(20, 30, 1, {1.0}));
        const Factors start = makeStart({AlignedStart{}, 2}, *problem);
        RunSpec spec{.method = MethodKind::PerturbedGd};
        constexpr int runs = 64;
        constexpr int steps = 2500;
        std::vector<double> mean(steps + 1, 0.0);
        for (int i = 0; i < runs; ++i) {
            spec.seed = 3 + static_cast<std::uint64_t>(i);
            Run run(problem, start, spec);
            run.advance(steps);
            for (const Sample& sample : run.history().samples)
                mean[static_cast<std::size_t>(sample.iteration)] += sample.imbalance / runs;
        }
        PathTracker path(problem, compress(*problem, start), methodOf(spec));
        double worst = 0;
        for (double value : mean) {
            worst = std::max(worst, std::abs(value - path.point().imbalance));
            path.advance(1);
        }
        const double d0 = start.x.squaredNorm() - start.y.squaredNorm();
        qInfo().noquote() << figures("largest deviation over |D0|", worst / d0, 0);
        QVERIFY2(worst <= 0.01 * std::abs(d0), figures("largest deviation over |D0|", worst / d0, 0));
    }

    void rankThreeFollowsItsPath()
    {
        // Each direction on its own curve; 16 runs, deviation at most 2 % of |D0|.
        const auto problem = test::shared(test::syntheticProblem(20, 30, 3, {2.0, 1.0, 0.5}));
        const Factors start = makeStart({AlignedStart{{1.0}, {0.5}}, 2}, *problem);
        RunSpec spec{.method = MethodKind::PerturbedGd, .eta = 0.01};
        constexpr int steps = 4000;
        std::vector<double> mean(steps + 1, 0.0);
        for (int i = 0; i < 16; ++i) {
            spec.seed = 100 + static_cast<std::uint64_t>(i);
            Run run(problem, start, spec);
            run.advance(steps);
            for (const Sample& sample : run.history().samples)
                mean[static_cast<std::size_t>(sample.iteration)] += sample.imbalance / 16;
        }
        PathTracker path(problem, compress(*problem, start), methodOf(spec));
        const double d0 = start.x.squaredNorm() - start.y.squaredNorm();
        for (double value : mean) {
            QVERIFY2(std::abs(value - path.point().imbalance) <= 0.02 * std::abs(d0),
                     figures("imbalance", value, path.point().imbalance));
            path.advance(1);
        }
    }

    void anyStartEndsAtTheNoisesRatio()
    {
        const auto problem = test::shared(test::syntheticProblem(20, 30, 1, {1.0}));
        const std::vector<StartSpec> starts = {
            {AlignedStart{{-2.0}, {0.5}}, 1}, {GaussianStart{0.5, 0.05}, 4}, {SmallBalancedStart{0.01}, 5}};
        for (const StartSpec& spec : starts) {
            Run run(problem, makeStart(spec, *problem), {.method = MethodKind::PerturbedGd});
            run.advance(10'000);
            RunningStats ratio;
            for (int i = 0; i < 400'000; ++i) {
                run.advance(1);
                const QuickSample now = run.quickSample();
                ratio.add(now.xNorm2 / now.yNorm2);
            }
            check("ratio", ratio.mean, 2.0 / 3, 0.02 * 2 / 3);
        }
    }

private:
    static void check(const char* name, double measured, double expected, double tolerance)
    {
        qInfo().noquote() << figures(name, measured, expected);
        QVERIFY2(std::abs(measured - expected) <= tolerance, figures(name, measured, expected));
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "test_statistics.moc"
