#include "core/run/phase.h"

#include "core/run/run.h"
#include "core/theory/limit.h"
#include "tests/support/problems.h"

#include <QTest>

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
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(0.1, 0.5, 2), {}), RunPhase::Descending);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(1e-20, 1e-9, 2), {}), RunPhase::Stopped);
    }

    void withNoiseItDescendsDriftsAndSettles()
    {
        const Sample first = sampleWith(0.2, 1, 2);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(0.1, 0.5, 2), noisy()), RunPhase::Descending);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, 1), noisy()), RunPhase::Drifting);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, -0.34), noisy()),
                 RunPhase::Settled);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, -0.3), noisy()),
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
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, -0.29), prediction),
                 RunPhase::Settled);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, -0.27), prediction),
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
            const RunPhase phase = phaseOf(run.status(), first, run.sample(), prediction);
            if (passed.empty() || phase != passed.back())
                passed.push_back(phase);
            run.advance(25);
        }
        QVERIFY(passed.size() >= 3);
        QCOMPARE(passed.at(0), RunPhase::Descending);
        QCOMPARE(passed.at(1), RunPhase::Drifting);
        QCOMPARE(passed.back(), RunPhase::Settled);
    }

    void oneNoiseAloneNeverSettles()
    {
        Prediction prediction;
        prediction.tau = 0;
        const Sample first = sampleWith(0.2, 1, 2);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(1e-9, 0.1, 1), prediction),
                 RunPhase::Drifting);
    }

    void divergedIsDiverged()
    {
        const Sample first = sampleWith(0.2, 1, 2);
        const Sample lost = sampleWith(std::numeric_limits<double>::quiet_NaN(), 1e300, 1e300);
        QCOMPARE(phaseOf(RunStatus::Diverged, first, lost, noisy()), RunPhase::Diverged);
        QCOMPARE(phaseOf(RunStatus::Running, first, lost, noisy()), RunPhase::Descending);
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
