#include "core/theory/valley_flow.h"

#include "core/measure/projection.h"
#include "core/run/start.h"
#include "core/theory/limit.h"
#include "core/theory/path.h"
#include "tests/support/problems.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hyperdrift;

namespace {

/// γ² = 2/3, as of equal σ on 20×30.
const ValleyFlow flow{0.02, {0.075, 0.05}};

/// The predicted path of perturbed GD from an aligned start, a point an iteration.
std::vector<PathPoint> pathOf(const std::vector<double>& spectrum, double eta, int steps)
{
    const int rank = static_cast<int>(spectrum.size());
    const auto problem = test::shared(test::syntheticProblem(20, 30, rank, spectrum));
    const Factors start = makeStart({AlignedStart{{1.5}, {0.3}}, 0}, *problem);
    PathTracker tracker(problem, compress(*problem, start), PerturbedGd{eta, 0.05, 0.05});
    std::vector<PathPoint> path;
    for (int i = 0; i < steps; ++i) {
        path.push_back(tracker.point());
        tracker.advance(1);
    }
    return path;
}

} // namespace

class TestValleyFlow : public QObject {
    Q_OBJECT
private slots:
    void theTimeSolvesTheEquation()
    {
        const double end = flowEnd(flow);
        QVERIFY(std::abs(end - 0.5 * std::log(2.0 / 3)) < 1e-15);
        const double tau = std::sqrt(0.075 * 0.05);
        for (const double theta : {-3.0, -1.0, 0.4, 2.0, 5.0}) {
            const double h = 1e-5;
            const double start = theta > end ? 6 : -6;
            const double slope =
                (flowTime(flow, start, theta + h) - flowTime(flow, start, theta - h)) / (2 * h);
            const double rate = -2 * flow.eta * tau * std::sinh(theta - end) / std::cosh(theta);
            QVERIFY(std::abs(slope * rate - 1) < 1e-6);
        }
        QCOMPARE(flowTime(flow, 2, 2), 0.0);
        QVERIFY(flowTime(flow, 2, 1) > 0 && flowTime(flow, -2, -1) > 0);
        QVERIFY(std::abs(flowTime(flow, 2, 0.5) - flowTime(flow, 2, 1) - flowTime(flow, 1, 0.5)) < 1e-9);
        QVERIFY(std::isfinite(flowTime(flow, 900, 1))); // sinh overflows
    }

    void theCurveLiesOnIt()
    {
        for (const double theta0 : {2.0, -3.0, 400.0}) {
            const PredictedCurve curve = flowCurve(flow, 100, theta0, 3000, 160);
            QCOMPARE(curve.x.front(), 100.0);
            QCOMPARE(curve.mean.front(), theta0);
            QVERIFY(curve.x.size() >= 10 && curve.x.size() <= 160);
            QVERIFY(std::is_sorted(curve.x.begin(), curve.x.end()));
            QVERIFY(curve.x.back() >= 3000);
            for (std::size_t i = 0; i < curve.x.size(); ++i)
                QVERIFY(std::abs(curve.x[i] - 100 - flowTime(flow, theta0, curve.mean[i])) <
                        1e-6 * curve.x[i]);
        }
        const PredictedCurve still = flowCurve(flow, 100, flowEnd(flow), 3000, 160);
        QCOMPARE(still.mean, (std::vector<double>{flowEnd(flow), flowEnd(flow)}));
        QCOMPARE(still.x, (std::vector<double>{100, 3000}));
    }

    void allDirectionsFollowIt()
    {
        const std::vector<double> spectrum = {2, 1, 0.6};
        const double eta = 0.002; // the law is of first order in η
        const std::vector<PathPoint> path = pathOf(spectrum, eta, 20'000);
        const ValleyFlow slow{eta, flow.noise};
        for (std::size_t k = 0; k < spectrum.size(); ++k) {
            const auto curve = flowCurve(slow, path, k, spectrum[k], 0, 19'000);
            QVERIFY(curve);
            QVERIFY(curve->x.front() > 0);
            for (std::size_t i = 0; i < curve->x.size() && curve->x[i] < 19'000; ++i) {
                const double theta = logRatio(path[static_cast<std::size_t>(curve->x[i])].plane[k]);
                QVERIFY2(std::abs(theta - curve->mean[i]) < 0.02,
                         qPrintable(QString::number(curve->mean[i])));
            }
        }
    }

    void itBeginsWhereTheValleyHoldsAndNotBefore()
    {
        const std::vector<PathPoint> path = pathOf({1}, 0.02, 600);
        const auto curve = flowCurve(flow, path, 0, 1, 0, 2000);
        QVERIFY(curve);
        const auto first = static_cast<std::size_t>(curve->x.front());
        QVERIFY(first > 0 && isInValley(path[first].plane[0], 1, flow.noise));
        QVERIFY(!isInValley(path[first - 1].plane[0], 1, flow.noise));
        QCOMPARE(flowCurve(flow, path, 0, 1, 300, 2000)->x.front(), 300.0);
        QVERIFY(!flowCurve(flow, path, 0, 1, 700, 2000)); // the path is not that long
        QVERIFY(!flowCurve(flow, path, 1, 1, 0, 2000));   // there is no such direction
        QVERIFY(!flowCurve(flow, path, 0, 1, 0, 1));      // it would be over before it begins
        QVERIFY(!flowCurve(flow, {}, 0, 1, 0, 2000));
    }
};

QTEST_APPLESS_MAIN(TestValleyFlow)
#include "test_valley_flow.moc"
