#include "core/run/phase.h"

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
        const Sample first = sampleWith(0.2, 1, 2);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, -0.29), prediction),
                 RunPhase::Settled);
        QCOMPARE(phaseOf(RunStatus::Running, first, sampleWith(3e-3, 0.1, -0.27), prediction),
                 RunPhase::Drifting);
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
