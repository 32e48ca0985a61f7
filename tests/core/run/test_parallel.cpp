#include "core/run/parallel.h"

#include <QTest>

#include <atomic>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace hyperdrift;

class TestParallel : public QObject {
    Q_OBJECT
private slots:
    void eachPieceIsDoneOnce_data()
    {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 3, 16})
            QTest::newRow(qPrintable(QString::number(threads))) << threads;
    }
    void eachPieceIsDoneOnce()
    {
        QFETCH(int, threads);
        for (const int pieces : {0, 1, 2, 1000}) {
            std::vector<int> times(static_cast<std::size_t>(pieces));
            inParallel(pieces, threads, [&](std::int64_t i) { ++times[static_cast<std::size_t>(i)]; });
            for (const int count : times)
                QCOMPARE(count, 1);
        }
    }

    void twoThreadsWorkAtOnce()
    {
        // Each of two pieces waits for the other to have begun: one thread alone would never end.
        std::atomic<int> begun{0};
        std::vector<std::thread::id> ids(2);
        inParallel(2, 2, [&](std::int64_t i) {
            ++begun;
            while (begun < 2)
                std::this_thread::yield();
            ids[static_cast<std::size_t>(i)] = std::this_thread::get_id();
        });
        QVERIFY(ids[0] != ids[1]);
    }

    void oneThreadIsTheCallingOne()
    {
        std::set<std::thread::id> ids;
        inParallel(10, 1, [&](std::int64_t) { ids.insert(std::this_thread::get_id()); });
        QVERIFY(ids == std::set{std::this_thread::get_id()});
    }

    void anExceptionReachesTheCaller_data() { eachPieceIsDoneOnce_data(); }
    void anExceptionReachesTheCaller()
    {
        QFETCH(int, threads);
        std::atomic<std::int64_t> done{0};
        const auto work = [&](std::int64_t i) {
            if (i == 5)
                throw std::runtime_error("piece 5");
            ++done;
        };
        // So many pieces that it would never end if those left were begun.
        QVERIFY_EXCEPTION_THROWN(inParallel(1'000'000'000'000'000, threads, work), std::runtime_error);
        QVERIFY(threads > 1 || done == 5);
    }

    void thereIsACore() { QVERIFY(coreCount() >= 1); }
};

QTEST_APPLESS_MAIN(TestParallel)
#include "test_parallel.moc"
