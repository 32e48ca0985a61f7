#include "core/measure/series.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

using namespace hyperdrift;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// A jagged line, the same at every call.
Series jagged(int points, double stride = 1)
{
    Series series;
    for (int i = 0; i < points; ++i) {
        const double value = std::sin(12.9898 * i) * 0.5 + 2;
        series.add(i * stride, value, value, value);
    }
    return series;
}

} // namespace

class TestSeries : public QObject {
    Q_OBJECT
private slots:
    void reducesToTwoPointsAColumn()
    {
        for (const bool logarithmic : {false, true}) {
            const Series series = jagged(40000);
            const Series shown = reduce(series, {1, 40000, 400, logarithmic});
            QVERIFY(shown.size() <= 2 * 400 + 4);
            QVERIFY(shown.size() >= 200);
            QVERIFY(std::is_sorted(shown.x.begin(), shown.x.end()));
        }
    }

    void keepsSpikes()
    {
        Series series = jagged(40000);
        series.low[12345] = series.mean[12345] = series.high[12345] = 1e6;
        series.low[23456] = -1e6;
        const Series shown = reduce(series, {0, 40000, 300, false});
        QCOMPARE(*std::max_element(shown.high.begin(), shown.high.end()), 1e6);
        QCOMPARE(*std::min_element(shown.low.begin(), shown.low.end()), -1e6);
    }

    void bandHoldsEveryValueAndMeansAreMeans()
    {
        const Series series = jagged(4096);
        const Series shown = reduce(series, {0, 4096, 64, false}); // columns of 64 iterations
        QCOMPARE(shown.size(), std::size_t{64});
        for (std::size_t column = 0; column < 64; ++column) {
            double sum = 0;
            for (std::size_t i = 64 * column; i < 64 * column + 64; ++i) {
                QVERIFY(series.mean[i] >= shown.low[column] && series.mean[i] <= shown.high[column]);
                sum += series.mean[i];
            }
            QVERIFY(std::abs(sum / 64 - shown.mean[column]) < 1e-12);
        }
    }

    void steepLinesStayWhereTheyAre()
    {
        Series series;
        for (int i = 0; i <= 1000; ++i)
            series.add(i, std::exp(-i), std::exp(-i), std::exp(-i));
        const Series shown = reduce(series, {0, 1000, 50, false});
        for (std::size_t i = 0; i < shown.size(); ++i)
            QCOMPARE(shown.mean[i], std::exp(-shown.x[i]));
        QCOMPARE(shown.x.front(), 0.0);
        QCOMPARE(shown.x.back(), 1000.0);
    }

    void fewPointsAreLeftAlone()
    {
        const Series series = jagged(50);
        const Series shown = reduce(series, {0, 50, 400, false});
        QCOMPARE(shown.x, series.x);
        QCOMPARE(shown.mean, series.mean);
    }

    void aGrowingAxisMovesNoColumn()
    {
        const Series series = jagged(10000);
        const Series shorter = reduce(series, {0, 8500, 300, false});
        const Series longer = reduce(series, {0, 9500, 300, false}); // columns of 32 both times
        std::map<double, double> means;
        for (std::size_t i = 0; i < longer.size(); ++i)
            means[longer.x[i]] = longer.mean[i];
        std::size_t same = 0;
        for (std::size_t i = 0; i < shorter.size(); ++i)
            same += means.contains(shorter.x[i]) && means[shorter.x[i]] == shorter.mean[i] ? 1U : 0U;
        QVERIFY(same + 3 >= shorter.size());
    }

    void linesRunOutOfAZoomedPicture()
    {
        const Series series = jagged(100, 100);
        const Series shown = reduce(series, {1230, 1260, 400, false});
        QVERIFY(shown.x.front() <= 1230 && shown.x.back() >= 1260);
        QVERIFY(shown.size() <= 6);
    }

    void gapsStayGaps()
    {
        Series series = jagged(1000);
        for (std::size_t i = 400; i < 500; ++i)
            series.mean[i] = notANumber;
        series.high[700] = std::numeric_limits<double>::infinity();
        const Series shown = reduce(series, {0, 1000, 100, false});
        std::size_t gaps = 0;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            gaps += std::isnan(shown.mean[i]) ? 1U : 0U;
            QVERIFY(!(shown.x[i] > 400 && shown.x[i] < 500) || std::isnan(shown.mean[i]));
        }
        QCOMPARE(gaps, std::size_t{2});
    }

    void aPartIsReducedAsIfItWereAll()
    {
        const Series whole = jagged(1000);
        Series part;
        for (std::size_t i = 200; i < 700; ++i)
            part.add(whole.x[i], whole.low[i], whole.mean[i], whole.high[i]);
        const Columns columns{0, 1000, 100, false};
        const Series ofPart = reduce(part, columns);
        const Series ofWhole = reduce(whole, columns, 200, 700);
        QCOMPARE(ofWhole.x, ofPart.x);
        QCOMPARE(ofWhole.mean, ofPart.mean);
        QCOMPARE(ofWhole.low, ofPart.low);
        QCOMPARE(ofWhole.high, ofPart.high);
        QCOMPARE(reduce(whole, columns, 300, 300).size(), std::size_t{0});
    }

    void aGrowingSeriesIsReducedAsIfAnew()
    {
        const Series all = [] {
            Series series = jagged(3000);
            for (const std::size_t gap : {0U, 700U, 701U, 1500U, 2999U})
                series.mean[gap] = notANumber;
            return series;
        }();
        const auto isReducedAsIfAnew = [](GrowingReduction& reduction, const Series& series,
                                          const Columns& columns, std::size_t last) {
            reduceOn(reduction, series, columns, last);
            const Series anew = reduce(series, columns, 0, last);
            const auto same = [](const std::vector<double>& a, const std::vector<double>& b) {
                return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double one, double other) {
                    return one == other || (std::isnan(one) && std::isnan(other));
                });
            };
            const Series& reduced = reduction.reduced;
            return same(reduced.x, anew.x) && same(reduced.low, anew.low) && same(reduced.mean, anew.mean) &&
                   same(reduced.high, anew.high);
        };
        for (const bool logarithmic : {false, true}) {
            GrowingReduction reduction;
            Series series;
            const auto at = [&](double lower, double upper) {
                return Columns{lower, upper, 40, logarithmic};
            };
            for (std::size_t i = 0; i < all.size(); ++i) {
                series.add(all.x[i], all.low[i], all.mean[i], all.high[i]);
                if (i % 7 == 0 || i > 2990) // an axis that grows with it, sometimes into wider columns
                    QVERIFY(isReducedAsIfAnew(reduction, series, at(1, 300 + all.x[i]), series.size()));
            }
            for (const std::size_t last : {2999U, 2000U, 100U, 0U, 3000U}) // back in time, and forward
                QVERIFY(isReducedAsIfAnew(reduction, series, at(1, 3000), last));
            for (const double lower : {1.0, 300.0, 400.0, 1.0}) // zoomed
                QVERIFY(isReducedAsIfAnew(reduction, series, at(lower, 1000), series.size()));
            series.clear();
            for (std::size_t i = 0; i < 2000; ++i)
                series.add(all.x[i], -1, -1, -1);
            QVERIFY(isReducedAsIfAnew(reduction, series, at(1, 1000), series.size()));
        }
    }

    void emptyAndOutOfRangeAreFine()
    {
        QCOMPARE(reduce({}, {0, 10, 5, false}).size(), std::size_t{0});
        QVERIFY(reduce(jagged(10), {100, 200, 5, false}).size() <= 2);
        QVERIFY(reduce(jagged(10), {1, 1e300, 5, true}).size() <= 10);
    }

    void extentIgnoresWhatIsNotANumber()
    {
        Series series = jagged(10);
        series.high[3] = std::numeric_limits<double>::infinity();
        series.low[4] = series.mean[4] = series.high[4] = -1;
        const Extent all = extentOf(series, 0, 9, false);
        QCOMPARE(all.min, -1.0);
        QVERIFY(std::isfinite(all.max));
        QVERIFY(extentOf(series, 0, 9, true).min > 0);
        QVERIFY(extentOf(series, 20, 30, false).empty());
        Extent one;
        one.include(notANumber);
        QVERIFY(one.empty());
        one.include(4);
        QCOMPARE(one.min, 4.0);
        QCOMPARE(one.max, 4.0);
    }

    void seriesGrowWithTheHistory()
    {
        History history;
        for (int i = 0; i < 5; ++i) {
            Sample sample;
            sample.iteration = i;
            sample.imbalance = 10 + i;
            sample.lambdaMax = 20 + i;
            history.samples.push_back(sample);
            history.loss.push_back({i, 1.0, 2.0, 3.0});
        }
        Series imbalance;
        appendSeries(imbalance, history, {Quantity::Imbalance});
        QCOMPARE(imbalance.size(), std::size_t{5});
        QCOMPARE(imbalance.mean.back(), 14.0);
        history.samples.push_back(history.samples.back());
        history.samples.back().imbalance = 99;
        appendSeries(imbalance, history, {Quantity::Imbalance});
        QCOMPARE(imbalance.size(), std::size_t{6});
        QCOMPARE(imbalance.high.back(), 99.0);
        Series loss;
        appendSeries(loss, history, {Quantity::Loss});
        QCOMPARE(loss.low[0], 1.0);
        QCOMPARE(loss.mean[0], 2.0);
        QCOMPARE(loss.high[0], 3.0);
        Series flatness;
        appendSeries(flatness, history, {Quantity::LambdaMax});
        QCOMPARE(flatness.mean[2], 22.0);
    }

    void everyQuantityIsFound()
    {
        Sample sample;
        sample.loss = 1;
        sample.imbalance = 2;
        sample.ratio = 3;
        sample.gap = 4;
        sample.lambdaMax = 5;
        sample.trace = 6;
        sample.xNorm2 = 70;
        sample.yNorm2 = 800;
        sample.theta = {8, 9};
        double expected = 0;
        for (const Quantity quantity : {Quantity::Loss, Quantity::Imbalance, Quantity::Ratio, Quantity::Gap,
                                        Quantity::LambdaMax, Quantity::Trace})
            QCOMPARE(valueOf(sample, {quantity}), ++expected);
        QCOMPARE(valueOf(sample, {Quantity::WeightedNorms, 0.1, 0.01}), 15.0);
        QCOMPARE(valueOf(sample, {Quantity::LogRatio, 0, 0, 1}), 9.0);
        QVERIFY(std::isnan(valueOf(sample, {Quantity::LogRatio, 0, 0, 2})));
    }

    void furtherDirectionsAreThinned()
    {
        History history;
        for (int i = 0; i < 4000; ++i) {
            Sample sample;
            sample.iteration = i;
            sample.theta = {1.0 * i, 2.0 * i};
            history.samples.push_back(sample);
        }
        Series first;
        Series second;
        appendSeries(first, history, {Quantity::LogRatio, 0, 0, 0});
        appendSeries(second, history, {Quantity::LogRatio, 0, 0, 1});
        QCOMPARE(first.size(), std::size_t{4000});
        QVERIFY(second.size() > 300 && second.size() < 800);
        QCOMPARE(second.mean.back(), 2 * second.x.back());
        const std::size_t before = second.size();
        appendSeries(second, history, {Quantity::LogRatio, 0, 0, 1});
        QCOMPARE(second.size(), before);
        second.clear();
        appendSeries(second, history, {Quantity::LogRatio, 0, 0, 1});
        QCOMPARE(second.size(), before);
    }

    void entryAtOrBefore()
    {
        const Series series = jagged(10, 10);
        QCOMPARE(entryAt(series, 35), std::size_t{3});
        QCOMPARE(entryAt(series, 30), std::size_t{3});
        QCOMPARE(entryAt(series, 1e9), std::size_t{9});
        QCOMPARE(entryAt(series, -1), series.size());
    }
};

QTEST_APPLESS_MAIN(TestSeries)
#include "test_series.moc"
