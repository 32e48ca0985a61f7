#include "core/run/ensemble.h"
#include "ui/left_threads.h"
#include "ui/side_thread.h"

#include <QSemaphore>
#include <QThread>
#include <QtTest>

#include <optional>
#include <stdexcept>
#include <vector>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr int patience = 20'000; // milliseconds, for what should not have to wait at all

/// Work that goes on until it is stopped; `entered` says that it has begun.
auto endless(const std::shared_ptr<QSemaphore>& entered, int value)
{
    return [entered, value](SideWork& work) {
        entered->release();
        while (!work.isStopped())
            work.tell(1, 2);
        return value;
    };
}

} // namespace

class TestSideThread : public QObject {
    Q_OBJECT
private slots:
    void worksThereAndAnswersHere()
    {
        SideThread side;
        std::optional<Qt::HANDLE> answered;
        Qt::HANDLE worked = nullptr;
        side.start([](SideWork&) { return QThread::currentThreadId(); },
                   [&](Qt::HANDLE thread) {
                       worked = thread;
                       answered = QThread::currentThreadId();
                   });
        QVERIFY(side.isBusy());
        QVERIFY(!answered); // not before the event loop comes by
        QTRY_VERIFY_WITH_TIMEOUT(answered, patience);
        QCOMPARE(*answered, QThread::currentThreadId());
        QVERIFY(worked != QThread::currentThreadId());
        QVERIFY(!side.isBusy());
    }

    void aResultMayStartTheNextPiece()
    {
        SideThread side;
        std::vector<int> results;
        std::function<void(int)> take = [&](int value) {
            results.push_back(value);
            if (value < 3)
                side.start([value](SideWork&) { return value + 1; }, take);
        };
        side.start([](SideWork&) { return 1; }, take);
        QTRY_VERIFY_WITH_TIMEOUT(!side.isBusy(), patience);
        QCOMPARE(results, (std::vector<int>{1, 2, 3}));
    }

    void tellsProgressAtMostTenTimesASecond()
    {
        SideThread side;
        QSignalSpy told(&side, &SideThread::progressed);
        std::optional<qint64> milliseconds;
        side.start(
            [](SideWork& work) {
                QElapsedTimer timer;
                timer.start();
                constexpr int pieces = 3'000'000;
                for (int i = 0; i < pieces; ++i)
                    work.tell(i, pieces);
                return timer.elapsed();
            },
            [&](qint64 elapsed) { milliseconds = elapsed; });
        QTRY_VERIFY_WITH_TIMEOUT(milliseconds, patience);
        QVERIFY(!told.isEmpty());
        QVERIFY(told.size() <= 1 + *milliseconds / 100);
        QCOMPARE(told.front().at(0).toLongLong(), 0);
        QCOMPARE(told.front().at(1).toLongLong(), 3'000'000);
    }

    void aNewerPieceTakesThePlaceOfAnOlder()
    {
        SideThread side;
        const auto entered = std::make_shared<QSemaphore>();
        QSignalSpy told(&side, &SideThread::progressed);
        std::vector<int> results;
        const auto take = [&](int value) { results.push_back(value); };
        side.start(endless(entered, 1), take);
        QVERIFY(entered->tryAcquire(1, patience));
        side.start(endless(entered, 2), take); // stops the first, and waits behind it
        side.start([](SideWork&) { return 3; }, take);
        QTRY_VERIFY_WITH_TIMEOUT(!side.isBusy(), patience);
        QCOMPARE(results, std::vector<int>{3});
        QCOMPARE(told.size(), 0); // nor do the first one's tellings count, which were on their way
    }

    void anErrorIsToldAndTheNextPieceGoes()
    {
        SideThread side;
        QSignalSpy failed(&side, &SideThread::failed);
        int result = 0;
        const auto take = [&](int value) { result = value; };
        side.start([](SideWork&) -> int { throw std::runtime_error("it can’t be"); }, take);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QCOMPARE(failed.front().front().toString(), QStringLiteral("it can’t be"));
        QVERIFY(!side.isBusy());
        QCOMPARE(result, 0);
        side.start([](SideWork&) { return 7; }, take);
        QTRY_COMPARE_WITH_TIMEOUT(result, 7, patience);
        QCOMPARE(failed.size(), 1);
    }

    void nothingComesOfWhatWasCancelled()
    {
        SideThread side;
        const auto entered = std::make_shared<QSemaphore>();
        QSignalSpy failed(&side, &SideThread::failed);
        bool taken = false;
        side.start(endless(entered, 1), [&](int) { taken = true; });
        QVERIFY(entered->tryAcquire(1, patience));
        side.cancel();
        QVERIFY(!side.isBusy());
        side.start(
            [entered](SideWork& work) -> int {
                entered->release();
                while (!work.isStopped())
                    ;
                throw std::runtime_error("stopped");
            },
            [&](int) { taken = true; });
        QVERIFY(entered->tryAcquire(1, patience));
        side.cancel();
        int last = 0; // comes after what the others would have said
        side.start([](SideWork&) { return 1; }, [&](int value) { last = value; });
        QTRY_COMPARE_WITH_TIMEOUT(last, 1, patience);
        QVERIFY(!taken);
        QCOMPARE(failed.size(), 0);
    }

    void itsEndStopsTheWork()
    {
        const auto entered = std::make_shared<QSemaphore>();
        bool taken = false;
        {
            SideThread side;
            side.start(endless(entered, 1), [&](int) { taken = true; });
            QVERIFY(entered->tryAcquire(1, patience));
        }
        QTRY_VERIFY_WITH_TIMEOUT(allThreadsEnded(), patience);
        QVERIFY(!taken);
    }

    void workThatDoesNotStopIsLeftToItself()
    {
        const auto entered = std::make_shared<QSemaphore>();
        const auto goOn = std::make_shared<QSemaphore>();
        bool taken = false;
        {
            SideThread side;
            side.start(
                [entered, goOn](SideWork& work) {
                    entered->release();
                    goOn->tryAcquire(1, patience);
                    work.tell(1, 1);
                    return 1;
                },
                [&](int) { taken = true; });
            QVERIFY(entered->tryAcquire(1, patience));
        }
        QVERIFY(!allThreadsEnded());
        goOn->release();
        QTRY_VERIFY_WITH_TIMEOUT(allThreadsEnded(), patience);
        QVERIFY(!taken);
    }

    void anEnsembleGoesAsItGoesAlone()
    {
        Experiment experiment = defaultExperiment();
        experiment.steps = 500;
        const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
        const auto ensemble = [experiment, problem](const std::atomic<bool>* stop, const auto& progress) {
            EnsembleRequest request{experiment, problem};
            request.members = 20;
            request.cancel = stop;
            request.progress = progress;
            return runEnsemble(request);
        };
        std::vector<EnsembleRun> runs;
        SideThread side;
        QSignalSpy told(&side, &SideThread::progressed);
        side.start(
            [ensemble](SideWork& work) {
                return ensemble(work.stop(),
                                [&](std::int64_t done, std::int64_t of) { work.tell(done, of); });
            },
            [&](std::vector<EnsembleRun> result) { runs = std::move(result); });
        QTRY_VERIFY_WITH_TIMEOUT(!runs.empty(), patience);
        QVERIFY(!told.isEmpty());
        const auto alone = ensemble(nullptr, [](std::int64_t, std::int64_t) {});
        QCOMPARE(runs.size(), alone.size());
        for (std::size_t run = 0; run < runs.size(); ++run) {
            QCOMPARE(runs[run].members.size(), std::size_t{20});
            for (std::size_t i = 0; i < 20; ++i)
                QCOMPARE(runs[run].members[i].last.imbalance, alone[run].members[i].last.imbalance);
        }
    }
};

QTEST_GUILESS_MAIN(TestSideThread)
#include "test_side_thread.moc"
