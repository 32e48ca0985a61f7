#include "core/theory/norm_plane.h"

#include "core/measure/projection.h"
#include "core/theory/smoothing.h"

#include <Eigen/Dense>

#include <QTest>

#include <cmath>
#include <limits>

using namespace hyperdrift;

namespace {

/// X = U√S G, Y = V√S G⁻ᵀ with U = V = I: XYᵀ = S whatever G.
PlanePoint normsOf(const Eigen::VectorXd& s, const Eigen::MatrixXd& g)
{
    const Eigen::MatrixXd root = s.cwiseSqrt().asDiagonal();
    const Eigen::MatrixXd x = root * g;
    const Eigen::MatrixXd y = root * g.inverse().transpose();
    return normPoint(x.squaredNorm(), y.squaredNorm());
}

} // namespace

class TestNormPlane : public QObject {
    Q_OBJECT
private slots:
    void noMinimumLiesBelowTheHyperbola()
    {
        std::srand(1);
        const Eigen::Vector3d s(2, 1, 0.3);
        const double least = leastNormProduct({2, 1, 0.3, 0.1}, 3);
        QCOMPARE(least, 3.3);
        for (int i = 0; i < 1000; ++i) {
            const PlanePoint at = normsOf(s, Eigen::Matrix3d::Random());
            QVERIFY(at.x * at.y >= least * (1 - 1e-12));
        }
    }

    void itIsReachedWhereTheGramMatricesAgreeUpToScale()
    {
        const Eigen::Vector3d s(2, 1, 0.3);
        const Eigen::Matrix3d rotation =
            Eigen::HouseholderQR<Eigen::Matrix3d>(Eigen::Matrix3d::Random()).householderQ();
        for (const double c : {0.2, 1.0, 5.0}) {
            const PlanePoint at = normsOf(s, c * rotation); // XᵀX = c⁴ YᵀY
            QVERIFY(std::abs(at.x * at.y - 3.3) < 1e-12);
            QVERIFY(std::abs(at.x / at.y - c * c) < 1e-12 * c * c);
        }
        const PlanePoint off = normsOf(s, Eigen::Vector3d(1, 2, 1).asDiagonal().toDenseMatrix());
        QVERIFY(off.x * off.y > 3.3 + 0.1);
    }

    void atRankOneTheHyperbolaIsAllThereIs()
    {
        for (const double g : {-3.0, 0.01, 0.5, 20.0}) {
            const PlanePoint at =
                normsOf(Eigen::VectorXd::Constant(1, 0.7), Eigen::MatrixXd::Constant(1, 1, g));
            QVERIFY(std::abs(at.x * at.y - leastNormProduct({0.7, 0.2}, 1)) < 1e-14);
        }
    }

    void ofAShorterSpectrumItIsTheSum()
    {
        QCOMPARE(leastNormProduct({1, 0.5}, 5), 1.5);
        QCOMPARE(leastNormProduct({}, 2), 0.0);
    }

    void theLimitIsThatOfThePrediction()
    {
        Prediction prediction;
        QVERIFY(!limitNorms(prediction) && !limitNormProduct(prediction));
        prediction.xNorm2 = 4;
        QVERIFY(!limitNorms(prediction));
        prediction.yNorm2 = 9;
        prediction.singularValues = {3.5, 1.25};
        QCOMPARE(limitNorms(prediction)->x, 2.0);
        QCOMPARE(limitNorms(prediction)->y, 3.0);
        QCOMPARE(*limitNormProduct(prediction), 4.75);
    }

    void theRayIsCutToTheView()
    {
        const auto whole = ray(0.5, {0, 2, 0, 3});
        QCOMPARE(whole.size(), std::size_t{2});
        QCOMPARE(whole[0].x, 0.0);
        QCOMPARE(whole[0].y, 0.0);
        QCOMPARE(whole[1].x, 1.5);
        QCOMPARE(whole[1].y, 3.0);
        const auto part = ray(2, {1, 2, -1, 3});
        QCOMPARE(part[0].x, 1.0);
        QCOMPARE(part[0].y, 0.5);
        QCOMPARE(part[1].x, 2.0);
        QCOMPARE(part[1].y, 1.0);
        QVERIFY(ray(2, {0, 1, 0.6, 3}).empty());
        QVERIFY(ray(1, {-2, -1, -2, -1}).empty());
    }

    void theThresholdIsSoft()
    {
        QCOMPARE(softThresholded(1, 0.25), 0.75);
        QCOMPARE(softThresholded(0.25, 1), 0.0);
        QCOMPARE(softThresholded(1, 0), 1.0);
    }

    void noiseDrownsWhatIsNotAboveTheThreshold()
    {
        QCOMPARE(drownedDirections({3, 2, 1, 0.5}, 3, 1.0), 1);
        QCOMPARE(drownedDirections({3, 2, 1, 0.5}, 4, 0.0), 0);
        QCOMPARE(drownedDirections({3, 2}, 5, 4.0), 2); // those that there are
    }
};

QTEST_APPLESS_MAIN(TestNormPlane)
#include "test_norm_plane.moc"
