#include "core/run/phase.h"

#include "core/run/run.h"
#include "core/theory/limit.h"
#include "tests/support/problems.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace hyperdrift;

namespace {

Sample sampleWith(double loss, double gradNorm, double imbalance)
{
    Sample sample;
    sample.loss = loss;
    sample.gradNorm = gradNorm;
    sample.imbalance = imbalance;
    sample.xNorm2 = 2;
    sample.yNorm2 = 1;
    return sample;
}

Prediction noisy()
{
    Prediction prediction;
    prediction.tau = 0.06;
    prediction.lossFloor = 2.5e-3;
    prediction.imbalance = -0.38;
    prediction.sdImbalance = 0.0145;
    return prediction;
}

} // namespace

class TestPhase : public QObject {
    Q_OBJECT
private slots:
    void withoutNoiseARunDescendsAndStops()
    {
        const Sample first = sampleWith(0.2, 1, 2);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(0.1, 0.5, 2), {}, 0), RunPhase::Descending);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(1e-20, 1e-9, 2), {}, 0), RunPhase::Stopped);
    }

    void withNoiseItDescendsDriftsAndSettles()
    {
        const Sample first = sampleWith(0.2, 1, 2);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(0.1, 0.5, 2), noisy(), 0),
                 RunPhase::Descending);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, 1), noisy(), 0),
                 RunPhase::Drifting);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, -0.34), noisy(), 0),
                 RunPhase::Settled);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, -0.3), noisy(), 0),
                 RunPhase::Drifting);
    }

    void withoutABandFivePercentOfTheLimitsSizeIsNear()
    {
        Prediction prediction = noisy();
        prediction.sdImbalance.reset();
        prediction.xNorm2 = 0.8;
        prediction.yNorm2 = 1.2;
        prediction.lossFloor.reset();
        prediction.limitLoss = 1.9e-3;
        const Sample first = sampleWith(0.2, 1, 2);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, -0.29), prediction, 0),
                 RunPhase::Settled);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, -0.27), prediction, 0),
                 RunPhase::Drifting);
    }

    void runsSettleWhereTheirPredictionSays_data()
    {
        QTest::addColumn<MethodKind>("method");
        QTest::addColumn<int>("rank");
        QTest::addColumn<std::vector<double>>("spectrum");
        const std::vector<double> one = {1};
        const std::vector<double> two = {1, 0.6};
        QTest::newRow("regularized") << MethodKind::RegularizedGd << 1 << one;
        QTest::newRow("regularized, rank 2") << MethodKind::RegularizedGd << 2 << two;
        QTest::newRow("perturbed") << MethodKind::PerturbedGd << 1 << one;
        QTest::newRow("perturbed, rank 2") << MethodKind::PerturbedGd << 2 << two;
        QTest::newRow("perturbed, rank 1 of an M of rank 2")
            << MethodKind::PerturbedGd << 1 << std::vector<double>{1, 0.2};
        QTest::newRow("regularized, rank 1 of an M with a great tail")
            << MethodKind::RegularizedGd << 1 << two;
        QTest::newRow("perturbed, rank 1 of an M with a great tail") << MethodKind::PerturbedGd << 1 << two;
    }
    void runsSettleWhereTheirPredictionSays()
    {
        QFETCH(MethodKind, method);
        QFETCH(int, rank);
        QFETCH(std::vector<double>, spectrum);
        const auto problem = test::shared(test::syntheticProblem(20, 30, rank, spectrum));
        const Factors start = makeStart({AlignedStart{{1.5}, {0.3}}, 2}, *problem);
        RunSpec spec;
        spec.method = method;
        const Prediction prediction = predict(*problem, compress(*problem, start), methodOf(spec));
        Run run(problem, start, spec);
        const Sample first = run.sample();
        std::vector<RunPhase> passed;
        for (int i = 0; i < 400; ++i) {
            const RunPhase phase =
                phaseOf(run.status(), first, run.sample(), prediction, tailEnergy(*problem));
            if (passed.empty() || phase != passed.back())
                passed.push_back(phase);
            run.advance(25);
        }
        QVERIFY(passed.size() >= 3);
        QCOMPARE(passed.at(0), RunPhase::Descending);
        QCOMPARE(passed.at(1), RunPhase::Drifting);
        QCOMPARE(passed.back(), RunPhase::Settled);
    }

    void afterAChangeOfTheNoiseItSettlesAtTheNewStar_data()
    {
        QTest::addColumn<double>("sigma");
        QTest::addColumn<std::vector<double>>("spectrum");
        for (const double sigma : {0.1, 0.15}) {
            for (const auto& spectrum : {std::vector<double>{1}, std::vector<double>{1, 0.6}})
                QTest::addRow("to %g, %d directions", sigma, static_cast<int>(spectrum.size()))
                    << sigma << spectrum;
        }
    }
    void afterAChangeOfTheNoiseItSettlesAtTheNewStar()
    {
        QFETCH(double, sigma);
        QFETCH(std::vector<double>, spectrum);
        const auto problem = test::shared(test::syntheticProblem(20, 30, 1, spectrum));
        RunSpec spec;
        spec.method = MethodKind::PerturbedGd;
        Run run(problem, makeStart({AlignedStart{{1.5}, {0.3}}, 2}, *problem), spec);
        const Sample first = run.sample();
        run.advance(4000);
        const Prediction before = predict(*problem, run.compressed(), methodOf(spec));
        QCOMPARE(phaseOf(run.status(), first, run.sample(), before, tailEnergy(*problem)), RunPhase::Settled);

        // In proportion: γ, and with it the ratio, stays.
        run.apply({.at = 4000, .run = 0, .change = std::vector<Edit::SetParameter>{{"noise.sigma1", sigma}}});
        run.apply({.at = 4000, .run = 0, .change = std::vector<Edit::SetParameter>{{"noise.sigma2", sigma}}});
        const Prediction after = predict(*problem, run.compressed(), methodOf(run.spec()));
        const PlanePoint star = after.limitPoints.front();
        QVERIFY(phaseOf(run.status(), first, run.sample(), after, tailEnergy(*problem)) != RunPhase::Settled);
        RunPhase phase = RunPhase::Descending;
        for (int i = 0; i < 500; ++i) {
            run.advance(5);
            const Sample now = run.sample();
            phase = phaseOf(run.status(), first, now, after, tailEnergy(*problem));
            const double off = std::hypot(now.plane[0].x - star.x, now.plane[0].y - star.y);
            QVERIFY(phase != RunPhase::Settled || off <= 0.17 * std::hypot(star.x, star.y));
        }
        QCOMPARE(phase, RunPhase::Settled);
    }

    void withAnnealedNoiseItSettles()
    {
        const auto problem = test::shared(test::syntheticProblem(20, 30, 1, {1}));
        const Factors start = makeStart({AlignedStart{{1.5}, {0.3}}, 2}, *problem);
        RunSpec spec;
        spec.method = MethodKind::PerturbedGd;
        spec.noise.anneal = 4000;
        const Prediction prediction = predict(*problem, compress(*problem, start), methodOf(spec));
        Run run(problem, start, spec);
        const Sample first = run.sample();
        QCOMPARE(phaseOf(run.status(), first, first, prediction, 0), RunPhase::Descending);
        run.advance(20000);
        QCOMPARE(phaseOf(run.status(), first, run.sample(), prediction, 0), RunPhase::Settled);
    }

    void onASaddleItHasNotStopped()
    {
        const Sample zero = sampleWith(0.5, 0, 0); // from the start on
        QCOMPARE(phaseOf(RunStatus::Running, zero, zero, {}, 0), RunPhase::Descending);
        const Sample first = sampleWith(0.8, 1, 0);
        const Sample stuck = sampleWith(0.5, 1e-12, 0);
        QCOMPARE(phaseOf(RunStatus::Running, first, stuck, {}, 0), RunPhase::Descending);
        QCOMPARE(phaseOf(RunStatus::Running, first, stuck, {}, 0.5), RunPhase::Stopped);
    }

    void oneNoiseAloneDriftsAndNeverSettles()
    {
        const auto problem = test::shared(test::syntheticProblem(20, 30, 1, {1}));
        const Factors start = makeStart({AlignedStart{{1.5}, {0.3}}, 2}, *problem);
        RunSpec spec;
        spec.method = MethodKind::PerturbedGd;
        spec.noise.sigma1 = 0;
        const Prediction prediction = predict(*problem, compress(*problem, start), methodOf(spec));
        Run run(problem, start, spec);
        const Sample first = run.sample();
        QCOMPARE(phaseOf(run.status(), first, first, prediction, 0), RunPhase::Descending);
        for (int i = 0; i < 20; ++i) {
            run.advance(100);
            QCOMPARE(phaseOf(run.status(), first, run.sample(), prediction, 0), RunPhase::Drifting);
        }
    }

    void noiseThatMakesEverythingCollapseHasNoValley()
    {
        const auto problem = test::shared(test::syntheticProblem(20, 30, 1, {1}));
        const Factors start = makeStart({AlignedStart{{1.5}, {0.3}}, 2}, *problem);
        RunSpec spec;
        spec.method = MethodKind::PerturbedGd;
        spec.noise.sigma1 = spec.noise.sigma2 = 0.3;
        const Prediction prediction = predict(*problem, compress(*problem, start), methodOf(spec));
        Run run(problem, start, spec);
        const Sample first = run.sample();
        run.advance(3000);
        QCOMPARE(phaseOf(run.status(), first, run.sample(), prediction, 0), RunPhase::Descending);
    }

    void divergedIsDiverged()
    {
        const Sample first = sampleWith(0.2, 1, 2);
        const Sample lost = sampleWith(std::numeric_limits<double>::quiet_NaN(), 1e300, 1e300);
        QCOMPARE(phaseOf(RunStatus::Diverged, first, lost, noisy(), 0), RunPhase::Diverged);
        QCOMPARE(phaseOf(RunStatus::Running, first, lost, noisy(), 0), RunPhase::Descending);
    }

    void imbalanceIsKeptWithinOnePercent()
    {
        const Sample first = sampleWith(0.2, 1, 2);
        QVERIFY(keepsImbalance(first, sampleWith(0, 0, 2.02)));
        QVERIFY(!keepsImbalance(first, sampleWith(0, 0, 2.04)));
        QVERIFY(!keepsImbalance(first, sampleWith(0, 0, std::numeric_limits<double>::quiet_NaN())));
    }
};

QTEST_APPLESS_MAIN(TestPhase)
#include "test_phase.moc"
