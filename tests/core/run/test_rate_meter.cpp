#include "core/run/rate_meter.h"

#include <QtTest>

using namespace hyperdrift;

class TestRateMeter : public QObject {
    Q_OBJECT
private slots:
    void steadyProgressIsItsRate()
    {
        RateMeter meter;
        for (std::int64_t i = 0; i <= 64; ++i)
            meter.add(static_cast<double>(i) / 64, 3 * i);
        QCOMPARE(meter.perSecond().value(), 192.0);
    }

    void saysNothingBeforeThereIsSomethingToGoBy()
    {
        RateMeter meter;
        QVERIFY(!meter.perSecond());
        meter.add(10, 0);
        QVERIFY(!meter.perSecond());
        meter.add(10.125, 100);
        QVERIFY(!meter.perSecond());
        meter.add(10.25, 200);
        QCOMPARE(meter.perSecond().value(), 800.0);
        meter.clear();
        QVERIFY(!meter.perSecond());
    }

    void forgetsWhatIsLongAgo()
    {
        RateMeter meter;
        for (std::int64_t i = 0; i <= 32; ++i)
            meter.add(static_cast<double>(i) / 16, 1000 * i);
        for (int i = 1; i <= 16; ++i)
            meter.add(2 + i / 16.0, 32000 + i);
        QCOMPARE(meter.perSecond().value(), 16.0);
    }

    void looksFarApartStillCompare()
    {
        RateMeter meter;
        for (int i = 0; i < 5; ++i)
            meter.add(2.0 * i, i);
        QCOMPARE(meter.perSecond().value(), 0.5);
    }

    void anAutomaticPaceThatIsKeptDoesNotFallShort()
    {
        RateMeter meter;
        std::int64_t t = 0;
        double carry = 0;
        for (int i = 0; i < 600; ++i) {
            meter.add(i / 60.0, t);
            const auto rate = meter.perSecond();
            QVERIFY2(!rate || !fallsShort(AutoPace{}, t, *rate), qPrintable(QString::number(t)));
            const Due due = iterationsDue(AutoPace{}, t, 1.0 / 60, carry, 1e-9, 0.011);
            t += due.iterations;
            carry = due.carry;
        }
    }

    void fallingShortIsClearlyLess()
    {
        QVERIFY(fallsShort(ConstantPace{1000}, 0, 500));
        QVERIFY(!fallsShort(ConstantPace{1000}, 0, 950));
        QVERIFY(!fallsShort(UnlimitedPace{}, 0, 1));
    }
};

QTEST_GUILESS_MAIN(TestRateMeter)
#include "test_rate_meter.moc"
