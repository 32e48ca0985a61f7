#include "core/model/method.h"
#include "ui/left_threads.h"
#include "ui/run_controller.h"

#include <QtTest>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

bool isReady(const RunController& controller)
{
    return !controller.isLoading() && !controller.scene().runs.empty();
}

/// A problem that is valid, but can't be made.
ProblemSpec zeroMatrix()
{
    ProblemSpec problem;
    problem.d1 = 2;
    problem.d2 = 2;
    problem.matrix.emplace();
    problem.matrix->path = "zero.csv";
    problem.matrix->cells = std::make_shared<const MatrixCells>(MatrixCells{2, 2, {0, 0, 0, 0}, "0"});
    return problem;
}

/// Large enough that no machine does a million iterations of it in a second.
Experiment largeExperiment()
{
    Experiment experiment = defaultExperiment();
    experiment.problem.d1 = 2000;
    experiment.problem.d2 = 3000;
    experiment.problem.rank = 10;
    return experiment;
}

} // namespace

class TestRunController : public QObject {
    Q_OBJECT
private slots:
    void playsAndPauses()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.setPace(UnlimitedPace{});
        controller.setPlaying(true);
        QTRY_VERIFY(controller.scene().iteration > 1000);
        controller.setPlaying(false);
        QVERIFY(!controller.isPlaying());
    }

    void numbersDoNotDependOnTheWayThere()
    {
        RunController stepped;
        stepped.load(defaultExperiment());
        QTRY_VERIFY(isReady(stepped));
        for (int i = 0; i < 20; ++i)
            stepped.step();
        stepped.runTo(700);
        QTRY_COMPARE(stepped.scene().iteration, 700);

        const Experiment experiment = defaultExperiment();
        const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
        Run run(problem, makeStart(experiment.start, *problem), experiment.runs[1]);
        run.advance(700);
        QCOMPARE(stepped.scene().runs[1].current.loss, run.sample().loss);
        QCOMPARE(stepped.scene().runs[1].history.samples.size(), run.history().samples.size());
    }

    void staleFramesAreDropped()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        QSignalSpy changes(&controller, &RunController::sceneChanged);
        Frame stale;
        stale.generation = 12345;
        stale.runs.resize(1);
        stale.runs[0].iteration = 99;
        controller.takeFrame(stale);
        QCOMPARE(changes.size(), 0);
        QCOMPARE(controller.scene().runs.size(), 2U);
    }

    void aDragSendsItsLatestValue()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.runTo(100);
        QTRY_COMPARE(controller.scene().iteration, 100);
        for (int i = 1; i <= 100; ++i)
            controller.changeParameter(1, {"noise.sigma1", i * 0.001});
        QTRY_COMPARE(controller.scene().runs[1].spec.noise.sigma1, 0.1);
        QCOMPARE(controller.document().edits.size(), 1U);
        QCOMPARE(controller.document().runs[1].noise.sigma1, 0.05);
        QCOMPARE(controller.draft().runs[1].spec.noise.sigma1, 0.1);
    }

    void editsAtTheStartOfAFileAreInForceAtOnce()
    {
        Experiment experiment = defaultExperiment();
        experiment.edits = {
            {.at = 0, .run = 1, .change = std::vector<Edit::SetParameter>{{"eta", 0.03}}},
            {.at = 0, .run = 1, .change = std::vector<Edit::SetParameter>{{"noise.sigma2", 0.1}}}};
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        // As soon as the document is there, before the worker has said that it is done.
        bool opened = false;
        connect(&controller, &RunController::documentOpened, &controller, [&] {
            opened = true;
            QVERIFY(controller.isLoading());
            QCOMPARE(controller.draft().runs[1].spec.eta, 0.03);
            QCOMPARE(controller.document().runs[1].eta, 0.03);
            controller.changeParameter(1, {"noise.sigma1", 0.2});
            const Experiment document = controller.document(); // the change's edit replaces those of t = 0
            QCOMPARE(document.runs[1].eta, 0.03);
            QCOMPARE(document.runs[1].noise.sigma1, 0.2);
            QCOMPARE(document.runs[1].noise.sigma2, 0.1);
        });
        controller.load(experiment);
        QTRY_VERIFY(opened);
        QTRY_COMPARE(controller.scene().runs[1].spec.noise.sigma1, 0.2);
        QCOMPARE(controller.draft().runs[1].spec.eta, 0.03);
        QCOMPARE(controller.draft().runs[1].spec.noise.sigma2, 0.1);
    }

    void aResetDropsEditsWhichIsAChange()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        QSignalSpy edited(&controller, &RunController::edited);
        controller.reset();
        QTRY_VERIFY(isReady(controller));
        QCOMPARE(edited.size(), 0); // nothing was lost
        controller.runTo(10);
        QTRY_COMPARE(controller.scene().iteration, 10);
        controller.changeParameter(1, {"eta", 0.03});
        QTRY_COMPARE(controller.scene().edits.size(), 1U);
        edited.clear();
        controller.reset();
        QCOMPARE(edited.size(), 1);
        QTRY_VERIFY(isReady(controller) && controller.document().edits.empty());
    }

    void aChangeIsInTheDocumentAtOnce()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.changeParameter(1, {"eta", 0.03}); // neither sent nor answered
        controller.changeParameter(1, {"noise.sigma1", 0.2});
        QCOMPARE(controller.document().runs[1].eta, 0.03);
        QCOMPARE(controller.document().runs[1].noise.sigma1, 0.2);
        controller.runTo(100);
        QTRY_COMPARE(controller.scene().iteration, 100);
        controller.changeParameter(1, {"eta", 0.01});
        controller.changeParameter(1, {"noise.sigma1", 0.3});
        const std::vector<Edit> edits = controller.document().edits;
        QCOMPARE(edits.size(), 2U);
        QCOMPARE(edits.back().at, 100);
        QTRY_COMPARE(controller.scene().edits.size(), 2U);
        QCOMPARE(controller.document().edits.size(), 2U);
    }

    void aChangeMadeWhileAResetIsUnderWayReachesItsRow()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.removeRun(0);
        controller.reset();
        QVERIFY(controller.isLoading());
        controller.changeParameter(0, {"noise.sigma1", 0.2}); // the row of perturbed GD, run 1 so far
        QCOMPARE(controller.draft().runs[0].spec.noise.sigma1, 0.2);
        QTRY_COMPARE(controller.scene().runs.size(), 1U);
        QTRY_COMPARE(controller.scene().runs[0].spec.noise.sigma1, 0.2);
        QCOMPARE(controller.document().runs[0].noise.sigma1, 0.2);
        QVERIFY(!controller.waiting().any());
    }

    void aChangeMadeBeforeARefusedResetStays()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.setProblem(zeroMatrix());
        controller.removeRun(0);
        controller.step(); // so that the change has to wait
        controller.changeParameter(0, {"noise.sigma1", 0.2});
        QSignalSpy refusals(&controller, &RunController::loadRefused);
        controller.reset();
        controller.changeParameter(0, {"noise.sigma2", 0.3});
        QTRY_COMPARE(refusals.size(), 1);
        QTRY_COMPARE(controller.scene().runs[1].spec.noise.sigma1, 0.2);
        QTRY_COMPARE(controller.scene().runs[1].spec.noise.sigma2, 0.3);
        QCOMPARE(controller.scene().runs[0].spec.noise.sigma1, 0.05);
        QCOMPARE(controller.draft().runs[0].spec.noise.sigma1, 0.2);
    }

    void rowsComeAndGoWhileAResetIsUnderWay()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.reset();
        controller.removeRun(0);
        controller.addRun();
        controller.rename(0, "Noisy");
        controller.changeParameter(0, {"noise.sigma1", 0.2});
        QTRY_VERIFY(isReady(controller));
        QTRY_COMPARE(controller.scene().runs[1].spec.noise.sigma1, 0.2);
        QTRY_COMPARE(controller.scene().runs[1].spec.name, std::string("Noisy"));
        QCOMPARE(controller.scene().runs[0].spec.name, std::string("GD"));
        QVERIFY(controller.waiting().runs);
        controller.reset();
        QTRY_COMPARE(controller.scene().runs[0].spec.name, std::string("Noisy"));
        QVERIFY(!controller.waiting().any());
    }

    void stepsThatComeTooFastBecomeOneRequest()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        QSignalSpy frames(&controller, &RunController::sceneChanged);
        for (int i = 0; i < 200; ++i)
            controller.step();
        QTRY_COMPARE(controller.scene().iteration, 200);
        QVERIFY2(frames.size() < 10, qPrintable(QString::number(frames.size())));
    }

    void aMethodThatTheEngineForbidsIsRefusedInWords()
    {
        RunController controller;
        Experiment experiment = defaultExperiment();
        experiment.engine = EngineKind::Reduced;
        controller.load(experiment);
        QTRY_VERIFY(isReady(controller));
        QSignalSpy messages(&controller, &RunController::messageRaised);
        controller.changeParameter(0, {"method", std::string("sam")});
        QTRY_COMPARE(messages.size(), 1);
        QTRY_COMPARE(controller.draft().runs[0].spec.method, MethodKind::GradientDescent);
    }

    void aBatchIsAtMostAllEntries()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        QSignalSpy messages(&controller, &RunController::messageRaised);
        controller.changeParameter(0, {"batch", 601.0});
        QCOMPARE(messages.size(), 1); // at once
        QVERIFY(!controller.draft().runs[0].spec.batch);
        controller.changeParameter(0, {"batch", 600.0});
        QTRY_COMPARE(controller.scene().runs[0].spec.batch.value_or(0), 600);
        QCOMPARE(messages.size(), 1);
    }

    void everyParameterOfADivergedRunWaits_data()
    {
        QTest::addColumn<QString>("path");
        for (const char* path :
             {"eta", "noise.sigma1", "noise.sigma2", "noise.nu", "noise.anneal", "batch", "radius"})
            QTest::newRow(path) << path;
    }
    void everyParameterOfADivergedRunWaits()
    {
        QFETCH(QString, path);
        Experiment experiment = defaultExperiment();
        experiment.runs.resize(1);
        experiment.runs[0].eta = 1.5;
        RunController controller;
        controller.load(experiment);
        QTRY_VERIFY(isReady(controller));
        QSignalSpy reached(&controller, &RunController::targetReached);
        controller.runTo(300);
        QTRY_COMPARE(reached.size(), 1);
        QVERIFY(!controller.waiting().any());
        controller.changeParameter(0, {path.toStdString(), 7.0});
        QVERIFY(controller.waiting().runs);
    }

    void resetKeepsTheSeedAndTakesTheDraft()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.runTo(50);
        QTRY_COMPARE(controller.scene().iteration, 50);
        const double loss = controller.scene().runs[1].current.loss;
        ProblemSpec problem = controller.draft().problem;
        problem.d2 = 40;
        controller.setProblem(problem);
        QVERIFY(controller.waiting().problem);
        QCOMPARE(controller.scene().problem.d2, 30);
        controller.reset();
        QTRY_COMPARE(controller.scene().problem.d2, 40);
        QVERIFY(!controller.waiting().any());
        QCOMPARE(controller.seed(), 3U);
        QCOMPARE(controller.scene().iteration, 0);

        problem.d2 = 30;
        controller.setProblem(problem);
        controller.reset();
        QTRY_COMPARE(controller.scene().problem.d2, 30);
        controller.runTo(50);
        QTRY_COMPARE(controller.scene().iteration, 50);
        QCOMPARE(controller.scene().runs[1].current.loss, loss);
    }

    void newSeedRedrawsTheNoiseAlone()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        QSignalSpy started(&controller, &RunController::recordingStarted);
        controller.setSeed(77);
        QTRY_COMPARE(started.size(), 1);
        const Experiment document = controller.document();
        QCOMPARE(document.runs[0].seed, 77U);
        QCOMPARE(document.runs[1].seed, 77U);
        QCOMPARE(document.problem.seed, 1U);
        QCOMPARE(document.start.seed, 2U); // an aligned start draws nothing
    }

    void newSeedsInQuickSuccessionGoOnPlaying()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.setPlaying(true);
        controller.newSeed();
        controller.newSeed();
        QTRY_VERIFY(isReady(controller));
        QVERIFY(controller.isPlaying());
    }

    void aKeptSeedWaitsForTheReset()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.keepSeed(42);
        QVERIFY(controller.waiting().runs && !controller.isLoading());
        QCOMPARE(controller.seed(), 42U);
        QCOMPARE(controller.document().runs[1].seed, 3U);
        controller.reset();
        QTRY_COMPARE(controller.document().runs[1].seed, 42U);
    }

    void badDraftIsNotStarted()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        QSignalSpy messages(&controller, &RunController::messageRaised);
        ProblemSpec problem = controller.draft().problem;
        problem.rank = 25; // > d1
        controller.setProblem(problem);
        controller.reset();
        QCOMPARE(messages.size(), 1);
        const QString text = messages.front().front().value<Message>().text;
        QVERIFY2(text.contains("rank r") && text.contains("25") && !text.contains("/problem"),
                 qPrintable(text));
        QVERIFY(!controller.isLoading());
        QCOMPARE(controller.scene().problem.rank, 1);
    }

    void divergencePausesAndOffersASmallerStep()
    {
        RunController controller;
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 1.5;
        controller.load(experiment);
        QTRY_VERIFY(isReady(controller));
        QSignalSpy messages(&controller, &RunController::messageRaised);
        controller.setPace(UnlimitedPace{});
        controller.setPlaying(true);
        QTRY_COMPARE(messages.size(), 1);
        QVERIFY(!controller.isPlaying());
        const auto message = messages.front().front().value<Message>();
        QVERIFY(message.text.contains("GD diverged at iteration"));
        QVERIFY(message.actionText.startsWith("Use η ="));
        message.action();
        QTRY_COMPARE(controller.scene().iteration, 0);
        const double eta = controller.scene().runs[0].spec.eta;
        QVERIFY(eta > 0 && eta <= 0.15);
        controller.runTo(2000);
        QTRY_COMPARE(controller.scene().iteration, 2000);
        QCOMPARE(controller.scene().runs[0].status, RunStatus::Running);
    }

    void afterADivergenceItPlaysAsSoonAsTheResetIsThere()
    {
        RunController controller;
        Experiment experiment = defaultExperiment();
        for (RunSpec& run : experiment.runs)
            run.eta = 1.5;
        controller.load(experiment);
        QTRY_VERIFY(isReady(controller));
        QSignalSpy reached(&controller, &RunController::targetReached);
        controller.runTo(300);
        QTRY_COMPARE(reached.size(), 1);
        controller.setPlaying(true);
        QVERIFY(!controller.isPlaying());

        controller.setProblem(zeroMatrix());
        controller.reset();
        controller.setPlaying(true);
        QVERIFY(controller.isPlaying());
        QTRY_VERIFY(!controller.isLoading());
        QVERIFY(!controller.isPlaying()); // what stayed has nothing to play

        controller.setProblem(experiment.problem);
        controller.changeParameter(0, {"eta", 0.02});
        controller.changeParameter(1, {"eta", 0.02});
        controller.reset();
        controller.setPlaying(true);
        QTRY_VERIFY(!controller.isLoading());
        QVERIFY(controller.isPlaying());
        QCOMPARE(controller.scene().runs[0].status, RunStatus::Running);
    }

    void aFailureEndsTheWayToATarget()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        QSignalSpy failures(&controller, &RunController::failed);
        QSignalSpy reached(&controller, &RunController::targetReached);
        controller.runTo(1'000'000'000'000);
        Frame trouble;
        trouble.generation = 1;
        trouble.error = "no memory left";
        controller.takeFrame(trouble);
        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures.front().front().toString(), QString("no memory left"));
        QCOMPARE(reached.size(), 0);
        const std::int64_t before = controller.scene().iteration;
        controller.step(); // after the request that is under way
        QTRY_VERIFY(reached.size() == 1);
        QVERIFY(controller.scene().iteration > before);
    }

    void theOtherRunsGoOnToTheTarget()
    {
        RunController controller;
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 1.5;
        controller.load(experiment);
        QTRY_VERIFY(isReady(controller));
        QSignalSpy reached(&controller, &RunController::targetReached);
        controller.runTo(300);
        QTRY_COMPARE(reached.size(), 1);
        QCOMPARE(controller.scene().runs[0].status, RunStatus::Diverged);
        QCOMPARE(controller.scene().iteration, 300);
    }

    void runsComeAndGoOnReset()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.addRun();
        controller.removeRun(0);
        QVERIFY(controller.waiting().runs);
        QCOMPARE(controller.scene().runs.size(), 2U);
        // A change still reaches the run that the row shows.
        controller.changeParameter(0, {"noise.sigma2", 0.2});
        QTRY_COMPARE(controller.scene().runs[1].spec.noise.sigma2, 0.2);
        controller.reset();
        QTRY_COMPARE(controller.scene().runs.front().spec.name, std::string("Perturbed GD"));
        QCOMPARE(controller.scene().runs.size(), 2U);
        QVERIFY(!controller.waiting().any());
    }

    void theAutomaticPaceGoesByTheSlowestRun()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        const auto rate = [&controller] { return paceRate(controller.pace(), 1'000'000'000); };
        const double slowest = *controller.scene().runs[1].prediction.timeConstant;
        QCOMPARE(rate(), 0.4 * 6 * slowest);
        controller.changeParameter(1, {"eta", 0.01}); // twice the time constant
        QTRY_VERIFY(rate() > 1.9 * 0.4 * 6 * slowest);
        QCOMPARE(rate(), 0.4 * 6 * *controller.scene().runs[1].prediction.timeConstant);
        controller.changeParameter(1, {"noise.anneal", 100.0});
        controller.runTo(900);
        QTRY_COMPARE(controller.scene().iteration, 900); // a tenth of the noise is left
        QVERIFY(std::abs(rate() / (0.4 * 60 * *controller.scene().runs[1].prediction.timeConstant) - 1) <
                1e-12);
    }

    void noTwoRunsGetTheSameName()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.addRun();
        QCOMPARE(controller.draft().runs.back().spec.name, std::string("Perturbed GD 2"));
        controller.removeRun(1);
        controller.addRun();
        QCOMPARE(controller.draft().runs.back().spec.name, std::string("Perturbed GD"));
    }

    void aNameThatNobodyGaveFollowsTheMethod()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        const auto method = [](const char* name) { return Edit::SetParameter{"method", std::string(name)}; };
        controller.changeParameter(1, method("sam"));
        QTRY_COMPARE(controller.scene().runs[1].spec.name, std::string("SAM"));
        controller.changeParameter(0, method("sam"));
        QTRY_COMPARE(controller.scene().runs[0].spec.name, std::string("SAM 2"));
        controller.undoStack().undo();
        QTRY_COMPARE(controller.scene().runs[0].spec.name, std::string("GD"));
        controller.rename(0, "SAM");
        controller.changeParameter(0, method("sam"));
        QTRY_COMPARE(controller.scene().runs[0].spec.method, MethodKind::Sam);
        controller.undoStack().undo();
        QTRY_COMPARE(controller.scene().runs[0].spec.method, MethodKind::GradientDescent);
        QTRY_COMPARE(controller.scene().runs[0].spec.name, std::string("SAM")); // as it was called
        controller.rename(1, "Mine");
        controller.changeParameter(1, method("label_noise"));
        QTRY_COMPARE(controller.scene().runs[1].spec.method, MethodKind::LabelNoise);
        QTRY_COMPARE(controller.scene().runs[1].spec.name, std::string("Mine"));
    }

    void atLeastOneAndAtMostSixRuns()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        for (int i = 0; i < 10; ++i)
            controller.addRun();
        QCOMPARE(controller.draft().runs.size(), 6U);
        for (int i = 0; i < 10; ++i)
            controller.removeRun(0);
        QCOMPARE(controller.draft().runs.size(), 1U);
    }

    void draggedStartBecomesAligned()
    {
        RunController controller;
        Experiment experiment = defaultExperiment();
        experiment.start.kind = ZeroStart{};
        controller.load(experiment);
        QTRY_VERIFY(isReady(controller));
        QSignalSpy started(&controller, &RunController::recordingStarted);
        controller.dragStart(0, -1.0, 0.5);
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(std::get<AlignedStart>(controller.document().start.kind).logImbalance.front(), -1.0);
    }

    void missingFileLeavesEverythingAsItWas()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.runTo(10);
        QTRY_COMPARE(controller.scene().iteration, 10);
        QSignalSpy messages(&controller, &RunController::messageRaised);
        controller.openFile("/nowhere/at/all.hyperdrift");
        QTRY_COMPARE(messages.size(), 1);
        QTRY_VERIFY(!controller.isLoading());
        controller.step();
        QTRY_COMPARE(controller.scene().iteration, 11);
    }

    void endsWhileRunningAtFullSpeed()
    {
        {
            RunController controller;
            controller.load(largeExperiment());
            QTRY_VERIFY(isReady(controller));
            controller.setPace(UnlimitedPace{});
            controller.setPlaying(true);
            QTRY_VERIFY(controller.scene().iteration > 0);
            controller.runTo(1'000'000'000'000); // left in the middle
        }
        QTRY_VERIFY(allThreadsEnded());
    }

    void theRateIsTheOneThatIsReached()
    {
        RunController controller;
        controller.load(largeExperiment());
        QTRY_VERIFY(isReady(controller));
        QVERIFY(!controller.reachedRate());
        controller.setPace(ConstantPace{1e6}); // far more than there can be
        controller.setPlaying(true);
        QTRY_VERIFY(controller.reachedRate().has_value());
        QVERIFY(*controller.reachedRate() > 0);
        QVERIFY(fallsShort(controller.pace(), controller.scene().iteration, *controller.reachedRate()));
        controller.setPlaying(false);
        QVERIFY(!controller.reachedRate());
    }

    void stepsAreNotLostWhenOneRequestCannotHoldThem()
    {
        RunController controller;
        controller.load(largeExperiment());
        QTRY_VERIFY(isReady(controller));
        for (int i = 0; i < 300; ++i)
            controller.step();
        QTRY_COMPARE_WITH_TIMEOUT(controller.scene().iteration, 300, 120'000); // a sanitizer takes its time
    }

    void aStepPressedWhileLoadingIsOneOfTheNewRecording()
    {
        RunController controller;
        controller.load(defaultExperiment());
        QTRY_VERIFY(isReady(controller));
        controller.runTo(50);
        QTRY_COMPARE(controller.scene().iteration, 50);
        QSignalSpy reached(&controller, &RunController::targetReached);
        controller.reset();
        controller.step();
        controller.step();
        QTRY_COMPARE(reached.size(), 1);
        QCOMPARE(controller.scene().iteration, 2);
    }
};

QTEST_GUILESS_MAIN(TestRunController)
#include "test_run_controller.moc"
