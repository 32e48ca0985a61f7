// The eight starts are spread as the header says, and their trails are those of runs made one by one.

#include "core/measure/projection.h"
#include "core/run/run.h"
#include "core/run/start_fan.h"
#include "core/theory/landscape.h"
#include "tests/support/problems.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <thread>

using namespace hyperdrift;
using namespace hyperdrift::test;

namespace {

std::shared_ptr<const Origin> originOf(const Experiment& experiment)
{
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    return std::make_shared<const Origin>(Origin{problem, makeRunStart(experiment, *problem)});
}

FanRequest requestFor(const Experiment& experiment, std::int64_t iterations)
{
    FanRequest request;
    request.origin = originOf(experiment);
    request.runs = experiment.runs;
    request.iterations = iterations;
    return request;
}

Experiment ofRank(int rank, std::vector<double> spectrum)
{
    Experiment experiment = defaultExperiment();
    experiment.problem.rank = rank;
    experiment.problem.spectrum = std::move(spectrum);
    return experiment;
}

Experiment large()
{
    Experiment experiment = defaultExperiment();
    experiment.problem.d1 = experiment.problem.d2 = 1'000'000;
    experiment.runs[1].noise.sigma1 = experiment.runs[1].noise.sigma2 = 2.5e-4;
    return experiment;
}

bool samePoints(const StartFan& a, const StartFan& b)
{
    for (std::size_t run = 0; run < a.runs.size(); ++run) {
        for (std::size_t i = 0; i < fanSize; ++i) {
            const auto& left = a.runs[run][i].points;
            const auto& right = b.runs[run][i].points;
            if (left.size() != right.size())
                return false;
            for (std::size_t j = 0; j < left.size(); ++j) {
                if (left[j].x != right[j].x || left[j].y != right[j].y)
                    return false;
            }
        }
    }
    return a.runs.size() == b.runs.size();
}

double distance(const PlanePoint& a, const PlanePoint& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

class TestStartFan : public QObject {
    Q_OBJECT
private slots:
    void gdEndsEvenlySpreadAlongTheValley()
    {
        for (const double s : {1.0, 4.0}) {
            Experiment experiment = ofRank(1, {s});
            experiment.runs = {experiment.runs[0]};
            experiment.runs[0].eta = 0.002 / s; // nearly the gradient flow
            const StartFan fan = runStartFan(requestFor(experiment, 20'000));
            const std::array<double, fanSize> expected = {-1.45, -1.1, -0.75, -0.4, 0.4, 0.75, 1.1, 1.45};
            int beyond = 0;
            for (std::size_t i = 0; i < fanSize; ++i) {
                const auto& points = fan.runs[0][i].points;
                QVERIFY(distance(points.front(), fan.starts[i]) < 1e-12);
                const PlanePoint end = points.back();
                QVERIFY(std::abs(end.x * end.y - s) < 0.01 * s);
                QVERIFY(std::abs(std::log(end.x / end.y) - expected[i]) < 0.01);
                beyond += fan.starts[i].x * fan.starts[i].y > s ? 1 : 0;
            }
            QCOMPARE(beyond, 4); // as many on one side of the valley as on the other
        }
    }

    void perturbedGdEndsAtThePredictedPointFromAllOfThem()
    {
        const StartFan fan = runStartFan(requestFor(defaultExperiment(), 2500));
        QCOMPARE(fan.runs.size(), std::size_t{2});
        const FanEnds gd = endsOf(fan.runs[0], 1);
        QCOMPARE(gd.places, 8);
        QCOMPARE(gd.diverged, 0);
        const FanEnds noisy = endsOf(fan.runs[1], 1);
        QCOMPARE(noisy.places, 1);
        // The limit that every other test of the default experiment holds it to; sd of the mean about 0.01.
        QVERIFY(distance(*noisy.mean, {0.8755, 1.0722}) < 0.05);
    }

    void aTrailIsThatOfItsOwnRun()
    {
        const Experiment experiment = defaultExperiment();
        const FanRequest request = requestFor(experiment, 700);
        const StartFan fan = runStartFan(request);
        for (const std::size_t i : {std::size_t{0}, std::size_t{5}}) {
            for (std::size_t run = 0; run < 2; ++run) {
                RunSpec spec = experiment.runs[run];
                spec.seed += i;
                Run alone(request.origin->problem, withDirectionAt(*request.origin, 0, fan.starts[i]), spec);
                alone.advance(700);
                const PlanePoint end = planePoint(alone.compressed(), 0);
                QVERIFY(distance(end, fan.runs[run][i].points.back()) < 1.0 / 400); // what is left out
            }
        }
    }

    void onlyTheDirectionMoves_data()
    {
        QTest::addColumn<int>("direction");
        QTest::addColumn<bool>("gaussian");
        QTest::addColumn<bool>("reduced");
        for (const bool gaussian : {false, true}) {
            for (const bool reduced : {false, true}) {
                for (const int k : {0, 2})
                    QTest::addRow("%d %d %d", gaussian, reduced, k) << k << gaussian << reduced;
            }
        }
    }
    void onlyTheDirectionMoves()
    {
        QFETCH(const int, direction);
        QFETCH(const bool, gaussian);
        QFETCH(const bool, reduced);
        Experiment experiment = ofRank(3, {3, 2, 1});
        if (gaussian)
            experiment.start.kind = GaussianStart{};
        if (reduced)
            experiment.engine = EngineKind::Reduced;
        const auto origin = originOf(experiment);
        const PlanePoint point{1.7, 0.4};
        const RunStart moved = withDirectionAt(*origin, direction, point);
        QCOMPARE(std::holds_alternative<Compression>(moved), reduced);
        const Compression before = compressed(*origin->problem, origin->start);
        const Compression after = compressed(*origin->problem, moved);
        QVERIFY(distance(planePoint(after, direction), point) < 1e-12);
        const DirectionStats stats = directionStats(after, direction);
        QVERIFY(std::abs(stats.p * stats.p - stats.u * stats.v) < 1e-12); // aligned
        for (Eigen::Index k = 0; k < 3; ++k) {
            if (k == direction)
                continue;
            QVERIFY((after.p.row(k) - before.p.row(k)).norm() < 1e-12);
            QVERIFY((after.q.row(k) - before.q.row(k)).norm() < 1e-12);
        }
        QVERIFY((after.cx - before.cx).norm() < 1e-12);
        QVERIFY((after.cy - before.cy).norm() < 1e-12);
    }

    void eachDirectionHasItsOwn()
    {
        for (const int k : {0, 1}) {
            FanRequest request = requestFor(ofRank(2, {2, 1}), 3000);
            request.direction = k;
            const StartFan fan = runStartFan(request);
            QCOMPARE(fan.direction, k);
            const double s = k == 0 ? 2 : 1;
            QVERIFY(endsOf(fan.runs[0], s).places >= 6);
            QCOMPARE(endsOf(fan.runs[1], s).places, 1);
        }
    }

    void theReducedEngineServesToo()
    {
        const StartFan fan = runStartFan(requestFor(large(), 2500));
        QCOMPARE(endsOf(fan.runs[0], 1).places, 8);
        QCOMPARE(endsOf(fan.runs[1], 1).places, 1);
    }

    void theOtherQuadrantIsItsMirrorImage()
    {
        FanRequest request = requestFor(defaultExperiment(), 500);
        request.runs = {request.runs[0]};
        const StartFan fan = runStartFan(request);
        request.mirrored = true;
        const StartFan mirrored = runStartFan(request);
        for (std::size_t i = 0; i < fanSize; ++i) {
            QVERIFY(mirrored.starts[i].x == -fan.starts[i].x && mirrored.starts[i].y == -fan.starts[i].y);
            const PlanePoint end = fan.runs[0][i].points.back();
            QVERIFY(distance(mirrored.runs[0][i].points.back(), {-end.x, -end.y}) < 1e-9);
        }
    }

    void threadsChangeNothing()
    {
        FanRequest request = requestFor(defaultExperiment(), 600);
        const StartFan alone = runStartFan(request);
        request.threads = 4;
        QVERIFY(samePoints(alone, runStartFan(request)));
    }

    void everyMethodGoes()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs.clear();
        for (const MethodKind method : {MethodKind::RegularizedGd, MethodKind::GradientNoise,
                                        MethodKind::LabelNoise, MethodKind::EntrySampling, MethodKind::Sam}) {
            RunSpec run;
            run.method = method;
            experiment.runs.push_back(run);
        }
        const StartFan fan = runStartFan(requestFor(experiment, 300));
        QCOMPARE(fan.runs.size(), experiment.runs.size());
        for (const auto& trails : fan.runs) {
            for (const FanTrail& trail : trails)
                QVERIFY(trail.points.size() > 5);
        }
    }

    void aTrailEndsWhereItsRunDiverges()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 0.9;
        const StartFan fan = runStartFan(requestFor(experiment, 2000));
        const FanEnds ends = endsOf(fan.runs[0], 1);
        QVERIFY(ends.diverged > 0);
        for (const FanTrail& trail : fan.runs[0]) {
            QVERIFY(!trail.points.empty());
            for (const PlanePoint& point : trail.points)
                QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
        }
        QCOMPARE(endsOf(fan.runs[1], 1).diverged, 0);
    }

    void endsAreCounted()
    {
        std::array<FanTrail, fanSize> trails;
        for (FanTrail& trail : trails)
            trail.points = {{9, 9}, {1, 1}};
        QCOMPARE(endsOf(trails, 1).places, 1);
        trails[3].points.back() = {1.5, 1};
        trails[4].points.back() = {1.55, 1};
        trails[5].diverged = true;
        trails[6].points.clear();
        const FanEnds ends = endsOf(trails, 1);
        QCOMPARE(ends.places, 2);
        QCOMPARE(ends.diverged, 1);
        QVERIFY(distance(*ends.mean, {(4 * 1 + 1.5 + 1.55) / 6, 1}) < 1e-12);
        QCOMPARE(endsOf(trails, 100).places, 1);
        for (FanTrail& trail : trails)
            trail.diverged = true;
        QVERIFY(!endsOf(trails, 1).mean);
        QCOMPARE(endsOf(trails, 1).places, 0);
    }

    void aLongWayHasFewPoints()
    {
        FanRequest request = requestFor(defaultExperiment(), 200'000);
        for (const auto& trails : runStartFan(request).runs) {
            for (const FanTrail& trail : trails)
                QVERIFY(trail.points.size() < 2500);
        }
    }

    void tellsHowFarItIsAndStops()
    {
        FanRequest request = requestFor(defaultExperiment(), 100);
        std::vector<std::int64_t> told;
        request.progress = [&](std::int64_t done, std::int64_t of) {
            QCOMPARE(of, 8);
            told.push_back(done);
        };
        runStartFan(request);
        QCOMPARE(told, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8}));
        std::atomic<bool> cancel{false};
        request.cancel = &cancel;
        request.iterations = 1'000'000'000'000; // it would take days
        request.progress = [&](std::int64_t, std::int64_t) {};
        std::thread other([&] { cancel = true; });
        runStartFan(request);
        other.join();
    }
};

QTEST_APPLESS_MAIN(TestStartFan)
#include "test_start_fan.moc"
