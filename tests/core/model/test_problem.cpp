#include "core/model/error.h"
#include "core/model/problem.h"
#include "tests/support/problems.h"

#include <QTest>

#include <cmath>

using namespace hyperdrift;

namespace {

ProblemSpec cellsSpec(const Matrix& m)
{
    auto cells = std::make_shared<MatrixCells>();
    cells->rows = m.rows();
    cells->columns = m.cols();
    for (Eigen::Index i = 0; i < m.rows(); ++i)
        for (Eigen::Index j = 0; j < m.cols(); ++j)
            cells->values.push_back(m(i, j));
    ProblemSpec spec;
    spec.d1 = m.rows();
    spec.d2 = m.cols();
    spec.matrix = MatrixSource{};
    spec.matrix->cells = cells;
    return spec;
}

double orthonormalityError(const Matrix& q)
{
    return (q.transpose() * q - Matrix::Identity(q.cols(), q.cols())).norm();
}

} // namespace

class TestProblem : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        // The first problem of the process: one from cells has its own sums done in blocks of a fixed size
        // too.
        makeProblem(cellsSpec(test::normals(5, 6, 4)));
        QCOMPARE(Eigen::l1CacheSize(), 32 * 1024);
        QCOMPARE(Eigen::l2CacheSize(), 512 * 1024);
    }

    void spectrumGivesOrthonormalVectors()
    {
        const Problem problem = test::syntheticProblem(40, 23, 3, {3, 2, 2, 0.5});
        QCOMPARE(problem.directions(), 4);
        QVERIFY(orthonormalityError(problem.u) < 1e-14);
        QVERIFY(orthonormalityError(problem.v) < 1e-14);
        QVERIFY(problem.dense.size() == 0);
        QVERIFY(std::abs(tailEnergy(problem) - 0.125) < 1e-16);
    }

    void seedDecidesTheVectors()
    {
        const Problem one = test::syntheticProblem(12, 9, 1, {1, 0.5}, 7);
        QVERIFY(one.u == test::syntheticProblem(12, 9, 1, {1, 0.5}, 7).u);
        QVERIFY((one.u - test::syntheticProblem(12, 9, 1, {1, 0.5}, 8).u).norm() > 0.1);
    }

    void cellsAreFactoredExactly()
    {
        const Matrix m = test::normals(5, 17, 6);
        ProblemSpec spec = cellsSpec(m);
        spec.matrix->scaleTo.reset();
        const Problem problem = makeProblem(spec);
        QVERIFY((test::target(problem) - m).norm() < 1e-13 * m.norm());
        QVERIFY(problem.dense == m);
    }

    void scalingSetsTheFirstSingularValue()
    {
        ProblemSpec spec = cellsSpec(test::normals(6, 8, 11));
        spec.matrix->scaleTo = 2.5;
        const Problem problem = makeProblem(spec);
        QVERIFY(std::abs(problem.s(0) - 2.5) < 1e-14);
        QVERIFY((test::target(problem) - problem.dense).norm() < 1e-13);
    }

    void centringRemovesColumnMeans()
    {
        ProblemSpec spec = cellsSpec(test::normals(7, 30, 4).array() + 3.0);
        spec.matrix->centerColumns = true;
        QVERIFY(makeProblem(spec).dense.colwise().mean().norm() < 1e-14);
    }

    void rankDeficientCellsLoseTheirZeroDirections()
    {
        const Matrix m = test::normals(8, 12, 2) * test::normals(9, 2, 7);
        QCOMPARE(makeProblem(cellsSpec(m)).directions(), 2);
    }

    void zeroMatrixIsRefused()
    {
        QVERIFY_EXCEPTION_THROWN(makeProblem(cellsSpec(Matrix::Zero(3, 4))), InputError);
        ProblemSpec constant = cellsSpec(Matrix::Constant(3, 4, 2.0));
        constant.matrix->centerColumns = true;
        QVERIFY_EXCEPTION_THROWN(makeProblem(constant), InputError);
    }
};

QTEST_APPLESS_MAIN(TestProblem)
#include "test_problem.moc"
