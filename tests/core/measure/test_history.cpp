#include "core/measure/history.h"

#include <QTest>

#include <algorithm>
#include <limits>

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

    void everyDoublingHasItsSamples()
    {
        // On a log axis early times are as dense as late ones: all there are, or 2048.
        for (int j = 0; j < 24; ++j) {
            const std::int64_t from = std::int64_t{1} << j;
            std::int64_t samples = 0;
            for (std::int64_t t = from; t < 2 * from; ++t)
                samples += isSampled(t) ? 1 : 0;
            QCOMPARE(samples, std::min<std::int64_t>(from, 2048));
        }
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

    void aThinnedRecordKeepsSpikesAndMeans()
    {
        History history;
        double sum = 0;
        for (std::int64_t t = 0; t <= 1000; ++t) {
            const double loss = t == 777 ? 50 : 1 + 0.001 * static_cast<double>(t % 10);
            history.samples.push_back({.iteration = t, .loss = loss});
            history.loss.push_back({t, loss, loss, loss});
            sum += loss;
        }
        const History few = thinned(history, 100);
        QVERIFY(few.samples.size() <= 100);
        QCOMPARE(few.loss.size(), few.samples.size());
        double fewSum = 0;
        double greatest = 0;
        double least = 50;
        for (std::size_t i = 0; i < few.loss.size(); ++i) {
            const LossBucket& bucket = few.loss[i];
            QCOMPARE(bucket.end, few.samples[i].iteration);
            const std::int64_t from = i == 0 ? -1 : few.loss[i - 1].end;
            fewSum += bucket.mean * static_cast<double>(bucket.end - from);
            greatest = std::max(greatest, bucket.max);
            least = std::min(least, bucket.min);
        }
        QCOMPARE(fewSum, sum);
        QCOMPARE(greatest, 50.0);
        QCOMPARE(least, 1.0);
        QCOMPARE(few.samples.back().iteration, 1000);
        QCOMPARE(thinned(history, 2000).samples.size(), history.samples.size());
        QVERIFY(thinned({}, 100).samples.empty());
    }

    void whatLiesBeyondIsCut()
    {
        History history;
        for (std::int64_t t = 0; t <= 20; ++t) {
            history.samples.push_back({.iteration = t});
            history.loss.push_back({t, 1, 1, 1});
        }
        cutHistory(history, 12);
        QCOMPARE(history.samples.back().iteration, 12);
        QCOMPARE(history.loss.back().end, 12);
        cutHistory(history, -1);
        QVERIFY(history.samples.empty() && history.loss.empty());
        for (const std::int64_t t : {0, 1, 4095, 4097, 100'001})
            QVERIFY(isSampled(lastSampled(t)) && lastSampled(t) <= t && t - lastSampled(t) < sampleStride(t));
    }

    void blowingUpIsSeenAtTheEnd()
    {
        History history{
            {{.iteration = 0, .xNorm2 = 1, .yNorm2 = 1}, {.iteration = 1, .xNorm2 = 5e8, .yNorm2 = 1}}, {}};
        QVERIFY(!endsInBlowUp(history, 1));
        history.samples.back().xNorm2 = 3e9;
        QVERIFY(endsInBlowUp(history, 1));
        QVERIFY(!endsInBlowUp(history, 10)); // of a larger M that is less
        history.samples.back().xNorm2 = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(endsInBlowUp(history, 10));
        QVERIFY(!endsInBlowUp({}, 1));
    }
};

QTEST_APPLESS_MAIN(TestHistory)
#include "test_history.moc"
