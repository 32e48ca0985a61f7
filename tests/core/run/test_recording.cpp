// A recording: whatever was shown, sought, paused and branched on the way, its numbers are those of the
// straight run of the experiment that it holds, bit for bit.
#include "core/io/experiment_file.h"
#include "core/model/error.h"
#include "core/run/edits.h"
#include "core/run/execute.h"
#include "core/run/recording.h"

#include <QTest>

#include <bit>
#include <cstdint>
#include <random>

using namespace hyperdrift;

namespace {

const Recording::GoOn always = [] { return true; };

std::shared_ptr<const Problem> problemOf(const Experiment& experiment)
{
    return std::make_shared<const Problem>(makeProblem(experiment.problem));
}

/// NaN equals itself.
bool same(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool same(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) { return same(x, y); });
}

bool same(const Sample& a, const Sample& b)
{
    return a.iteration == b.iteration && same(a.loss, b.loss) && same(a.xNorm2, b.xNorm2) &&
           same(a.yNorm2, b.yNorm2) && same(a.ratio, b.ratio) && same(a.imbalance, b.imbalance) &&
           same(a.gap, b.gap) && same(a.gradNorm, b.gradNorm) && same(a.lambdaMax, b.lambdaMax) &&
           same(a.trace, b.trace) && same(a.singularValues, b.singularValues) && same(a.theta, b.theta);
}

bool same(const std::vector<Sample>& a, const std::vector<Sample>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Sample& x, const Sample& y) { return same(x, y); });
}

bool same(const LossBucket& a, const LossBucket& b)
{
    return a.end == b.end && same(a.min, b.min) && same(a.mean, b.mean) && same(a.max, b.max);
}

bool same(const History& a, const History& b)
{
    return same(a.samples, b.samples) &&
           std::equal(a.loss.begin(), a.loss.end(), b.loss.begin(), b.loss.end(),
                      [](const LossBucket& x, const LossBucket& y) { return same(x, y); });
}

bool same(const RunState& a, const RunState& b)
{
    return a.t == b.t && a.status == b.status && a.factors.x == b.factors.x && a.factors.y == b.factors.y;
}

void advance(Recording& recording, std::int64_t n)
{
    const std::int64_t end = recording.iteration() + n;
    while (recording.iteration() < end)
        recording.advance(end - recording.iteration(), always);
}

/// The straight run of what `recording` holds, to its head, must be the same.
bool isStraight(const Recording& recording)
{
    Recording straight(recording.experiment(), recording.problem());
    advance(straight, recording.head());
    for (std::size_t i = 0; i < recording.runCount(); ++i) {
        if (!same(straight.headRun(i).history(), recording.headRun(i).history()) ||
            !same(straight.headRun(i).state(), recording.headRun(i).state()) ||
            !same(straight.headRun(i).sample(), recording.headRun(i).sample()))
            return false;
    }
    return true;
}

Edit set(int run, const char* path, double value)
{
    return {.run = run, .change = std::vector<Edit::SetParameter>{{path, value}}};
}

Edit set(int run, const char* path, const char* value)
{
    return {.run = run, .change = std::vector<Edit::SetParameter>{{path, std::string(value)}}};
}

Experiment experimentWith(const std::vector<std::string>& overrides)
{
    return experimentFromOverrides(overrides);
}

} // namespace

class TestRecording : public QObject {
    Q_OBJECT

    /// Something that a person may do, drawn from `random`.
    static void doSomething(Recording& recording, std::mt19937_64& random)
    {
        const auto draw = [&random](std::int64_t n) {
            return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(n));
        };
        switch (draw(8)) {
        case 0:
        case 1:
            advance(recording, draw(700));
            break;
        case 2:
            recording.advance(draw(5000), [&draw] { return draw(4) > 0; });
            break;
        case 3:
            recording.seek(draw(recording.head() + 1), always);
            break;
        case 4: { // given up on the way: what was shown is sought again
            const std::int64_t shown = recording.iteration();
            if (!recording.seek(draw(recording.head() + 1), [&draw] { return draw(2) > 0; }))
                recording.seek(shown, always);
            break;
        }
        case 5:
            recording.edit(set(1, "noise.sigma1", 0.01 * static_cast<double>(1 + draw(10))));
            break;
        case 6:
            recording.edit(set(static_cast<int>(draw(2)), "eta", 0.002 * static_cast<double>(1 + draw(10))));
            break;
        default:
            recording.edit({.run = static_cast<int>(draw(2)),
                            .change = Edit::Scale{0.9 + 0.02 * static_cast<double>(draw(10))}});
        }
    }

private slots:
    void anyInterleavingIsTheStraightRun_data()
    {
        QTest::addColumn<QStringList>("overrides");
        QTest::addColumn<int>("keyframeBytes");
        const int plenty = 64 << 20;
        QTest::newRow("default") << QStringList{} << plenty;
        QTest::newRow("few keyframes") << QStringList{} << 8000;
        QTest::newRow("only the first keyframe") << QStringList{} << 1;
        QTest::newRow("rank 3, annealed, label noise beside")
            << QStringList{"problem.rank=3", "problem.spectrum=[2,1,0.5]", "runs.1.noise.anneal=300",
                           "runs.0.method=label_noise"}
            << 50000;
        QTest::newRow("reduced") << QStringList{"engine=reduced", "problem.d1=100000",
                                                "runs.1.noise.sigma1=0.001"}
                                 << plenty;
        QTest::newRow("reduced, more columns than directions")
            << QStringList{"engine=reduced", "problem.rank=2"} << 20000;
        QTest::newRow("entry sampling and SAM")
            << QStringList{"runs.0.method=sam", "runs.1.method=entry_sampling"} << plenty;
        QTest::newRow("one that diverges") << QStringList{"runs.0.eta=1.3"} << plenty;
    }
    void anyInterleavingIsTheStraightRun()
    {
        QFETCH(QStringList, overrides);
        QFETCH(int, keyframeBytes);
        std::vector<std::string> assignments;
        for (const QString& each : overrides)
            assignments.push_back(each.toStdString());
        const Experiment experiment = experimentWith(assignments);
        const auto problem = problemOf(experiment);
        for (unsigned seed = 1; seed <= 12; ++seed) {
            std::mt19937_64 random(seed);
            Recording recording(experiment, problem, nativeIsa(), static_cast<std::size_t>(keyframeBytes));
            for (int i = 0; i < 25; ++i)
                doSomething(recording, random);
            QVERIFY2(isStraight(recording), qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void aFileOfItGivesTheSameCsv()
    {
        Recording recording(defaultExperiment(), problemOf(defaultExperiment()));
        advance(recording, 900);
        recording.edit(set(1, "noise.sigma1", 0.1));
        recording.edit(set(1, "noise.distribution", "laplace"));
        advance(recording, 900);
        recording.seek(1200, always);
        recording.edit({.run = 1, .change = Edit::Scale{1.25}});
        recording.edit(set(0, "method", "regularized_gd"));
        advance(recording, 5000);

        Experiment read = parseExperiment(experimentText(recording.experiment()), {});
        read.steps = recording.head();
        const auto problem = problemOf(read);
        const auto outcomes = execute(read, problem, makeRunStart(read, *problem), {});
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const auto& recorded = recording.headRun(i).history().samples;
            QVERIFY(outcomes[i].samples.size() >= recorded.size());
            for (std::size_t j = 0; j < recorded.size(); ++j)
                QVERIFY(same(outcomes[i].samples[j], recorded[j]));
            QVERIFY(same(outcomes[i].last(), recording.headRun(i).sample()));
        }
    }

    void scalingsMadeSinceAreOneProduct()
    {
        const std::vector<Edit> given = {{.at = 10, .run = 0, .change = Edit::Scale{-2}}};
        std::vector<Edit> edits = given;
        QCOMPARE(scalingMade(edits, given, 0, 100), 1.0);
        QCOMPARE(scalingMade(edits, {}, 0, 100), -2.0);
        edits.push_back({.at = 20, .run = 0, .change = Edit::Scale{3}});
        edits.push_back({.at = 20, .run = 1, .change = Edit::Scale{7}});
        edits.push_back({.at = 30, .run = 0, .change = std::vector<Edit::SetParameter>{{"eta", 0.01}}});
        edits.push_back({.at = 40, .run = 0, .change = Edit::Scale{0.5}});
        QCOMPARE(scalingMade(edits, given, 0, 19), 1.0);
        QCOMPARE(scalingMade(edits, given, 0, 20), 3.0);
        QCOMPARE(scalingMade(edits, given, 0, 40), 1.5);
        QCOMPARE(scalingMade(edits, given, 1, 40), 7.0);
    }

    void anyPastInstantIsShownAsItWas()
    {
        Experiment experiment = defaultExperiment();
        experiment.edits = {
            {.at = 700, .run = 1, .change = std::vector<Edit::SetParameter>{{"noise.sigma2", 0.1}}},
            {.at = 1500, .run = 0, .change = Edit::Scale{0.5}}};
        Recording recording(experiment, problemOf(experiment), nativeIsa(), 20000);
        advance(recording, 9001);
        for (const std::int64_t t : {0, 1, 699, 700, 701, 1500, 5000, 5001, 5002, 4999, 9000, 9001}) {
            QVERIFY(recording.seek(t, always));
            QCOMPARE(recording.iteration(), t);
            QCOMPARE(recording.head(), 9001);
            Recording straight(experiment, recording.problem());
            advance(straight, t);
            for (std::size_t i = 0; i < 2; ++i) {
                QVERIFY(same(recording.run(i).state(), straight.run(i).state()));
                QVERIFY(same(recording.run(i).sample(), straight.run(i).sample()));
                QCOMPARE(recording.run(i).spec().noise.sigma2, straight.run(i).spec().noise.sigma2);
            }
        }
        QVERIFY(isStraight(recording));
    }

    void whatIsChangedInThePastBranches()
    {
        Experiment experiment = defaultExperiment();
        experiment.edits = {{.at = 100, .run = 1, .change = std::vector<Edit::SetParameter>{{"eta", 0.01}}},
                            {.at = 500, .run = 1, .change = std::vector<Edit::SetParameter>{{"eta", 0.03}}}};
        Recording recording(experiment, problemOf(experiment));
        advance(recording, 1000);
        recording.seek(300, always);
        QCOMPARE(recording.experiment().edits.size(), std::size_t{2}); // only looked at
        QVERIFY(recording.edit(set(1, "noise.sigma1", 0.2)));
        QCOMPARE(recording.head(), 300);
        QCOMPARE(recording.headRun(0).history().samples.back().iteration, 300);
        QCOMPARE(recording.experiment().edits.size(), std::size_t{2});
        QCOMPARE(recording.experiment().edits[0].at, 100);
        QCOMPARE(recording.experiment().edits[1].at, 300);
        QVERIFY(!recording.branch()); // nothing lies ahead
    }

    void aBadEditChangesNothing()
    {
        Recording recording(defaultExperiment(), problemOf(defaultExperiment()));
        advance(recording, 10);
        QVERIFY_EXCEPTION_THROWN(recording.edit(set(1, "eta", -1.0)), InputError);
        QVERIFY(recording.experiment().edits.empty());
        advance(recording, 10);
        QVERIFY(isStraight(recording));
    }

    void aBadEditInThePastIsNoBranch()
    {
        Recording recording(defaultExperiment(), problemOf(defaultExperiment()));
        advance(recording, 1000);
        recording.seek(400, always);
        QVERIFY_EXCEPTION_THROWN(recording.edit(set(1, "eta", -1.0)), InputError);
        QCOMPARE(recording.head(), 1000);
        recording.seek(1000, always);
        QVERIFY(isStraight(recording));
    }

    void editsStillToComeStay()
    {
        Experiment experiment = defaultExperiment();
        experiment.edits = {set(1, "noise.sigma1", 0.1), set(1, "noise.sigma1", 0.05)};
        experiment.edits[0].at = 300;
        experiment.edits[1].at = 700;
        Recording recording(experiment, problemOf(experiment));
        advance(recording, 500);
        QVERIFY(recording.edit(set(1, "noise.sigma1", 0.05))); // what is in force at 700, not here
        QCOMPARE(recording.experiment().edits.size(), std::size_t{3});
        QCOMPARE(recording.experiment().edits[1].at, 500);
        advance(recording, 500);
        QVERIFY(isStraight(recording));
        recording.seek(200, always);
        QVERIFY(recording.branch()); // another future
        QVERIFY(recording.experiment().edits.empty());
    }

    void aRunThatHasDivergedIsLeftAlone()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 1.3;
        Recording recording(experiment, problemOf(experiment));
        advance(recording, 3000);
        const std::int64_t end = recording.run(0).iteration();
        QVERIFY(end < 3000);
        QVERIFY(!recording.edit(set(0, "eta", 0.01)));
        QVERIFY(recording.experiment().edits.empty());
        recording.seek(end - 1, always);
        QVERIFY(recording.run(0).isRunning());
        recording.seek(1, always);
        QVERIFY(recording.edit(set(0, "eta", 0.01))); // in time
        advance(recording, 1000);
        QVERIFY(recording.run(0).isRunning());
        QVERIFY(isStraight(recording));
    }

    void keyframesStayWithinTheirBytes()
    {
        const std::size_t bytes = 100'000;
        Recording recording(defaultExperiment(), problemOf(defaultExperiment()), nativeIsa(), bytes);
        std::int64_t reached = 0;
        for (int i = 0; i < 12; ++i) {
            advance(recording, 1000);
            const Keyframes& keyframes = recording.keyframes();
            QVERIFY(keyframes.bytes() <= bytes);
            QVERIFY(keyframes.bytes() > bytes / 4 || keyframes.spacing() == 64);
            // None further away than the spacing.
            for (reached = 0; reached <= recording.head(); reached += 97) {
                const std::int64_t from = keyframes.lastUpTo(reached).t;
                QVERIFY(from <= reached && reached - from < keyframes.spacing());
            }
        }
        QVERIFY(recording.keyframes().spacing() > 64);
    }

    void keyframesAreBoundedInNumber()
    {
        const Experiment experiment = experimentWith({"engine=reduced"});
        Recording recording(experiment, problemOf(experiment));
        const std::int64_t first = recording.keyframes().spacing();
        const auto most = static_cast<std::int64_t>(Keyframes::mostFrames);
        for (const std::int64_t doublings : {1, 2, 3}) {
            advance(recording, (most << (doublings - 1)) * first - recording.head());
            QCOMPARE(recording.keyframes().spacing(), first << doublings);
            QVERIFY(recording.keyframes().count() <= Keyframes::mostFrames);
            QVERIFY(recording.keyframes().count() >= Keyframes::mostFrames / 2);
        }
        QVERIFY(recording.keyframes().bytes() < Keyframes::standardBytes / 4);
    }

    void cancellationIsSeen()
    {
        Recording recording(defaultExperiment(), problemOf(defaultExperiment()), nativeIsa(), 1);
        advance(recording, 3'000'000);
        int asked = 0;
        QVERIFY(!recording.seek(2'999'999, [&asked] { return ++asked < 3; }));
        QCOMPARE(asked, 3);
        QVERIFY_EXCEPTION_THROWN(
            [&] {
                recording.seek(5, always);
                recording.seek(2'999'999, [] { return false; });
                recording.run(0);
            }(),
            std::logic_error);
        QVERIFY(recording.branch()); // finds its way to what was shown by itself
        QCOMPARE(recording.head(), 5);
        QVERIFY(isStraight(recording));
    }
};

QTEST_GUILESS_MAIN(TestRecording)
#include "test_recording.moc"
