#include "core/theory/predicted_curve.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace hyperdrift;

namespace {

std::vector<PathPoint> path(int points)
{
    std::vector<PathPoint> all(static_cast<std::size_t>(points));
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].iteration = 10 * static_cast<std::int64_t>(i);
        all[i].imbalance = 2 * std::exp(-0.002 * static_cast<double>(i));
    }
    return all;
}

} // namespace

class TestPredictedCurve : public QObject {
    Q_OBJECT
private slots:
    void bandIsOneStandardDeviationWide()
    {
        auto points = path(3);
        points[1].variance = 0.04;
        points[2].variance = 0.25;
        const PredictedCurve curve = predictedImbalance(points);
        QCOMPARE(curve.low[0], curve.mean[0]);
        QVERIFY(std::abs(curve.high[1] - curve.mean[1] - 0.2) < 1e-12);
        QVERIFY(std::abs(curve.mean[2] - curve.low[2] - 0.5) < 1e-12);
    }

    void withoutBandAllThreeAgree()
    {
        const PredictedCurve curve = predictedImbalance(path(10));
        QCOMPARE(curve.low, curve.mean);
        QCOMPARE(curve.high, curve.mean);
    }

    void pointsThatAreNoNumbersAreLeftOut()
    {
        auto points = path(10);
        points[4].imbalance = std::numeric_limits<double>::infinity();
        QCOMPARE(predictedImbalance(points).x.size(), std::size_t{9});
    }

    void thinnedKeepsEndsAndNeighbours()
    {
        const PredictedCurve curve = predictedImbalance(path(5000));
        for (const bool logarithmic : {false, true}) {
            const PredictedCurve few = thinned(curve, 1000, 30000, logarithmic, 200);
            QVERIFY(few.x.size() <= 200 && few.x.size() > 60);
            QCOMPARE(few.mean.size(), few.x.size());
            QVERIFY(std::is_sorted(few.x.begin(), few.x.end()));
            QVERIFY(few.x.front() <= 1000 && few.x.back() >= 30000);
        }
        const PredictedCurve all = thinned(predictedImbalance(path(20)), 0, 1000, false, 200);
        QCOMPARE(all.x.size(), std::size_t{20});
        QVERIFY(thinned({}, 0, 10, false, 200).x.empty());
    }

    void aDeepZoomIsSoonThinned()
    {
        const PredictedCurve curve = predictedImbalance(path(1000));
        const double x = curve.x[500];
        for (const double width : {1e-3, 1e-9, 1e-15, 0.0}) {
            const PredictedCurve few = thinned(curve, x, x + width, false, 200);
            QCOMPARE(few.x, (std::vector<double>{curve.x[499], x, curve.x[501]}));
        }
        // Left of iteration 1 a logarithmic axis has no room.
        QCOMPARE(thinned(curve, 0.1, 0.9, true, 200).x.size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(TestPredictedCurve)
#include "test_predicted_curve.moc"
