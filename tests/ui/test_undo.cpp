#include "core/io/experiment_file.h"
#include "core/io/run_csv.h"
#include "core/model/parameter.h"
#include "ui/run_controller.h"
#include "ui/same_spec.h"
#include "ui/undo_text.h"

#include <QtTest>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

bool isReady(const RunController& controller)
{
    return !controller.isLoading() && !controller.scene().runs.empty();
}

/// A third run, and a batch that is as M's size gives it.
Experiment threeRuns()
{
    Experiment experiment = defaultExperiment();
    experiment.runs.push_back(experiment.runs[1]);
    experiment.runs[2].name = "Sampled";
    experiment.runs[2].method = MethodKind::EntrySampling;
    return experiment;
}

bool sameDraft(const Draft& a, const Draft& b)
{
    const auto sameRow = [](const DraftRun& x, const DraftRun& y) {
        return x.id == y.id && x.inForce == y.inForce && sameRun(x.spec, y.spec);
    };
    return sameProblem(a.problem, b.problem) && sameStart(a.start, b.start) &&
           std::equal(a.runs.begin(), a.runs.end(), b.runs.begin(), b.runs.end(), sameRow);
}

QString documentText(const RunController& controller)
{
    return QString::fromStdString(experimentText(controller.document()));
}

/// What a person does, and what the menu calls it.
struct Deed {
    std::function<void(RunController&)> act;
    QString text;
    bool restarts = false;
};

/// Up to the instant that is shown, as the window recorded it.
std::string recordedCsv(const RunController& controller, const Problem& problem)
{
    std::vector<RunOutcome> outcomes;
    for (const RunTrace& run : controller.scene().runs) {
        RunOutcome outcome;
        outcome.samples = run.history.samples;
        if (outcome.samples.back().iteration != run.iteration)
            outcome.samples.push_back(run.current);
        outcomes.push_back(outcome);
    }
    return runCsv(problem, outcomes);
}

/// The same from the document, as the command line does it.
std::string executedCsv(const RunController& controller, const std::shared_ptr<const Problem>& problem)
{
    Experiment document = controller.document();
    document.steps = controller.scene().iteration;
    return runCsv(*problem, execute(document, problem, makeRunStart(document, *problem), {}));
}

/// The default experiment, `iterations` on.
void go(RunController& controller, std::int64_t iterations)
{
    controller.load(defaultExperiment());
    QTRY_VERIFY(isReady(controller));
    controller.runTo(iterations);
    QTRY_COMPARE(controller.scene().iteration, iterations);
}

double ratioOf(const RunController& controller, std::size_t run)
{
    return controller.scene().runs[run].current.ratio;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * std::abs(b);
}

ProblemSpec largerProblem()
{
    ProblemSpec problem;
    problem.d1 = 25;
    return problem;
}

Deed parameter(int row, const Edit::SetParameter& set, const QString& text)
{
    return {[=](RunController& c) { c.changeParameter(row, set); }, text};
}

void addParameterRows()
{
    const auto row = [](const char* name, const Deed& deed) { QTest::newRow(name) << deed; };
    const auto text = [](const char* s) { return std::string(s); };
    row("eta", parameter(0, {"eta", 0.03}, "GD: η 0.02 → 0.03"));
    row("method", parameter(1, {"method", text("sam")}, "Perturbed GD: method Perturbed GD → SAM"));
    row("sigma1", parameter(1, {"noise.sigma1", 0.2}, "σ₁ 0.05 → 0.2"));
    row("sigma2", parameter(1, {"noise.sigma2", 1 / 3.0}, "σ₂ 0.05 → 0.3333"));
    row("distribution",
        parameter(1, {"noise.distribution", text("laplace")}, "distribution Gaussian noise → Laplace noise"));
    row("anneal", parameter(1, {"noise.anneal", 500.0}, "t₀ 0 → 500"));
    row("nu", parameter(1, {"noise.nu", 0.5}, "ν 0.1 → 0.5"));
    row("batch", parameter(2, {"batch", 10.0}, "n a quarter → 10"));
    row("radius", parameter(1, {"radius", 0.25}, "δ 0.1 → 0.25"));
    row("two at once", {[](RunController& c) {
                            c.changeParameters(1, {{"noise.sigma1", 0.2}, {"noise.sigma2", 0.1}});
                        },
                        "σ₁ 0.05 → 0.2, σ₂ 0.05 → 0.1"});
}

void addOtherRows()
{
    const auto row = [](const char* name, const Deed& deed) { QTest::newRow(name) << deed; };
    row("problem", {[](RunController& c) { c.setProblem(largerProblem()); }, "rows d₁ 20 → 25"});
    row("start", {[](RunController& c) {
                      c.setStart({ZeroStart{}, 2});
                  },
                  "start Aligned columns → Zero, the saddle"});
    row("name", {[](RunController& c) { c.rename(1, "A & B"); }, "name Perturbed GD → A && B"});
    row("added run", {[](RunController& c) { c.addRun(); }, "add Perturbed GD 2"});
    row("removed run", {[](RunController& c) { c.removeRun(1); }, "remove Perturbed GD"});
    row("kept seed", {[](RunController& c) { c.keepSeed(17); }, "seed 3 → 17"});
    row("typed seed", {[](RunController& c) { c.setSeed(17); }, "seed 3 → 17", true});
    row("dragged start",
        {[](RunController& c) { c.dragStart(0, 1.5, 0.5); }, "θ₀ 2 → 1.5, p₀/s 0.3 → 0.5", true});
}

} // namespace

Q_DECLARE_METATYPE(Deed)
Q_DECLARE_METATYPE(DraftChange)

class TestUndo : public QObject {
    Q_OBJECT
private slots:
    void theInverseTakesAChangeBack_data()
    {
        QTest::addColumn<DraftChange>("change");
        m_draft = draftOf(threeRuns());
        putInForce(m_draft, rowIds(m_draft));
        const std::uint64_t row = m_draft.runs[1].id;
        const auto add = [](const char* name, const DraftChange& change) { QTest::newRow(name) << change; };
        add("parameters", SetParameters{row, {{"eta", 0.5}, {"noise.anneal", 9.0}, {"batch", 7.0}}});
        add("problem", SetProblem{largerProblem()});
        add("start", SetStart{{GaussianStart{1, 2}, 8}});
        add("name", SetName{row, "other"});
        add("seeds", SetSeeds{{{row, 99}, {m_draft.runs[0].id, 98}}, 97});
        add("member", BecomeMember{{{row, 99}, {m_draft.runs[0].id, 98}}, {GaussianStart{1, 2}, 8}, 7});
        add("add", AddRun{RunSpec{}, newRowId(), 1});
        add("remove", RemoveRun{row});
    }
    void theInverseTakesAChangeBack()
    {
        QFETCH(DraftChange, change);
        const Draft before = m_draft;
        Draft draft = before;
        const DraftChange back = inverseOf(draft, change);
        QVERIFY(!sameChange(back, change));
        applyTo(draft, change);
        QVERIFY(!sameDraft(draft, before));
        QVERIFY(sameChange(inverseOf(draft, back), change)); // and the other way round
        const Draft after = draft;
        applyTo(draft, back);
        QVERIFY(sameDraft(draft, before));
        applyTo(draft, change);
        QVERIFY(sameDraft(draft, after));
    }

    void aChangeOfARowThatIsGoneIsNone()
    {
        Draft draft = draftOf(defaultExperiment());
        const Draft before = draft;
        const std::uint64_t gone = newRowId();
        for (const DraftChange& change :
             {DraftChange(SetParameters{gone, {{"eta", 0.5}}}), DraftChange(SetName{gone, "x"}),
              DraftChange(SetSeeds{{{gone, 5}}, {}}), DraftChange(RemoveRun{gone})}) {
            QVERIFY(sameChange(change, inverseOf(draft, change)));
            applyTo(draft, change);
            QVERIFY(sameDraft(draft, before));
        }
    }

    void everyDeedIsUndoneAndRedone_data()
    {
        QTest::addColumn<Deed>("deed");
        addParameterRows();
        addOtherRows();
    }
    void everyDeedIsUndoneAndRedone()
    {
        QFETCH(Deed, deed);
        RunController controller;
        controller.load(threeRuns());
        QTRY_VERIFY(isReady(controller));
        controller.runTo(100);
        QTRY_COMPARE(controller.scene().iteration, 100);
        QSignalSpy started(&controller, &RunController::recordingStarted);
        const qsizetype restarts = deed.restarts ? 1 : 0;
        const auto settle = [&](int count) {
            QTRY_COMPARE(started.size(), restarts * count);
            QTRY_VERIFY(isReady(controller));
            controller.runTo(controller.scene().iteration); // answered after all that was asked before
            QTRY_COMPARE(controller.scene().iteration, deed.restarts ? 0 : 100);
        };
        const Draft before = controller.draft();
        const QString documentBefore = documentText(controller);
        QVERIFY(!controller.undoStack().canUndo());
        deed.act(controller);
        settle(1);
        QCOMPARE(controller.undoStack().count(), 1);
        QCOMPARE(controller.undoStack().undoText(), deed.text);
        const Draft after = controller.draft();
        const QString documentAfter = documentText(controller);
        QVERIFY(!sameDraft(before, after));

        QSignalSpy edited(&controller, &RunController::edited);
        controller.undoStack().undo();
        QVERIFY(sameDraft(controller.draft(), before));
        settle(2);
        QVERIFY(sameDraft(controller.draft(), before));
        QCOMPARE(documentText(controller), documentBefore);
        QVERIFY(!controller.waiting().any());
        QCOMPARE(controller.undoStack().redoText(), deed.text);

        controller.undoStack().redo();
        settle(3);
        QVERIFY(sameDraft(controller.draft(), after));
        QCOMPARE(documentText(controller), documentAfter);
        QVERIFY(edited.size() >= 2);
    }

    void whatStandsAlreadyIsNoStep()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        QSignalSpy edited(&controller, &RunController::edited);
        controller.changeParameter(1, {"noise.sigma1", 0.05});
        controller.setProblem(ProblemSpec{});
        controller.rename(0, "GD");
        controller.keepSeed(3);
        QCOMPARE(controller.undoStack().count(), 0);
        QCOMPARE(edited.size(), 0);
        QSignalSpy started(&controller, &RunController::recordingStarted);
        controller.setSeed(3); // starts again all the same
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(controller.undoStack().count(), 0);
    }

    void aRefusedValueIsNoStep()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        QSignalSpy messages(&controller, &RunController::messageRaised);
        controller.changeParameter(1, {"eta", -1.0});
        controller.changeParameters(1, {{"noise.sigma1", 0.2}, {"noise.sigma2", -0.2}});
        QCOMPARE(messages.size(), 2);
        QCOMPARE(controller.undoStack().count(), 0);
        QCOMPARE(controller.draft().runs[1].spec.noise.sigma1, 0.05);
    }

    void onceTimeHasPassedAnUndoIsAnEdit()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.runTo(100);
        QTRY_COMPARE(controller.scene().iteration, 100);
        controller.changeParameter(1, {"noise.sigma1", 0.2});
        controller.runTo(150);
        QTRY_COMPARE(controller.scene().iteration, 150);
        QTRY_COMPARE(controller.scene().edits.size(), 1U);
        controller.undoStack().undo();
        QTRY_COMPARE(controller.scene().runs[1].spec.noise.sigma1, 0.05);
        const std::vector<Edit> edits = controller.document().edits;
        QCOMPARE(edits.size(), 2U);
        QCOMPARE(edits[0].at, 100);
        QCOMPARE(edits[1].at, 150);
        controller.undoStack().redo(); // time has not moved since
        QTRY_COMPARE(controller.scene().edits.size(), 1U);
        QCOMPARE(controller.document().edits.size(), 1U);
    }

    void changesOfOneGestureAreOneStep()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        const auto sigma1 = [&](double value, std::uint64_t gesture) {
            controller.changeParameters(1, {{"noise.sigma1", value}}, gesture);
        };
        sigma1(0.1, 7);
        sigma1(0.15, 7);
        sigma1(0.2, 7);
        QCOMPARE(controller.undoStack().count(), 1);
        QCOMPARE(controller.undoStack().undoText(), QString("σ₁ 0.05 → 0.2"));
        sigma1(0.3, 8);
        sigma1(0.4, 0);
        sigma1(0.5, 0); // typed, each by itself
        QCOMPARE(controller.undoStack().count(), 4);
        controller.changeParameters(0, {{"eta", 0.03}}, 9);
        controller.changeParameters(1, {{"eta", 0.03}}, 9); // another run
        controller.changeParameters(1, {{"noise.sigma2", 0.03}}, 9);
        QCOMPARE(controller.undoStack().count(), 7);
        for (int i = 0; i < 6; ++i)
            controller.undoStack().undo();
        QCOMPARE(controller.draft().runs[1].spec.noise.sigma1, 0.2);
        controller.undoStack().undo();
        QCOMPARE(controller.draft().runs[1].spec.noise.sigma1, 0.05);
        QCOMPARE(controller.draft().runs[0].spec.eta, 0.02);
    }

    void aGestureBackToWhereItBeganIsNoStep()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.changeParameters(1, {{"eta", 0.1}}, 5);
        controller.changeParameters(1, {{"eta", 0.02}}, 5);
        QCOMPARE(controller.undoStack().count(), 0);
        controller.changeParameters(1, {{"eta", 0.3}}, 5); // and on
        QCOMPARE(controller.undoStack().undoText(), QString("Perturbed GD: η 0.02 → 0.3"));
        StartSpec start;
        for (const double theta : {1.0, 1.5, 2.5}) {
            start.kind = AlignedStart{{theta}, {0.3}};
            controller.setStart(start, 6);
        }
        QCOMPARE(controller.undoStack().count(), 2);
        controller.undoStack().undo();
        QVERIFY(sameStart(controller.draft().start, StartSpec{}));
    }

    void aResetKeepsTheSteps()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.setProblem(largerProblem());
        controller.changeParameter(1, {"noise.sigma1", 0.2});
        controller.reset();
        QTRY_VERIFY(isReady(controller));
        QVERIFY(!controller.waiting().any());
        controller.undoStack().undo();
        QTRY_COMPARE(controller.scene().runs[1].spec.noise.sigma1, 0.05); // at t = 0, into the config
        QCOMPARE(controller.document().runs[1].noise.sigma1, 0.05);
        QVERIFY(controller.document().edits.empty());
        controller.undoStack().undo();
        QCOMPARE(controller.draft().problem.d1, 20);
        QVERIFY(controller.waiting().problem);
        QCOMPARE(controller.scene().problem.d1, 25);
    }

    void stepsFindTheirRowsAfterOthersHaveGone()
    {
        RunController controller;
        controller.load(threeRuns());
        QTRY_VERIFY(isReady(controller));
        controller.changeParameter(2, {"eta", 0.03});
        controller.removeRun(1);
        controller.changeParameter(1, {"batch", 9.0}); // what was row 2
        controller.reset();
        QTRY_COMPARE(controller.scene().runs.size(), 2U);
        controller.removeRun(0);
        controller.addRun();
        QUndoStack& stack = controller.undoStack();
        QCOMPARE(stack.count(), 5);
        const Draft last = controller.draft();
        stack.undo(); // no added run
        stack.undo(); // GD is back, and still the recording's run 0
        QCOMPARE(controller.draft().runs.size(), 2U);
        QCOMPARE(controller.draft().runs[0].spec.name, std::string("GD"));
        QCOMPARE(controller.draft().runs[0].inForce, 0);
        QVERIFY(!controller.waiting().any());
        stack.undo(); // the batch
        QTRY_VERIFY(!controller.scene().runs[1].spec.batch);
        stack.undo(); // perturbed GD is back, but the recording has no such run
        QCOMPARE(controller.draft().runs[1].spec.name, std::string("Perturbed GD"));
        QCOMPARE(controller.draft().runs[1].inForce, -1);
        QVERIFY(controller.waiting().runs);
        stack.undo(); // η of what is row 2 and run 1
        QTRY_COMPARE(controller.scene().runs[1].spec.eta, 0.02);
        while (stack.canRedo())
            stack.redo();
        QVERIFY(sameDraft(controller.draft(), last));
        controller.reset();
        QTRY_VERIFY(isReady(controller) && controller.scene().runs.size() == 2);
        QCOMPARE(controller.scene().runs[0].spec.batch, std::optional<std::int64_t>(9));
    }

    void anotherDocumentHasNoSteps()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.changeParameter(1, {"eta", 0.03});
        QSignalSpy opened(&controller, &RunController::documentOpened);
        controller.load(defaultExperiment());
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(!controller.undoStack().canUndo());
        QVERIFY(!controller.undoStack().canRedo());
    }

    void aDivergedRunTakesItsOldValueAtTheReset()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 1.5;
        RunController controller;
        controller.load(experiment);
        QTRY_VERIFY(isReady(controller));
        controller.runTo(300);
        QTRY_COMPARE(controller.scene().iteration, 300);
        QCOMPARE(controller.scene().runs[0].status, RunStatus::Diverged);
        controller.changeParameter(0, {"eta", 0.03});
        controller.changeParameter(0, {"eta", 0.04});
        controller.undoStack().undo();
        controller.runTo(310);
        QTRY_COMPARE(controller.scene().iteration, 310);
        QCOMPARE(controller.draft().runs[0].spec.eta, 0.03);
        QVERIFY(controller.waiting().runs);
        controller.undoStack().undo();
        QVERIFY(!controller.waiting().any());
        controller.undoStack().redo();
        controller.reset();
        QTRY_COMPARE(controller.scene().runs[0].spec.eta, 0.03);
    }

    void theOfferOfASmallerStepIsOneStep()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 1.5;
        RunController controller;
        controller.load(experiment);
        QTRY_VERIFY(isReady(controller));
        QSignalSpy messages(&controller, &RunController::messageRaised);
        controller.runTo(300);
        QTRY_COMPARE(messages.size(), 1);
        messages.front().front().value<Message>().action();
        QTRY_COMPARE(controller.scene().iteration, 0);
        QCOMPARE(controller.undoStack().count(), 1);
        QVERIFY(controller.undoStack().undoText().startsWith("GD: η 1.5 → 0."));
        controller.runTo(10);
        QTRY_COMPARE(controller.scene().iteration, 10);
        controller.undoStack().undo();
        QTRY_COMPARE(controller.scene().runs[0].spec.eta, 1.5);
        QCOMPARE(controller.scene().iteration, 0);
    }

    void anUndoThatNoLongerFitsSaysSo()
    {
        RunController controller;
        controller.load(threeRuns());
        QTRY_VERIFY(isReady(controller));
        controller.changeParameter(2, {"batch", 500.0});
        controller.changeParameter(2, {"batch", 20.0});
        ProblemSpec small;
        small.d1 = small.d2 = 5;
        controller.setProblem(small);
        controller.reset();
        QTRY_COMPARE(controller.scene().problem.d1, 5);
        QTRY_VERIFY(isReady(controller));
        QSignalSpy messages(&controller, &RunController::messageRaised);
        controller.undoStack().undo();
        controller.undoStack().undo(); // 500 of 25 entries
        QCOMPARE(messages.size(), 1);
        QCOMPARE(controller.draft().runs[2].spec.batch, std::optional<std::int64_t>(20));
        controller.undoStack().undo();
        QVERIFY(!controller.draft().runs[2].spec.batch);
    }

    void aMoveAlongTheValleyIsOneEditAndOneStep()
    {
        RunController controller;
        go(controller, 300);
        const double ratio = ratioOf(controller, 0);
        const double other = ratioOf(controller, 1);
        const double loss = controller.scene().runs[1].current.loss;
        controller.moveRun(1, 1.5);
        QTRY_VERIFY(isNear(ratioOf(controller, 1), std::pow(1.5, 4) * other));
        QVERIFY(std::abs(controller.scene().runs[1].current.loss - loss) <= 1e-12); // constant
        QCOMPARE(ratioOf(controller, 0), ratio);
        QCOMPARE(controller.undoStack().count(), 1);
        QCOMPARE(controller.undoStack().undoText(), QString("Perturbed GD: drag along the valley, X × 1.5"));
        QCOMPARE(controller.document().edits.size(), 1U);
        QCOMPARE(controller.document().edits[0].at, 300);
        QCOMPARE(controller.document().edits[0].run, 1);
        QCOMPARE(std::get<Edit::Scale>(controller.document().edits[0].change).c, 1.5);

        controller.undoStack().undo();
        QTRY_VERIFY(isNear(ratioOf(controller, 1), other));
        controller.undoStack().redo();
        QTRY_VERIFY(isNear(ratioOf(controller, 1), std::pow(1.5, 4) * other));
        QCOMPARE(controller.scene().iteration, 300);
    }

    void aMovedRunIsThatOfTheDocument()
    {
        RunController controller;
        go(controller, 200);
        const auto problem = std::make_shared<const Problem>(makeProblem(controller.document().problem));
        controller.moveRun(0, 0.7);
        controller.runTo(400);
        QTRY_COMPARE(controller.scene().iteration, 400);
        controller.moveRun(1, 1.25);
        controller.moveRun(1, 1.1);
        controller.undoStack().undo();
        controller.runTo(600);
        QTRY_COMPARE(controller.scene().iteration, 600);
        QCOMPARE(controller.document().edits.size(), 4U);
        QVERIFY(recordedCsv(controller, *problem) == executedCsv(controller, problem));
    }

    void aMoveWhilePlayingCounts()
    {
        RunController controller;
        go(controller, 50);
        controller.setPlaying(true);
        controller.moveRun(0, 2);
        QTRY_COMPARE(controller.scene().edits.size(), 1U);
        controller.setPlaying(false);
        const std::int64_t end = controller.scene().iteration + 1000;
        controller.runTo(end);
        QTRY_COMPARE(controller.scene().iteration, end);
        const auto problem = std::make_shared<const Problem>(makeProblem(controller.document().problem));
        QVERIFY(recordedCsv(controller, *problem) == executedCsv(controller, problem));
    }

    void aMoveInThePastBranches()
    {
        RunController controller;
        go(controller, 300);
        controller.seek(100);
        QTRY_COMPARE(controller.scene().iteration, 100);
        controller.moveRun(0, 0.5);
        QTRY_COMPARE(controller.scene().head, 100);
        QCOMPARE(controller.scene().ghosts.size(), 1U);
        QCOMPARE(controller.scene().edits.size(), 1U);
    }

    void whatIsNotInForceIsNotTakenBack()
    {
        RunController controller;
        go(controller, 200);
        controller.moveRun(0, 1.5);
        QTRY_COMPARE(controller.scene().edits.size(), 1U);
        controller.runTo(300);
        QTRY_COMPARE(controller.scene().iteration, 300);
        controller.seek(100);
        QTRY_COMPARE(controller.scene().iteration, 100);
        const double before = ratioOf(controller, 0);
        controller.undoStack().undo(); // it lies ahead
        controller.runTo(100);
        QTRY_VERIFY(controller.scene().head == 300 && ratioOf(controller, 0) == before);
        controller.undoStack().redo();
        QTRY_COMPARE(controller.scene().head, 100);
        QVERIFY(isNear(ratioOf(controller, 0), std::pow(1.5, 4) * before));

        controller.reset();
        QTRY_COMPARE(controller.scene().iteration, 0);
        QTRY_VERIFY(isReady(controller));
        controller.undoStack().undo(); // it went with the reset
        controller.runTo(10);
        QTRY_COMPARE(controller.scene().iteration, 10);
        QVERIFY(controller.document().edits.empty());
    }

    void movesOfTheFileAreNotUndone()
    {
        Experiment experiment = defaultExperiment();
        experiment.edits = {{.at = 50, .run = 0, .change = Edit::Scale{-2}}};
        RunController controller;
        controller.load(experiment);
        QTRY_VERIFY(isReady(controller));
        controller.runTo(100);
        QTRY_COMPARE(controller.scene().iteration, 100);
        const double ratio = ratioOf(controller, 0);
        controller.moveRun(0, 1.5);
        QTRY_VERIFY(isNear(ratioOf(controller, 0), std::pow(1.5, 4) * ratio));
        controller.undoStack().undo();
        QTRY_VERIFY(isNear(ratioOf(controller, 0), ratio));
        controller.reset();
        QTRY_COMPARE(controller.scene().iteration, 0);
        QTRY_VERIFY(isReady(controller));
        controller.undoStack().redo();
        QTRY_COMPARE(controller.document().edits.size(), 1U);
        QCOMPARE(std::get<Edit::Scale>(controller.document().edits[0].change).c, 1.5);
    }

    void whatCannotBeMovedSaysSo()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 1.5;
        RunController controller;
        controller.load(experiment);
        QTRY_VERIFY(isReady(controller));
        controller.runTo(300);
        QTRY_COMPARE(controller.scene().iteration, 300);
        QSignalSpy messages(&controller, &RunController::messageRaised);
        controller.moveRun(0, 1.5); // it has diverged
        QCOMPARE(messages.size(), 1);
        controller.moveRun(1, 0);
        controller.moveRun(1, std::numeric_limits<double>::infinity());
        controller.moveRun(1, std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(messages.size(), 4);
        QCOMPARE(
            messages.back().front().value<Message>().text,
            QString("Perturbed GD was not moved along the valley: c must be ≠ 0 and finite, but is nan"));
        controller.moveRun(1, 1); // no move
        controller.moveRun(7, 2); // no run
        QCOMPARE(messages.size(), 4);
        QCOMPARE(controller.undoStack().count(), 0);
        controller.removeRun(1);
        controller.moveRun(1, 1.5);
        QCOMPARE(messages.size(), 5);
        QVERIFY(controller.document().edits.empty());
    }

    void theInverseOfAMoveGoesBack()
    {
        const Draft draft = draftOf(defaultExperiment());
        const MoveRun move{draft.runs[0].id, 1.5, 3};
        const DraftChange back = inverseOf(draft, move);
        QVERIFY(!sameChange(back, move));
        QVERIFY(sameChange(back, MoveRun{draft.runs[0].id, 3, 1.5}));
        QVERIFY(sameChange(inverseOf(draft, back), move));
        QCOMPARE(stepText(back, move), QString("drag along the valley, X × 2"));
        QCOMPARE(stepText(move, back), QString("drag along the valley, X × 0.5"));
        QCOMPARE(runInQuestion(draft, move), QString("GD"));
    }

    void theStepsAreBounded()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        for (int i = 1; i <= 250; ++i)
            controller.changeParameter(1, {"noise.sigma1", 1.0 + i});
        QCOMPARE(controller.undoStack().count(), 200);
        while (controller.undoStack().canUndo())
            controller.undoStack().undo();
        QCOMPARE(controller.draft().runs[1].spec.noise.sigma1, 51.0);
    }

    void stepsSayWhatTheyAre_data()
    {
        QTest::addColumn<DraftChange>("before");
        QTest::addColumn<DraftChange>("after");
        QTest::addColumn<QString>("text");
        const auto row = [](const DraftChange& a, const DraftChange& b, const char* text) {
            QTest::newRow(text) << a << b << text;
        };
        const auto problem = [](auto change) {
            SetProblem set;
            change(set.problem);
            return set;
        };
        const auto matrix = [&](const std::string& path, bool center) {
            return problem(
                [&](ProblemSpec& p) { p.matrix = MatrixSource{.path = path, .centerColumns = center}; });
        };
        const auto eta = [](double value) { return SetParameters{1, {{"eta", value}}}; };
        const auto spectrum = [&](const std::vector<double>& values) {
            return problem([&](ProblemSpec& p) { p.spectrum = values; });
        };
        row(eta(0.1234567), eta(0.02), "η 0.1235 → 0.02");
        row(eta(0.1234567), eta(0.1234568), "η 0.1234567 → 0.1234568"); // four digits would not tell
        row(SetParameters{1, {{"noise.anneal", 50.0}}},
            SetParameters{1, {{"noise.anneal", std::monostate{}}}}, "t₀ 50 → 0");
        row(problem([](auto&) {}), matrix("/data/iris.csv", false), "matrix synthetic → iris.csv");
        row(matrix("/data/iris.csv", false), matrix("/data/iris.csv", true), "centre the columns: on");
        row(problem([](auto&) {}), problem([](ProblemSpec& p) { p.rank = 3; }), "rank r 1 → 3");
        row(problem([](auto&) {}), problem([](ProblemSpec& p) { p.seed = 4; }), "the problem's seed 1 → 4");
        row(spectrum({1}), spectrum({2, 1}), "spectrum s 1 → 2, 1");
        row(spectrum({1}), spectrum(std::vector<double>(20, 1.0)),
            "spectrum s 1 → 1, 1, 1, 1, 1, 1, 1, 1, …");
        row(SetStart{{GaussianStart{0.1, 0.1}, 2}}, SetStart{{GaussianStart{0.1, 0.3}, 5}},
            "sd Y 0.1 → 0.3, the start's seed 2 → 5");
        row(SetStart{{SmallBalancedStart{0.01}, 2}}, SetStart{{SmallBalancedStart{0.02}, 2}},
            "scale 0.01 → 0.02");
        row(SetStart{{ExplicitStart{{{1}}, {{1}}}, 2}}, SetStart{{AlignedStart{}, 2}},
            "start Explicit → Aligned columns");
    }
    void stepsSayWhatTheyAre()
    {
        QFETCH(DraftChange, before);
        QFETCH(DraftChange, after);
        QFETCH(QString, text);
        QCOMPARE(stepText(before, after), text);
    }

    void aRunIsNamedWhereThereIsAChoice()
    {
        Draft draft = draftOf(defaultExperiment());
        const auto set = [&](const char* path) { return SetParameters{draft.runs[1].id, {{path, 0.1}}}; };
        QCOMPARE(runInQuestion(draft, set("eta")), QString("Perturbed GD"));
        QCOMPARE(runInQuestion(draft, set("noise.sigma1")), QString());
        draft.runs[0].spec.method = MethodKind::RegularizedGd;
        QCOMPARE(runInQuestion(draft, set("noise.sigma1")), QString("Perturbed GD"));
        QCOMPARE(runInQuestion(draft, set("noise.anneal")), QString());
        QCOMPARE(menuText("a\n b\tc & d"), QString("a b c && d"));
    }

private:
    Draft m_draft; ///< that the rows of a table speak of
};

QTEST_GUILESS_MAIN(TestUndo)
#include "test_undo.moc"
