#include "core/theory/landscape.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace hyperdrift;

namespace {

const std::vector<Landscape>& landscapes()
{
    static const std::vector<Landscape> all = {{1, 0, 0},      {1, 0.075, 0.05}, {2, 0.3, 0},   {0.5, 0, 0.2},
                                               {3, 0.01, 0.4}, {0.2, 1, 1},      {10, 2, 0.001}};
    return all;
}

const std::vector<PlaneRect>& views()
{
    static const std::vector<PlaneRect> all = {
        {0, 2.5, 0, 1.4}, {-3, 3, -2, 2}, {-4, -0.5, 0.25, 5}, {0.5, 0.9, -3, 0.1}, {0, 40, 0, 0.3}};
    return all;
}

/// How often the polylines cross the vertical line at x.
int crossings(const std::vector<std::vector<PlanePoint>>& lines, double x)
{
    int count = 0;
    for (const auto& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i)
            count += (line[i - 1].x < x) != (line[i].x < x) ? 1 : 0;
    }
    return count;
}

/// How often the value passes c along the vertical line at x; −1 when two passes are too close to tell apart.
int signChanges(const Landscape& landscape, double c, double x, const PlaneRect& view)
{
    constexpr int steps = 4000;
    int count = 0;
    int last = -steps;
    double before = landscapeValue(landscape, x, view.yMin) - c;
    for (int i = 1; i <= steps; ++i) {
        const double y = view.yMin + (view.yMax - view.yMin) * i / steps;
        const double now = landscapeValue(landscape, x, y) - c;
        if ((now < 0) != (before < 0)) {
            if (i - last < steps / 100 || i < steps / 100 || i > steps - steps / 100)
                return -1;
            last = i;
            ++count;
        }
        before = now;
    }
    return count;
}

} // namespace

class TestLandscape : public QObject {
    Q_OBJECT
private slots:
    void levelCurvesLieOnTheirLevelInsideTheView()
    {
        int points = 0;
        for (const Landscape& l : landscapes()) {
            for (const PlaneRect& view : views()) {
                for (const double h : {1.0, 2.0, 5.0, 9.0, 20.0}) {
                    const double c = valueAtHeight(l, h);
                    for (const auto& line :
                         levelCurve(l, c, view.xMin, view.xMax, view.yMin, view.yMax, 80)) {
                        QVERIFY(line.size() >= 2 && line.size() <= 80);
                        for (const PlanePoint& p : line) {
                            QVERIFY(p.x >= view.xMin && p.x <= view.xMax && p.y >= view.yMin &&
                                    p.y <= view.yMax);
                            const double scale = c + l.s * l.s + std::abs(p.x * p.y) * l.s;
                            QVERIFY(std::abs(landscapeValue(l, p.x, p.y) - c) <= 1e-9 * scale);
                            ++points;
                        }
                    }
                }
            }
        }
        QVERIFY(points > 2000);
    }

    void levelCurvesAreComplete()
    {
        int compared = 0;
        for (const Landscape& l : landscapes()) {
            for (const PlaneRect& view : views()) {
                for (const double h : {1.0, 3.0, 7.0, 12.0}) {
                    const double c = valueAtHeight(l, h);
                    const auto lines = levelCurve(l, c, view.xMin, view.xMax, view.yMin, view.yMax, 300);
                    for (int i = 1; i < 40; ++i) {
                        const double x = view.xMin + (view.xMax - view.xMin) * (i + 0.37) / 40;
                        const int expected = signChanges(l, c, x, view);
                        if (expected < 0)
                            continue;
                        QCOMPARE(crossings(lines, x), expected);
                        ++compared;
                    }
                }
            }
        }
        QVERIFY(compared > 2000);
    }

    void belowTheMinimumThereIsNoCurve()
    {
        for (const Landscape& l : landscapes()) {
            const double below = landscapeMinimum(l) - 0.01 * l.s * l.s;
            QVERIFY(levelCurve(l, below, -3, 3, -3, 3, 50).empty());
        }
    }

    void minimumIsAtTheLimitOfPerturbedDescent()
    {
        for (const Landscape& l : landscapes()) {
            const double minimum = landscapeMinimum(l);
            for (int i = -60; i <= 60; ++i) {
                for (int j = -60; j <= 60; ++j)
                    QVERIFY(landscapeValue(l, i * 0.1, j * 0.1) >= minimum * (1 - 1e-12));
            }
            if (l.a * l.b == 0)
                continue;
            const double m = std::max(0.0, l.s - std::sqrt(l.a * l.b));
            const double gamma = std::sqrt(l.b / l.a);
            QVERIFY(std::abs(landscapeValue(l, std::sqrt(gamma * m), std::sqrt(m / gamma)) - minimum) <=
                    1e-12 * l.s * l.s);
        }
    }

    void hyperbolasAreExactAndClipped()
    {
        for (const PlaneRect& view : views()) {
            for (const double p : {1.0, -0.4, 0.02}) {
                for (const auto& line : hyperbola(p, view, 60)) {
                    QVERIFY(line.size() >= 2 && line.size() <= 60);
                    for (const PlanePoint& point : line) {
                        QVERIFY(std::abs(point.x * point.y - p) <= 1e-12 * std::abs(p));
                        QVERIFY(point.x >= view.xMin && point.x <= view.xMax);
                        QVERIFY(point.y >= view.yMin && point.y <= view.yMax);
                    }
                }
            }
        }
        QCOMPARE(hyperbola(1, {0, 2, 0, 2}, 60).size(), std::size_t{1});
        QCOMPARE(hyperbola(1, {-2, 2, -2, 2}, 60).size(), std::size_t{2});
        QVERIFY(hyperbola(-1, {0, 2, 0, 2}, 60).empty());
        QVERIFY(hyperbola(0, {-2, 2, -2, 2}, 60).empty());
    }

    void heightAndValueAreInverse()
    {
        for (const Landscape& l : landscapes()) {
            QCOMPARE(heightOf(l, landscapeMinimum(l)), 0.0);
            for (const double h : {0.5, 1.0, 4.0, 15.0, 30.0})
                QVERIFY(std::abs(heightOf(l, valueAtHeight(l, h)) - h) <= 1e-7 * h);
        }
        // The first contour of F runs where |xy − s| = s/10.
        QVERIFY(std::abs(valueAtHeight({2, 0, 0}, 1) - 0.5 * 0.2 * 0.2) < 1e-15);
    }

    void fieldIsSampledAtPixelCentresFromTheTop()
    {
        const Landscape l{1, 0.075, 0.05};
        const HeightField field = heightField(l, {0, 2, 0, 1}, 4, 2);
        QCOMPARE(field.values.size(), std::size_t{8});
        for (int row = 0; row < 2; ++row) {
            for (int column = 0; column < 4; ++column) {
                const double expected = heightOf(l, landscapeValue(l, 0.25 + 0.5 * column, 0.75 - 0.5 * row));
                QVERIFY(
                    std::abs(static_cast<double>(field.values[static_cast<std::size_t>(4 * row + column)]) -
                             expected) < 1e-3);
            }
        }
    }

    void valleyProfileIsTheLossTheNoiseAdds()
    {
        for (const Landscape& l : landscapes()) {
            for (int i = -12; i <= 12; ++i) {
                const double theta = 0.25 * i;
                const double x = std::sqrt(l.s * std::exp(theta));
                const double y = l.s / x;
                QVERIFY(std::abs(valleyProfile(l, theta) - landscapeValue(l, x, y)) <=
                        1e-12 * (1 + x * x + y * y));
                if (l.a * l.b > 0) {
                    const double bowl =
                        std::sqrt(l.a * l.b) * l.s * std::cosh(theta - valleyBottom(l).value());
                    QVERIFY(std::abs(valleyProfile(l, theta) - bowl) <= 1e-12 * bowl);
                }
            }
        }
    }

    void noiseWithOneSideHasNoBottom()
    {
        QVERIFY(!valleyBottom({1, 0, 0}) && !valleyBottom({1, 0.1, 0}) && !valleyBottom({1, 0, 0.1}));
    }

    void limitLiesOnTheShrunkValley()
    {
        for (const Landscape& l : landscapes()) {
            const auto product = shrunkProduct(l);
            const double tau = std::sqrt(l.a * l.b);
            QCOMPARE(product.has_value(), tau < l.s);
            if (!product || tau == 0)
                continue;
            // x = √(γ m), y = √(m/γ): the stationary point of F̃, whose value is the least.
            const double gamma = std::exp(valleyBottom(l).value());
            const double value = landscapeValue(l, std::sqrt(gamma * *product), std::sqrt(*product / gamma));
            QVERIFY(std::abs(value - landscapeMinimum(l)) <= 1e-12 * l.s * l.s);
        }
        QVERIFY(!shrunkProduct({1, 2, 2}));
    }

    void scalingLeadsToTheNearestPointOfEqualLoss()
    {
        const PlanePoint targets[] = {{1, 1}, {0.3, 2}, {4, 0.1}, {-1, -2}, {2, -1}};
        for (const PlanePoint& from : {PlanePoint{1.5, 0.2}, PlanePoint{0.5, 2}, PlanePoint{1, -0.3}}) {
            for (const PlanePoint& to : targets) {
                const double c = scalingTowards(from, to);
                QVERIFY(c > 0);
                const auto distance = [&](double z) {
                    return std::hypot(z * from.x - to.x, from.y / z - to.y);
                };
                for (int i = -230; i <= 230; ++i)
                    QVERIFY(distance(c) <= distance(std::exp(0.02 * i)) + 1e-9);
            }
        }
        QVERIFY(std::abs(scalingTowards({1.5, 0.2}, {1.5, 0.2}) - 1) < 1e-6);
        QCOMPARE(scalingTowards({0, 2}, {3, 1}), 1.0);
        QCOMPARE(scalingTowards({2, 0}, {3, 1}), 1.0);
    }

    void aScalingKeepsTheLossAndScalesTheRatio()
    {
        for (const double c : {0.3, 1.0, 1.5, -2.0}) {
            const PlanePoint from{1.5, 0.2};
            const PlanePoint to = scaledPoint(from, c);
            QVERIFY(std::abs(to.x * to.y - from.x * from.y) < 1e-15);
            QCOMPARE(to.x, c * from.x);
            const auto ratio = [](const PlanePoint& point) {
                return point.x * point.x / (point.y * point.y);
            };
            QVERIFY(std::abs(scaledRatio(ratio(from), c) / ratio(to) - 1) < 1e-14);
        }
    }

    void alignedCoordinatesAreInvertedByAlignedPoint()
    {
        for (const Landscape& l : landscapes()) {
            for (const double theta : {-3.0, -0.2, 0.0, 2.0}) {
                for (const double product : {0.3, 1.0, -0.7, 4.0}) {
                    const PlanePoint point = alignedPoint(l, {theta, product});
                    QVERIFY(std::abs(point.x * point.y - product * l.s) < 1e-12 * l.s * 10);
                    const AlignedCoordinates back = alignedCoordinates(l, point);
                    QVERIFY(std::abs(back.logImbalance - theta) < 1e-12);
                    QVERIFY(std::abs(back.product - product) < 1e-12);
                }
            }
        }
    }

    void alignedCoordinatesStayInTheirRanges()
    {
        const Landscape l{1, 0, 0};
        const AlignedCoordinates far = alignedCoordinates(l, {100, 100});
        QCOMPARE(far.product, 10.0);
        QCOMPARE(far.logImbalance, 0.0);
        const AlignedCoordinates axis = alignedCoordinates(l, {2, 0});
        QVERIFY(axis.product > 0);
        QCOMPARE(axis.logImbalance, 20.0);
        QCOMPARE(alignedCoordinates(l, {0, 2}).logImbalance, -20.0);
        QCOMPARE(alignedCoordinates(l, {0, 0}).logImbalance, 0.0);
        QVERIFY(alignedCoordinates(l, {2, -1e-9}).product < 0);
    }
};

QTEST_APPLESS_MAIN(TestLandscape)
#include "test_landscape.moc"
