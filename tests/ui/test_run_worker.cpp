#include "core/measure/heat_map.h"
#include "core/measure/state_plane.h"
#include "core/run/start.h"
#include "ui/left_threads.h"
#include "ui/run_thread.h"

#include <QSemaphore>
#include <QtTest>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr int patience = 20'000; // milliseconds, for what should not have to wait at all

std::vector<RunChange> sigma1OfRun(int run)
{
    return {{run, std::vector<Edit::SetParameter>{{"noise.sigma1", 0.1}}}};
}

Wishes matricesOf(int run)
{
    Wishes wishes;
    wishes.matricesOf = {run};
    wishes.grid = {256, 256};
    return wishes;
}

Wishes aPlane()
{
    Wishes wishes;
    wishes.plane = true;
    return wishes;
}

/// X and Y after t iterations, by themselves.
Factors factorsAfter(const Experiment& experiment, std::size_t run, std::int64_t t)
{
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    Run alone(problem, makeRunStart(experiment, *problem), experiment.runs[run]);
    alone.advance(t);
    return alone.factors();
}

Frame lastOf(const QSignalSpy& frames)
{
    return frames.back().front().value<Frame>();
}

/// A request does no more than a chunk, on a busy machine less than it asks for.
void workTo(RunWorker& worker, const QSignalSpy& frames, std::int64_t t)
{
    do
        worker.work({{}, frames.isEmpty() ? t : t - lastOf(frames).head});
    while (lastOf(frames).head < t);
}

} // namespace

class TestRunWorker : public QObject {
    Q_OBJECT
private slots:
    void everyRequestIsAnsweredOnce()
    {
        RunWorker worker;
        QSignalSpy answers(&worker, &RunWorker::answered);
        QSignalSpy frames(&worker, &RunWorker::frameReady);
        worker.work({{}, 5}); // nothing is loaded yet
        worker.load({1, defaultExperiment()});
        worker.work({sigma1OfRun(1), 5});
        worker.open({2, "/nowhere/at/all.hyperdrift"});
        QCOMPARE(answers.size(), 4);
        QCOMPARE(frames.size(), 1);
        QCOMPARE(frames.front().front().value<Frame>().runs[1].iteration, 5);
    }

    void troubleIsToldAndLeavesWhatIsThere()
    {
        RunWorker worker;
        worker.load({1, defaultExperiment()});
        QSignalSpy troubles(&worker, &RunWorker::failed);
        QSignalSpy frames(&worker, &RunWorker::frameReady);
        worker.rename(99, "nobody"); // as any other exception in a slot
        QCOMPARE(troubles.size(), 1);
        worker.work({sigma1OfRun(99), 3});
        QCOMPARE(frames.size(), 1);
        const auto frame = frames.front().front().value<Frame>();
        QVERIFY(!frame.error.empty());
        QCOMPARE(frame.runs[0].iteration, 3);
    }

    void aRefusedLoadLeavesTheRecording()
    {
        RunWorker worker;
        worker.load({1, defaultExperiment()});
        worker.work({{}, 7});
        Experiment zero = defaultExperiment();
        zero.problem.matrix.emplace();
        zero.problem.matrix->cells =
            std::make_shared<const MatrixCells>(MatrixCells{2, 2, {0, 0, 0, 0}, "0"});
        QSignalSpy refusals(&worker, &RunWorker::refused);
        QSignalSpy frames(&worker, &RunWorker::frameReady);
        worker.load({2, zero});
        QCOMPARE(refusals.size(), 1);
        const auto refusal = refusals.front().front().value<Refusal>();
        QCOMPARE(refusal.issue.pointer, std::string("/problem/matrix"));
        QVERIFY(!refusal.fileTrouble);
        worker.work({{}, 1});
        QCOMPARE(frames.front().front().value<Frame>().runs[0].iteration, 8);
        QCOMPARE(frames.front().front().value<Frame>().generation, 1U);
    }

    void aMissingFileIsFileTrouble()
    {
        RunWorker worker;
        QSignalSpy refusals(&worker, &RunWorker::refused);
        worker.open({1, "/nowhere/at/all.hyperdrift"});
        worker.open({2, "/nowhere/at/all.csv"});
        QCOMPARE(refusals.size(), 2);
        QVERIFY(refusals[0].front().value<Refusal>().fileTrouble);
        QVERIFY(refusals[1].front().value<Refusal>().fileTrouble);
    }

    void aCancelledWorkerDoesNothingMore()
    {
        RunWorker worker;
        worker.load({1, defaultExperiment()});
        int signalsSeen = 0;
        const auto count = [&signalsSeen] { ++signalsSeen; };
        connect(&worker, &RunWorker::answered, this, count);
        connect(&worker, &RunWorker::loaded, this, count);
        connect(&worker, &RunWorker::refused, this, count);
        connect(&worker, &RunWorker::frameReady, this, count);
        connect(&worker, &RunWorker::matrixRead, this, count);
        worker.cancel();
        worker.load({2, defaultExperiment()});
        worker.open({3, "/nowhere/at/all.hyperdrift"});
        worker.work({{}, 1'000'000'000'000});
        worker.rename(0, "late");
        worker.readMatrix("/nowhere/at/all.csv");
        QCoreApplication::processEvents(); // paths followed later
        QCOMPARE(signalsSeen, 0);
    }

    void matricesComeToThoseWhoWish()
    {
        RunWorker worker;
        worker.load({1, defaultExperiment()});
        QSignalSpy frames(&worker, &RunWorker::frameReady);
        worker.work({{}, 5});
        QVERIFY(!lastOf(frames).runs[1].matrices);
        worker.wish(matricesOf(1)); // of what is there, at once
        QCOMPARE(frames.size(), 2);
        QCOMPARE(lastOf(frames).runs[1].matrices->iteration, 5);
        QVERIFY(!lastOf(frames).runs[0].matrices && !lastOf(frames).plane);
        workTo(worker, frames, 100);
        const Factors f = factorsAfter(defaultExperiment(), 1, 100);
        const auto maps = lastOf(frames).runs[1].matrices;
        QCOMPARE(maps->iteration, 100);
        QVERIFY((maps->product.means - f.x * f.y.transpose()).norm() < 1e-14);
        worker.wish(matricesOf(7)); // a run that is none
        worker.wish({});
        worker.work({{}, 1});
        QVERIFY(!lastOf(frames).runs[1].matrices);
    }

    void matricesOfThePastAreThoseOfTheInstant()
    {
        RunWorker worker;
        worker.wish(matricesOf(1));
        QSignalSpy loads(&worker, &RunWorker::loaded);
        worker.load({1, defaultExperiment()});
        QCOMPARE(loads.front().front().value<Loaded>().frame.runs[1].matrices->iteration, 0);
        QSignalSpy frames(&worker, &RunWorker::frameReady);
        workTo(worker, frames, 3000);
        worker.announceSeek(1);
        worker.seek({1, 700});
        const Factors f = factorsAfter(defaultExperiment(), 1, 700);
        const auto maps = lastOf(frames).runs[1].matrices;
        QCOMPARE(maps->iteration, 700);
        QVERIFY((maps->product.means - f.x * f.y.transpose()).norm() < 1e-14);
    }

    void matricesAreRareWhileItGoesOnAndWholeAtItsEnd()
    {
        RunWorker worker;
        worker.load({1, defaultExperiment()});
        worker.wish(matricesOf(1));
        QSignalSpy frames(&worker, &RunWorker::frameReady);
        for (int i = 0; i < 200; ++i)
            worker.work({{}, 1, true});
        QCOMPARE(frames.size(), 200);
        int without = 0;
        for (const auto& each : frames)
            without += each.front().value<Frame>().runs[1].matrices ? 0 : 1;
        QVERIFY(without > 0);
        const auto isWhole = [&] {
            const auto maps = lastOf(frames).runs[1].matrices;
            return maps && maps->iteration == 200;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(), patience);
    }

    void theReducedEngineHasNoMatricesAndNoPlane()
    {
        RunWorker worker;
        Wishes all = matricesOf(1);
        all.plane = true;
        worker.wish(all);
        Experiment experiment = defaultExperiment();
        experiment.engine = EngineKind::Reduced;
        QSignalSpy frames(&worker, &RunWorker::frameReady);
        worker.load({1, experiment});
        workTo(worker, frames, 50);
        QVERIFY(lastOf(frames).isReduced);
        QVERIFY(!lastOf(frames).runs[1].matrices && !lastOf(frames).plane &&
                !lastOf(frames).runs[1].planeNow);
    }

    void aPlaneChosenLateShowsTheWholePast()
    {
        RunWorker worker;
        worker.load({1, defaultExperiment()});
        QSignalSpy frames(&worker, &RunWorker::frameReady);
        workTo(worker, frames, 1000);
        QVERIFY(!lastOf(frames).plane);
        worker.wish(aPlane());
        QTRY_VERIFY_WITH_TIMEOUT(lastOf(frames).plane, patience);
        const auto plane = lastOf(frames).plane;
        QCOMPARE(plane->runs.size(), 2U);
        QCOMPARE(plane->runs[0].points.front().iteration, 0);
        QCOMPARE(plane->runs[0].points.size(), 129U + 64 + 64 + 61); // to 128, 256, 512 and 1000
        QCOMPARE(plane->count, 2 * plane->runs[0].points.size());
        QVERIFY(plane->shares[0] >= plane->shares[1] && plane->shares[0] + plane->shares[1] <= 1 + 1e-12);
        const PlanePoint at = *lastOf(frames).runs[1].planeNow; // a sampled instant: on its trail
        QCOMPARE(at.x, plane->runs[1].points.back().at.x);
        QVERIFY(plane->runs[0].points.front().at.x < 0);
    }

    void thePlaneFollowsBranches()
    {
        RunWorker worker;
        worker.wish(aPlane());
        worker.load({1, defaultExperiment()});
        QSignalSpy frames(&worker, &RunWorker::frameReady);
        workTo(worker, frames, 1000);
        worker.announceSeek(1);
        worker.seek({1, 300});
        QVERIFY(lastOf(frames).plane->runs[1].points.back().iteration == 1000); // what lies ahead is shown
        worker.work({sigma1OfRun(1), 0});
        workTo(worker, frames, 400);
        QTRY_VERIFY_WITH_TIMEOUT(lastOf(frames).plane->runs[1].points.back().iteration == 400, patience);
        Experiment branched = defaultExperiment();
        branched.edits = {{.at = 300, .run = 1, .change = sigma1OfRun(1).front().change}};
        RunWorker again;
        again.wish(aPlane());
        QSignalSpy others(&again, &RunWorker::frameReady);
        again.load({1, branched});
        workTo(again, others, 400);
        QTRY_VERIFY_WITH_TIMEOUT(lastOf(others).plane, patience);
        const auto& here = lastOf(frames).plane->runs[1].points;
        const auto& there = lastOf(others).plane->runs[1].points;
        QCOMPARE(here.size(), there.size()); // the same states; their planes may differ a little
    }

    void wishesChangeNoNumber()
    {
        std::vector<double> losses;
        for (const bool wishing : {false, true}) {
            RunWorker worker;
            Wishes all = matricesOf(1);
            all.plane = true;
            if (wishing)
                worker.wish(all);
            worker.load({1, defaultExperiment()});
            QSignalSpy frames(&worker, &RunWorker::frameReady);
            for (const int t : {3, 203, 204, 981})
                workTo(worker, frames, t);
            losses.push_back(lastOf(frames).runs[1].current.loss);
        }
        QCOMPARE(losses[0], losses[1]);
    }

    void aThreadInAStepIsLeftToItself()
    {
        QSemaphore entered;
        QSemaphore goOn;
        {
            RunThread thread;
            QMetaObject::invokeMethod(
                thread.worker(),
                [&] {
                    entered.release();
                    goOn.tryAcquire(1, patience);
                },
                Qt::QueuedConnection);
            QVERIFY(entered.tryAcquire(1, patience));
        }
        QVERIFY(!allThreadsEnded());
        goOn.release();
        QTRY_VERIFY_WITH_TIMEOUT(allThreadsEnded(), patience);
    }

    void aThreadThatIsIdleEndsWithItsOwner()
    {
        {
            RunThread thread;
        }
        QTRY_VERIFY_WITH_TIMEOUT(allThreadsEnded(), patience);
    }
};

QTEST_GUILESS_MAIN(TestRunWorker)
#include "test_run_worker.moc"
