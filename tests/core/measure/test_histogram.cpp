#include "core/measure/histogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace hyperdrift;

namespace {

std::int64_t total(const Histogram& histogram)
{
    return std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::int64_t{0});
}

} // namespace

class TestHistogram : public QObject {
    Q_OBJECT
private slots:
    void everyNumberIsInOneBin()
    {
        std::vector<double> numbers;
        for (int i = 0; i < 1000; ++i)
            numbers.push_back(std::sin(0.1 * i * i));
        const Histogram histogram = histogramOf(numbers);
        QCOMPARE(total(histogram), 1000);
        for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
            const double lower = histogram.lower(bin);
            const bool isLast = bin + 1 == histogram.counts.size();
            std::int64_t within = 0;
            for (const double x : numbers) // within rounding at the edges
                within += x >= lower && (isLast || x < lower + histogram.width) ? 1 : 0;
            QVERIFY(std::abs(within - histogram.counts[bin]) <= 1);
        }
        QVERIFY(std::abs(histogram.lower(histogram.counts.size()) -
                         *std::max_element(numbers.begin(), numbers.end())) < 1e-12);
    }

    void widthIsThatOfFreedmanAndDiaconis()
    {
        // 0…999: q75 − q25 = 499.5, n^(1/3) = 10: width 99.9, so that 10 bins of 99.9 hold them.
        std::vector<double> numbers(1000);
        std::iota(numbers.begin(), numbers.end(), 0.0);
        const Histogram histogram = histogramOf(numbers);
        QCOMPARE(histogram.counts.size(), std::size_t{10});
        QVERIFY(std::abs(histogram.width - 99.9) < 1e-9);
        QCOMPARE(histogram.greatest(), 100);
    }

    void binsAreWithinTheirBounds()
    {
        QCOMPARE(histogramOf({0, 1}).counts.size(), std::size_t{8});
        std::vector<double> outlier(1000, 1.0); // q75 = q25
        outlier.push_back(5);
        QCOMPARE(histogramOf(outlier, 30).counts.size(), std::size_t{30});
        QCOMPARE(histogramOf(outlier, 30).counts.front(), 1000);
        QCOMPARE(histogramOf(outlier, 30).counts.back(), 1);
    }

    void oneNumberHasOneBin()
    {
        const Histogram histogram = histogramOf({2.5, 2.5, 2.5 * (1 + 1e-15)});
        QCOMPARE(histogram.counts, std::vector<std::int64_t>{3});
        QCOMPARE(histogram.width, 0.0);
        QCOMPARE(histogram.start, 2.5);
        QCOMPARE(histogramOf({0, 0}).counts, std::vector<std::int64_t>{2});
    }

    void whatIsNotFiniteIsLeftOut()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        const Histogram histogram = histogramOf({1, nan, 2, infinity, -infinity});
        QCOMPARE(total(histogram), 2);
        QCOMPARE(histogram.leftOut, 3);
        QVERIFY(histogramOf({nan}).counts.empty());
        QCOMPARE(histogramOf({}).greatest(), 0);
    }
};

QTEST_APPLESS_MAIN(TestHistogram)
#include "test_histogram.moc"
