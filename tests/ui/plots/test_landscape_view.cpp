#include "core/model/config.h"
#include "core/theory/landscape.h"
#include "core/theory/smoothing.h"
#include "tests/support/scenes.h"
#include "ui/plots/landscape_model.h"
#include "ui/plots/landscape_view.h"

#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include <qcustomplot.h>

#include <cmath>
#include <memory>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

std::unique_ptr<LandscapeView> shown(const Scene& scene, const QSize& size = {620, 660})
{
    auto view = std::make_unique<LandscapeView>();
    view->resize(size);
    view->show();
    view->refresh(scene);
    view->plot()->replot();
    return view;
}

QPoint pixelOf(const LandscapeView& view, const PlanePoint& point)
{
    return QPointF(view.plot()->xAxis->coordToPixel(point.x), view.plot()->yAxis->coordToPixel(point.y))
        .toPoint();
}

PlanePoint pointAt(const LandscapeView& view, const QPoint& pixel)
{
    return {view.plot()->xAxis->pixelToCoord(pixel.x()), view.plot()->yAxis->pixelToCoord(pixel.y())};
}

bool sees(const LandscapeView& view, const PlanePoint& point)
{
    return view.plot()->xAxis->range().contains(point.x) && view.plot()->yAxis->range().contains(point.y);
}

void moveHeld(QCustomPlot& plot, const QPoint& at)
{
    QMouseEvent move(QEvent::MouseMove, QPointF(at), plot.mapToGlobal(QPointF(at)), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&plot, &move);
}

void hover(QCustomPlot& plot, const QPoint& at)
{
    QMouseEvent move(QEvent::MouseMove, QPointF(at), plot.mapToGlobal(QPointF(at)), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&plot, &move);
}

/// Presses, moves and releases; what the view says of a run that was dragged.
QList<QVariantList> dragged(LandscapeView& view, const QPoint& from, const QPoint& to,
                            Qt::MouseButton button = Qt::LeftButton)
{
    const QSignalSpy runs(&view, &LandscapeView::runDragged);
    QTest::mousePress(view.plot(), button, {}, from);
    moveHeld(*view.plot(), to);
    QTest::mouseRelease(view.plot(), button, {}, to);
    return runs;
}

PlanePoint startOf(const Scene& scene)
{
    return scene.runs[0].history.samples.front().plane[0];
}

Scene startingAt(double x, double y)
{
    Scene scene = emptyRuns();
    addSample(scene, 0, 0, x, y);
    addSample(scene, 1, 0, x, y);
    return scene;
}

} // namespace

class TestLandscapeView : public QObject {
    Q_OBJECT
private slots:
    void everythingThatMattersIsInSight()
    {
        for (const std::int64_t t : {0, 40, 2500}) {
            const Scene scene = sceneAfter(defaultExperiment(), t);
            const auto view = shown(scene);
            for (const RunTrace& run : scene.runs) {
                QVERIFY(sees(*view, run.current.plane[0]));
                QVERIFY(sees(*view, run.prediction.limitPoints[0])); // the star, and GD's predicted end
            }
            QVERIFY(sees(*view, startOf(scene)));
        }
    }

    void everyQuadrantAndSizeOfStartIsInSight()
    {
        const PlanePoint starts[] = {{1e-3, 1e-3}, {1.5, -0.8},  {-1.2, 0.7},
                                     {-2, -0.1},   {6.7, 0.045}, {12000, 2.5e-5}};
        for (const PlanePoint& start : starts) {
            const auto view = shown(startingAt(start.x, start.y));
            QVERIFY(sees(*view, start));
            QVERIFY(sees(*view, {0.8755, 1.0722}));
        }
    }

    void theViewStaysWhereItIsWhileARunGoesOn()
    {
        Scene scene = sceneAfter(defaultExperiment(), 0);
        const auto view = shown(scene);
        const QCPRange x = view->plot()->xAxis->range();
        const QCPRange y = view->plot()->yAxis->range();
        for (const std::int64_t t : {10, 100, 1000, 3000}) {
            Scene later = sceneAfter(defaultExperiment(), t);
            later.recording = scene.recording;
            view->refresh(later);
            QCOMPARE(view->plot()->xAxis->range(), x);
            QCOMPARE(view->plot()->yAxis->range(), y);
        }
    }

    void theViewDoesNotDependOnWhatWasShownBefore()
    {
        const Scene drifting = sceneAfter(defaultExperiment(), 100);
        Scene unbalanced = drifting; // as if σ₁ had been almost 0 for a moment
        unbalanced.runs[1].prediction.limitPoints = {{0.16, 6.3}};
        Scene without = drifting; // and is 0
        without.runs[1].prediction.limitPoints.clear();
        const auto view = shown(drifting);
        view->refresh(unbalanced);
        QVERIFY(sees(*view, {0.16, 6.3}));
        view->refresh(without);
        const auto fresh = shown(without);
        QCOMPARE(view->plot()->yAxis->range(), fresh->plot()->yAxis->range());
        QCOMPARE(view->plot()->xAxis->range(), fresh->plot()->xAxis->range());
    }

    void aTrailStaysInSight()
    {
        Scene scene = startingAt(1.5, 0.2);
        addSample(scene, 0, 2, 1.2, 2.4);
        addSample(scene, 0, 3, 1, 1);
        QVERIFY(sees(*shown(scene), {1.2, 2.4}));
    }

    void whatWasDoneToARunIsKnown()
    {
        Scene scene = sceneAfter(defaultExperiment(), 300);
        LandscapeModel model;
        takeScene(model, scene);
        QVERIFY(!model.runs()[0].wasChanged && !model.runs()[0].wasMoved);
        scene.edits = {{.at = 100, .run = 0, .change = Edit::Scale{2}},
                       {.at = 200, .run = 1, .change = std::vector<Edit::SetParameter>{{"eta", 0.01}}}};
        takeScene(model, scene);
        QVERIFY(model.runs()[0].wasChanged && model.runs()[0].wasMoved);
        QVERIFY(model.runs()[1].wasChanged && !model.runs()[1].wasMoved);
        scene.iteration = 150; // before the second
        takeScene(model, scene);
        QVERIFY(model.runs()[0].wasMoved && !model.runs()[1].wasChanged);
        scene.edits.push_back(
            {.at = 120, .run = 0, .change = std::vector<Edit::SetParameter>{{"eta", 0.01}}});
        takeScene(model, scene);
        QVERIFY(model.runs()[0].wasChanged && !model.runs()[0].wasMoved); // it has gone on since
    }

    void theStarStandsAtThePrediction()
    {
        Scene scene = startingAt(1.5, 0.2);
        const PlanePoint limit = scene.runs[1].prediction.limitPoints[0];
        LandscapeModel model;
        takeScene(model, scene);
        QCOMPARE(model.runs()[1].limit->x, limit.x);
        QCOMPARE(model.runs()[1].limit->y, limit.y);

        // Its five tips, dark at the same distance all around the predicted point, and not there without it.
        const auto tips = [&](const LandscapeView& view) {
            const QImage image = view.plot()->grab().toImage();
            const Theme theme = makeTheme(ThemeKind::Light);
            const double radius = 2.5 * (2.6 + 2.4 * theme.plotLineWidth);
            int dark = 0;
            for (int tip = 0; tip < 5; ++tip) {
                const double angle = (-90 + 72 * tip) * M_PI / 180;
                const QPoint at = pixelOf(view, limit) +
                                  (QPointF(std::cos(angle), std::sin(angle)) * (radius - 1)).toPoint();
                bool found = false;
                for (int dx = -1; dx <= 1; ++dx) {
                    for (int dy = -1; dy <= 1; ++dy)
                        found =
                            found || contrastRatio(image.pixelColor(at + QPoint(dx, dy)), theme.theory) < 1.6;
                }
                dark += found ? 1 : 0;
            }
            return dark;
        };
        QCOMPARE(tips(*shown(scene)), 5);
        scene.runs[1].prediction.gamma2.reset();
        QVERIFY(tips(*shown(scene)) <= 2); // the valley runs through there
    }

    void draggingTheStartGivesTheAlignedStartUnderThePointer()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 20);
        const auto view = shown(scene);
        QSignalSpy dragged(view.get(), &LandscapeView::startDragged);
        const QPoint from = pixelOf(*view, startOf(scene));
        const QPoint to = from + QPoint(-150, -210);
        QTest::mousePress(view->plot(), Qt::LeftButton, {}, from);
        QCOMPARE(view->plot()->cursor().shape(), Qt::ClosedHandCursor);
        moveHeld(*view->plot(), to);
        QCOMPARE(dragged.size(), 0);
        QTest::mouseRelease(view->plot(), Qt::LeftButton, {}, to);
        QCOMPARE(dragged.size(), 1);
        const AlignedCoordinates expected =
            alignedCoordinates({1, 0, 0}, pointAt(*view, to)); // to a thousandth
        QCOMPARE(dragged[0][0].toInt(), 0);
        QVERIFY(std::abs(dragged[0][1].toDouble() - expected.logImbalance) <= 0.0005001);
        QVERIFY(std::abs(dragged[0][2].toDouble() - expected.product) <= 0.0005001);
        QVERIFY(view->plot()->xAxis->range().lower == 0); // it did not pan
    }

    void draggingShowsWhereItWouldBe()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 20);
        const auto view = shown(scene);
        const QImage before = view->plot()->grab().toImage();
        const QPoint from = pixelOf(*view, startOf(scene));
        QTest::mousePress(view->plot(), Qt::LeftButton, {}, from);
        moveHeld(*view->plot(), from + QPoint(-150, -210));
        QVERIFY(view->plot()->grab().toImage() != before);
        QTest::keyClick(view->plot(), Qt::Key_Escape);
        QCOMPARE(view->plot()->grab().toImage(), before);
    }

    void escapeCancelsADrag()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 20);
        const auto view = shown(scene);
        QSignalSpy dragged(view.get(), &LandscapeView::startDragged);
        const QPoint from = pixelOf(*view, startOf(scene));
        QTest::mousePress(view->plot(), Qt::LeftButton, {}, from);
        moveHeld(*view->plot(), from + QPoint(-100, -100));
        QTest::keyClick(view->plot(), Qt::Key_Escape);
        QTest::mouseRelease(view->plot(), Qt::LeftButton, {}, from + QPoint(-100, -100));
        QCOMPARE(dragged.size(), 0);
    }

    void aClickOnTheStartChangesNothing()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 20);
        const auto view = shown(scene);
        QSignalSpy dragged(view.get(), &LandscapeView::startDragged);
        QTest::mouseClick(view->plot(), Qt::LeftButton, {}, pixelOf(*view, startOf(scene)) + QPoint(3, 2));
        QCOMPARE(dragged.size(), 0);
    }

    void theCursorTellsWhatCanBeTaken()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 20);
        const auto view = shown(scene);
        const QPoint start = pixelOf(*view, startOf(scene));
        QMouseEvent over(QEvent::MouseMove, QPointF(start), view->plot()->mapToGlobal(QPointF(start)),
                         Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(view->plot(), &over);
        QCOMPARE(view->plot()->cursor().shape(), Qt::OpenHandCursor);
        const QPointF elsewhere(start.x() - 100, start.y());
        QMouseEvent off(QEvent::MouseMove, elsewhere, view->plot()->mapToGlobal(elsewhere), Qt::NoButton,
                        Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(view->plot(), &off);
        QCOMPARE(view->plot()->cursor().shape(), Qt::ArrowCursor);
    }

    void draggingARunGivesTheScalingToTheNearestPointOfItsCurve()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 400);
        const auto view = shown(scene);
        for (const std::size_t run : {0, 1}) {
            const PlanePoint now = scene.runs[run].current.plane[0];
            for (const QPoint& way : {QPoint(-150, -210), QPoint(60, 90), QPoint(-90, 20)}) {
                const QPoint to = pixelOf(*view, now) + way;
                const auto moves = dragged(*view, pixelOf(*view, now), to);
                QCOMPARE(moves.size(), 1);
                QCOMPARE(moves[0][0].toUInt(), run);
                const double c = moves[0][1].toDouble();
                // In pixels, of (cx, y/c), by hand.
                const auto distance = [&](double factor) {
                    const double x = view->plot()->xAxis->coordToPixel(factor * now.x);
                    const double y = view->plot()->yAxis->coordToPixel(now.y / factor);
                    return std::hypot(x - to.x(), y - to.y());
                };
                for (int i = -200; i <= 200; ++i)
                    QVERIFY(distance(c) <= distance(std::exp(0.02 * i)) + 0.01);
                QVERIFY(view->plot()->xAxis->range().lower == 0); // it did not pan
            }
        }
    }

    void aPointerOutsideLeavesTheRunInSight()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 400);
        const auto view = shown(scene);
        const PlanePoint now = scene.runs[0].current.plane[0];
        for (const QPoint& to : {QPoint(5000, 5000), QPoint(-5000, -5000), QPoint(5000, 300)}) {
            const auto moves = dragged(*view, pixelOf(*view, now), to);
            QCOMPARE(moves.size(), 1);
            const double c = moves[0][1].toDouble();
            QVERIFY(c > 0.2 && c < 5);
        }
    }

    void draggingARunShowsWhereItWouldBe()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 400);
        const auto view = shown(scene);
        const QSignalSpy moves(view.get(), &LandscapeView::runDragged);
        const PlanePoint now = scene.runs[0].current.plane[0];
        const QPoint from = pixelOf(*view, now);
        const QPoint to = pixelOf(*view, scaledPoint(now, 0.72));
        const auto seen = [&] { // labels may have made way for the one that comes with it
            return view->plot()->grab().toImage().copy(QRect(to, to).adjusted(-8, -8, 8, 8));
        };
        const QImage before = seen();
        QTest::mousePress(view->plot(), Qt::LeftButton, {}, from);
        QCOMPARE(view->plot()->cursor().shape(), Qt::ClosedHandCursor);
        moveHeld(*view->plot(), from + QPoint(-2, 1));
        QVERIFY(seen() == before); // an unsteady hand is no drag
        moveHeld(*view->plot(), to);
        const Theme theme = makeTheme(ThemeKind::Light);
        QCOMPARE(view->plot()->grab().toImage().pixelColor(to), theme.casing); // hollow
        QVERIFY(seen() != before);
        QTest::keyClick(view->plot(), Qt::Key_Escape);
        QVERIFY(seen() == before);
        QTest::mouseRelease(view->plot(), Qt::LeftButton, {}, to);
        QCOMPARE(moves.size(), 0);
    }

    void theDragGoesFromWhereTheRunIs()
    {
        Scene scene = sceneAfter(defaultExperiment(), 400);
        const auto view = shown(scene);
        const QSignalSpy moves(view.get(), &LandscapeView::runDragged);
        const QPoint from = pixelOf(*view, scene.runs[1].current.plane[0]);
        const QPoint to = from + QPoint(-60, -90);
        QTest::mousePress(view->plot(), Qt::LeftButton, {}, from);
        moveHeld(*view->plot(), to);
        const PlanePoint later{0.9, 1.05}; // it plays on
        scene.runs[1].current.plane[0] = later;
        view->refresh(scene);
        QTest::mouseRelease(view->plot(), Qt::LeftButton, {}, to);
        QCOMPARE(moves.size(), 1);
        const PlanePoint wanted = pointAt(*view, to);
        const double c = moves[0][1].toDouble();
        const double rough = scalingTowards(later, wanted); // in coordinates instead of pixels
        QVERIFY2(std::abs(c / rough - 1) < 0.02, qPrintable(QString("%1 %2").arg(c).arg(rough)));
    }

    void aRunThatDivergesIsLetGo()
    {
        Scene scene = sceneAfter(defaultExperiment(), 400);
        const auto view = shown(scene);
        const QSignalSpy moves(view.get(), &LandscapeView::runDragged);
        const QPoint from = pixelOf(*view, scene.runs[0].current.plane[0]);
        QTest::mousePress(view->plot(), Qt::LeftButton, {}, from);
        moveHeld(*view->plot(), from + QPoint(-60, -90));
        scene.runs[0].status = RunStatus::Diverged;
        view->refresh(scene);
        QTest::mouseRelease(view->plot(), Qt::LeftButton, {}, from + QPoint(-60, -90));
        hover(*view->plot(), from);
        QCOMPARE(view->plot()->cursor().shape(), Qt::ArrowCursor);
        QCOMPARE(moves.size(), 0);
    }

    void onlyTheLeftButtonDrags()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 400);
        const auto view = shown(scene);
        const QPoint from = pixelOf(*view, scene.runs[0].current.plane[0]);
        QVERIFY(dragged(*view, from, from + QPoint(-60, -90), Qt::RightButton).isEmpty());
        QVERIFY(dragged(*view, from, from + QPoint(2, 2)).isEmpty()); // a click
        const QSignalSpy moves(view.get(), &LandscapeView::runDragged);
        QTest::mousePress(view->plot(), Qt::LeftButton, {}, from);
        moveHeld(*view->plot(), from + QPoint(-60, -90));
        QTest::mouseClick(view->plot(), Qt::RightButton, {}, from + QPoint(-60, -90));
        QCOMPARE(moves.size(), 0); // still held
        QTest::mouseRelease(view->plot(), Qt::LeftButton, {}, from + QPoint(-60, -90));
        QCOMPARE(moves.size(), 1);
    }

    void theNearestDotIsTaken()
    {
        Scene scene = startingAt(1.5, 0.2);
        for (const std::size_t run : {0, 1})
            addSample(scene, run, 5, 1, 0.9);
        const auto view = shown(scene);
        const QPoint at = pixelOf(*view, {1, 0.9});
        const auto taken = [&](const QPoint& from) {
            const auto moves = dragged(*view, from, from + QPoint(-60, -90));
            return moves.isEmpty() ? -1 : moves[0][0].toInt();
        };
        QCOMPARE(taken(at), 1); // it lies above
        const PlanePoint beside = pointAt(*view, at + QPoint(10, 0));
        scene.runs[0].current.plane[0] = beside;
        view->refresh(scene);
        QCOMPARE(taken(at + QPoint(3, 0)), 1);
        QCOMPARE(taken(at + QPoint(8, 0)), 0);
        scene.runs[0].current.plane[0] = {pointAt(*view, at + QPoint(10, 0)).x, 0}; // on an axis
        view->refresh(scene);
        QCOMPARE(taken(pixelOf(*view, scene.runs[0].current.plane[0])), -1);
    }

    void theStartGoesFirst()
    {
        for (const std::int64_t t : {0, 1}) { // after a step the dots are still near it
            const Scene scene = sceneAfter(defaultExperiment(), t);
            const auto view = shown(scene);
            const QSignalSpy starts(view.get(), &LandscapeView::startDragged);
            const QPoint from = pixelOf(*view, startOf(scene));
            QVERIFY(dragged(*view, from, from + QPoint(-60, -90)).isEmpty());
            QCOMPARE(starts.size(), 1);
        }
    }

    void aTipTellsWhatADragDoes()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 400);
        const auto view = shown(scene);
        const auto tipAt = [&](const QPoint& at) {
            QToolTip::hideText();
            QHelpEvent help(QEvent::ToolTip, at, view->plot()->mapToGlobal(at));
            QApplication::sendEvent(view->plot(), &help);
            return QToolTip::text();
        };
        const QPoint dot = pixelOf(*view, scene.runs[0].current.plane[0]);
        QVERIFY(tipAt(dot).startsWith("Drag GD along"));
        QVERIFY(tipAt(pixelOf(*view, startOf(scene))).startsWith("Drag the start"));
        hover(*view->plot(), dot);
        QCOMPARE(view->plot()->cursor().shape(), Qt::OpenHandCursor);
    }

    void aDirectionThatThereIsNotAnyMoreIsLeft()
    {
        const auto view = shown(emptyRuns());
        view->setChoices({{"direction", 2}});
        QCOMPARE(view->direction(), 2);
        const QSignalSpy chosen(view.get(), &PlotView::choicesChanged);
        view->refresh(startingAt(1.5, 0.2)); // of rank 1
        QCOMPARE(view->direction(), 0);
        QCOMPARE(chosen.size(), 1);
    }

    void theGroundIsThatOfTheNoiseNow()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[1].noise.anneal = 100;
        const Scene scene = sceneAfter(experiment, 900);
        const auto whole = scene.runs[1].prediction.a;
        QVERIFY(whole && std::abs(noiseNow(scene.runs[1]).a - *whole / 10) < 1e-12);
        LandscapeModel model;
        takeScene(model, scene);
        QVERIFY(std::abs(model.a / (*whole / 10) - 1) < 0.011); // in steps
        experiment.runs[1].noise.anneal.reset();
        const Scene constant = sceneAfter(experiment, 900);
        QCOMPARE(noiseNow(constant.runs[1]).a, *whole);
    }

    void fittingAfterAZoomShowsTheWholePictureAgain()
    {
        const auto view = shown(sceneAfter(defaultExperiment(), 20));
        const QImage before = view->grab().toImage();
        const QPointF middle = view->plot()->rect().center();
        QWheelEvent wheel(middle, view->plot()->mapToGlobal(middle), {}, QPoint(0, 240), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view->plot(), &wheel);
        QTRY_VERIFY(view->grab().toImage() != before);
        QTest::mouseDClick(view->plot(), Qt::LeftButton, Qt::NoModifier, middle.toPoint());
        QTRY_VERIFY(view->grab().toImage() == before);
    }

    void aViewBeyondWhatNumbersHoldIsDrawn()
    {
        const auto view = shown(sceneAfter(defaultExperiment(), 20));
        for (const double far : {1e75, 1e80, 1e100, 1e154, 1e160, 1e200, 1e240}) {
            for (const bool smoothed : {false, true}) {
                view->setSmoothed(smoothed);
                view->plot()->xAxis->setRange(-far, far);
                view->plot()->yAxis->setRange(-far, 2 * far);
                view->plot()->replot();
                const QImage image = view->plot()->grab().toImage();
                QCOMPARE(image.pixelColor(image.width() / 4, image.height() / 4),
                         image.pixelColor(image.width() / 4 + 5, image.height() / 4));
            }
        }
    }

    void theGroundIsASwitch()
    {
        const auto view = shown(sceneAfter(defaultExperiment(), 20));
        QSignalSpy changed(view.get(), &LandscapeView::smoothedChanged);
        QVERIFY(!view->isSmoothed());
        QVERIFY(view->findChild<QToolButton*>(QStringLiteral("groundF"))->isChecked());
        const QImage plain = view->grab().toImage();
        QTest::mouseClick(view->findChild<QToolButton*>(QStringLiteral("groundSmoothed")), Qt::LeftButton);
        QVERIFY(view->isSmoothed());
        QCOMPARE(changed.size(), 1);
        QVERIFY(view->grab().toImage() != plain);
        view->setSmoothed(false);
        QCOMPARE(changed.size(), 2);
        QVERIFY(view->findChild<QToolButton*>(QStringLiteral("groundF"))->isChecked());
    }

    void noiseBendsTheGroundLive()
    {
        Scene scene = startingAt(1.5, 0.2);
        const auto view = shown(scene);
        view->setSmoothed(true);
        const QPoint corner = view->plot()->axisRect()->bottomRight() - QPoint(20, 20);
        const QColor before = view->plot()->grab().toImage().pixelColor(corner);
        scene.runs[1].prediction.a = 0.9;
        view->refresh(scene);
        QApplication::processEvents();
        QVERIFY(view->plot()->grab().toImage().pixelColor(corner) != before);
    }

    void theDirectionIsChosenOnlyWhenThereAreSeveral()
    {
        Scene scene = startingAt(1.5, 0.2);
        const auto view = shown(scene);
        auto* combo = view->findChild<QComboBox*>(QStringLiteral("direction"));
        QVERIFY(combo && combo->isHidden());
        scene.problem.rank = 2;
        scene.problem.spectrum = {1.0, 0.5};
        scene.recording += 1;
        for (RunTrace& run : scene.runs) {
            run.history.samples[0].plane.push_back({0.3, 0.4});
            run.current.plane.push_back({0.3, 0.4});
        }
        view->refresh(scene);
        QVERIFY(!combo->isHidden());
        QCOMPARE(combo->count(), 2);
        QSignalSpy changed(view.get(), &LandscapeView::directionChanged);
        combo->setCurrentIndex(1);
        emit combo->activated(1);
        QCOMPARE(view->direction(), 1);
        QCOMPARE(changed.size(), 1);
        view->plot()->replot();
        QVERIFY(sees(*view, {0.3, 0.4}));
    }

    void aRunThatBlowsUpIsNotFollowed()
    {
        Scene scene = startingAt(1.5, 0.2);
        const auto view = shown(scene);
        const QCPRange before = view->plot()->xAxis->range();
        addSample(scene, 0, 1, 1e150, -1e150);
        scene.runs[0].status = RunStatus::Diverged;
        view->refresh(scene);
        QCOMPARE(view->plot()->xAxis->range(), before);
    }
};

QTEST_MAIN(TestLandscapeView)
#include "test_landscape_view.moc"
