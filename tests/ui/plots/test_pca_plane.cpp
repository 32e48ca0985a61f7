#include "core/measure/state_plane.h"
#include "tests/support/scenes.h"
#include "ui/plots/pca_plane.h"
#include "ui/plots/valley_profile.h"

#include <qcustomplot.h>

#include <QtTest>

#include <cmath>
#include <memory>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

std::unique_ptr<PcaPlane> shown(const Scene& scene)
{
    auto picture = std::make_unique<PcaPlane>();
    picture->resize(480, 300);
    picture->show();
    picture->refresh(scene);
    QApplication::processEvents();
    return picture;
}

QPoint pixelOf(const PlotView& picture, const PlanePoint& at)
{
    return QPointF(picture.plot()->xAxis->coordToPixel(at.x), picture.plot()->yAxis->coordToPixel(at.y))
        .toPoint();
}

/// Pixels of the colour within `radius` of a point.
int count(PlotView& picture, const QPoint& at, int radius, const QColor& colour)
{
    const QImage image = picture.plot()->grab().toImage();
    int found = 0;
    for (int y = std::max(0, at.y() - radius); y <= std::min(image.height() - 1, at.y() + radius); ++y) {
        for (int x = std::max(0, at.x() - radius); x <= std::min(image.width() - 1, at.x() + radius); ++x)
            found += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return found;
}

double distance(const PlanePoint& a, const PlanePoint& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

Experiment rankTwo()
{
    Experiment experiment = defaultExperiment();
    experiment.problem.rank = 2;
    experiment.problem.spectrum = {2, 1};
    return experiment;
}

} // namespace

class TestPcaPlane : public QObject {
    Q_OBJECT
private slots:
    void runsAndLimitAreWhereTheyAre()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 1500);
        const auto picture = shown(scene);
        const Theme theme = makeTheme(ThemeKind::Light);
        for (std::size_t run : {0U, 1U})
            QVERIFY(count(*picture, pixelOf(*picture, *scene.runs[run].planeNow), 3, theme.runs[run]) > 10);
        QVERIFY(count(*picture, pixelOf(*picture, *scene.runs[1].planeLimit), 18, theme.theory) > 10);
        for (const StateTrails& trails : {*scene.plane}) {
            for (const Trail& trail : trails.runs) {
                for (const TrailPoint& point : trail.points)
                    QVERIFY(picture->plot()->axisRect()->rect().contains(pixelOf(*picture, point.at)));
            }
        }
    }

    void theLimitIsWhereTheNoiseLeads()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 20000);
        const PlanePoint limit = *scene.runs[1].planeLimit;
        const PlanePoint start = scene.plane->runs[1].points.front().at;
        QVERIFY(distance(*scene.runs[1].planeNow, limit) < 0.1 * distance(start, limit));
        QVERIFY(distance(*scene.runs[0].planeNow, limit) > 0.2 * distance(start, limit)); // GD is elsewhere
    }

    void aboveRankOneTheLimitIsNotUnique()
    {
        const Scene scene = sceneAfter(rankTwo(), 500);
        QVERIFY(scene.runs[1].planeNow && !scene.runs[1].planeLimit);
        const auto picture = shown(scene);
        QVERIFY(!picture->accessibleDescription().contains("predicted"));
    }

    void itTellsHowMuchItShows()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 1500);
        const QString sentence = shown(scene)->accessibleDescription();
        const auto states = static_cast<int>(scene.plane->count);
        QVERIFY(sentence.startsWith(QStringLiteral("PCA of %1 states: ").arg(states)));
        QVERIFY(sentence.contains(QStringLiteral("%1 %").arg(100 * scene.plane->shares[0], 0, 'f', 0)));
        QVERIFY(sentence.contains("Perturbed GD, iteration 1,500: PC1 "));
        QVERIFY(sentence.contains(", predicted PC1 "));
    }

    void whatThereIsNoPlaneOfIsTold()
    {
        Experiment reduced = defaultExperiment();
        reduced.engine = EngineKind::Reduced;
        QVERIFY(shown(sceneAfter(reduced, 10))->accessibleDescription().contains("\"engine\": \"full\""));
        Experiment large = defaultExperiment();
        large.problem.d1 = 3000;
        large.problem.d2 = 3001;
        const Scene scene = sceneAfter(large, 3);
        QVERIFY(!scene.isReduced && !scene.plane && !scene.runs[0].planeNow);
        const auto picture = shown(scene);
        QVERIFY(picture->accessibleDescription().contains("6,001 entries"));
        QVERIFY(picture->accessibleDescription().contains("up to 5,000"));
    }

    void itWishesForThePlane()
    {
        QVERIFY(shown(Scene{})->wishes().plane);
        QVERIFY(ValleyProfile().wishes() == Wishes{});
    }

    void thePastHasItsOwnDot()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 1500, 400);
        const auto picture = shown(scene);
        const Theme theme = makeTheme(ThemeKind::Light);
        QVERIFY(count(*picture, pixelOf(*picture, *scene.runs[1].planeNow), 3, theme.runs[1]) > 10);
        QCOMPARE(scene.plane->runs[1].points.back().iteration, 1488); // the last at which states are kept
        const auto& points = scene.plane->runs[1].points;
        const auto at = std::find_if(points.begin(), points.end(),
                                     [](const TrailPoint& point) { return point.iteration == 400; });
        QVERIFY(at != points.end() && distance(at->at, *scene.runs[1].planeNow) < 1e-12);
    }
};

QTEST_MAIN(TestPcaPlane)
#include "test_pca_plane.moc"
