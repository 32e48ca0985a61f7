#include "core/model/portable_math.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace hyperdrift;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Distance of `value` from what is exact, in units of its last place.
double unitsOff(double value, long double exact)
{
    const double spacing = std::nextafter(std::abs(value), infinity) - std::abs(value);
    return static_cast<double>(std::abs(static_cast<long double>(value) - exact) / spacing);
}

} // namespace

class TestPortableMath : public QObject {
    Q_OBJECT
private slots:
    void expIsRightToTheLastPlace()
    {
        std::mt19937_64 random(1);
        std::uniform_real_distribution<double> exponents(-700, 700);
        std::uniform_real_distribution<double> small(-2, 2);
        for (int i = 0; i < 200'000; ++i) {
            const double x = i % 2 ? exponents(random) : small(random);
            QVERIFY2(unitsOff(portableExp(x), std::exp(static_cast<long double>(x))) < 1,
                     qPrintable(QString::number(x, 'g', 17)));
        }
        QCOMPARE(portableExp(0), 1.0);
        QCOMPARE(portableExp(1000), infinity);
        QCOMPARE(portableExp(-1000), 0.0);
        QCOMPARE(portableExp(-infinity), 0.0);
        QVERIFY(std::isnan(portableExp(std::nan(""))));
    }

    void logIsRightToTheLastPlace()
    {
        std::mt19937_64 random(2);
        std::uniform_real_distribution<double> exponents(-1000, 1000);
        std::uniform_real_distribution<double> nearOne(0.4, 2.5);
        for (int i = 0; i < 200'000; ++i) {
            const double x = i % 2 ? std::exp2(exponents(random)) : nearOne(random);
            QVERIFY2(unitsOff(portableLog(x), std::log(static_cast<long double>(x))) < 1,
                     qPrintable(QString::number(x, 'g', 17)));
        }
        QCOMPARE(portableLog(1), 0.0);
        const double least = std::numeric_limits<double>::denorm_min();
        QVERIFY(unitsOff(portableLog(least), std::log(static_cast<long double>(least))) < 1);
        QCOMPARE(portableLog(0), -infinity);
        QCOMPARE(portableLog(infinity), infinity);
        QVERIFY(std::isnan(portableLog(-1)));
        QVERIFY(std::isnan(portableLog(std::nan(""))));
    }
};

QTEST_APPLESS_MAIN(TestPortableMath)
#include "test_portable_math.moc"
