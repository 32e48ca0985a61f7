#include "core/measure/projection.h"
#include "core/model/compression.h"
#include "core/model/factors.h"
#include "tests/support/problems.h"

#include <QTest>

#include <cmath>

using namespace hyperdrift;

class TestFactors : public QObject {
    Q_OBJECT
private slots:
    void alignedStartHasTheStatedCoordinates()
    {
        const Problem problem = test::syntheticProblem(9, 14, 3, {2, 1, 0.5});
        const AlignedStart start{.logImbalance = {1.5, -0.5, 0}, .product = {0.3, 1.0, -0.7}};
        const Factors factors = makeStart({start, 0}, problem);
        const Compression c = compress(problem, factors);
        QVERIFY(c.cx.norm() < 1e-28 && c.cy.norm() < 1e-28);
        for (Eigen::Index k = 0; k < 3; ++k) {
            const auto i = static_cast<std::size_t>(k);
            const DirectionStats stats = directionStats(c, k);
            QVERIFY(std::abs(stats.p - start.product[i] * problem.s(k)) < 1e-14);
            QVERIFY(std::abs(0.5 * std::log(stats.u / stats.v) - start.logImbalance[i]) < 1e-13);
            QVERIFY(std::abs(stats.u * stats.v - stats.p * stats.p) < 1e-14);
        }
    }

    void productOneLiesOnTheMinima()
    {
        const Problem problem = test::syntheticProblem(9, 14, 2, {2, 1});
        const Factors factors = makeStart({AlignedStart{{0.8}, {1.0}}, 0}, problem);
        QVERIFY(test::naiveLoss(problem, factors) < 1e-28);
    }

    void columnsPastTheSpectrumAreZero()
    {
        const Problem problem = test::syntheticProblem(9, 14, 3, {1});
        const Factors factors = makeStart({AlignedStart{}, 0}, problem);
        QVERIFY(factors.x.rightCols(2).isZero(0) && factors.y.rightCols(2).isZero(0));
    }

    void smallBalancedStartIsBalanced()
    {
        const Problem problem = test::syntheticProblem(9, 14, 3, {1});
        const Factors f = makeStart({SmallBalancedStart{0.01}, 5}, problem);
        const Matrix expected = 1e-4 * Matrix::Identity(3, 3);
        QVERIFY((f.x.transpose() * f.x - expected).norm() < 1e-18);
        QVERIFY((f.y.transpose() * f.y - expected).norm() < 1e-18);
    }

    void gaussianStartHasItsScales()
    {
        const Problem problem = test::syntheticProblem(20000, 20000, 2, {1});
        const Factors f = makeStart({GaussianStart{0.5, 2.0}, 5}, problem);
        QVERIFY(std::abs(f.x.squaredNorm() / 40000 / 0.25 - 1) < 0.0355); // 5 sd of a sample variance: 6e-7
        QVERIFY(std::abs(f.y.squaredNorm() / 40000 / 4.0 - 1) < 0.0355);
        QVERIFY(std::abs(f.x.col(0).dot(f.y.col(0)) / 20000) < 5 * 1.0 / std::sqrt(20000.0));
    }

    void explicitAndZeroStarts()
    {
        const Problem problem = test::syntheticProblem(2, 3, 1, {1});
        const Factors f = makeStart({ExplicitStart{{{1}, {2}}, {{3}, {4}, {5}}}, 0}, problem);
        QVERIFY(f.x == Eigen::Vector2d(1, 2) && f.y == Eigen::Vector3d(3, 4, 5));
        const Factors zero = makeStart({ZeroStart{}, 0}, problem);
        QVERIFY(zero.x.isZero(0) && zero.y.isZero(0));
    }

    void scalingKeepsTheLoss()
    {
        const Problem problem = test::syntheticProblem(9, 14, 2, {2, 1});
        Factors f = test::randomFactors(3, problem);
        const double before = test::naiveLoss(problem, f);
        scaleAlongValley(f, 1.7);
        QVERIFY(std::abs(test::naiveLoss(problem, f) - before) < 1e-13 * before);
    }
};

QTEST_APPLESS_MAIN(TestFactors)
#include "test_factors.moc"
