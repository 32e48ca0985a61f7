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
};

QTEST_APPLESS_MAIN(TestHistory)
#include "test_history.moc"
