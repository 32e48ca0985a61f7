#include "core/measure/hessian.h"
#include "core/measure/measure.h"
#include "core/measure/projection.h"
#include "tests/support/problems.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <Eigen/SVD>

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hyperdrift;

namespace {

Sample measured(const Problem& problem, const Factors& factors, double gamma2 = 1)
{
    return measure(compress(problem, factors),
                   {.iteration = 5, .d1 = problem.d1(), .d2 = problem.d2(), .gamma2 = gamma2});
}

/// The whole Hessian over the (d1+d2)r unknowns, column by column from its definition.
Matrix naiveHessian(const Problem& problem, const Factors& f)
{
    const Matrix residual = f.x * f.y.transpose() - test::target(problem);
    const Eigen::Index n = f.x.size() + f.y.size();
    Matrix hessian(n, n);
    for (Eigen::Index i = 0; i < n; ++i) {
        Factors e{Matrix::Zero(f.x.rows(), f.x.cols()), Matrix::Zero(f.y.rows(), f.y.cols())};
        (i < f.x.size() ? e.x.data()[i] : e.y.data()[i - f.x.size()]) = 1;
        const Matrix change = e.x * f.y.transpose() + f.x * e.y.transpose();
        const Matrix hp = change * f.y + residual * e.y;
        const Matrix hq = change.transpose() * f.x + residual.transpose() * e.x;
        hessian.col(i) << hp.reshaped(), hq.reshaped();
    }
    return hessian;
}

bool close(double a, double b, double relative)
{
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

} // namespace

class TestMeasure : public QObject {
    Q_OBJECT
private slots:
    void everythingAgreesWithItsDefinition_data()
    {
        QTest::addColumn<int>("d1");
        QTest::addColumn<int>("d2");
        QTest::addColumn<int>("rank");
        QTest::addColumn<int>("k");
        QTest::newRow("rank 1") << 6 << 9 << 1 << 1;
        QTest::newRow("rank 1, long spectrum") << 6 << 9 << 1 << 4;
        QTest::newRow("rank 3") << 7 << 8 << 3 << 3;
        QTest::newRow("rank above spectrum") << 7 << 8 << 3 << 2;
        QTest::newRow("full spectrum") << 5 << 8 << 2 << 5;
        QTest::newRow("one row") << 1 << 8 << 1 << 1;
        QTest::newRow("more unknowns than the dense limit") << 12 << 13 << 4 << 10;
    }
    void everythingAgreesWithItsDefinition()
    {
        QFETCH(int, d1);
        QFETCH(int, d2);
        QFETCH(int, rank);
        QFETCH(int, k);
        std::vector<double> spectrum(static_cast<std::size_t>(k));
        for (std::size_t i = 0; i < spectrum.size(); ++i)
            spectrum[i] = 2.0 / static_cast<double>(i + 1);
        const Problem problem = test::syntheticProblem(d1, d2, rank, spectrum);
        const Factors f = test::randomFactors(11, problem);
        const Sample sample = measured(problem, f, 1.3);
        const Matrix a = f.x.transpose() * f.x;
        const Matrix b = f.y.transpose() * f.y;
        const Factors gradient = test::naiveGradient(problem, f);
        const Matrix hessian = naiveHessian(problem, f);
        const Vector eigenvalues = Eigen::SelfAdjointEigenSolver<Matrix>(hessian).eigenvalues();
        QCOMPARE(sample.iteration, 5);
        QVERIFY(close(sample.loss, test::naiveLoss(problem, f), 1e-13));
        QVERIFY(close(sample.xNorm2, f.x.squaredNorm(), 1e-14));
        QVERIFY(close(sample.yNorm2, f.y.squaredNorm(), 1e-14));
        QVERIFY(close(sample.ratio, f.x.squaredNorm() / f.y.squaredNorm(), 1e-13));
        QVERIFY(std::abs(sample.imbalance - (f.x.squaredNorm() - f.y.squaredNorm())) < 1e-12);
        QVERIFY(close(sample.gap, (a - 1.3 * b).norm() / a.norm(), 1e-12));
        QVERIFY(close(sample.gradNorm, std::sqrt(test::dot(gradient, gradient)), 1e-12));
        QVERIFY(close(sample.trace, hessian.trace(), 1e-12));
        QVERIFY(close(sample.lambdaMax, eigenvalues.maxCoeff(), 1e-8));
        const Vector sv = Eigen::JacobiSVD<Matrix>(f.x * f.y.transpose()).singularValues();
        for (int i = 0; i < rank; ++i)
            QVERIFY(std::abs(sample.singularValues[static_cast<std::size_t>(i)] - sv(i)) < 1e-13 * sv(0));
        QCOMPARE(sample.theta.size(), static_cast<std::size_t>(std::min(rank, k)));
        for (std::size_t i = 0; i < sample.theta.size(); ++i) {
            const auto j = static_cast<Eigen::Index>(i);
            const Vector x = f.x.transpose() * problem.u.col(j);
            const Vector y = f.y.transpose() * problem.v.col(j);
            QVERIFY(std::abs(sample.theta[i] - std::log(x.norm() / y.norm())) < 1e-12);
            const PlanePoint point = sample.plane[i];
            QVERIFY(std::abs(point.x * point.y - x.dot(y)) < 1e-12);
            if (rank > 1)
                QVERIFY(std::abs(point.x * point.x - point.y * point.y -
                                 (x.squaredNorm() - y.squaredNorm())) < 1e-12);
        }
    }

    void lambdaMaxByLanczosIsThatOfTheHessian_data()
    {
        QTest::addColumn<double>("scale");     // of random factors
        QTest::addColumn<double>("fit");       // 1: a minimum is added
        QTest::addColumn<double>("imbalance"); // θ of that minimum
        QTest::newRow("near the saddle") << 1e-4 << 0.0 << 0.0;
        QTest::newRow("small") << 0.1 << 0.0 << 0.0;
        QTest::newRow("anywhere") << 1.0 << 0.0 << 0.0;
        QTest::newRow("a balanced minimum") << 0.0 << 1.0 << 0.0;
        QTest::newRow("an unbalanced minimum") << 0.0 << 1.0 << 1.5;
        QTest::newRow("near a minimum") << 0.05 << 1.0 << -0.7;
    }
    void lambdaMaxByLanczosIsThatOfTheHessian()
    {
        QFETCH(double, scale);
        QFETCH(double, fit);
        QFETCH(double, imbalance);
        const Problem problem =
            test::syntheticProblem(12, 13, 4, {1.0, 0.9, 0.5, 0.4, 0.3, 0.3, 0.2, 0.2, 0.1, 0.1});
        Factors f = test::randomFactors(11, problem);
        const Vector roots = problem.s.head(4).cwiseSqrt();
        f.x = scale * f.x + fit * std::exp(imbalance / 2) * problem.u.leftCols(4) * roots.asDiagonal();
        f.y = scale * f.y + fit * std::exp(-imbalance / 2) * problem.v.leftCols(4) * roots.asDiagonal();
        const Matrix hessian = naiveHessian(problem, f);
        const double expected = Eigen::SelfAdjointEigenSolver<Matrix>(hessian).eigenvalues().maxCoeff();
        QVERIFY(close(measured(problem, f).lambdaMax, expected, 1e-9));
    }

    void gradientIsTheDerivativeOfTheLoss()
    {
        const Problem problem = test::syntheticProblem(7, 5, 2, {2, 1});
        const Factors f = test::randomFactors(1, problem);
        const Factors direction = test::randomFactors(2, problem);
        const double h = 1e-6;
        const double slope = (loss(compress(problem, test::combine(f, h, direction))) -
                              loss(compress(problem, test::combine(f, -h, direction)))) /
                             (2 * h);
        QVERIFY(close(slope, test::dot(test::naiveGradient(problem, f), direction), 1e-8));
    }

    void hessianProductIsTheDerivativeOfTheGradient()
    {
        const Problem problem = test::syntheticProblem(7, 5, 2, {2, 1});
        const SmallFactors at = smallFactors(compress(problem, test::randomFactors(1, problem)));
        const Direction direction{test::normals(3, at.x.rows(), 2), test::normals(4, at.y.rows(), 2)};
        Matrix small = Matrix::Zero(at.x.rows(), at.y.rows());
        small.diagonal().head(at.s.size()) = at.s;
        const auto gradient = [&](double h) {
            const Matrix x = at.x + h * direction.p;
            const Matrix y = at.y + h * direction.q;
            const Matrix residual = x * y.transpose() - small;
            return Direction{residual * y, residual.transpose() * x};
        };
        const double h = 1e-6;
        const Direction above = gradient(h);
        const Direction below = gradient(-h);
        const Direction product = hessianProduct(at, direction);
        QVERIFY(((above.p - below.p) / (2 * h) - product.p).norm() < 1e-8 * product.p.norm());
        QVERIFY(((above.q - below.q) / (2 * h) - product.q).norm() < 1e-8 * product.q.norm());
    }

    void rotationChangesNothing()
    {
        const Problem problem = test::syntheticProblem(9, 8, 3, {2, 1, 0.5});
        const Factors f = test::randomFactors(21, problem);
        const Matrix rotation = Eigen::HouseholderQR<Matrix>(test::normals(4, 3, 3)).householderQ();
        const Sample before = measured(problem, f);
        const Sample after = measured(problem, {f.x * rotation, f.y * rotation});
        QVERIFY(close(before.loss, after.loss, 1e-13));
        QVERIFY(close(before.lambdaMax, after.lambdaMax, 1e-12));
        QVERIFY(close(before.theta[1], after.theta[1], 1e-11));
        QVERIFY(close(before.singularValues[2], after.singularValues[2], 1e-12));
    }

    void lossOfAnExactFitIsRounding()
    {
        const Problem problem = test::syntheticProblem(30, 20, 3, {3, 1, 0.2});
        const Factors exact = makeStart({AlignedStart{{1.0}, {1.0}}, 0}, problem);
        QVERIFY(loss(compress(problem, exact)) < 1e-29);
    }

    void undefinedIsNotANumber()
    {
        const Problem problem = test::syntheticProblem(4, 5, 2, {1, 0.5});
        const Sample zero = measured(problem, makeStart({ZeroStart{}, 0}, problem));
        QVERIFY(std::isnan(zero.ratio) && std::isnan(zero.gap) && std::isnan(zero.theta[0]));
        QCOMPARE(zero.loss, 0.5 * 1.25);
        QVERIFY(close(zero.lambdaMax, 1.0, 1e-12)); // at the saddle the Hessian is −M off the diagonal
        Factors blown = test::randomFactors(1, problem);
        blown.x(0, 0) = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(std::isnan(measured(problem, blown).lambdaMax));
        QVERIFY(std::isnan(measured(problem, blown).loss));
    }

    void planePointIsExactOnTheAxes()
    {
        QCOMPARE(planePoint(4, 0).x, 2.0);
        QCOMPARE(planePoint(4, 0).y, 0.0);
        QCOMPARE(planePoint(-9, 0).y, 3.0);
        const PlanePoint tiny = planePoint(1, 1e-12); // y = 1e-12, lost to cancellation in √(D²+4p²) − D
        QVERIFY(close(tiny.y, 1e-12, 1e-14));
        // The log ratio of a point is θ, whatever its signs.
        QVERIFY(close(logRatio(planePoint(4 - 0.25, 1)), std::log(4.0), 1e-14));
        QVERIFY(close(logRatio({-0.5, 2}), -std::log(4.0), 1e-14));
        QVERIFY(std::isnan(logRatio({0, 1})) && std::isnan(logRatio({0, 0})));
    }
};

QTEST_APPLESS_MAIN(TestMeasure)
#include "test_measure.moc"
