#include "core/measure/history.h"

#include <QTest>

using namespace hyperdrift;

class TestHistory : public QObject {
    Q_OBJECT
private slots:
    void strideDoublesWithTime()
    {
        QCOMPARE(sampleStride(0), 1);
        QCOMPARE(sampleStride(4095), 1);
        QCOMPARE(sampleStride(4096), 2);
        QCOMPARE(sampleStride(8191), 2);
        QCOMPARE(sampleStride(8192), 4);
        QCOMPARE(sampleStride(std::int64_t{2048} << 20), std::int64_t{1} << 20);
        QCOMPARE(lossStride(8192), 1);
        QCOMPARE(lossStride(std::int64_t{2048} * 64), 8);
    }

    void samplesAreBounded()
    {
        // 4096 early ones and 2048 for each doubling after
        std::int64_t samples = 0;
        for (std::int64_t t = 0; t < 1'000'000'000; t += sampleStride(t)) {
            QVERIFY(isSampled(t));
            ++samples;
        }
        QVERIFY(samples < 4096 + 18 * 2048);
    }

    void everySampleIsALook()
    {
        for (std::int64_t t = 0; t < 1'000'000; ++t)
            if (isSampled(t))
                QCOMPARE(t % lossStride(t), 0);
    }

    void thinnedIterationsAreSampledOnes_data()
    {
        QTest::addColumn<qint64>("steps");
        QTest::addColumn<qint64>("most");
        QTest::newRow("no steps") << qint64{0} << qint64{400};
        QTest::newRow("all fit") << qint64{399} << qint64{400};
        QTest::newRow("lecture") << qint64{20'000} << qint64{400};
        QTest::newRow("an odd end") << qint64{123'457} << qint64{100};
        QTest::newRow("the longest") << qint64{1'000'000'000'000} << qint64{400};
    }
    void thinnedIterationsAreSampledOnes()
    {
        QFETCH(qint64, steps);
        QFETCH(qint64, most);
        const auto iterations = thinnedIterations(steps, most);
        QVERIFY(static_cast<qint64>(iterations.size()) <= most);
        QVERIFY(static_cast<qint64>(iterations.size()) > std::min(steps, most / 3)); // no fewer than need be
        QCOMPARE(iterations.front(), 0);
        QCOMPARE(iterations.back(), steps);
        for (std::size_t i = 1; i < iterations.size(); ++i) {
            QVERIFY(iterations[i] > iterations[i - 1]);
            QVERIFY(isSampled(iterations[i]) || iterations[i] == steps);
        }
    }

    void thinnedIterationsNeverFewerThanOneADoubling()
    {
        const auto iterations = thinnedIterations(1000, 2);
        QCOMPARE(iterations, (std::vector<std::int64_t>{0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1000}));
    }
};

QTEST_APPLESS_MAIN(TestHistory)
#include "test_history.moc"
