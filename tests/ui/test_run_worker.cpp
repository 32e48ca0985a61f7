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
