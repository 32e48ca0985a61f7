// A recording played again is what was seen while it was made.

#include "core/measure/state_plane.h"
#include "tests/support/scenes.h"
#include "ui/animation/animation_recording.h"
#include "ui/animation/playback.h"

#include <QTest>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr std::int64_t last = 6000;
const auto goOn = [](std::int64_t) { return true; };

Experiment edited()
{
    Experiment experiment = defaultExperiment();
    experiment.edits.push_back({900, 1, std::vector{Edit::SetParameter{"noise.sigma1", 0.1}}});
    return experiment;
}

} // namespace

class TestPlayback : public QObject {
    Q_OBJECT
private slots:
    void showsWhatALiveRunShows_data()
    {
        QTest::addColumn<qint64>("t");
        for (const qint64 t : {0, 1, 899, 900, 901, 4097, 5000, 6000})
            QTest::addRow("%lld", t) << t;
    }

    void showsWhatALiveRunShows()
    {
        QFETCH(qint64, t);
        AnimationRecording recording(edited());
        Playback playback(recording.record(last, goOn));
        playback.show(recording.at(t / 2, {}, goOn)); // the way there leaves no trace
        const Scene& shown = playback.show(recording.at(t, {}, goOn));
        const Scene live = sceneAfter(edited(), t);
        QCOMPARE(shown.iteration, t);
        QCOMPARE(shown.head, t);
        QCOMPARE(shown.runs.size(), live.runs.size());
        for (std::size_t i = 0; i < live.runs.size(); ++i) {
            const RunTrace& run = shown.runs[i];
            QCOMPARE(run.current.loss, live.runs[i].current.loss);
            QCOMPARE(run.spec.noise.sigma1, live.runs[i].spec.noise.sigma1);
            QCOMPARE(run.history.samples.size(), live.runs[i].history.samples.size());
            QCOMPARE(run.history.samples.back().loss, live.runs[i].history.samples.back().loss);
            QCOMPARE(run.history.loss.size(), live.runs[i].history.loss.size());
        }
    }

    void thePlaneIsThatOfTheWhole()
    {
        AnimationRecording recording(defaultExperiment());
        Playback playback(recording.record(last, goOn));
        Wishes wishes;
        wishes.plane = true;
        playback.lookAgain(recording.at(last, wishes, goOn));
        const auto whole = playback.whole().plane;
        QVERIFY(whole);
        const auto seen = playback.show(recording.at(500, wishes, goOn)).plane;
        QVERIFY(seen);
        QCOMPARE(seen->shares[0], whole->shares[0]);
        const auto& points = seen->runs[1].points;
        QVERIFY(points.size() > 10 && points.size() < whole->runs[1].points.size());
        QVERIFY(points.back().iteration <= 500);
        QCOMPARE(points.back().at.x, whole->runs[1].points[points.size() - 1].at.x);
    }

    void aRunThatDivergesHoldsNothingUp()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 5;
        AnimationRecording recording(experiment);
        Playback playback(recording.record(300, goOn));
        QCOMPARE(playback.whole().head, 300);
        const Scene& shown = playback.show(recording.at(300, {}, goOn));
        QVERIFY(shown.runs[0].status == RunStatus::Diverged);
        QVERIFY(shown.runs[0].iteration < 300);
        QCOMPARE(shown.runs[1].iteration, 300);
    }

    void isGivenUpWhenAsked()
    {
        AnimationRecording recording(defaultExperiment());
        const Frame frame = recording.record(1'000'000'000'000, [](std::int64_t t) { return t < 100; });
        QVERIFY(frame.head >= 100 && frame.head < 1'000'000'000'000);
    }
};

QTEST_MAIN(TestPlayback)
#include "test_playback.moc"
