#include "core/model/config.h"
#include "tests/support/scenes.h"
#include "ui/plots/time_plot.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <qcustomplot.h>

#include <cmath>
#include <memory>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

std::unique_ptr<TimePlot> shown(const char* id, const Scene& scene)
{
    auto plot = std::make_unique<TimePlot>(*timePicture(QString::fromLatin1(id)));
    plot->resize(480, 260);
    plot->show();
    plot->refresh(scene);
    plot->plot()->replot();
    return plot;
}

void wheel(QCustomPlot& plot)
{
    const QPointF at = plot.axisRect()->center();
    QWheelEvent event(at, plot.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&plot, &event);
}

/// The lines with a colour of the theme's runs, in the order of the runs.
QCPGraph* lineOf(const TimePlot& plot, std::size_t run)
{
    const QColor colour = makeTheme(ThemeKind::Light).runs[run];
    for (int i = 0; i < plot.plot()->graphCount(); ++i) {
        QCPGraph* graph = plot.plot()->graph(i);
        if (graph->pen().style() != Qt::NoPen && graph->pen().color() == colour)
            return graph;
    }
    return nullptr;
}

} // namespace

class TestTimePlot : public QObject {
    Q_OBJECT
private slots:
    void timeBeginsAtZeroAndEndsAtTheHorizon()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 200);
        const auto plot = shown("loss", scene);
        QCOMPARE(plot->plot()->xAxis->range().lower, 0.0);
        QCOMPARE(plot->plot()->xAxis->range().upper, timeHorizon(scene));
    }

    void lossStopsAThousandthBelowThePredictedFloor()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 2000);
        const auto plot = shown("loss", scene);
        const double floor = *scene.runs[1].prediction.lossFloor;
        const QCPRange range = plot->plot()->yAxis->range();
        QVERIFY(range.lower <= 1e-3 * floor && range.lower > 1e-4 * floor);
        QVERIFY(range.upper > scene.runs[0].history.samples.front().loss);
        QVERIFY(scene.runs[0].current.loss < range.lower); // GD has left it
    }

    void aDivergingRunDoesNotFlattenTheRest()
    {
        for (const char* id : {"loss", "imbalance", "flatness"}) {
            Scene scene = emptyRuns();
            for (int t = 0; t < 40; ++t) {
                addSample(scene, 0, t, 1.5, 0.3);
                addSample(scene, 1, t, 1.5 * std::pow(3, t), 0.3 * std::pow(2, t));
            }
            scene.runs[1].status = RunStatus::Diverged;
            const auto plot = shown(id, scene);
            const QCPRange range = plot->plot()->yAxis->range();
            const double steady =
                valueOf(scene.runs[0].current, timePicture(QString::fromLatin1(id))->measure);
            QVERIFY(range.contains(steady));
            QVERIFY(range.upper < 1e5);
        }
    }

    void linesHaveFewPointsAndKeepSpikes()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t < 40000; ++t)
            addSample(scene, 0, t, 1.1 + 0.01 * std::sin(12.9898 * t), 0.9);
        addSample(scene, 1, 40000, 1.1, 0.9);
        const double spike = 77;
        scene.runs[0].history.samples[12345].imbalance = spike;
        const auto plot = shown("imbalance", scene);
        const QCPGraph* line = lineOf(*plot, 0);
        QVERIFY(line);
        const int columns = plot->plot()->axisRect()->width();
        QVERIFY(line->dataCount() > columns / 8 && line->dataCount() <= 2 * columns + 8);
        // The spike is in the band: the axis reaches up to it.
        QVERIFY(plot->plot()->yAxis->range().upper >= spike);
        bool found = false;
        for (int i = 0; i < plot->plot()->graphCount(); ++i) {
            for (const QCPGraphData& point : *plot->plot()->graph(i)->data())
                found = found || point.value == spike;
        }
        QVERIFY(found);
    }

    void dashedLinesHaveFewPoints()
    {
        const auto plot = shown("imbalance", sceneAfter(defaultExperiment(), 3000));
        int dashed = 0;
        for (int i = 0; i < plot->plot()->graphCount(); ++i) {
            const QCPGraph* graph = plot->plot()->graph(i);
            if (graph->pen().style() == Qt::CustomDashLine && graph->dataCount() > 0) {
                ++dashed;
                QVERIFY(graph->dataCount() > 20 && graph->dataCount() <= 200);
            }
            QVERIFY(graph->pen().style() != Qt::CustomDashLine ||
                    graph->pen().color() == makeTheme(ThemeKind::Light).theory);
        }
        QCOMPARE(dashed, 1);
    }

    void theLineEndsAtThePresent()
    {
        Scene scene = sceneAfter(defaultExperiment(), 5001); // between two recorded samples
        QVERIFY(scene.runs[1].history.samples.back().iteration < 5001);
        const auto plot = shown("imbalance", scene);
        const QCPGraphData last = *(lineOf(*plot, 1)->data()->constEnd() - 1);
        QCOMPARE(last.key, 5001.0);
        QCOMPARE(last.value, scene.runs[1].current.imbalance);
    }

    void logTimeIsOneClick()
    {
        const auto plot = shown("loss", sceneAfter(defaultExperiment(), 1000));
        auto* chip = plot->findChild<QToolButton*>(QStringLiteral("logX"));
        QVERIFY(chip && chip->isCheckable() && !plot->isLogX());
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(plot->isLogX());
        plot->plot()->replot();
        QCOMPARE(plot->plot()->xAxis->scaleType(), QCPAxis::stLogarithmic);
        QCOMPARE(plot->plot()->xAxis->range().lower, 1.0);
        QTest::mouseClick(chip, Qt::LeftButton);
        plot->plot()->replot();
        QCOMPARE(plot->plot()->xAxis->range().lower, 0.0);
    }

    void zoomStaysUntilAuto()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 1000);
        const auto plot = shown("loss", scene);
        auto* chip = plot->findChild<QToolButton*>(QStringLiteral("autoRange"));
        QVERIFY(chip && chip->isHidden());
        wheel(*plot->plot());
        QVERIFY(!plot->isAutoRange() && !chip->isHidden());
        const QCPRange zoomed = plot->plot()->xAxis->range();
        QVERIFY(zoomed.size() < timeHorizon(scene));
        plot->refresh(scene);
        plot->plot()->replot();
        QCOMPARE(plot->plot()->xAxis->range(), zoomed);
        QTest::mouseClick(chip, Qt::LeftButton);
        plot->plot()->replot();
        QVERIFY(plot->isAutoRange() && chip->isHidden());
        QCOMPARE(plot->plot()->xAxis->range().upper, timeHorizon(scene));
    }

    void doubleClickFitsAndDragPans()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 1000);
        const auto plot = shown("imbalance", scene);
        const QPoint middle = plot->plot()->axisRect()->center();
        QTest::mousePress(plot->plot(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(plot->plot(), middle - QPoint(40, 0));
        QMouseEvent move(QEvent::MouseMove, QPointF(middle - QPoint(60, 0)),
                         plot->plot()->mapToGlobal(QPointF(middle - QPoint(60, 0))), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(plot->plot(), &move);
        QTest::mouseRelease(plot->plot(), Qt::LeftButton, {}, middle - QPoint(60, 0));
        QVERIFY(!plot->isAutoRange());
        QVERIFY(plot->plot()->xAxis->range().lower > 0);
        QTest::mouseDClick(plot->plot(), Qt::LeftButton, {}, middle);
        plot->plot()->replot();
        QVERIFY(plot->isAutoRange());
        QCOMPARE(plot->plot()->xAxis->range().lower, 0.0);
    }

    void aNewRecordingForgetsTheZoom()
    {
        Scene scene = sceneAfter(defaultExperiment(), 1000);
        const auto plot = shown("loss", scene);
        wheel(*plot->plot());
        Scene anew = sceneAfter(defaultExperiment(), 10);
        anew.recording = scene.recording + 1;
        plot->refresh(anew);
        plot->plot()->replot();
        QVERIFY(plot->isAutoRange());
        QCOMPARE((lineOf(*plot, 0)->data()->constEnd() - 1)->key, 10.0);
    }

    void theCursorIsLinked()
    {
        const auto plot = shown("loss", sceneAfter(defaultExperiment(), 1000));
        QSignalSpy moved(plot.get(), &PlotView::cursorMoved);
        const QPoint middle = plot->plot()->axisRect()->center();
        QMouseEvent move(QEvent::MouseMove, QPointF(middle), plot->plot()->mapToGlobal(QPointF(middle)),
                         Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(plot->plot(), &move);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.last().first().toDouble(), plot->plot()->xAxis->pixelToCoord(middle.x()));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(plot->plot(), &leave);
        QCOMPARE(moved.last().first().toDouble(), -1.0);

        const QImage without = plot->grab().toImage();
        plot->showCursor(400);
        QTRY_VERIFY(plot->grab().toImage() != without);
        const QImage at400 = plot->grab().toImage();
        plot->showCursor(500);
        QVERIFY(plot->grab().toImage() != at400);
        plot->showCursor(-1);
        QTRY_COMPARE(plot->grab().toImage(), without);
    }

    void editsAreMarkedOnTheAxis()
    {
        Scene scene = sceneAfter(defaultExperiment(), 1000);
        const auto plot = shown("loss", scene);
        const QImage without = plot->grab().toImage();
        scene.edits.push_back({500, 1, std::vector<Edit::SetParameter>{{"eta", 0.02}}});
        plot->refresh(scene);
        plot->plot()->replot();
        QVERIFY(plot->grab().toImage() != without);
    }
};

QTEST_MAIN(TestTimePlot)
#include "test_time_plot.moc"
