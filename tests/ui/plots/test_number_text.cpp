#include "ui/plots/number_text.h"
#include "ui/plots/tickers.h"

#include <QSet>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace hyperdrift::ui;

class TestNumberText : public QObject {
    Q_OBJECT
private slots:
    void shortNumbers()
    {
        QCOMPARE(shortNumber(0.667), QStringLiteral("0.667"));
        QCOMPARE(shortNumber(-0.379), QStringLiteral("−0.379"));
        QCOMPARE(shortNumber(2.54e-3), QStringLiteral("2.54e−3"));
        QCOMPARE(shortNumber(3e-31, 1), QStringLiteral("3e−31"));
        QCOMPARE(shortNumber(1.23e300), QStringLiteral("1.23e300"));
        QCOMPARE(shortNumber(12480), QStringLiteral("12,480"));
        QCOMPARE(shortNumber(0), QStringLiteral("0"));
        QCOMPARE(shortNumber(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("–"));
        QCOMPARE(shortNumber(-std::numeric_limits<double>::infinity()), QStringLiteral("−∞"));
    }

    void axisNumbers()
    {
        QCOMPARE(axisNumber(0.25, 0.25), QStringLiteral("0.25"));
        QCOMPARE(axisNumber(0.5, 0.25), QStringLiteral("0.50"));
        QCOMPARE(axisNumber(-2, 1), QStringLiteral("−2"));
        QCOMPARE(axisNumber(1e-17, 0.5), QStringLiteral("0"));
        QCOMPARE(axisNumber(2500, 500), QStringLiteral("2,500"));
        QCOMPARE(axisNumber(7.5, 2.5), QStringLiteral("7.5"));
        QCOMPARE(axisNumber(2e300, 1e300), QStringLiteral("2e300"));
        QCOMPARE(axisNumber(3e-9, 1e-9), QStringLiteral("3e−9"));
        QCOMPARE(axisNumber(-2.5e6, 2.5e6, 1e7), QStringLiteral("−0.25e7"));
        QCOMPARE(axisNumber(1e7, 2.5e6, 1e7), QStringLiteral("1.00e7"));
        QCOMPARE(axisNumber(5e6, 2.5e6, 7.5e6), QStringLiteral("5,000,000"));
    }

    void anAxisHasOneNotation()
    {
        QVector<double> ticks;
        QVector<QString> labels;
        const auto mixes = [&labels](const QString& sign) {
            const auto with = std::count_if(labels.begin(), labels.end(), [&](const QString& label) {
                return label != "0" && label.contains(sign);
            });
            return with != 0 && with != labels.size() - labels.count("0");
        };
        for (const double upper : {7.6e6, 1.04e7, 2.6e8, 9e-4, 1.1e-4, 3e300}) {
            PlainTicker plain(5);
            plain.generate({0, upper}, {}, QLatin1Char('g'), 6, ticks, nullptr, &labels);
            QVERIFY2(!mixes("e"), qPrintable(QStringList(labels.toList()).join("; ")));
            QCOMPARE(QSet<QString>(labels.begin(), labels.end()).size(), labels.size());
            DecadeTicker decades(8);
            decades.setWrittenOut(true);
            decades.generate({1, std::max(10.0, upper)}, {}, QLatin1Char('g'), 6, ticks, nullptr, &labels);
            QVERIFY2(std::none_of(labels.begin(), labels.end(),
                                  [](const QString& label) { return label.contains("10⁶"); }) ||
                         std::none_of(labels.begin(), labels.end(),
                                      [](const QString& label) { return label.contains(","); }),
                     qPrintable(QStringList(labels.toList()).join("; ")));
        }
        DecadeTicker decades(8);
        decades.setWrittenOut(true);
        decades.generate({1, 2e5}, {}, QLatin1Char('g'), 6, ticks, nullptr, &labels);
        QVERIFY(labels.contains("100,000"));
        decades.generate({1, 2e6}, {}, QLatin1Char('g'), 6, ticks, nullptr, &labels);
        QVERIFY(labels.contains("10⁵"));
        decades.generate({3e6, 6e7}, {}, QLatin1Char('g'), 6, ticks, nullptr, &labels);
        QVERIFY2(!mixes("e"), qPrintable(QStringList(labels.toList()).join("; ")));
    }

    void powersAndIndices()
    {
        QCOMPARE(powerOfTen(-3), QStringLiteral("10⁻³"));
        QCOMPARE(powerOfTen(12), QStringLiteral("10¹²"));
        QCOMPARE(powerOfTen(0), QStringLiteral("10⁰"));
        QCOMPARE(subscript(10), QStringLiteral("₁₀"));
    }

    void decadesThinOutAndStartAnewEachTime()
    {
        DecadeTicker ticker(5);
        QVector<double> ticks;
        QVector<double> subTicks;
        QVector<QString> labels;
        for (int repeat = 0; repeat < 2; ++repeat) {
            ticker.generate({1e-20, 1}, {}, QLatin1Char('g'), 6, ticks, &subTicks, &labels);
            QVERIFY(ticks.size() >= 3 && ticks.size() <= 6);
            QCOMPARE(labels.size(), ticks.size());
            QCOMPARE(ticks.size() + subTicks.size(), 21);
            QCOMPARE(labels.last(), QStringLiteral("10⁰"));
        }
        ticker.generate({-1, 1}, {}, QLatin1Char('g'), 6, ticks, &subTicks, &labels);
        QVERIFY(ticks.isEmpty() && labels.isEmpty());
    }

    void aNarrowAxisHasTwoNumbers()
    {
        for (const double size : {2480.0, 999.0, 4.8, 1.0}) {
            PlainTicker ticker(1);
            QVector<double> ticks;
            QVector<QString> labels;
            ticker.generate({0, size}, {}, QLatin1Char('g'), 6, ticks, nullptr, &labels);
            const auto inside = std::count_if(ticks.begin(), ticks.end(),
                                              [&](double tick) { return tick >= 0 && tick <= size; });
            QVERIFY(inside >= 2 && inside <= 3);
        }
    }

    void lessThanTwoDecadesStillHaveNumbers()
    {
        DecadeTicker ticker(4);
        QVector<double> ticks;
        QVector<QString> labels;
        ticker.generate({0.1, 0.9}, {}, QLatin1Char('g'), 6, ticks, nullptr, &labels);
        QCOMPARE(labels, (QVector<QString>{"0.1", "0.2", "0.5"}));
        ticker.setTickCount(2);
        ticker.generate({2.5, 60}, {}, QLatin1Char('g'), 6, ticks, nullptr, &labels);
        QCOMPARE(labels, (QVector<QString>{"3", "10", "30"}));
        ticker.setTickCount(4);
        ticker.generate({0.21, 0.24}, {}, QLatin1Char('g'), 6, ticks, nullptr, &labels);
        QVERIFY(labels.size() >= 2);
        QCOMPARE(labels.size(), ticks.size());
    }
};

QTEST_APPLESS_MAIN(TestNumberText)
#include "test_number_text.moc"
