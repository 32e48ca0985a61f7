#include "core/measure/heat_map.h"
#include "tests/support/problems.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace hyperdrift;
using namespace hyperdrift::test;

namespace {

/// Cell by cell.
Matrix naiveMeans(const Matrix& a, Eigen::Index n1, Eigen::Index n2)
{
    Matrix means = Matrix::Zero(n1, n2);
    Matrix counts = Matrix::Zero(n1, n2);
    const auto blockOf = [](Eigen::Index entry, Eigen::Index blocks, Eigen::Index size) {
        Eigen::Index block = 0;
        while (blockStart(block + 1, blocks, size) <= entry)
            ++block;
        return block;
    };
    for (Eigen::Index i = 0; i < a.rows(); ++i) {
        for (Eigen::Index j = 0; j < a.cols(); ++j) {
            const Eigen::Index bi = blockOf(i, n1, a.rows());
            const Eigen::Index bj = blockOf(j, n2, a.cols());
            means(bi, bj) += a(i, j);
            counts(bi, bj) += 1;
        }
    }
    return means.cwiseQuotient(counts);
}

double distance(const Matrix& a, const Matrix& b)
{
    return (a - b).norm() / std::max(1.0, b.norm());
}

Problem denseProblem()
{
    ProblemSpec spec;
    MatrixCells cells{13, 7, {}, "made up"};
    const Matrix numbers = normals(5, 7, 13);
    cells.values.assign(numbers.data(), numbers.data() + numbers.size());
    spec.d1 = 13;
    spec.d2 = 7;
    spec.rank = 2;
    spec.matrix.emplace();
    spec.matrix->cells = std::make_shared<const MatrixCells>(std::move(cells));
    return makeProblem(spec);
}

} // namespace

class TestHeatMap : public QObject {
    Q_OBJECT
private slots:
    void blocksCoverAllEntriesOnce()
    {
        for (const Eigen::Index size : {1, 7, 20, 2000}) {
            for (Eigen::Index blocks = 1; blocks <= std::min<Eigen::Index>(size, 50); ++blocks) {
                QCOMPARE(blockStart(0, blocks, size), 0);
                QCOMPARE(blockStart(blocks, blocks, size), size);
                for (Eigen::Index i = 0; i < blocks; ++i) {
                    const Eigen::Index length = blockStart(i + 1, blocks, size) - blockStart(i, blocks, size);
                    QVERIFY(length >= 1 && length >= size / blocks && length <= size / blocks + 1);
                }
            }
        }
    }

    void meansAreThoseOfTheDenseMatrix()
    {
        const Matrix a = normals(1, 23, 31);
        for (const GridSize grid : {GridSize{23, 31}, GridSize{5, 31}, GridSize{7, 9}, GridSize{1, 1}})
            QVERIFY(distance(blockMeans(a, grid), naiveMeans(a, grid.rows, grid.columns)) < 1e-14);
        QCOMPARE(blockMeans(a, {100, 100}), a); // no more blocks than entries
    }

    void productsOfMeansAreMeansOfTheProduct()
    {
        const Problem problem = syntheticProblem(23, 31, 3, {2, 1, 0.5, 0.2});
        const Factors f = randomFactors(3, problem);
        const Matrix m = target(problem);
        for (const GridSize grid : {GridSize{40, 40}, GridSize{7, 9}, GridSize{23, 4}}) {
            const Matrix means = targetMeans(problem, grid);
            const Matrix dense = blockMeans(m, grid);
            QVERIFY(distance(means, dense) < 1e-13);
            const MatrixMaps maps = matrixMaps(problem, f, means, 0.7);
            QVERIFY(distance(maps.target.means, dense) < 1e-13);
            QVERIFY(distance(maps.product.means, blockMeans(f.x * f.y.transpose(), grid)) < 1e-13);
            QVERIFY(distance(maps.residual.means, blockMeans(f.x * f.y.transpose() - m, grid)) < 1e-13);
        }
    }

    void aFilesMatrixIsReadItself()
    {
        const Problem problem = denseProblem();
        QVERIFY(distance(targetMeans(problem, {100, 100}), problem.dense) == 0);
        QVERIFY(distance(targetMeans(problem, {4, 3}), naiveMeans(problem.dense, 4, 3)) < 1e-14);
    }

    void theBalanceIsZeroWhereXIsGammaY()
    {
        const Problem problem = syntheticProblem(6, 6, 3, {2, 1, 0.5});
        Factors f = randomFactors(4, problem);
        f.x = std::sqrt(0.7) * f.y;
        const MatrixMaps maps = matrixMaps(problem, f, targetMeans(problem, {6, 6}), 0.7);
        QVERIFY(maps.ownGamma);
        QVERIFY(maps.balance.greatest < 1e-13);
        for (const std::uint8_t shade : maps.balance.shades) // rounding is no pattern
            QVERIFY(shade == 127 || shade == 128);
        const MatrixMaps without = matrixMaps(problem, f, targetMeans(problem, {6, 6}), std::nullopt);
        QVERIFY(!without.ownGamma);
        QCOMPARE(without.gamma2, 1.0);
        QVERIFY(distance(without.balance.means, f.x.transpose() * f.x - f.y.transpose() * f.y) < 1e-14);
    }

    void scalesHoldAllValuesBetweenRoundNumbers()
    {
        const Problem problem = syntheticProblem(23, 31, 2, {2, 1});
        const Factors f = randomFactors(3, problem);
        const MatrixMaps maps = matrixMaps(problem, f, targetMeans(problem, {100, 100}), 1.0);
        QCOMPARE(maps.target.low, maps.product.low);
        QCOMPARE(maps.target.high, maps.product.high);
        for (const HeatMap* map : {&maps.target, &maps.product, &maps.residual, &maps.balance}) {
            QVERIFY(map->low <= map->means.minCoeff() && map->means.maxCoeff() <= map->high);
            QCOMPARE(map->shades.size(), static_cast<std::size_t>(map->means.size()));
            for (Eigen::Index i = 0; i < map->means.rows(); ++i) {
                for (Eigen::Index j = 0; j < map->means.cols(); ++j) {
                    const auto at = static_cast<std::size_t>(i * map->means.cols() + j);
                    const double shown = map->low + (map->high - map->low) * map->shades[at] / 255;
                    QVERIFY(std::abs(shown - map->means(i, j)) <= (map->high - map->low) / 255);
                }
            }
        }
        QCOMPARE(maps.residual.low, -maps.residual.high);
        const double bound = maps.residual.greatest;
        QVERIFY(maps.residual.high >= bound && maps.residual.high <= 2.5 * bound);
        const double mantissa = maps.residual.high / std::pow(10, std::floor(std::log10(maps.residual.high)));
        QVERIFY(std::abs(mantissa - 1) < 1e-9 || std::abs(mantissa - 2) < 1e-9 ||
                std::abs(mantissa - 5) < 1e-9);
    }

    void brokenNumbersHaveAScaleToo()
    {
        const Problem problem = syntheticProblem(4, 5, 1, {1});
        const double inf = std::numeric_limits<double>::infinity();
        for (const double value : {0.0, inf, std::numeric_limits<double>::quiet_NaN(), 1e200}) {
            const Factors f{Matrix::Constant(4, 1, value), Matrix::Constant(5, 1, value)};
            const MatrixMaps maps = matrixMaps(problem, f, targetMeans(problem, {9, 9}), 1.0);
            for (const HeatMap* map : {&maps.target, &maps.product, &maps.residual, &maps.balance})
                QVERIFY(std::isfinite(map->low) && std::isfinite(map->high) && map->low < map->high);
        }
        const Matrix ones = Matrix::Ones(4, 5);
        const MatrixMaps flat = matrixMaps(problem, {Matrix::Ones(4, 1), Matrix::Ones(5, 1)}, ones, 1.0);
        QVERIFY(flat.target.low <= 0 && flat.target.high >= 1); // one value alone: from 0
    }
};

QTEST_GUILESS_MAIN(TestHeatMap)
#include "test_heat_map.moc"
