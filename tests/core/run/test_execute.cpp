#include "core/measure/running_stats.h"
#include "core/run/execute.h"
#include "core/run/run.h"

#include <QTest>

#include <cmath>

using namespace hyperdrift;

namespace {

/// An experiment with what is built from it.
struct Setup {
    Experiment experiment = defaultExperiment();
    std::shared_ptr<const Problem> problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    Factors start = makeStart(experiment.start, *problem);

    std::vector<RunOutcome> execute(const ExecutionOptions& options = {}) const
    {
        return hyperdrift::execute(experiment, problem, start, options);
    }
    Run run(std::size_t index) const { return Run(problem, start, experiment.runs[index]); }
};

Edit::SetParameter sigma1(double value)
{
    return {"noise.sigma1", value};
}

} // namespace

class TestExecute : public QObject {
    Q_OBJECT
private slots:
    void eachRunEndsWhereItWouldAlone()
    {
        Setup setup;
        setup.experiment.steps = 5001; // not an iteration that is recorded anyway
        const auto outcomes = setup.execute();
        QCOMPARE(outcomes.size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            Run alone = setup.run(i);
            alone.advance(5001);
            QVERIFY(outcomes[i].ending == Ending::Finished);
            QCOMPARE(outcomes[i].iterations, 5001);
            QCOMPARE(outcomes[i].last().iteration, 5001);
            QCOMPARE(outcomes[i].last().loss, alone.sample().loss);
            QCOMPARE(outcomes[i].samples.size(), alone.history().samples.size() + 1);
            QVERIFY(!outcomes[i].average);
        }
    }

    void noStepsReportTheStart()
    {
        Setup setup;
        setup.experiment.steps = 0;
        for (const RunOutcome& outcome : setup.execute({.averageLast = 5})) {
            QVERIFY(outcome.ending == Ending::Finished);
            QCOMPARE(outcome.samples.size(), std::size_t{1});
            QVERIFY(std::abs(outcome.last().loss - 0.5 * 0.7 * 0.7) < 1e-12); // ½(s − p0)², p0 = 0.3
            QVERIFY(!outcome.average);
        }
    }

    void averagesAreThoseOfTheLastIterations()
    {
        Setup setup;
        setup.experiment.steps = 1000;
        const auto outcome = setup.execute({.averageLast = 300})[1];
        Run alone = setup.run(1);
        alone.advance(700);
        RunningStats loss;
        RunningStats ratio;
        RunningStats theta;
        for (int i = 0; i < 300; ++i) {
            alone.advance(1);
            const Sample sample = alone.sample();
            loss.add(sample.loss);
            ratio.add(sample.ratio);
            theta.add(sample.theta[0]);
        }
        QVERIFY(outcome.average.has_value());
        QCOMPARE(outcome.average->over, 300);
        QVERIFY(std::abs(outcome.average->mean.loss - loss.mean) < 1e-14);
        QVERIFY(std::abs(outcome.average->sd.loss - loss.sd()) < 1e-14);
        QVERIFY(std::abs(outcome.average->mean.ratio - ratio.mean) < 1e-12);
        QVERIFY(std::abs(outcome.average->sd.ratio - ratio.sd()) < 1e-12);
        QVERIFY(std::abs(outcome.average->mean.theta[0] - theta.mean) <
                1e-12); // every iteration is recorded here
        QVERIFY(std::abs(outcome.average->sd.theta[0] - theta.sd()) < 1e-12);
    }

    void moreThanAllIsAll()
    {
        Setup setup;
        setup.experiment.steps = 10;
        QCOMPARE(setup.execute({.averageLast = 1000})[0].average->over, 10);
    }

    void averagingChangesNoNumber()
    {
        Setup setup;
        setup.experiment.steps = 6000;
        const auto plain = setup.execute()[1];
        const auto averaged = setup.execute({.averageLast = 5000})[1];
        QCOMPARE(plain.last().loss, averaged.last().loss);
        QCOMPARE(plain.samples.size(), averaged.samples.size());
    }

    void editsApplyAtTheirIteration()
    {
        Setup setup;
        setup.experiment.steps = 500;
        setup.experiment.edits = {{0, 1, std::vector{sigma1(0.2)}},
                                  {100, 0, Edit::Scale{2}},
                                  {100, 1, std::vector{sigma1(0.0)}},
                                  {400, 1, std::vector{sigma1(0.3)}},
                                  {501, 1, std::vector{sigma1(0.4)}}};
        const auto outcomes = setup.execute();

        Run gd = setup.run(0);
        gd.advance(100);
        gd.apply(setup.experiment.edits[1]);
        const Compression scaled = gd.compressed();
        gd.advance(400);
        QCOMPARE(outcomes[0].last().xNorm2, gd.sample().xNorm2);
        QVERIFY(outcomes[0].origin.p == scaled.p && outcomes[0].origin.cx == scaled.cx);
        QVERIFY(outcomes[0].origin.q == scaled.q && outcomes[0].origin.cy == scaled.cy);

        Run noisy = setup.run(1);
        noisy.apply(setup.experiment.edits[0]);
        noisy.advance(100);
        noisy.apply(setup.experiment.edits[2]);
        noisy.advance(300);
        noisy.apply(setup.experiment.edits[3]);
        noisy.advance(100);
        QCOMPARE(outcomes[1].last().loss, noisy.sample().loss);
        QCOMPARE(outcomes[1].spec.noise.sigma1, 0.3); // the edit past the end was not reached
    }

    void anEditAtTheLastIterationIsMade()
    {
        Setup setup;
        setup.experiment.steps = 64;
        setup.experiment.edits = {{64, 0, Edit::Scale{2}}};
        const auto outcome = setup.execute()[0];
        Run alone = setup.run(0);
        alone.advance(64);
        QVERIFY(std::abs(outcome.last().xNorm2 / alone.sample().xNorm2 - 4) < 1e-12);
        QCOMPARE(outcome.samples.size(), alone.history().samples.size());
    }

    void divergenceEndsOneRunAndNamesTheIteration()
    {
        Setup setup;
        setup.experiment.steps = 1000;
        setup.experiment.runs[0].eta = 3;
        const auto outcomes = setup.execute({.averageLast = 10});
        QVERIFY(outcomes[0].ending == Ending::Diverged);
        QVERIFY(outcomes[0].iterations > 0 && outcomes[0].iterations < 1000);
        QVERIFY(!outcomes[0].average);
        QVERIFY(outcomes[1].ending == Ending::Finished);
        QCOMPARE(outcomes[1].iterations, 1000);
    }

    void aCancelledExperimentKeepsWhatWasDone()
    {
        Setup setup;
        setup.experiment.steps = 1'000'000'000'000;
        std::atomic<bool> cancel{false};
        ExecutionOptions options{.averageLast = 999'999'999'990, .cancel = &cancel};
        std::int64_t reported = 0;
        options.progress = [&](std::int64_t done, std::int64_t steps) {
            reported = done;
            cancel = done > 100 && steps == setup.experiment.steps;
        };
        const auto outcomes = setup.execute(options);
        for (const RunOutcome& outcome : outcomes) {
            QVERIFY(outcome.ending == Ending::Stopped);
            QCOMPARE(outcome.iterations, reported);
            QCOMPARE(outcome.last().iteration, reported);
            QCOMPARE(outcome.average->over, reported - 10);
        }
    }

    void cancelledBeforeItBeginsIsTheStart()
    {
        Setup setup;
        const std::atomic<bool> cancel{true};
        const auto outcomes = setup.execute({.cancel = &cancel});
        QVERIFY(outcomes[0].ending == Ending::Stopped);
        QCOMPARE(outcomes[0].iterations, 0);
    }
};

QTEST_APPLESS_MAIN(TestExecute)
#include "test_execute.moc"
