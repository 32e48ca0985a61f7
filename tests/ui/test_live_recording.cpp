#include "core/measure/state_plane.h"
#include "core/model/error.h"
#include "ui/live_recording.h"

#include <QtTest>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

bool sameSamples(const std::vector<Sample>& a, const std::vector<Sample>& b)
{
    const auto same = [](const Sample& x, const Sample& y) {
        return x.iteration == y.iteration && x.loss == y.loss && x.imbalance == y.imbalance &&
               x.ratio == y.ratio;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

LiveRecording recordingOf(const Experiment& experiment)
{
    return {experiment, std::make_shared<const Problem>(makeProblem(experiment.problem))};
}

Run runOf(const Experiment& experiment, std::size_t run)
{
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    return {problem, makeStart(experiment.start, *problem), experiment.runs[run]};
}

Edit::SetParameter sigma1(double value)
{
    return {"noise.sigma1", value};
}

const auto always = [] { return true; };

} // namespace

class TestLiveRecording : public QObject {
    Q_OBJECT
private slots:
    void chunksChangeNoNumber()
    {
        const Experiment experiment = defaultExperiment();
        LiveRecording recording = recordingOf(experiment);
        std::vector<Sample> samples;
        for (const int chunk : {1, 2, 0, 300, 7, 690, 1500}) {
            recording.advance(chunk, always);
            const Frame frame = recording.takeFrame();
            samples.insert(samples.end(), frame.runs[1].samples.begin(), frame.runs[1].samples.end());
        }
        Run run = runOf(experiment, 1);
        run.advance(2500);
        QCOMPARE(recording.iteration(), run.iteration());
        QVERIFY(sameSamples(samples, run.history().samples));
    }

    void recordedEditsComeAtTheirIterations()
    {
        Experiment experiment = defaultExperiment();
        const Edit edit{.at = 137, .run = 1, .change = std::vector{sigma1(0.1)}};
        experiment.edits = {edit};
        LiveRecording recording = recordingOf(experiment);
        recording.advance(500, always);

        Run run = runOf(experiment, 1);
        run.advance(137);
        run.apply(edit);
        run.advance(363);
        const Frame frame = recording.takeFrame();
        QVERIFY(sameSamples(frame.runs[1].samples, run.history().samples));
        QCOMPARE(frame.runs[1].spec.noise.sigma1, 0.1);
    }

    void whatIsStillToComeStays()
    {
        Experiment experiment = defaultExperiment();
        experiment.edits = {{.at = 10, .run = 1, .change = std::vector{sigma1(0.1)}},
                            {.at = 500, .run = 1, .change = std::vector{sigma1(0.2)}}};
        LiveRecording recording = recordingOf(experiment);
        recording.advance(100, always);
        recording.change(0, {"eta", 0.01});
        const auto& edits = recording.experiment().edits;
        QCOMPARE(edits.size(), 3U);
        QCOMPARE(edits[0].at, 10);
        QCOMPARE(edits[1].at, 100);
        QCOMPARE(edits[2].at, 500);
        recording.advance(1000, always);
        const Frame frame = recording.takeFrame();
        QCOMPARE(frame.runs[0].spec.eta, 0.01);
        QCOMPARE(frame.runs[1].spec.noise.sigma1, 0.2);
        // A file of it gives the same numbers.
        LiveRecording again = recordingOf(recording.experiment());
        again.advance(recording.head(), always);
        QVERIFY(sameSamples(again.takeFrame().runs[0].samples, frame.runs[0].samples));
    }

    void aChangeRefusedInThePastIsNoBranch()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 1.3; // diverges
        LiveRecording recording = recordingOf(experiment);
        while (recording.head() < 3000) // stops where the run diverges
            recording.advance(3000 - recording.head(), always);
        QVERIFY(recording.seek(2000, always));
        recording.takeFrame();
        QVERIFY_EXCEPTION_THROWN(recording.change(1, sigma1(-1)), InputError);
        recording.change(0, {"eta", 0.01}); // too late
        QCOMPARE(recording.head(), 3000);
        QVERIFY(!recording.takeFrame().keptTo);
    }

    void changeAtTheStartBecomesConfig()
    {
        LiveRecording recording = recordingOf(defaultExperiment());
        recording.change(1, sigma1(0.07));
        QVERIFY(recording.experiment().edits.empty());
        QCOMPARE(recording.experiment().runs[1].noise.sigma1, 0.07);
    }

    void changeAtTheStartOutdoesTheFile()
    {
        Experiment experiment = defaultExperiment();
        experiment.edits = {{.at = 0, .run = 1, .change = std::vector{sigma1(0.1)}},
                            {.at = 0, .run = 1, .change = Edit::Scale{2.0}}};
        LiveRecording recording = recordingOf(experiment);
        recording.change(1, sigma1(0.2));
        QCOMPARE(recording.experiment().edits.size(), 1U); // the scale
        LiveRecording again = recordingOf(recording.experiment());
        QCOMPARE(again.takeFrame().runs[1].spec.noise.sigma1, 0.2);
    }

    void aDragAtOneIterationIsOneEdit()
    {
        LiveRecording recording = recordingOf(defaultExperiment());
        recording.advance(50, always);
        for (const double value : {0.06, 0.07, 0.08})
            recording.change(1, sigma1(value));
        recording.change(1, {"eta", 0.01});
        const auto& edits = recording.experiment().edits;
        QCOMPARE(edits.size(), 2U);
        const auto& first = std::get<std::vector<Edit::SetParameter>>(edits[0].change).front();
        QCOMPARE(std::get<double>(first.value), 0.08);
    }

    void aValueTakenBackAtOnceLeavesNoEdit()
    {
        Experiment experiment = defaultExperiment();
        experiment.edits = {{.at = 20, .run = 1, .change = std::vector{sigma1(0.1), {"eta", 0.03}}},
                            {.at = 30, .run = 0, .change = std::vector{sigma1(0.4)}}};
        LiveRecording recording = recordingOf(experiment);
        recording.advance(50, always);
        recording.change(1, sigma1(0.2));
        recording.change(1, {"eta", 0.01});
        QCOMPARE(recording.experiment().edits.size(), 4U);
        recording.change(1, sigma1(0.1)); // what the edit at 20 had set
        QCOMPARE(recording.experiment().edits.size(), 3U);
        recording.change(1, {"noise.sigma2", 0.05}); // as the config has it
        QCOMPARE(recording.experiment().edits.size(), 3U);
        recording.advance(10, always);
        recording.change(1, {"eta", 0.03}); // time has passed with another one
        const auto& edits = recording.experiment().edits;
        QCOMPARE(edits.size(), 4U);
        QCOMPARE(edits.back().at, 60);

        LiveRecording again = recordingOf(recording.experiment());
        again.advance(60, always);
        recording.advance(100, always);
        again.advance(100, always);
        QCOMPARE(again.takeFrame().runs[1].current.loss, recording.takeFrame().runs[1].current.loss);
    }

    void badParameterChangesNothing()
    {
        LiveRecording recording = recordingOf(defaultExperiment());
        recording.advance(5, always);
        QVERIFY_EXCEPTION_THROWN(recording.change(0, {"eta", -1.0}), InputError);
        QVERIFY(recording.experiment().edits.empty());
        QCOMPARE(recording.takeFrame().runs[0].spec.eta, 0.02);
    }

    void divergedRunStaysWhereItWasFound()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 5;
        LiveRecording recording = recordingOf(experiment);
        for (int i = 0; i < 100; ++i)
            recording.advance(10, always);
        const Frame frame = recording.takeFrame();
        QCOMPARE(frame.runs[0].status, RunStatus::Diverged);
        QVERIFY(frame.runs[0].iteration < frame.runs[1].iteration);
        QCOMPARE(frame.runs[1].status, RunStatus::Running);
    }

    void stopsAsSoonAsItIsToldTo()
    {
        LiveRecording recording = recordingOf(defaultExperiment());
        recording.advance(1'000'000'000'000, [] { return false; });
        QCOMPARE(recording.iteration(), 1);
    }

    void framesBringEverySampleOnce()
    {
        LiveRecording recording = recordingOf(defaultExperiment());
        recording.advance(10, always);
        QVERIFY(recording.takeFrame().restarted);
        const Frame again = recording.takeFrame();
        QVERIFY(!again.restarted);
        QVERIFY(again.runs[0].samples.empty());
        QCOMPARE(again.runs[0].current.iteration, 10);
    }

    void pathGoesToTheEndOfTheAxis()
    {
        LiveRecording recording = recordingOf(defaultExperiment());
        while (!recording.followPaths(0.001)) {
        }
        const Frame frame = recording.takeFrame();
        const auto& path = frame.runs[1].path;
        QVERIFY(frame.runs[1].pathChanged);
        QVERIFY(path.size() > 50 && path.size() <= 402);
        QCOMPARE(path.front().iteration, 0);
        QVERIFY(static_cast<double>(path.back().iteration) >= 6 * *frame.runs[1].prediction.timeConstant - 1);
        QVERIFY(!recording.hasNewPaths());
    }

    void theLimitOnThePlaneHasTheRunsOwnSign()
    {
        LiveRecording recording = recordingOf(defaultExperiment());
        recording.advance(1500, always);
        while (!recording.followPlane(1, true)) {
        }
        Wishes wishes;
        wishes.plane = true;
        const Frame before = recording.takeFrame(wishes);
        QVERIFY(before.plane && before.plane->count == 2 * before.plane->runs[0].points.size());
        recording.change(1, Edit::Scale{-1.0}); // the other sign: the same XYᵀ
        const Frame after = recording.takeFrame(wishes);
        const PlanePoint& now = *before.runs[1].planeNow;
        const PlanePoint& mirrored = *after.runs[1].planeNow;
        const PlanePoint& limit = *before.runs[1].planeLimit;
        const PlanePoint& otherLimit = *after.runs[1].planeLimit;
        QVERIFY(std::hypot(limit.x - otherLimit.x, limit.y - otherLimit.y) >
                2); // both pairs lie around z = 0
        QVERIFY(std::abs(now.x + mirrored.x - limit.x - otherLimit.x) < 1e-12);
        QVERIFY(std::abs(now.y + mirrored.y - limit.y - otherLimit.y) < 1e-12);
    }

    void aChangeAtTheStartIsInTheStates()
    {
        LiveRecording recording = recordingOf(defaultExperiment());
        recording.change(1, Edit::Scale{2.0});
        recording.advance(20, always);
        while (!recording.followPlane(1, true)) {
        }
        Wishes wishes;
        wishes.plane = true;
        const Frame frame = recording.takeFrame(wishes);
        QCOMPARE(frame.plane->runs[1].points.size(), 21U);
        const PlanePoint& one = frame.plane->runs[0].points.front().at;
        const PlanePoint& other = frame.plane->runs[1].points.front().at;
        QVERIFY(std::hypot(one.x - other.x, one.y - other.y) > 0.1); // no longer the same start
    }

    void pathTakesChangesWhereTheyAre()
    {
        const Experiment experiment = defaultExperiment();
        LiveRecording recording = recordingOf(experiment);
        recording.advance(200, always);
        recording.change(1, sigma1(0.1));
        while (!recording.followPaths(1)) {
        }
        const auto path = recording.takeFrame().runs[1].path;

        const auto problem = recording.problem();
        RunSpec spec = experiment.runs[1];
        PathTracker tracker(problem, compress(*problem, makeStart(experiment.start, *problem)),
                            methodOf(spec));
        tracker.advance(200);
        spec.noise.sigma1 = 0.1;
        tracker.setMethod(methodOf(spec));
        tracker.advance(path.back().iteration - 200);
        QCOMPARE(path.back().imbalance, tracker.point().imbalance);
    }
};

QTEST_GUILESS_MAIN(TestLiveRecording)
#include "test_live_recording.moc"
