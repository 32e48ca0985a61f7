// The landscape's eight starts: one click shows them, another takes them away, and they follow the panels.

#include "core/model/config.h"
#include "core/run/start_fan.h"
#include "tests/support/scenes.h"
#include "ui/left_threads.h"
#include "ui/plots/landscape_view.h"

#include <QApplication>
#include <QComboBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <qcustomplot.h>

#include <memory>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr int patience = 20'000; // milliseconds

struct Shown {
    LandscapeView view;
    QSignalSpy fans{&view, &LandscapeView::eightStartsShown};

    explicit Shown(const Scene& scene)
    {
        view.resize(620, 660);
        view.show();
        view.refresh(scene);
        view.plot()->replot();
    }

    QToolButton& chip() { return *view.findChild<QToolButton*>(QStringLiteral("eightStarts")); }
    void click() { chip().click(); }
    bool await(int count)
    {
        return QTest::qWaitFor([&] { return fans.size() >= count; }, patience);
    }
    QString said() const { return view.accessibleDescription(); }
    QImage image()
    {
        view.plot()->replot();
        return view.plot()->grab().toImage();
    }
    QPoint pixelOf(const PlanePoint& point) const
    {
        return QPointF(view.plot()->xAxis->coordToPixel(point.x), view.plot()->yAxis->coordToPixel(point.y))
            .toPoint();
    }
};

StartFan fanOf(const Scene& scene, int direction = 0)
{
    FanRequest request;
    request.origin = scene.problem.origin;
    for (const RunTrace& run : scene.runs)
        request.runs.push_back(run.spec);
    request.direction = direction;
    request.iterations = 2500;
    return runStartFan(request);
}

/// Two million iterations a start: seconds.
Scene slowScene()
{
    Experiment experiment = defaultExperiment();
    experiment.runs[1].noise.sigma1 = experiment.runs[1].noise.sigma2 = 0.001;
    return sceneAfter(experiment, 10);
}

} // namespace

class TestEightStarts : public QObject {
    Q_OBJECT
private slots:
    void oneClickShowsThemAndAnotherTakesThemAway()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 300);
        Shown shown(scene);
        const QImage before = shown.image();
        const QCPRange range = shown.view.plot()->xAxis->range();
        QVERIFY(!shown.chip().isChecked());
        shown.click();
        QVERIFY(shown.chip().isChecked());
        QVERIFY(shown.await(1));
        QVERIFY(shown.image() != before);
        QVERIFY(shown.view.hasEightStarts());
        shown.click();
        QVERIFY(!shown.chip().isChecked());
        QVERIFY(!shown.view.hasEightStarts());
        QCOMPARE(shown.view.plot()->xAxis->range(), range);
        QVERIFY(shown.image() == before);
        QCOMPARE(shown.fans.size(), 1);
    }

    void allStartsAndEndsAreInSight()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 300);
        Shown shown(scene);
        shown.click();
        QVERIFY(shown.await(1));
        const QImage image = shown.image();
        const StartFan fan = fanOf(scene);
        const Theme theme = makeTheme(ThemeKind::Light);
        for (const PlanePoint& start : fan.starts) {
            QVERIFY(shown.view.plot()->axisRect()->rect().contains(shown.pixelOf(start)));
            QCOMPARE(image.pixelColor(shown.pixelOf(start)), theme.casing); // a circle's inside
        }
        for (const auto& trails : fan.runs) {
            for (const FanTrail& trail : trails)
                QVERIFY(shown.view.plot()->axisRect()->rect().contains(shown.pixelOf(trail.points.back())));
        }
    }

    void theyAreToldInWords()
    {
        Shown shown(sceneAfter(defaultExperiment(), 300));
        const QString before = shown.said();
        shown.click();
        QCOMPARE(shown.said(), before);
        QVERIFY(shown.await(1));
        QCOMPARE(shown.said(), before +
                                   " Eight starts: GD ends at 8 places; Perturbed GD ends at (0.88, 1.1) "
                                   "from all eight.");
        shown.click();
        QCOMPARE(shown.said(), before);
    }

    void aResetTakesThemAway()
    {
        Scene scene = sceneAfter(defaultExperiment(), 300);
        Shown shown(scene);
        shown.click();
        QVERIFY(shown.await(1));
        ++scene.recording;
        shown.view.refresh(scene);
        QVERIFY(!shown.view.hasEightStarts());
        QVERIFY(!shown.chip().isChecked());
        QVERIFY(!shown.said().contains("Eight"));
    }

    void theyFollowTheNoiseAndNothingElse()
    {
        Scene scene = sceneAfter(defaultExperiment(), 300);
        Shown shown(scene);
        shown.click();
        QVERIFY(shown.await(1));
        scene.iteration = 20; // another instant
        for (RunTrace& run : scene.runs)
            run.iteration = 20;
        scene.runs[1].spec.name = "Another name";
        shown.view.refresh(scene);
        QTest::qWait(0);
        QCOMPARE(shown.fans.size(), 1);
        // Values that come faster than they are computed: the last one counts.
        for (const double sigma : {0.06, 0.07, 0.08, 0.09, 0.1}) {
            scene.runs[1].spec.noise.sigma1 = sigma;
            shown.view.refresh(scene);
        }
        const FanEnds ends = endsOf(fanOf(scene).runs[1], 1);
        const QString last =
            QStringLiteral("(%1, %2) from all eight")
                .arg(QString::number(ends.mean->x, 'g', 2), QString::number(ends.mean->y, 'g', 2));
        QTRY_VERIFY2_WITH_TIMEOUT(shown.said().contains(last), qPrintable(last + "; " + shown.said()),
                                  patience);
    }

    void theChipTellsHowFarItIsAndCancels()
    {
        Shown shown(slowScene());
        const QString name = shown.chip().text();
        const int width = shown.chip().width();
        shown.click();
        const QRegularExpression progress(QStringLiteral("^[0-8]/8$"));
        QVERIFY(progress.match(shown.chip().text()).hasMatch());
        QVERIFY(QTest::qWaitFor([&] { return shown.chip().text() == QLatin1String("1/8"); }, patience));
        QCOMPARE(shown.chip().width(), width);
        QCOMPARE(shown.chip().accessibleName(), name);
        shown.click();
        QCOMPARE(shown.chip().text(), name);
        QVERIFY(!shown.chip().isChecked());
        QVERIFY(!shown.view.hasEightStarts());
        QCOMPARE(shown.fans.size(), 0);
    }

    void theViewsEndEndsTheWork()
    {
        {
            Shown shown(slowScene());
            shown.click();
        }
        QTRY_VERIFY_WITH_TIMEOUT(allThreadsEnded(), patience);
    }

    void eachDirectionHasItsOwn()
    {
        Experiment experiment = defaultExperiment();
        experiment.problem.rank = 2;
        experiment.problem.spectrum = {2, 1};
        Shown shown(sceneAfter(experiment, 300));
        shown.click();
        QVERIFY(shown.await(1));
        const QString first = shown.said();
        shown.view.setDirection(1);
        QVERIFY(!shown.said().contains("Eight")); // those of the other direction go at once
        QVERIFY(shown.await(2));
        QVERIFY(shown.said().contains("from all eight"));
        QVERIFY(shown.said() != first);
    }

    void aTrailThatDivergesEndsInACross()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 1.2;
        Shown shown(sceneAfter(experiment, 1));
        shown.click();
        QVERIFY(shown.await(1));
        QVERIFY2(shown.said().contains("GD diverges from"), qPrintable(shown.said()));
        shown.image();
    }

    void aSceneMadeByHandHasNone()
    {
        Scene scene = emptyRuns();
        addSample(scene, 0, 0, 1.5, 0.2);
        Shown shown(scene);
        shown.click();
        QTest::qWait(0);
        QCOMPARE(shown.fans.size(), 0);
        shown.click();
        QVERIFY(!shown.view.hasEightStarts());
    }
};

QTEST_MAIN(TestEightStarts)
#include "test_eight_starts.moc"
