#include "core/theory/time_constants.h"

#include <QtTest>

using namespace hyperdrift;

class TestTimeConstants : public QObject {
    Q_OBJECT
private slots:
    void isTimeOverTheConstant()
    {
        TimeConstants count;
        count.change(0, 400.0);
        QCOMPARE(count.at(0).value(), 0.0);
        QCOMPARE(count.at(1000).value(), 2.5);
    }

    void whatHasPassedStaysPassed()
    {
        TimeConstants count;
        count.change(0, 400.0);
        count.change(1000, 100.0);
        QCOMPARE(count.at(1000).value(), 2.5);
        QCOMPARE(count.at(1200).value(), 4.5);
    }

    void changesThatChangeNothingDoNotCount()
    {
        TimeConstants once;
        TimeConstants often;
        once.change(0, 64.0);
        for (int t = 0; t <= 512; t += 32)
            often.change(t, 64.0);
        QCOMPARE(often.at(777).value(), once.at(777).value());
    }

    void standsStillWithoutAConstant()
    {
        TimeConstants count;
        QVERIFY(!count.at(50));
        count.change(50, 10.0);
        count.change(100, std::nullopt);
        QVERIFY(!count.at(300));
        count.change(400, 10.0);
        QCOMPARE(count.at(410).value(), 6.0);
    }
};

QTEST_GUILESS_MAIN(TestTimeConstants)
#include "test_time_constants.moc"
