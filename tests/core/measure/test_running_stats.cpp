#include "core/dynamics/random.h"
#include "core/measure/running_stats.h"

#include <QTest>

#include <numeric>
#include <vector>

using namespace hyperdrift;

class TestRunningStats : public QObject {
    Q_OBJECT
private slots:
    void equalsTheTwoPassFormulas()
    {
        std::vector<double> numbers(10'000);
        fillNormals(1, Stream::StartX, 0, numbers);
        RunningStats stats;
        for (const double x : numbers)
            stats.add(x);
        const auto n = static_cast<double>(numbers.size());
        const double mean = std::accumulate(numbers.begin(), numbers.end(), 0.0) / n;
        const double squares =
            std::accumulate(numbers.begin(), numbers.end(), 0.0,
                            [mean](double sum, double x) { return sum + (x - mean) * (x - mean); });
        QVERIFY(std::abs(stats.mean - mean) < 1e-14);
        QVERIFY(std::abs(stats.sd() - std::sqrt(squares / (n - 1))) < 1e-13);
    }

    void aLargeMeanCostsNoDigits()
    {
        // 1e9 + {0, 1, 2}: the sum of squares would lose everything.
        RunningStats stats;
        for (const double x : {1e9, 1e9 + 1, 1e9 + 2})
            stats.add(x);
        QCOMPARE(stats.mean, 1e9 + 1);
        QCOMPARE(stats.sd(), 1.0);
    }

    void tooFewNumbersHaveNoStatistics()
    {
        RunningStats stats;
        QVERIFY(std::isnan(stats.mean));
        QVERIFY(std::isnan(stats.sd()));
        stats.add(3);
        QCOMPARE(stats.mean, 3.0);
        QVERIFY(std::isnan(stats.sd()));
        stats.add(3);
        QCOMPARE(stats.sd(), 0.0);
    }

    void theUndefinedStaysUndefined()
    {
        RunningStats stats;
        for (const double x : {1.0, std::nan(""), 2.0})
            stats.add(x);
        QVERIFY(std::isnan(stats.mean));
        QVERIFY(std::isnan(stats.sd()));
    }
};

QTEST_APPLESS_MAIN(TestRunningStats)
#include "test_running_stats.moc"
