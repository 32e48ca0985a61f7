#include "core/measure/state_plane.h"
#include "tests/support/problems.h"

#include <Eigen/SVD>

#include <QtTest>

#include <cmath>
#include <limits>

using namespace hyperdrift;
using namespace hyperdrift::test;

namespace {

/// Two runs whose states are a few patterns with fading weights, and noise.
StateRecord sampleRecord(Eigen::Index n, int count, double noise)
{
    StateRecord record(n, 2);
    const Matrix patterns = normals(1, n, 5);
    const Matrix weights = normals(2, 5, Eigen::Index{2} * count);
    const Matrix jitter = normals(3, n, Eigen::Index{2} * count);
    const double scales[] = {5, 2, 1, 0.5, 0.2};
    for (int i = 0; i < 2 * count; ++i) {
        Vector z = noise * jitter.col(i) + Vector::Constant(n, 3);
        for (int k = 0; k < 5; ++k)
            z += scales[k] * weights(k, i) * patterns.col(k);
        record.add(static_cast<std::size_t>(i % 2), i / 2, z / 30);
    }
    return record;
}

/// The states as columns, centred.
Matrix centred(const StateRecord& record)
{
    Matrix data(record.entries(), static_cast<Eigen::Index>(record.count()));
    Eigen::Index column = 0;
    for (const auto& states : record.runs()) {
        for (const auto& state : states)
            data.col(column++) = state.z;
    }
    return data.colwise() - data.rowwise().mean().eval();
}

} // namespace

class TestStatePlane : public QObject {
    Q_OBJECT
private slots:
    void statesAreXThenY()
    {
        Factors f{Matrix(2, 2), Matrix(1, 2)};
        f.x << 1, 3, 2, 4;
        f.y << 5, 6;
        Vector wanted(6);
        wanted << 1, 2, 3, 4, 5, 6;
        QCOMPARE(stateOf(f), wanted);
    }

    void statesAreDueAtIterationsFixedByTAlone()
    {
        const StateRecord record(50, 2);
        QCOMPARE(record.dense(), 64);
        std::vector<std::int64_t> due;
        for (std::int64_t t = record.nextAfter(-1); t <= 1 << 20; t = record.nextAfter(t))
            due.push_back(t);
        for (std::size_t i = 0; i <= 128; ++i)
            QCOMPARE(due[i], static_cast<std::int64_t>(i));
        QCOMPARE(due.size(), std::size_t{128 + 13 * 64 + 1});   // 2⁷ … 2²⁰
        for (const std::int64_t t : {1, 127, 129, 1000, 99999}) // from wherever one asks
            QCOMPARE(record.nextAfter(t), *std::upper_bound(due.begin(), due.end(), t));
    }

    void memoryIsBounded()
    {
        for (const std::size_t runs : {1U, 2U, 6U}) {
            for (const std::int64_t n : {2, 50, 1000, 2600, 5000}) {
                const StateRecord record(n, runs);
                std::int64_t count = 0;
                for (std::int64_t t = 0; t < std::int64_t{1} << 30; t = record.nextAfter(t))
                    ++count;
                QVERIFY(static_cast<std::int64_t>(runs) * count * n * 8 <= std::int64_t{64} << 20);
                QVERIFY(record.dense() >= 8);
            }
        }
        QCOMPARE(StateRecord(2600, 2).dense(), 64);
        QCOMPARE(StateRecord(5000, 2).dense(), 32);
    }

    void whatBlowsUpIsLeftOut()
    {
        StateRecord record(3, 1);
        record.add(0, 0, Vector::Ones(3));
        record.add(0, 1, Vector::Constant(3, 30));
        record.add(0, 2, Vector::Constant(3, 40));
        record.add(0, 3, Vector::Constant(3, std::numeric_limits<double>::quiet_NaN()));
        QCOMPARE(record.count(), 2U);
    }

    void cutTakesWhatLiesBeyond()
    {
        StateRecord record = sampleRecord(10, 20, 0.1);
        record.cut(7);
        QCOMPARE(record.count(), 16U);
        QCOMPARE(record.runs()[1].back().t, 7);
        record.cut(-1);
        QCOMPARE(record.count(), 0U);
    }

    void thePlaneIsThatOfTheSingularValueDecomposition_data()
    {
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("count");
        QTest::addColumn<double>("noise");
        QTest::addRow("more states than entries") << 50 << 400 << 0.3;
        QTest::addRow("more entries than states") << 700 << 60 << 0.3;
        QTest::addRow("few of both") << 7 << 3 << 0.3;
        QTest::addRow("five directions alone") << 90 << 50 << 0.0;
    }
    void thePlaneIsThatOfTheSingularValueDecomposition()
    {
        QFETCH(int, n);
        QFETCH(int, count);
        QFETCH(double, noise);
        const StateRecord record = sampleRecord(n, count, noise);
        const StatePlane plane = planeOf(record);
        const Matrix data = centred(record);
        const Eigen::JacobiSVD<Matrix> svd(data, Eigen::ComputeThinU);
        const double total = svd.singularValues().squaredNorm();
        QVERIFY(std::abs(plane.totalVariance - total) <= 1e-12 * total);
        QCOMPARE(plane.count, record.count());
        QVERIFY((plane.axes.transpose() * plane.axes - Matrix::Identity(2, 2)).norm() < 1e-12);
        for (const Eigen::Index k : {0, 1}) {
            const double lambda = svd.singularValues()(k) * svd.singularValues()(k);
            QVERIFY(std::abs(plane.variance[static_cast<std::size_t>(k)] - lambda) <= 1e-10 * total);
            QVERIFY(std::abs(std::abs(svd.matrixU().col(k).dot(plane.axes.col(k))) - 1) < 1e-10);
            QVERIFY(std::abs(varianceShare(plane, static_cast<std::size_t>(k)) - lambda / total) < 1e-10);
        }
    }

    void distancesInThePlaneAreKept()
    {
        StateRecord record(40, 1); // a plane, and a mean that is far off
        const Matrix basis = normals(5, 40, 2);
        const Matrix at = normals(6, 2, 30);
        for (int i = 0; i < 30; ++i)
            record.add(0, i, Vector::Ones(40) + basis * at.col(i));
        const StatePlane plane = planeOf(record);
        QVERIFY(std::abs(varianceShare(plane, 0) + varianceShare(plane, 1) - 1) < 1e-12);
        const auto& states = record.runs()[0];
        for (std::size_t i = 1; i < states.size(); ++i) {
            const PlanePoint a = pointOn(plane, states[i - 1].z);
            const PlanePoint b = pointOn(plane, states[i].z);
            const double distance = (states[i].z - states[i - 1].z).norm();
            QVERIFY(std::abs(std::hypot(a.x - b.x, a.y - b.y) - distance) <= 1e-12 * distance);
        }
    }

    void lessThanAPlaneIsNoTrouble()
    {
        StateRecord record(6, 2);
        record.add(0, 0, Vector::Ones(6));
        record.add(1, 0, Vector::Ones(6));
        const StatePlane point = planeOf(record);
        QCOMPARE(point.axes.norm(), 0.0);
        QCOMPARE(varianceShare(point, 0), 0.0);
        record.add(0, 1, 2 * Vector::Ones(6));
        record.add(0, 2, 5 * Vector::Ones(6));
        const StatePlane line = planeOf(record);
        QVERIFY(std::abs(varianceShare(line, 0) - 1) < 1e-12);
        QCOMPARE(varianceShare(line, 1), 0.0);
        QCOMPARE(line.axes.col(1).norm(), 0.0);
    }

    void axesKeepDirectionAndOrder()
    {
        const StateRecord record = sampleRecord(30, 100, 0.1);
        const StatePlane found = planeOf(record);
        StatePlane before = found;
        before.axes = -before.axes;
        StatePlane plane = found;
        alignTo(plane, before);
        QCOMPARE(plane.axes, before.axes);
        before.axes.col(0).swap(before.axes.col(1)); // the greatest variance comes first all the same
        plane = found;
        alignTo(plane, before);
        QCOMPARE(plane.variance, found.variance);
        plane = found;
        plane.variance[1] = 0.95 * plane.variance[0]; // but where they are alike the order stays
        alignTo(plane, before);
        QCOMPARE(plane.axes, before.axes);
        const Vector& start = record.runs()[0].front().z;
        alignToStart(plane, start);
        const PlanePoint at = pointOn(plane, start);
        QVERIFY(at.x < 0 && at.y < 0);
    }

    void aSearchIsOfWhatWasThereWhenItBegan()
    {
        StateRecord record = sampleRecord(30, 50, 0.1);
        const StatePlane wanted = planeOf(record);
        PlaneSearch search(record);
        std::int64_t t = 50;
        while (!search.step())
            record.add(0, t++, Vector::Constant(30, 5));
        QVERIFY(t > 51);
        QCOMPARE(search.plane().axes, wanted.axes);
        QCOMPARE(search.plane().count, wanted.count);
    }
};

QTEST_GUILESS_MAIN(TestStatePlane)
#include "test_state_plane.moc"
