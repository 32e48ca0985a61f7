#include "core/measure/trail.h"

#include <QTest>

#include <limits>

using namespace hyperdrift;

namespace {

Sample at(std::int64_t t, double x, double y)
{
    Sample sample;
    sample.iteration = t;
    sample.plane = {{x, y}, {2 * x, 2 * y}};
    return sample;
}

} // namespace

class TestTrail : public QObject {
    Q_OBJECT
private slots:
    void staysSmallHoweverLongTheRun()
    {
        std::int64_t kept = 0;
        for (std::int64_t t = 0; t < 1'000'000'000; t += sampleStride(t))
            kept += isOnTrail(t) ? 1 : 0;
        QVERIFY(kept > 2500 && kept < 3200);
    }

    void firstStepsAreAllKeptAndEveryKeptOneIsSampled()
    {
        for (std::int64_t t = 0; t < 256; ++t)
            QVERIFY(isOnTrail(t));
        for (std::int64_t t = 0; t < 1'000'000; ++t)
            QVERIFY(!isOnTrail(t) || isSampled(t));
    }

    void theNextOneIsTheFirstThatFollows()
    {
        for (std::int64_t t = 0; t < 100'000; ++t) {
            const std::int64_t next = nextOnTrail(t);
            QVERIFY(next > t && isOnTrail(next));
            QCOMPARE(next == t + 1, isOnTrail(t + 1));
            QVERIFY(next == t + 1 || nextOnTrail(t + 1) == next);
        }
    }

    void growsAtItsEnd()
    {
        History history;
        Trail trail;
        for (std::int64_t t = 0; t < 5000; ++t) {
            history.samples.push_back(at(t, 1.0 * static_cast<double>(t), 1));
            appendTrail(trail, history, 1);
        }
        Trail atOnce;
        appendTrail(atOnce, history, 1);
        QCOMPARE(trail.points.size(), atOnce.points.size());
        QCOMPARE(trail.points.back().iteration, atOnce.points.back().iteration);
        QCOMPARE(trail.points[10].at.x, 20.0);
        QCOMPARE(trail.points[10].at.y, 2.0);
    }

    void leavesOutWhatCannotBeDrawn()
    {
        History history;
        history.samples = {at(0, 1, 1), at(1, std::numeric_limits<double>::quiet_NaN(), 1),
                           at(2, std::numeric_limits<double>::infinity(), 1), at(3, 2, 2)};
        Trail trail;
        appendTrail(trail, history, 0);
        QCOMPARE(trail.points.size(), std::size_t{2});
        Trail none;
        appendTrail(none, history, 7);
        QVERIFY(none.points.empty());
    }

    void goesThroughThePlaneOfTheNorms()
    {
        History history;
        history.samples = {at(0, 1, 1), at(1, 1, 1), at(2, 1, 1)};
        history.samples[0].xNorm2 = 4;
        history.samples[0].yNorm2 = 9;
        history.samples[1].xNorm2 = std::numeric_limits<double>::infinity();
        history.samples[2].plane.clear(); // of which it needs nothing
        Trail trail;
        appendNormTrail(trail, history);
        QCOMPARE(trail.points.size(), std::size_t{2});
        QCOMPARE(trail.points[0].at.x, 2.0);
        QCOMPARE(trail.points[0].at.y, 3.0);
        QCOMPARE(trail.points[1].iteration, std::int64_t{2});
    }

    void isCutAtAnInstant()
    {
        History history;
        for (std::int64_t t = 0; t < 1000; ++t)
            history.samples.push_back(at(t, 1, 1));
        Trail trail;
        appendTrail(trail, history, 0);
        QCOMPARE(pointsUpTo(trail, -1), std::size_t{0});
        QCOMPARE(pointsUpTo(trail, 0), std::size_t{1});
        const std::size_t before = pointsUpTo(trail, 777);
        QVERIFY(trail.points[before - 1].iteration <= 777 && trail.points[before].iteration > 777);
        QCOMPARE(pointsUpTo(trail, 5000), trail.points.size());
        const TrailPoint shared = trail.points[before - 1];
        beginTrailAt(trail, 777);
        QCOMPARE(trail.points.front().iteration, shared.iteration);
        QVERIFY(trail.points[1].iteration > 777);
        beginTrailAt(trail, 0);
        QCOMPARE(trail.points.front().iteration, shared.iteration);
    }
};

QTEST_APPLESS_MAIN(TestTrail)
#include "test_trail.moc"
