// An ensemble beside the live runs: its numbers are those of the command line's, its members open as the
// experiment, and nobody waits for it.

#include "core/run/ensemble.h"
#include "ui/ensemble_runner.h"
#include "ui/left_threads.h"
#include "ui/run_controller.h"
#include "ui/same_spec.h"

#include <QtTest>

#include <bit>
#include <set>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr int patience = 60'000; // milliseconds; a machine may be busy

bool sameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// A controller with an ensemble of what it shows.
struct Bench {
    RunController controller;
    EnsembleRunner ensemble{controller};

    explicit Bench(const Experiment& experiment = defaultExperiment()) { controller.load(experiment); }

    const EnsembleState& state() const { return ensemble.state(); }
    bool isReady() const { return !controller.isLoading() && !controller.scene().runs.empty(); }
    bool isDone() const { return state().phase == EnsemblePhase::Done; }
    /// What is in force now, as far as an ensemble of it would go.
    Experiment present() const
    {
        Experiment experiment = controller.document();
        experiment.steps = ensembleHorizon(controller.scene());
        return experiment;
    }
};

std::vector<EnsembleRun> alone(const Experiment& experiment, std::int64_t members, Vary vary)
{
    EnsembleRequest request{.experiment = experiment,
                            .problem = std::make_shared<const Problem>(makeProblem(experiment.problem))};
    request.members = members;
    request.vary = vary;
    return runEnsemble(request);
}

/// Many times longer than any test: 10⁹ iterations of what is not small.
Experiment endless()
{
    Experiment experiment = defaultExperiment();
    experiment.problem.d1 = 200;
    experiment.problem.d2 = 300;
    for (RunSpec& run : experiment.runs)
        run.noise.sigma1 = run.noise.sigma2 = 1e-5; // a time constant beyond the longest axis
    return experiment;
}

} // namespace

class TestEnsembleRunner : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { QTRY_VERIFY(allThreadsEnded()); }

    void numbersAreThoseOfTheCommandLine_data()
    {
        QTest::addColumn<int>("vary");
        QTest::newRow("noise") << static_cast<int>(Vary::Noise);
        QTest::newRow("start") << static_cast<int>(Vary::Start);
        QTest::newRow("both") << static_cast<int>(Vary::Both);
    }
    void numbersAreThoseOfTheCommandLine()
    {
        QFETCH(int, vary);
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.controller.runTo(100);
        QTRY_COMPARE(bench.controller.scene().iteration, 100);
        bench.controller.changeParameter(1, {"noise.sigma1", 0.08}); // an edit of the recording
        QTRY_COMPARE(bench.controller.scene().edits.size(), std::size_t{1});
        const Experiment experiment = bench.present();
        bench.ensemble.run(12, static_cast<Vary>(vary));
        QCOMPARE(bench.state().phase, EnsemblePhase::Running);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        const auto runs = alone(experiment, 12, static_cast<Vary>(vary));
        QCOMPARE(bench.state().runs.size(), runs.size());
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const EnsembleTrace& trace = bench.state().runs[i];
            QCOMPARE(trace.ends.size(), std::size_t{12});
            QCOMPARE(trace.finished, runs[i].finished);
            for (std::size_t member = 0; member < 12; ++member) {
                QCOMPARE(trace.ends[member].member, runs[i].members[member].index);
                QVERIFY(sameBits(trace.ends[member].xNorm2, runs[i].members[member].last.xNorm2));
                QVERIFY(sameBits(trace.ends[member].yNorm2, runs[i].members[member].last.yNorm2));
            }
            QCOMPARE(trace.bands.imbalance.back().median, runs[i].bands.imbalance.back().median);
        }
        QCOMPARE(bench.state().runs[1].spec.noise.sigma1, 0.08);
        QVERIFY(bench.state().runs[1].path.back().iteration >= experiment.steps);
    }

    void aMemberOpensAsTheExperiment_data()
    {
        QTest::addColumn<int>("vary");
        QTest::newRow("noise") << static_cast<int>(Vary::Noise);
        QTest::newRow("start") << static_cast<int>(Vary::Start);
        QTest::newRow("both") << static_cast<int>(Vary::Both);
    }
    void aMemberOpensAsTheExperiment()
    {
        QFETCH(int, vary);
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.controller.runTo(300);
        QTRY_COMPARE(bench.controller.scene().iteration, 300);
        bench.controller.changeParameter(1, {"noise.sigma1", 0.08});
        QTRY_COMPARE(bench.controller.scene().edits.size(), std::size_t{1});
        const Experiment before = bench.controller.document();
        bench.ensemble.run(8, static_cast<Vary>(vary));
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);

        QSignalSpy started(&bench.controller, &RunController::recordingStarted);
        bench.ensemble.openMember(5);
        QTRY_COMPARE(started.size(), 1);
        QTRY_VERIFY(bench.isReady());
        QCOMPARE(bench.controller.undoStack().index(), 2);
        QVERIFY(bench.controller.undoStack().undoText().contains("member 5"));
        QCOMPARE(bench.controller.scene().iteration, 0);
        QVERIFY(!bench.controller.isPlaying());
        QVERIFY(!bench.controller.waiting().any());
        QVERIFY(!bench.state().older); // only what members differ in was changed

        const std::int64_t horizon = bench.state().asked.experiment.steps;
        bench.controller.runTo(horizon);
        QTRY_COMPARE_WITH_TIMEOUT(bench.controller.scene().iteration, horizon, patience);
        for (std::size_t i = 0; i < 2; ++i) {
            const EnsembleEnd* end = endOf(bench.state().runs[i], 5);
            QVERIFY(end != nullptr);
            QVERIFY(sameBits(bench.controller.scene().runs[i].current.xNorm2, end->xNorm2));
            QVERIFY(sameBits(bench.controller.scene().runs[i].current.yNorm2, end->yNorm2));
        }
        QVERIFY(!bench.state().older);

        bench.controller.undoStack().undo();
        QTRY_COMPARE(started.size(), 2);
        QTRY_VERIFY(bench.isReady());
        const Experiment after = bench.controller.document();
        QVERIFY(sameStart(after.start, before.start));
        QVERIFY(std::equal(after.runs.begin(), after.runs.end(), before.runs.begin(), before.runs.end(),
                           sameRun));
        QVERIFY(std::equal(after.edits.begin(), after.edits.end(), before.edits.begin(), before.edits.end(),
                           sameEdit));
    }

    void itGoesOnAsItWent()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.ensemble.run(8, Vary::Both);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        bench.controller.setPace(UnlimitedPace{});
        bench.controller.setPlaying(true);
        QTRY_VERIFY(bench.controller.scene().iteration > 100);
        QSignalSpy started(&bench.controller, &RunController::recordingStarted);
        bench.ensemble.openMember(3);
        QTRY_COMPARE(started.size(), 1);
        QTRY_VERIFY(bench.controller.isPlaying()); // like New seed
        // Again, it begins anew, and is no further step of undo.
        const int steps = bench.controller.undoStack().index();
        bench.ensemble.openMember(3);
        QTRY_COMPARE(started.size(), 2);
        QCOMPARE(bench.controller.undoStack().index(), steps);
    }

    void aChangedExperimentMakesItOlder()
    {
        Bench bench;
        QTRY_VERIFY(bench.isReady());
        bench.ensemble.run(8, Vary::Noise);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        bench.controller.setSeed(4711); // seeds are what members differ in
        QTRY_VERIFY(bench.isReady());
        bench.controller.runTo(50);
        QTRY_COMPARE(bench.controller.scene().iteration, 50);
        bench.controller.rename(1, QStringLiteral("other name"));
        QVERIFY(!bench.state().older);

        bench.controller.changeParameter(1, {"noise.sigma1", 0.2});
        QTRY_VERIFY(bench.state().older);
        QSignalSpy messages(&bench.ensemble, &EnsembleRunner::messageRaised);
        QSignalSpy started(&bench.controller, &RunController::recordingStarted);
        bench.ensemble.openMember(3);
        QCOMPARE(messages.size(), 1);
        QVERIFY(bench.isReady());                                    // nothing is on its way
        QCOMPARE(bench.state().runs[1].ends.size(), std::size_t{8}); // and nothing is lost

        bench.controller.undoStack().undo(); // at the same instant: the edit goes
        QTRY_VERIFY(!bench.state().older);
        bench.controller.dragStart(0, 1, 0.5);
        QTRY_VERIFY(bench.state().older);
        bench.ensemble.run(8, Vary::Noise);
        QVERIFY(!bench.state().older);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
    }

    void stoppedItKeepsWhatWasDone()
    {
        Bench bench(endless());
        QTRY_VERIFY(bench.isReady());
        bench.ensemble.run(5000, Vary::Noise);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.state().runs.empty(), patience);
        QVERIFY(!bench.state().runs[1].path.empty()); // theory is there before the members are
        QTRY_VERIFY_WITH_TIMEOUT(bench.state().share > 0, patience);
        bench.ensemble.stop();
        QTRY_COMPARE_WITH_TIMEOUT(bench.state().phase, EnsemblePhase::Stopped, patience);
        for (const EnsembleTrace& run : bench.state().runs) {
            std::set<std::int64_t> members;
            for (const EnsembleEnd& end : run.ends)
                QVERIFY(members.insert(end.member).second);
            QVERIFY(run.finished < 5000);
        }
    }

    void theLatestOrderCounts()
    {
        Bench bench(endless());
        QTRY_VERIFY(bench.isReady());
        bench.ensemble.run(5000, Vary::Noise);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.state().runs.empty(), patience);
        bench.controller.load(defaultExperiment());
        QTRY_VERIFY(bench.state().older);
        bench.ensemble.run(9, Vary::Noise);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        for (const EnsembleTrace& run : bench.state().runs)
            QCOMPARE(run.ends.size(), std::size_t{9});
        QCOMPARE(membersDone(bench.state()), 9);
    }

    void nobodyWaitsForIt()
    {
        {
            Bench bench(endless());
            QTRY_VERIFY(bench.isReady());
            bench.ensemble.run(5000, Vary::Noise);
            QTRY_VERIFY_WITH_TIMEOUT(!bench.state().runs.empty(), patience);
            bench.controller.runTo(5); // the live runs go beside it
            QTRY_COMPARE_WITH_TIMEOUT(bench.controller.scene().iteration, 5, patience);
        } // gone while it runs
        QTRY_VERIFY_WITH_TIMEOUT(allThreadsEnded(), patience);
    }

    void divergedMembersAreCounted()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 3;
        Bench bench(experiment);
        QTRY_VERIFY(bench.isReady());
        bench.ensemble.run(8, Vary::Noise);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isDone(), patience);
        QCOMPARE(bench.state().runs[0].diverged, 8);
        QCOMPARE(bench.state().runs[1].diverged, 0);
        QCOMPARE(membersDiverged(bench.state()), 8);
    }

    void whatCannotBeRunIsSaid()
    {
        Bench bench;
        bench.ensemble.run(8, Vary::Noise); // nothing is in force yet
        QCOMPARE(bench.state().phase, EnsemblePhase::None);
        QTRY_VERIFY(bench.isReady());
        bench.ensemble.run(60'000, Vary::Noise); // two runs each
        QCOMPARE(bench.state().phase, EnsemblePhase::None);
        QVERIFY2(bench.state().error.contains("50000"), qPrintable(bench.state().error));
    }
};

QTEST_GUILESS_MAIN(TestEnsembleRunner)
#include "test_ensemble_runner.moc"
