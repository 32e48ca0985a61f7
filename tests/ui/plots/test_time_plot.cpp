#include "core/model/config.h"
#include "tests/support/scenes.h"
#include "ui/plots/chip_choice.h"
#include "ui/plots/time_plot.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <utility>
#include <vector>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

std::unique_ptr<TimePlot> shown(const char* id, const Scene& scene, const QString& variant = {})
{
    auto plot = std::make_unique<TimePlot>(*timePicture(QString::fromLatin1(id)));
    plot->setChoices({{QStringLiteral("shows"), variant}});
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

/// Picture and variant of all there are.
std::vector<std::pair<const char*, QString>> allVariants()
{
    std::vector<std::pair<const char*, QString>> all;
    for (const char* id : {"loss", "imbalance", "flatness", "log_ratio"}) {
        const auto picture = timePicture(QString::fromLatin1(id));
        for (const TimeVariant& variant : picture->variants)
            all.emplace_back(id, variant.choice.id);
    }
    return all;
}

double lastOf(const QCPGraph* line)
{
    return (line->data()->constEnd() - 1)->value;
}

int dashedLines(const TimePlot& plot)
{
    int dashed = 0;
    for (int i = 0; i < plot.plot()->graphCount(); ++i) {
        const QCPGraph* graph = plot.plot()->graph(i);
        dashed += graph->pen().style() == Qt::CustomDashLine && graph->dataCount() > 0 ? 1 : 0;
    }
    return dashed;
}

Experiment ofRank(int rank, std::vector<double> spectrum)
{
    Experiment experiment = defaultExperiment();
    experiment.problem.rank = rank;
    experiment.problem.spectrum = std::move(spectrum);
    return experiment;
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
        for (const auto& [id, variant] : allVariants()) {
            Scene scene = emptyRuns();
            for (int t = 0; t < 40; ++t) {
                addSample(scene, 0, t, 1.5, 0.3);
                addSample(scene, 1, t, 1.5 * std::pow(3, t), 0.3 * std::pow(2, t));
            }
            scene.runs[1].status = RunStatus::Diverged;
            const auto plot = shown(id, scene, variant);
            const QCPRange range = plot->plot()->yAxis->range();
            const double steady =
                valueOf(scene.runs[0].current, plot->variant().lines(scene).front().measure);
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

    void everyVariantShowsItsOwnNumber()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 2000);
        const Sample& gd = scene.runs[0].current;
        const Sample& now = scene.runs[1].current;
        const double a = 30 * 0.0025;
        const double b = 20 * 0.0025;
        const std::map<QString, std::pair<double, double>> expected = {
            {"difference", {gd.imbalance, now.imbalance}},
            {"ratio", {gd.ratio, now.ratio}},
            {"gap", {gd.gap, now.gap}},
            {"noise_weighted", {a * gd.xNorm2 + b * gd.yNorm2, a * now.xNorm2 + b * now.yNorm2}},
            {"trace", {gd.trace, now.trace}},
            {"lambda_max", {gd.lambdaMax, now.lambdaMax}},
            {"theta", {gd.theta[0], now.theta[0]}}};
        for (const auto& [id, variant] : allVariants()) {
            if (variant == "loss")
                continue;
            const auto plot = shown(id, scene, variant);
            const auto values = expected.at(variant);
            QVERIFY2(std::abs(lastOf(lineOf(*plot, 0)) - values.first) < 1e-12 * std::abs(values.first),
                     qPrintable(variant));
            QVERIFY2(std::abs(lastOf(lineOf(*plot, 1)) - values.second) < 1e-12 * std::abs(values.second),
                     qPrintable(variant));
            QVERIFY(dashedLines(*plot) >= 1);
            QVERIFY(plot->sentence(scene).contains(plot->variant().spoken + ' '));
            QVERIFY(plot->sentence(scene).contains(QStringLiteral("predicted")));
        }
    }

    void aVariantIsChosenWithAClick()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 500);
        const auto plot = shown("imbalance", scene);
        wheel(*plot->plot()); // of another number's axis
        auto* chip = plot->findChild<ChipChoice*>(QStringLiteral("shows"));
        QSignalSpy changed(plot.get(), &PlotView::choicesChanged);
        chip->menu()->actions().at(1)->trigger();
        QCOMPARE(changed.size(), 1);
        plot->refresh(scene);
        plot->plot()->replot();
        QVERIFY(plot->isAutoRange());
        QCOMPARE(plot->variant().choice.id, QString("ratio"));
        QCOMPARE(lastOf(lineOf(*plot, 1)), scene.runs[1].current.ratio);
        QVERIFY(plot->plot()->yAxis->range().contains(scene.runs[1].current.ratio));
        QVERIFY(plot->accessibleDescription().contains(QStringLiteral("ratio")));
        QVERIFY(plot->formula().contains(QStringLiteral("γ²")));
        QVERIFY(!shown("loss", scene)->findChild<ChipChoice*>());
    }

    void thePredictedPathsLeadToTheLimit()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 4000);
        for (const char* variant : {"difference", "ratio", "gap"}) {
            const auto plot = shown("imbalance", scene, QString::fromLatin1(variant));
            const LineSpec line = plot->variant().lines(scene)[1];
            const auto limit = plot->variant().predicted(scene, line);
            const auto theory = plot->variant().theory(scene, line);
            QVERIFY(limit && theory);
            const double end = theory->curve.mean.back();
            const double way = std::abs(theory->curve.mean.front() - *limit);
            QVERIFY2(std::abs(end - *limit) < 0.02 * way, variant);
            QVERIFY(!plot->variant().theory(scene, plot->variant().lines(scene)[0])); // GD's
            const auto levels = plot->variant().levels(scene);
            QCOMPARE(levels.size(), std::size_t{1});
            QCOMPARE(levels[0].value, *limit);
            const bool hasBand = theory->curve.high.back() > end;
            QCOMPARE(hasBand, QLatin1String(variant) != QLatin1String("gap"));
        }
    }

    void theLeastValuesAreInSight()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 20); // all far above
        const double tau = std::sqrt(0.075 * 0.05);
        const std::map<QString, double> least = {
            {"noise_weighted", 2 * tau}, {"trace", 2 * std::sqrt(600.0)}, {"lambda_max", 2}};
        for (const auto& [variant, value] : least) {
            const auto plot = shown("flatness", scene, variant);
            QVERIFY(plot->plot()->yAxis->range().contains(value));
            const auto levels = plot->variant().levels(scene);
            QCOMPARE(levels[0].kind, LevelLine::Kind::Least);
            QVERIFY(std::abs(levels[0].value - value) < 1e-12);
            QCOMPARE(levels.size(), std::size_t(variant == "lambda_max" ? 2 : 1)); // and 2/η, once for both
        }
    }

    void gdIsWeighedWithTheNoiseOfTheOther()
    {
        Scene scene = sceneAfter(defaultExperiment(), 100);
        const auto plot = shown("flatness", scene);
        const double before = lastOf(lineOf(*plot, 0));
        scene.runs[1].prediction.a = 2 * *scene.runs[1].prediction.a; // a slider is dragged
        plot->refresh(scene);
        plot->plot()->replot();
        const Sample& now = scene.runs[0].current;
        QVERIFY(lastOf(lineOf(*plot, 0)) > before);
        QVERIFY(std::abs(lastOf(lineOf(*plot, 0)) - 0.15 * now.xNorm2 - 0.05 * now.yNorm2) < 1e-12);
        const Sample& first = scene.runs[0].history.samples.front();
        QVERIFY(std::abs(lineOf(*plot, 0)->data()->constBegin()->value - 0.15 * first.xNorm2 -
                         0.05 * first.yNorm2) < 1e-12);
        scene.runs[1].prediction.a.reset();
        plot->refresh(scene);
        QVERIFY(plot->accessibleDescription().contains(QStringLiteral("No run has noise")));
    }

    void theStabilityBoundIsALineOnlyWhenItIsNear()
    {
        for (const double eta : {0.02, 0.15}) {
            Experiment experiment = defaultExperiment();
            for (RunSpec& run : experiment.runs)
                run.eta = eta;
            const Scene scene = sceneAfter(experiment, 500);
            const auto plot = shown("flatness", scene, QStringLiteral("lambda_max"));
            QCOMPARE(plot->plot()->yAxis->range().contains(2 / eta), eta > 0.1);
        }
        Experiment experiment = defaultExperiment();
        experiment.runs[0].eta = 0.01;
        const Scene scene = sceneAfter(experiment, 10);
        const auto plot = shown("flatness", scene, QStringLiteral("lambda_max"));
        QStringList names;
        for (const LevelLine& level : plot->variant().levels(scene))
            names << level.name;
        QVERIFY(names.contains(QStringLiteral("GD: 2/η =")));
        QVERIFY(names.contains(QStringLiteral("Perturbed GD: 2/η =")));
        const QImage with = plot->plot()->grab().toImage(); // arrows at the upper edge
        Scene unbounded = scene;
        unbounded.runs[0].spec.eta = unbounded.runs[1].spec.eta = 0.05;
        plot->refresh(unbounded);
        plot->plot()->replot();
        QVERIFY(plot->plot()->grab().toImage() != with);
    }

    void whatIsNotConservedHasAPath()
    {
        for (const MethodKind method : {MethodKind::Sam, MethodKind::GradientNoise}) {
            Experiment experiment = defaultExperiment();
            experiment.runs[1].method = method;
            const Scene scene = sceneAfter(experiment, 50);
            const auto plot = shown("imbalance", scene);
            const auto specs = plot->variant().lines(scene);
            QVERIFY(!plot->variant().theory(scene, specs[0])); // GD: "conserved" says it
            QVERIFY(plot->variant().label(scene, specs[0]).contains("conserved"));
            QVERIFY(plot->variant().theory(scene, specs[1]));
            QVERIFY(!plot->variant().label(scene, specs[1]).contains("conserved"));
            // SAM is led to 0 from any start, noise on the gradient nowhere.
            QCOMPARE(plot->variant().levels(scene).size(),
                     method == MethodKind::Sam ? std::size_t{1} : std::size_t{0});
        }
    }

    void allDirectionsFollowTheUniversalCurve()
    {
        const Scene scene = sceneAfter(ofRank(3, {2, 1, 0.6}), 3000);
        const auto plot = shown("log_ratio", scene);
        const auto specs = plot->variant().lines(scene);
        QCOMPARE(specs.size(), std::size_t{6});
        QVERIFY(specs[0].width > specs[1].width && specs[1].width > specs[2].width);
        QCOMPARE(dashedLines(*plot), 3); // GD has none
        for (const LineSpec& spec : specs) {
            const auto theory = plot->variant().theory(scene, spec);
            QCOMPARE(theory.has_value(), spec.run == 1);
            if (!theory)
                continue;
            double worst = 0;
            for (const Sample& sample : scene.runs[1].history.samples) {
                const auto t = static_cast<double>(sample.iteration);
                const auto next = std::lower_bound(theory->curve.x.begin(), theory->curve.x.end(), t);
                if (next == theory->curve.x.begin() || next == theory->curve.x.end())
                    continue;
                const auto i = static_cast<std::size_t>(next - theory->curve.x.begin());
                const double share =
                    (t - theory->curve.x[i - 1]) / (theory->curve.x[i] - theory->curve.x[i - 1]);
                const double predicted =
                    theory->curve.mean[i - 1] + share * (theory->curve.mean[i] - theory->curve.mean[i - 1]);
                const double off = std::abs(sample.theta[spec.measure.direction] - predicted);
                worst = std::max(worst, off);
            }
            QVERIFY2(worst < 0.08, qPrintable(QString::number(worst))); // the balanced minimum is 0.2 off
        }
        const double end = 0.5 * std::log(2.0 / 3);
        QCOMPARE(plot->variant().levels(scene)[0].value, end);
        QVERIFY(plot->sentence(scene).contains(QStringLiteral("; "))); // of three directions
    }

    void noMoreThanTenDirections()
    {
        const Scene scene = sceneAfter(ofRank(12, {9, 8, 7, 6, 5, 4, 3, 2.5, 2, 1.5, 1.2, 1}), 30);
        const auto plot = shown("log_ratio", scene);
        QCOMPARE(plot->variant().lines(scene).size(), std::size_t{20});
    }

    void theUniversalCurveBeginsAnewAtAnEdit()
    {
        Experiment experiment = defaultExperiment();
        experiment.edits.push_back({800, 1, std::vector<Edit::SetParameter>{{"noise.sigma1", 0.1}}});
        const auto curveAt = [&experiment](std::int64_t shownAt) {
            const Scene scene = sceneAfter(experiment, 1500, shownAt);
            const auto plot = shown("log_ratio", scene);
            return plot->variant().theory(scene, plot->variant().lines(scene)[1])->curve;
        };
        QVERIFY(curveAt(1500).x.front() >= 800);
        QVERIFY(curveAt(400).x.front() < 400);
        const auto before = curveAt(400).x;
        QVERIFY(before[before.size() - 2] < 800);
    }

    void undefinedLogRatiosAreExplained()
    {
        Experiment experiment = defaultExperiment();
        experiment.start.kind = ZeroStart{};
        experiment.runs.resize(1);
        const Scene scene = sceneAfter(experiment, 10);
        const auto plot = shown("log_ratio", scene);
        QVERIFY(plot->accessibleDescription().contains(QStringLiteral("undefined")));
        QVERIFY(!shown("log_ratio", sceneAfter(defaultExperiment(), 10))
                     ->accessibleDescription()
                     .contains(QStringLiteral("undefined")));
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
