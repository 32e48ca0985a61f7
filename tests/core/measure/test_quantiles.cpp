#include "core/dynamics/random.h"
#include "core/measure/quantiles.h"
#include "core/measure/running_stats.h"
#include "core/measure/sample_statistics.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace hyperdrift;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

Sample sampleOf(double loss, double theta)
{
    Sample sample;
    sample.loss = loss;
    sample.singularValues = {2 * loss, loss};
    sample.theta = {theta};
    return sample;
}

} // namespace

class TestQuantiles : public QObject {
    Q_OBJECT
private slots:
    void knownNumbers()
    {
        // 0…100 in some order: the p-quantile is 100 p.
        std::vector<double> numbers;
        for (int i = 0; i <= 100; ++i)
            numbers.push_back((37 * i) % 101);
        const QuantileSummary summary = summarize(numbers);
        QCOMPARE(summary.count, 101);
        QCOMPARE(summary.leftOut, 0);
        QCOMPARE(summary.min, 0.0);
        QCOMPARE(summary.q05, 5.0);
        QCOMPARE(summary.median, 50.0);
        QCOMPARE(summary.q95, 95.0);
        QCOMPARE(summary.max, 100.0);
        QCOMPARE(summary.mean, 50.0);
        QVERIFY(std::abs(summary.sd - std::sqrt(101.0 * 102.0 / 12.0)) < 1e-12); // √(n(n+1)/12)
    }

    void betweenTwoNumbersItIsLinear()
    {
        const std::vector<double> numbers{1, 2, 4, 8};
        QCOMPARE(quantile(numbers, 0), 1.0);
        QCOMPARE(quantile(numbers, 0.5), 3.0);
        QCOMPARE(quantile(numbers, 5.0 / 6.0), 6.0);
        QCOMPARE(quantile(numbers, 1), 8.0);
        double last = 0;
        for (int i = 0; i <= 1000; ++i) {
            const double value = quantile(numbers, i / 1000.0);
            QVERIFY(value >= last);
            last = value;
        }
    }

    void quantilesMoveWithTheNumbers()
    {
        // Of −x they are those of x mirrored, of a + bx likewise moved and stretched.
        std::vector<double> numbers(997);
        fillNormals(1, Stream::StartX, 0, numbers);
        std::vector<double> mirrored;
        std::vector<double> moved;
        for (const double x : numbers) {
            mirrored.push_back(-x);
            moved.push_back(8 + 4 * x);
        }
        const QuantileSummary of = summarize(numbers);
        const QuantileSummary mirror = summarize(mirrored);
        QVERIFY(std::abs(mirror.q05 + of.q95) < 1e-14);
        QCOMPARE(mirror.median, -of.median);
        QCOMPARE(mirror.max, -of.min);
        QCOMPARE(mirror.sd, of.sd);
        const QuantileSummary move = summarize(moved);
        QVERIFY(std::abs(move.q05 - (8 + 4 * of.q05)) < 1e-13);
        QVERIFY(std::abs(move.sd - 4 * of.sd) < 1e-13);
    }

    void fewNumbers()
    {
        const QuantileSummary none = summarize({});
        QCOMPARE(none.count, 0);
        for (const double value : {none.mean, none.sd, none.min, none.q05, none.median, none.q95, none.max})
            QVERIFY(std::isnan(value));
        const QuantileSummary one = summarize({3});
        for (const double value : {one.mean, one.min, one.q05, one.median, one.q95, one.max})
            QCOMPARE(value, 3.0);
        QVERIFY(std::isnan(one.sd));
        QCOMPARE(summarize({1, 2}).median, 1.5);
    }

    void whatIsNotFiniteIsLeftOutAndCounted()
    {
        const QuantileSummary summary = summarize({undefined, 1, infinity, 2, 3, -infinity});
        QCOMPARE(summary.count, 3);
        QCOMPARE(summary.leftOut, 3);
        QCOMPARE(summary.mean, 2.0);
        QCOMPARE(summary.min, 1.0);
        QCOMPARE(summary.max, 3.0);
    }

    void hugeNumbersDoNotOverflow()
    {
        const double huge = std::numeric_limits<double>::max();
        QVERIFY(std::isfinite(quantile({-huge, huge}, 0.75)));
    }

    void everyNumberOfASampleHasItsStatistics()
    {
        const Sample a = sampleOf(1, 0.5);
        const Sample b = sampleOf(3, undefined);
        const SampleStatistics statistics = statisticsOf({&a, &b});
        QCOMPARE(statistics.mean.loss, 2.0);
        QCOMPARE(statistics.sd.loss, std::sqrt(2.0));
        QCOMPARE(statistics.min.singularValues[0], 2.0);
        QCOMPARE(statistics.max.singularValues[1], 3.0);
        QCOMPARE(statistics.median.theta[0], 0.5);
        QCOMPARE(statistics.leftOut.theta[0], 1.0);
        QCOMPARE(statistics.leftOut.loss, 0.0);

        const SampleStatistics none = noStatistics(a);
        QVERIFY(std::isnan(none.mean.loss));
        QCOMPARE(none.q95.singularValues.size(), std::size_t{2});
        QVERIFY(std::isnan(none.q95.singularValues[1]));
    }
};

QTEST_APPLESS_MAIN(TestQuantiles)
#include "test_quantiles.moc"
