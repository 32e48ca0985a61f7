// That what is drawn on the norm plane lies where core's numbers say, and tells them.

#include "core/model/config.h"
#include "core/theory/norm_plane.h"
#include "tests/support/scenes.h"
#include "tests/ui/plots/drawn.h"
#include "ui/plots/drawing.h"
#include "ui/plots/norm_plane.h"
#include "ui/plots/norm_plane_labels.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plane_art.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr QSize hero(620, 560);

/// Two runs that have moved from (1.5, 0.3) to (x, y) and to (0.9, 1.05).
Scene moved(double x, double y)
{
    Scene scene = emptyRuns();
    for (std::size_t run : {0U, 1U})
        addSample(scene, run, 0, 1.5, 0.3);
    addSample(scene, 0, 1, x, y);
    addSample(scene, 1, 1, 0.9, 1.05);
    Prediction& prediction = scene.runs[1].prediction;
    prediction.xNorm2 = 0.8755 * 0.8755;
    prediction.yNorm2 = 1.0722 * 1.0722;
    prediction.singularValues = {0.8755 * 1.0722};
    return scene;
}

Scene rankTwo(std::int64_t iterations)
{
    Experiment experiment = defaultExperiment();
    experiment.problem.rank = 2;
    experiment.problem.spectrum = {1, 0.6};
    return sceneAfter(experiment, iterations);
}

/// Share of the points of a curve, each `step` of the way along it, at which the colour is seen.
template<typename PointAt>
double shareSeen(const Drawn& drawn, const QColor& colour, PointAt pointAt)
{
    int seen = 0;
    constexpr int points = 100;
    for (int i = 0; i < points; ++i) {
        const PlanePoint point = pointAt((i + 0.5) / points);
        seen += drawn.count(drawn.at(point.x, point.y), 1, colour) > 0 ? 1 : 0;
    }
    return static_cast<double>(seen) / points;
}

} // namespace

class TestNormPlaneView : public QObject {
    Q_OBJECT
private slots:
    void dotsStandAtTheNorms()
    {
        // Signs don't count: they are norms.
        const Drawn drawn("norm_plane", moved(-1.6, -0.6), hero);
        QVERIFY(drawn.count(drawn.at(1.6, 0.6), 5, drawn.theme.runs[0]) > 60);
        QVERIFY(drawn.count(drawn.at(0.9, 1.05), 5, drawn.theme.runs[1]) > 40);
        QVERIFY(drawn.count(drawn.at(1.5, 0.3), 3, drawn.theme.casing) > 30); // the ring of the start
    }

    void theStarStandsAtThePredictedNorms()
    {
        Scene scene = moved(1.6, 0.6);
        const Drawn drawn("norm_plane", scene, hero);
        const QPoint star = drawn.at(0.8755, 1.0722);
        const QPoint tip = star + QPoint(0, -static_cast<int>(starRadius(drawn.theme)) + 3);
        QVERIFY(drawn.count(tip, 2, drawn.theme.theory) > 3);
        scene.runs[1].prediction.gamma2.reset(); // GD's end is no star
        const Drawn without("norm_plane", scene, hero);
        QVERIFY(without.count(tip, 2, drawn.theme.theory) <= 3);
    }

    void theMinimaLieOnTheirHyperbola()
    {
        const Drawn drawn("norm_plane", moved(1.6, 0.6), hero);
        const auto on = [&](double product) {
            return shareSeen(drawn, drawn.theme.theory, [&](double t) {
                const double x = 1.1 + 0.8 * t;
                return PlanePoint{x, product / x};
            });
        };
        QVERIFY(on(1) > 0.85);
        QVERIFY(on(0.8755 * 1.0722) > 0.3); // dotted
        QVERIFY(on(1.25) < 0.2);
    }

    void theRayHasTheSlopeGamma()
    {
        const Drawn drawn("norm_plane", moved(1.6, 0.6), hero);
        const auto on = [&](double gamma) {
            return shareSeen(drawn, drawn.theme.theory, [&](double t) {
                const double y = 0.1 + 0.6 * t;
                return PlanePoint{gamma * y, y};
            });
        };
        QVERIFY(on(std::sqrt(2.0 / 3)) > 0.45); // dashed
        QVERIFY(on(1) < 0.1);
    }

    void beyondRankOneTheMinimaFillWhatLiesAbove()
    {
        const Scene scene = rankTwo(400);
        const Drawn drawn("norm_plane", scene, hero);
        QCOMPARE(leastNormProduct(scene.problem.spectrum, 2), 1.6);
        const QColor filled = faded(drawn.theme.theory, drawn.theme.card, 0.94);
        const auto shareOf = [&](double product, const QColor& colour) {
            int same = 0;
            for (int i = 0; i < 100; ++i) {
                const double x = 1.2 + 0.01 * i;
                same += drawn.image.pixelColor(drawn.at(x, product / x)) == colour ? 1 : 0;
            }
            return same;
        };
        QVERIFY(shareOf(1.9, filled) > 60);
        QCOMPARE(shareOf(1.0, filled), 0);
        const Drawn one("norm_plane", moved(1.6, 0.6), hero);
        QCOMPARE(one.image.pixelColor(one.at(1.9, 1.3)), one.theme.card);
    }

    void aTrailHasItsRunsColour()
    {
        Scene scene = emptyRuns();
        addSample(scene, 0, 0, 1.5, 0.3);
        for (int t = 0; t <= 100; ++t)
            addSample(scene, 1, t, 1.5 - 0.01 * t, 0.3);
        const Drawn drawn("norm_plane", scene, hero);
        const QPoint ahead = drawn.at(0.8, 0.3);
        QVERIFY(drawn.count(ahead, 1, drawn.theme.runs[1]) > 2);
        goBack(scene, 40);
        drawn.view->refresh(scene);
        const QImage past = drawn.view->plot()->grab().toImage();
        QVERIFY(past.pixelColor(ahead).blue() > drawn.theme.runs[1].blue() + 60); // faint
        QVERIFY(past.pixelColor(ahead).red() - past.pixelColor(ahead).blue() > 30);
    }

    void theViewHoldsAllThereIsAndKeepsStill()
    {
        const Scene early = sceneAfter(defaultExperiment(), 20);
        const Scene late = sceneAfter(defaultExperiment(), 3000);
        const Drawn drawn("norm_plane", early, hero);
        const QCPRange x = drawn.view->plot()->xAxis->range();
        const QCPRange y = drawn.view->plot()->yAxis->range();
        QCOMPARE(x.lower, 0.0);
        QCOMPARE(y.lower, 0.0);
        for (const Scene* scene : {&early, &late}) {
            for (const RunTrace& run : scene->runs) {
                QVERIFY(x.contains(std::sqrt(run.current.xNorm2)));
                QVERIFY(y.contains(std::sqrt(run.current.yNorm2)));
                QVERIFY(x.contains(limitNorms(run.prediction)->x));
                QVERIFY(y.contains(limitNorms(run.prediction)->y));
            }
        }
        drawn.view->refresh(late);
        QCOMPARE(drawn.view->plot()->xAxis->range(), x);
        QCOMPARE(drawn.view->plot()->yAxis->range(), y);
    }

    void zoomStaysUntilAuto()
    {
        const Scene scene = moved(1.6, 0.6);
        Drawn drawn("norm_plane", scene, hero);
        auto* chip = drawn.view->findChild<QToolButton*>(QStringLiteral("autoRange"));
        QVERIFY(chip && chip->isHidden());
        QCustomPlot& plot = *drawn.view->plot();
        const QCPRange whole = plot.xAxis->range();
        const QPointF at = plot.axisRect()->center();
        QWheelEvent event(at, plot.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&plot, &event);
        drawn.view->refresh(scene);
        QVERIFY(plot.xAxis->range().size() < whole.size() && !chip->isHidden());
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(plot.xAxis->range(), whole);
        QVERIFY(chip->isHidden());
    }

    void tooltipsTellNumbersAndFormulas()
    {
        const Scene scene = moved(1.6, 0.6);
        const Drawn drawn("norm_plane", scene, hero);
        const QString run = drawn.tipAt(drawn.at(1.6, 0.6));
        QVERIFY2(run.contains("GD: ‖X‖ = 1.60, ‖Y‖ = 0.600"), qPrintable(run));
        QVERIFY2(run.contains("‖X‖‖Y‖ = 0.960"), qPrintable(run));
        QVERIFY(drawn.tipAt(drawn.at(1.5, 0.3)).startsWith("Start"));
        const QString minima = drawn.tipAt(drawn.at(1.9, 1 / 1.9));
        QVERIFY2(minima.contains("‖X‖‖Y‖ = s₁ = 1.00"), qPrintable(minima));
        const QString ray = drawn.tipAt(drawn.at(0.5 * std::sqrt(2.0 / 3), 0.5));
        QVERIFY2(ray.contains("γ = 0.816"), qPrintable(ray));
        QVERIFY(drawn.tipAt({3, 3}).contains("Frobenius"));
        drawn.tipAt(drawn.at(0.3, 1.2));
        QTRY_VERIFY(!QToolTip::isVisible()); // nothing stands there
    }

    void aClickTellsTheSame()
    {
        const Drawn drawn("norm_plane", moved(1.6, 0.6), hero);
        QToolTip::hideText();
        QTest::mouseClick(drawn.view->plot(), Qt::LeftButton, {}, drawn.at(1.6, 0.6));
        QVERIFY(QToolTip::text().startsWith("GD: ‖X‖"));
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
        QTest::mousePress(drawn.view->plot(), Qt::LeftButton, {}, drawn.at(1.6, 0.6));
        QTest::mouseRelease(drawn.view->plot(), Qt::LeftButton, {}, drawn.at(0.9, 1.05));
        QVERIFY(!QToolTip::isVisible()); // that was a drag
    }

    void theSentenceTellsNormsAndPrediction()
    {
        const Scene scene = moved(1.6, 0.6);
        const QString sentence = Drawn("norm_plane", scene).view->sentence(scene);
        QVERIFY2(sentence.contains("GD, iteration 1: ‖X‖ 1.60, ‖Y‖ 0.600."), qPrintable(sentence));
        QVERIFY2(sentence.contains(
                     "Perturbed GD, iteration 1: ‖X‖ 0.900, ‖Y‖ 1.05, predicted ‖X‖ 0.875, ‖Y‖ 1.07"),
                 qPrintable(sentence));
    }

    void sumsAreWrittenAsPeopleDo()
    {
        QCOMPARE(sumOfSpectrum(1), QStringLiteral("s₁"));
        QCOMPARE(sumOfSpectrum(3), QStringLiteral("s₁ + s₂ + s₃"));
        QCOMPARE(sumOfSpectrum(12), QStringLiteral("s₁ + … + s₁₂"));
    }

    void anAnnealedLimitIsAnExactMinimum()
    {
        NormPlaneModel model;
        Scene scene = moved(1.6, 0.6);
        takeScene(model, scene);
        QCOMPARE(model.products().size(), std::size_t{1});
        scene.runs[1].prediction.singularValues = {1.0};
        takeScene(model, scene);
        QVERIFY(model.products().empty());
    }
};

QTEST_MAIN(TestNormPlaneView)
#include "test_norm_plane_view.moc"
