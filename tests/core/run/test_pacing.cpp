#include "core/run/pacing.h"

#include <QTest>

#include <cmath>

using namespace hyperdrift;

class TestPacing : public QObject {
    Q_OBJECT
private slots:
    void autoPaceStartsSlowAndGrows()
    {
        QCOMPARE(paceRate(AutoPace{}, 0), 25.0);
        QCOMPARE(paceRate(AutoPace{}, 1000), 400.0);
        QCOMPARE(paceRate(AutoPace{400}, 1000), 400.0);
        QCOMPARE(paceRate(AutoPace{400}, 1'000'000), 960.0); // six time constants, and no faster than there
        QCOMPARE(paceRate(AutoPace{1}, 1'000'000), 25.0);
        QVERIFY(std::isinf(paceRate(UnlimitedPace{}, 5)));
    }

    void autoPaceTellsTheStoryInTwelveSeconds()
    {
        // At 60 frames a second: GD's 62 iterations by 3 s, six time constants (2500) by 12 s, as time
        // allows.
        std::int64_t t = 0;
        double carry = 0;
        std::int64_t atThree = 0;
        for (int frame = 0; frame < 12 * 60; ++frame) {
            const Due due = iterationsDue(AutoPace{}, t, 1.0 / 60, carry, 1e-6, 0.012);
            t += due.iterations;
            carry = due.carry;
            if (frame == 3 * 60)
                atThree = t;
        }
        QVERIFY(atThree >= 60 && atThree <= 120);
        QVERIFY(t >= 2300 && t <= 3000);
    }

    void fractionsAreCarried()
    {
        Due due;
        std::int64_t sum = 0;
        for (int i = 0; i < 1000; ++i) {
            due = iterationsDue(ConstantPace{1}, 0, 0.0625, due.carry, 1e-6, 0.012);
            sum += due.iterations;
        }
        QVERIFY(sum == 62 || sum == 63);
    }

    void theBudgetBoundsAChunk()
    {
        QCOMPARE(iterationsDue(UnlimitedPace{}, 0, 1, 0, 1e-3, 0.012).iterations, 12);
        QCOMPARE(iterationsDue(ConstantPace{1e6}, 0, 1, 0.5, 1e-3, 0.012).iterations, 12);
        QCOMPARE(iterationsDue(ConstantPace{1e6}, 0, 1, 0.5, 1e-3, 0.012).carry, 0.0);
        QCOMPARE(iterationsDue(UnlimitedPace{}, 0, 1, 0, 10, 0.012).iterations, 1);
        QCOMPARE(iterationsDue(UnlimitedPace{}, 0, 1, 0, 0, 0.012).iterations, 1000);
    }
};

QTEST_APPLESS_MAIN(TestPacing)
#include "test_pacing.moc"
