// The window's side of a recording's past: seeking, branches, and the ghosts of what is no longer.
#include "core/io/experiment_file.h"
#include "ui/run_controller.h"
#include "ui/view_state.h"

#include <QtTest>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

bool isReady(const RunController& controller)
{
    return !controller.isLoading() && !controller.scene().runs.empty();
}

bool sameLosses(const History& a, const History& b)
{
    return std::equal(a.samples.begin(), a.samples.end(), b.samples.begin(), b.samples.end(),
                      [](const Sample& x, const Sample& y) {
                          return x.iteration == y.iteration && x.loss == y.loss;
                      }) &&
           std::equal(a.loss.begin(), a.loss.end(), b.loss.begin(), b.loss.end(),
                      [](const LossBucket& x, const LossBucket& y) {
                          return x.end == y.end && x.min == y.min && x.mean == y.mean && x.max == y.max;
                      });
}

/// Its default experiment, 1,000 iterations on.
void goTo1000(RunController& controller)
{
    controller.load(defaultExperiment());
    QTRY_VERIFY(isReady(controller));
    controller.runTo(1000);
    QTRY_COMPARE(controller.scene().iteration, 1000);
}

} // namespace

class TestPast : public QObject {
    Q_OBJECT
private slots:
    void anyInstantIsShownAsItWas()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.runTo(300);
        QTRY_COMPARE(controller.scene().iteration, 300);
        const double loss = controller.scene().runs[1].current.loss;
        controller.runTo(1000);
        QTRY_COMPARE(controller.scene().iteration, 1000);
        const History whole = controller.scene().runs[1].history;
        controller.seek(300);
        QTRY_COMPARE(controller.scene().iteration, 300);
        QCOMPARE(controller.scene().head, 1000);
        QCOMPARE(controller.scene().runs[1].current.loss, loss);
        QVERIFY(sameLosses(controller.scene().runs[1].history, whole)); // it is all still there
        QVERIFY(controller.scene().ghosts.empty());
    }

    void theLatestWishCounts()
    {
        RunController controller;
        goTo1000(controller);
        for (int t = 0; t <= 640; ++t)
            controller.seek(t);
        QTRY_COMPARE(controller.scene().iteration, 640);
        controller.seek(5000); // further than it goes
        QTRY_COMPARE(controller.scene().iteration, 1000);
        controller.seek(-3);
        QTRY_COMPARE(controller.scene().iteration, 0);
    }

    void stepsGoBackAndForth()
    {
        RunController controller;
        goTo1000(controller);
        for (int i = 0; i < 5; ++i)
            controller.stepBack();
        QTRY_COMPARE(controller.scene().iteration, 995);
        controller.step(); // what is recorded is shown, no branch begins
        QTRY_COMPARE(controller.scene().iteration, 996);
        QCOMPARE(controller.scene().head, 1000);
        QVERIFY(controller.scene().ghosts.empty());
    }

    void aChangeInThePastBranchesAndLeavesAGhost()
    {
        RunController controller;
        goTo1000(controller);
        const History whole = controller.scene().runs[0].history;
        controller.seek(400);
        QTRY_COMPARE(controller.scene().iteration, 400);
        controller.changeParameter(1, {"noise.sigma1", 0.2});
        QTRY_COMPARE(controller.scene().head, 400);
        QCOMPARE(controller.scene().ghosts.size(), std::size_t{1});
        const Ghost& ghost = *controller.scene().ghosts.front();
        QCOMPARE(ghost.from, 400);
        QCOMPARE(ghost.head, 1000);
        QVERIFY(ghost.recipe.edits.empty());
        QVERIFY(sameLosses(ghost.runs[0].history, whole));
        controller.runTo(1000);
        QTRY_COMPARE(controller.scene().iteration, 1000);
        QVERIFY(sameLosses(controller.scene().runs[0].history, whole)); // GD was not changed
        QCOMPARE(controller.document().edits.size(), std::size_t{1});
        QCOMPARE(controller.document().edits.front().at, 400);
    }

    void aChangeAtTheStartLeavesAGhost()
    {
        RunController controller;
        goTo1000(controller);
        controller.changeParameter(1, {"noise.sigma1", 0.1});
        QTRY_COMPARE(controller.scene().edits.size(), std::size_t{1});
        controller.runTo(1500);
        QTRY_COMPARE(controller.scene().iteration, 1500);
        const History whole = controller.scene().runs[1].history;
        controller.seek(0);
        QTRY_COMPARE(controller.scene().iteration, 0);
        controller.changeParameter(0, {"eta", 0.01});
        QTRY_COMPARE(controller.scene().head, 0);
        QCOMPARE(controller.scene().ghosts.size(), std::size_t{1});
        const Ghost& ghost = *controller.scene().ghosts.front();
        QCOMPARE(ghost.from, 0);
        QCOMPARE(ghost.head, 1500);
        QCOMPARE(ghost.recipe.edits.size(), std::size_t{1});
        QCOMPARE(ghost.recipe.runs[0].eta, 0.02);
        controller.restoreGhost(ghost.id);
        QTRY_COMPARE(controller.scene().iteration, 1500);
        QVERIFY(sameLosses(controller.scene().runs[1].history, whole));
    }

    void aBranchThatLosesChangesIsAnEdit()
    {
        RunController controller;
        goTo1000(controller);
        controller.changeParameter(1, {"noise.sigma1", 0.1});
        QTRY_COMPARE(controller.scene().edits.size(), std::size_t{1});
        controller.runTo(1500);
        QTRY_COMPARE(controller.scene().iteration, 1500);
        QSignalSpy edited(&controller, &RunController::edited);
        controller.seek(100);
        QTRY_COMPARE(controller.scene().iteration, 100);
        QCOMPARE(edited.count(), 0); // to look is none
        controller.runTo(200);
        QTRY_COMPARE(controller.scene().iteration, 200);
        QTRY_COMPARE(controller.scene().head, 200);
        QVERIFY(controller.document().edits.empty());
        QCOMPARE(edited.count(), 1);
    }

    void beyondEightPinnedTheFutureStaysAllTheSame()
    {
        RunController controller;
        goTo1000(controller);
        for (std::size_t i = 0; i < GhostShelf::most; ++i)
            controller.pinThisRun();
        QSignalSpy messages(&controller, &RunController::messageRaised);
        controller.pinThisRun();
        QCOMPARE(messages.count(), 1);
        controller.seek(400);
        QTRY_COMPARE(controller.scene().iteration, 400);
        controller.changeParameter(1, {"noise.sigma1", 0.2});
        QTRY_COMPARE(controller.scene().head, 400);
        QCOMPARE(controller.scene().ghosts.size(), GhostShelf::most + 1);
        const Ghost& future = *controller.scene().ghosts.back();
        QCOMPARE(future.head, 1000);
        controller.setPinned(future.id, true);
        QCOMPARE(messages.count(), 2); // one too many
        QVERIFY(!controller.scene().ghosts.back()->pinned);
    }

    void aFileReachesAsFarAsItsChanges()
    {
        RunController controller;
        controller.load(defaultExperimentOf(500));
        QTRY_VERIFY(isReady(controller));
        controller.runTo(1000);
        QTRY_COMPARE(controller.scene().iteration, 1000);
        QCOMPARE(controller.document().steps, 500);
        controller.changeParameter(1, {"noise.sigma1", 0.2});
        QTRY_COMPARE(controller.scene().edits.size(), std::size_t{1});
        controller.runTo(1500);
        QTRY_COMPARE(controller.scene().iteration, 1500);
        QCOMPARE(controller.document().steps, 1500);
    }

    void playingFromThePastBranches()
    {
        RunController controller;
        goTo1000(controller);
        controller.seek(100);
        QTRY_COMPARE(controller.scene().iteration, 100);
        controller.setPlaying(true);
        QTRY_COMPARE(controller.scene().ghosts.size(), std::size_t{1});
        controller.setPlaying(false);
        QVERIFY(controller.scene().head >= 100);
    }

    void aGhostIsRecordedAgain()
    {
        RunController controller;
        goTo1000(controller);
        const History whole = controller.scene().runs[1].history;
        controller.seek(400);
        QTRY_COMPARE(controller.scene().iteration, 400);
        controller.changeParameter(1, {"noise.sigma1", 0.2});
        QTRY_COMPARE(controller.scene().head, 400);
        controller.runTo(600);
        QTRY_COMPARE(controller.scene().iteration, 600);
        controller.restoreGhost(controller.scene().ghosts.front()->id);
        QTRY_COMPARE(controller.scene().iteration, 1000);
        QVERIFY(sameLosses(controller.scene().runs[1].history, whole));
        // What was shown is a ghost in its turn, the restored one none any more.
        QCOMPARE(controller.scene().ghosts.size(), std::size_t{1});
        QCOMPARE(controller.scene().ghosts.front()->head, 600);
        QCOMPARE(controller.scene().ghosts.front()->recipe.edits.size(), std::size_t{1});
    }

    void pinnedOnesStayOverResets()
    {
        RunController controller;
        goTo1000(controller);
        controller.pinThisRun();
        QCOMPARE(controller.scene().ghosts.size(), std::size_t{1});
        controller.reset(); // repeats to the bit: no ghost of it
        QTRY_COMPARE(controller.scene().head, 0);
        QCOMPARE(controller.scene().ghosts.size(), std::size_t{1});
        controller.runTo(50);
        QTRY_COMPARE(controller.scene().iteration, 50);
        controller.setSeed(77);
        QTRY_COMPARE(controller.scene().ghosts.size(), std::size_t{2}); // seed 3's, not pinned
        QTRY_VERIFY(isReady(controller));
        controller.runTo(50);
        QTRY_COMPARE(controller.scene().iteration, 50);
        controller.setSeed(78);
        QTRY_COMPARE(controller.scene().head, 0);
        QCOMPARE(controller.scene().ghosts.size(), std::size_t{2}); // the pinned one, and seed 77's
        QVERIFY(controller.scene().ghosts.front()->pinned);
        controller.dismissGhost(controller.scene().ghosts.front()->id);
        QCOMPARE(controller.scene().ghosts.size(), std::size_t{1});
        controller.load(defaultExperiment()); // another document
        QTRY_VERIFY(controller.scene().ghosts.empty());
    }

    void ofAnotherProblemOnlyPinnedOnesAreDrawn()
    {
        RunController controller;
        goTo1000(controller);
        controller.pinThisRun();
        controller.setSeed(77);
        QTRY_COMPARE(controller.scene().head, 0);
        QTRY_VERIFY(isReady(controller));
        controller.runTo(50);
        QTRY_COMPARE(controller.scene().iteration, 50);
        const ProblemSpec before = controller.draft().problem;
        ProblemSpec other = before;
        other.d1 = 25;
        controller.setProblem(other);
        controller.reset();
        QTRY_COMPARE(controller.scene().problem.d1, 25);
        QCOMPARE(controller.ghosts().size(), std::size_t{2}); // seed 77's can still be recorded again
        QCOMPARE(controller.scene().ghosts.size(), std::size_t{1});
        QVERIFY(controller.scene().ghosts.front()->pinned);
        controller.setPinned(controller.ghosts().back()->id, true);
        QCOMPARE(controller.scene().ghosts.size(), std::size_t{2});
    }

    void aPinnedOneComesBackFromItsRecipe()
    {
        ViewState view;
        view.pinned.push_back(
            {"the first", R"({"format": "hyperdrift-experiment", "version": 1, "steps": 500})"});
        const ViewState read = parseView(viewText(view));
        QCOMPARE(read.pinned.size(), std::size_t{1});
        QCOMPARE(read.pinned[0].recipe, view.pinned[0].recipe);

        RunController controller;
        goTo1000(controller);
        controller.recallGhost({read.pinned[0].title, true, 0, experimentText(defaultExperimentOf(500))});
        QTRY_COMPARE(controller.scene().ghosts.size(), std::size_t{1});
        const Ghost& ghost = *controller.scene().ghosts.front();
        QVERIFY(ghost.pinned);
        QCOMPARE(ghost.title, std::string("the first"));
        QCOMPARE(ghost.head, 500);
        QCOMPARE(ghost.runs[1].history.samples.size(), std::size_t{501});
        QCOMPARE(ghost.runs[1].last.loss, controller.scene().runs[1].history.samples[500].loss);
        QSignalSpy messages(&controller, &RunController::messageRaised);
        controller.recallGhost({"broken", true, 0, "{"});
        QTRY_COMPARE(messages.count(), 1);
        QCOMPARE(controller.recalls().size(), std::size_t{1}); // a file that is saved keeps it
        QCOMPARE(pinnedRecipes(controller.recalls()).front().recipe, std::string("{"));
    }

    void aPinnedOneThatIsOnItsWaySurvivesAReset()
    {
        RunController controller;
        goTo1000(controller);
        const std::string recipe = experimentText(defaultExperimentOf(200'000));
        controller.recallGhost({"pinned", true, 0, recipe});
        controller.recallGhost({"not pinned", false, 0, recipe});
        QCOMPARE(controller.recalls().size(), std::size_t{2});
        QCOMPARE(pinnedRecipes(ghostRecipes({}, controller.recalls())).size(), std::size_t{1});
        controller.reset();
        QTRY_COMPARE(controller.scene().head, 0);
        QCOMPARE(controller.recalls().size(), std::size_t{1}); // a file written now holds it
        QTRY_COMPARE_WITH_TIMEOUT(controller.scene().ghosts.size(), std::size_t{1}, 30'000);
        QCOMPARE(controller.scene().ghosts.front()->title, std::string("pinned"));
        QVERIFY(controller.recalls().empty());
    }

    void eightAreKept()
    {
        GhostShelf shelf;
        for (int i = 0; i < 10; ++i)
            QVERIFY(shelf.keep(Ghost{.head = i}));
        QCOMPARE(shelf.ghosts().size(), GhostShelf::most);
        QCOMPARE(shelf.ghosts().front()->head, 2); // the oldest made room
        for (const auto& ghost : Ghosts(shelf.ghosts()))
            shelf.pin(ghost->id, true);
        QVERIFY(!shelf.keep(Ghost{.pinned = true}));
        QVERIFY(shelf.keep(Ghost{.head = 77})); // beside them
        QVERIFY(shelf.keep(Ghost{.head = 78}));
        QCOMPARE(shelf.ghosts().size(), GhostShelf::most + 1);
        QCOMPARE(shelf.ghosts().back()->head, 78);
        QVERIFY(!shelf.pin(shelf.ghosts().back()->id, true));
        shelf.dismiss(shelf.ghosts()[3]->id);
        QVERIFY(shelf.pin(shelf.ghosts().back()->id, true));
        shelf.dismissUnpinned();
        QCOMPARE(shelf.ghosts().size(), GhostShelf::most);
    }

private:
    static Experiment defaultExperimentOf(std::int64_t steps)
    {
        Experiment experiment = defaultExperiment();
        experiment.steps = steps;
        return experiment;
    }
};

QTEST_MAIN(TestPast)
#include "test_past.moc"
