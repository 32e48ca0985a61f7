// That what is drawn lies where it should, in the colour of what it belongs to.

#include "core/theory/landscape.h"
#include "tests/support/scenes.h"
#include "tests/ui/plots/drawn.h"
#include "ui/plots/drawing.h"
#include "ui/plots/ghost_ends.h"
#include "ui/plots/landscape_model.h"
#include "ui/plots/number_text.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_view.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <vector>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

Scene twoSamples(double x, double y)
{
    Scene scene = emptyRuns();
    for (std::size_t run : {0U, 1U}) {
        addSample(scene, run, 0, 1.5, 0.3);
        addSample(scene, run, 1, x, y);
    }
    return scene;
}

/// Values of the first visible graph that `isWanted`.
std::vector<double> valuesOf(const QCustomPlot& plot, const std::function<bool(const QCPGraph&)>& isWanted)
{
    std::vector<double> values;
    for (int i = 0; i < plot.graphCount() && values.empty(); ++i) {
        const QCPGraph& graph = *plot.graph(i);
        if (!graph.realVisibility() || !isWanted(graph))
            continue;
        for (const QCPGraphData& point : *graph.data())
            values.push_back(point.value);
    }
    return values;
}

bool isDashed(const QCPGraph& graph)
{
    return graph.pen().style() == Qt::CustomDashLine && graph.dataCount() > 0;
}

} // namespace

class TestDrawn : public QObject {
    Q_OBJECT
private slots:
    void aTextOfAnySizeIsWritten()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); // Qt's, of pictures that can't be had
        QImage image(200, 100, QImage::Format_ARGB32_Premultiplied);
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        for (const QSizeF& size :
             {QSizeF(80, 20), QSizeF(0, 0), QSizeF(-30, 20), QSizeF(1e9, 20), QSizeF(nan, 20)}) {
            image.fill(Qt::white);
            QPainter painter(&image);
            drawHaloText(painter, QRectF(QPointF(10, 10), size), Qt::AlignLeft | Qt::TextDontClip,
                         QStringLiteral("text"), Qt::black, Qt::white);
        }
    }

    void lossHasItsMeanAsLineAndItsExtremesAsBand()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t < 400; ++t) {
            addSample(scene, 0, t, 1.1, 0.8);
            scene.runs[0].history.loss.back() = {t, 1e-3, 4e-3, 9e-3};
        }
        addSample(scene, 1, 399, 1.1, 0.8);
        const Drawn drawn("loss", scene);
        const QColor colour = drawn.theme.runs[0];
        const auto line = valuesOf(*drawn.view->plot(), [&](const QCPGraph& graph) {
            return graph.pen().style() == Qt::SolidLine && graph.pen().color() == colour;
        });
        QVERIFY(line.size() > 20);
        QVERIFY(std::all_of(line.begin(), line.end(), [](double value) { return value == 4e-3; }));
        const auto top = valuesOf(*drawn.view->plot(), [](const QCPGraph& graph) {
            return graph.brush().style() != Qt::NoBrush && graph.channelFillGraph() && graph.dataCount() > 0;
        });
        QVERIFY(top.size() > 20);
        QVERIFY(std::all_of(top.begin(), top.end(), [](double value) { return value == 9e-3; }));
    }

    void theFloorIsALevelAcrossThePicture()
    {
        const Drawn drawn("loss", twoSamples(1.1, 0.8));
        QCOMPARE(valuesOf(*drawn.view->plot(), isDashed), (std::vector<double>{2.54e-3, 2.54e-3}));
    }

    void thePredictedPathHasABand()
    {
        Scene scene = twoSamples(1.1, 0.8);
        for (int t = 0; t <= 4000; t += 100)
            scene.runs[1].path.push_back({t, -0.383 + 2.5 * std::exp(-t / 417.0), 1, 1, 0.0145 * 0.0145, {}});
        const Drawn drawn("imbalance", scene);
        const auto mean = valuesOf(*drawn.view->plot(), isDashed);
        const auto high = valuesOf(*drawn.view->plot(), [](const QCPGraph& graph) {
            return graph.channelFillGraph() && graph.dataCount() > 0 && graph.pen().style() == Qt::NoPen;
        });
        QVERIFY(mean.size() > 10 && mean.size() == high.size());
        QVERIFY(std::abs(high.back() - mean.back() - 0.0145) < 1e-4);
    }

    void whatIsConservedLooksLevel()
    {
        Scene scene = twoSamples(1.5001, 0.3);
        scene.runs[1] = scene.runs[0];
        const Drawn drawn("imbalance", scene);
        const double value = scene.runs[0].current.imbalance;
        QVERIFY(drawn.view->plot()->yAxis->range().contains(value));
        QVERIFY(drawn.view->plot()->yAxis->range().size() > 0.1 * value);
    }

    void columnsAreAboutTwoPixelsWide()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t < 3000; ++t)
            addSample(scene, 0, t, 1.1 + 0.05 * std::sin(12.9898 * t), 0.9);
        const Drawn drawn("imbalance", scene);
        const QCPGraph* line = nullptr;
        for (int i = 0; i < drawn.view->plot()->graphCount(); ++i) {
            if (drawn.view->plot()->graph(i)->pen().color() == drawn.theme.runs[0])
                line = drawn.view->plot()->graph(i);
        }
        QVERIFY(line);
        const int width = drawn.view->plot()->axisRect()->width();
        QVERIFY(line->dataCount() > width / 6 && line->dataCount() < width);
    }

    void headsStandAtThePresentValue()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t < 100; ++t)
            addSample(scene, 1, t, 1.1, 0.9);
        const Drawn drawn("imbalance", scene);
        const QPoint head = drawn.at(99, scene.runs[1].current.imbalance);
        QVERIFY(drawn.count(head, 3, drawn.theme.runs[1]) > 25); // a disc, no line
    }

    void aRunBelowThePictureIsNamedAtItsEdge()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t < 100; ++t) {
            addSample(scene, 0, t, 1.5, 0.3 * std::exp(-0.01 * t));
            addSample(scene, 1, t, 1.1, 0.85);
        }
        Sample& now = scene.runs[0].current;
        now.loss = 1e-30;
        const Drawn drawn("loss", scene);
        const QRect axes = drawn.view->plot()->axisRect()->rect();
        const QPoint below(axes.left() + 60, axes.bottom() - 12);
        const QPoint above(axes.left() + 60, axes.top() + 12);
        QVERIFY(drawn.view->plot()->yAxis->range().lower > 1e-30);
        QVERIFY(drawn.count(below, 20, drawn.theme.runText[0]) > 20);
        QCOMPARE(drawn.count(above, 20, drawn.theme.runText[0]), 0);
    }

    void editsStandAtTheirIteration()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t < 100; ++t)
            addSample(scene, 1, t, 1.1, 0.9);
        scene.edits.push_back({50, 1, std::vector<Edit::SetParameter>{{"eta", 0.02}}});
        const Drawn drawn("imbalance", scene);
        const int bottom = drawn.view->plot()->axisRect()->bottom();
        QVERIFY(drawn.count({drawn.at(50, 0).x(), bottom - 2}, 2, drawn.theme.runs[1]) > 5);
    }

    void theCursorMarksTheLine()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t < 1000; ++t)
            addSample(scene, 1, t, 1.1, 0.9 - 1e-4 * t);
        Drawn drawn("imbalance", scene);
        const double value = scene.runs[1].history.samples[500].imbalance;
        const QPoint besideLine = drawn.at(500, value) - QPoint(0, 3);
        QCOMPARE(drawn.count(besideLine, 1, drawn.theme.runText[1]), 0);
        drawn.view->showCursor(500);
        drawn.paint();
        QVERIFY(drawn.count(besideLine, 1, drawn.theme.runText[1]) > 2);
    }

    void namesHaveTheirRunsColourAndTheCursorLeavesThem()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t < 100; ++t) {
            addSample(scene, 0, t, 1.5, 0.3);
            addSample(scene, 1, t, 0.9, 1.1);
        }
        Drawn drawn("imbalance", scene, {480, 200});
        // The lines are short: their names stand right of their ends.
        const QPoint first = drawn.at(99, scene.runs[0].current.imbalance) + QPoint(55, 0);
        const QPoint second = drawn.at(99, scene.runs[1].current.imbalance) + QPoint(55, 0);
        const int inked = drawn.count(first, 40, drawn.theme.runText[0]);
        QVERIFY(inked > 60);
        QVERIFY(drawn.count(second, 40, drawn.theme.runText[1]) > 60);
        QCOMPARE(drawn.count(first, 40, drawn.theme.runText[1]), 0);
        drawn.view->showCursor(drawn.view->plot()->xAxis->pixelToCoord(first.x() - 20));
        drawn.paint();
        QVERIFY(drawn.count(first, 40, drawn.theme.runText[0]) > inked - 15); // the cursor's line crosses it
    }

    void sentencesTellTheRightPrediction()
    {
        Scene scene = twoSamples(1.1, 0.8);
        scene.runs[1].prediction.lambdaMax = 1.2345;
        scene.runs[1].prediction.xNorm2 = 0.8;
        scene.runs[1].prediction.yNorm2 = 1.2;
        scene.runs[1].prediction.trace = 48;
        const auto sentence = [&](const char* id, const char* shows = "") {
            const Drawn drawn(id, scene);
            drawn.view->setChoices({{"shows", shows}});
            drawn.view->refresh(scene);
            return drawn.view->sentence(scene);
        };
        QVERIFY(sentence("loss").contains("predicted 2.54e−3"));
        QVERIFY(sentence("imbalance").contains("predicted −0.383"));
        QVERIFY(sentence("imbalance", "ratio").contains("ratio 1.89, predicted 0.667"));
        QVERIFY(sentence("imbalance", "gap").contains("gap 0.647, predicted 5.00e−4"));
        QVERIFY(sentence("flatness").contains("noise-weighted trace 0.123, predicted 0.120"));
        QVERIFY(sentence("flatness", "trace").contains("trace 49.1, predicted 48.0"));
        QVERIFY(sentence("flatness", "lambda_max").contains("predicted 1.23"));
        QVERIFY(sentence("flatness", "lambda_max").contains(shortNumber(scene.runs[1].current.lambdaMax)));
        QVERIFY(sentence("log_ratio").contains("log ratio 0.318, predicted −0.203"));
    }

    void theFutureIsFaintAndTheAxisKeepsItsLength()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t <= 4000; ++t)
            addSample(scene, 1, t, 1.3, 0.7 + 1e-4 * t);
        const auto lineAt = [&](const Drawn& drawn, int t, const QColor& colour) {
            return drawn.count(
                drawn.at(t, scene.runs[1].history.samples[static_cast<std::size_t>(t)].imbalance), 1, colour);
        };
        const Drawn now("imbalance", scene);
        const QColor full = now.theme.runs[1];
        const QColor faint = faded(full, now.theme.card, backShare);
        QVERIFY(lineAt(now, 1000, full) > 2 && lineAt(now, 3000, full) > 2);
        goBack(scene, 2000);
        now.view->refresh(scene);
        const Drawn past("imbalance", scene);
        QVERIFY(lineAt(past, 1000, full) > 2);
        QCOMPARE(lineAt(past, 3000, full), 0);
        QVERIFY(lineAt(past, 3000, faint) > 2);
        QCOMPARE(past.view->plot()->xAxis->range(), now.view->plot()->xAxis->range());
        QVERIFY(past.count(past.at(2000, scene.runs[1].current.imbalance), 3, full) > 25); // the head
    }

    void aNewBranchHasTheNewHistory_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("over time") << QByteArray("imbalance");
        QTest::newRow("on the landscape") << QByteArray("landscape");
        QTest::newRow("on the norm plane") << QByteArray("norm_plane");
    }
    void aNewBranchHasTheNewHistory()
    {
        QFETCH(QByteArray, id);
        const auto go = [](Scene& scene, int from, double step) {
            for (int t = from; t <= 200; ++t)
                addSample(scene, 1, t, 1.5 - step * t, 0.3 + step * t);
        };
        Scene scene = emptyRuns();
        scene.runs[1].spec.name.clear(); // names remember where they stood
        addSample(scene, 0, 0, 1.5, 0.3);
        go(scene, 0, 2e-3);
        const Drawn drawn(id.constData(), scene, {620, 660});
        goBack(scene, 20);
        drawn.view->refresh(scene);
        ++scene.branch;
        cutHistory(scene.runs[1].history, 20);
        go(scene, 21, 1e-3);
        drawn.view->refresh(scene);
        drawn.view->plot()->replot();
        Scene fresh = scene;
        fresh.branch = 0;
        const Drawn anew(id.constData(), fresh, {620, 660});
        QCOMPARE(drawn.view->plot()->grab().toImage(), anew.image);
    }

    void aGhostIsDrawnUntilItIsDismissed_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char* id :
             {"loss", "imbalance", "flatness", "landscape", "valley", "spectrum", "norm_plane", "log_ratio"})
            QTest::newRow(id) << QByteArray(id);
    }
    void aGhostIsDrawnUntilItIsDismissed()
    {
        QFETCH(QByteArray, id);
        Scene other = emptyRuns();
        Scene scene = emptyRuns();
        for (int t = 0; t <= 200; ++t) {
            for (std::size_t run : {0U, 1U}) {
                addSample(other, run, t, 1.5 - 3e-3 * t, 0.3);
                addSample(scene, run, t, 1.5, 0.3 + 1e-3 * t);
            }
        }
        const Drawn drawn(id.constData(), scene, {620, 660});
        scene.ghosts = {ghostOf(other, 1, "A")};
        drawn.view->refresh(scene);
        QApplication::processEvents(); // it paints itself
        const QImage with = drawn.view->plot()->grab().toImage();
        QVERIFY(with != drawn.image);
        scene.ghosts.clear();
        drawn.view->refresh(scene);
        QApplication::processEvents(); // it paints itself
        QCOMPARE(drawn.view->plot()->grab().toImage(), drawn.image);
    }

    void aGhostsLineBeginsWhereItWentItsOwnWay()
    {
        Scene scene = emptyRuns();
        Scene other = emptyRuns();
        for (int t = 0; t <= 2000; ++t) {
            addSample(scene, 0, t, 1.5, 0.3);
            addSample(scene, 1, t, 1.3, 0.7);
            addSample(other, 1, t, 1.3, 0.95);
        }
        const double value = other.runs[1].current.imbalance;
        const QColor faint = faded(makeTheme(ThemeKind::Light).runs[1], Qt::white, backShare);
        scene.ghosts = {ghostOf(other, 1, "A", 1000)};
        const Drawn branched("imbalance", scene);
        QCOMPARE(branched.count(branched.at(500, value), 1, faint), 0);
        QVERIFY(branched.count(branched.at(1500, value), 1, faint) > 0);
        QVERIFY(branched.count(branched.at(2000, value) + QPoint(9, -7), 9, branched.theme.runText[1]) > 3);
        scene.ghosts = {ghostOf(other, 2, "A")};
        const Drawn whole("imbalance", scene);
        QVERIFY(whole.count(whole.at(500, value), 1, faint) > 0);
    }

    void aGhostsEndIsHollowAndInSight()
    {
        Scene scene = twoSamples(1.4, 0.35);
        Scene other = emptyRuns();
        addSample(other, 0, 0, 1.5, 0.3);
        addSample(other, 0, 1, 0.4, 2.6);
        other.runs.pop_back();
        scene.ghosts = {ghostOf(other, 1, "A")};
        const Drawn landscape("landscape", scene, {620, 660});
        const QPoint end = landscape.at(0.4, 2.6);
        QVERIFY(landscape.view->plot()->yAxis->range().contains(2.6));
        QVERIFY(landscape.count(end, 7, landscape.theme.runs[0]) > 15);
        QVERIFY(landscape.count(end, 1, landscape.theme.casing) > 7);
        const Drawn valley("valley", scene);
        const QPoint ball = valley.at(other.runs[0].current.theta[0], 0);
        QVERIFY(valley.image.rect().contains(ball));
        QVERIFY(valley.count(ball, 6, valley.theme.card) > 20); // the flat line doesn't go through it
    }

    void aGhostsTrailComesAndGoesWithoutTheGround()
    {
        Scene scene = twoSamples(1.4, 0.3);
        Scene other = twoSamples(1, 0.4);
        const Drawn drawn("landscape", scene, {620, 660});
        const QPoint end = drawn.at(1, 0.4);
        const auto ring = [&] {
            drawn.view->refresh(scene);
            const QImage image = drawn.view->plot()->grab().toImage();
            return image.pixelColor(end) == drawn.theme.casing;
        };
        QVERIFY(!ring());
        scene.ghosts = {ghostOf(other, 1, "A")};
        QVERIFY(ring());
        scene.ghosts.clear();
        QVERIFY(!ring());
    }

    void theTrailEndsAtTheInstant()
    {
        Scene scene = emptyRuns();
        addSample(scene, 0, 0, 1.5, 0.3);
        for (int t = 0; t <= 100; ++t)
            addSample(scene, 1, t, 1.5 - 0.01 * t, 0.3);
        const Drawn drawn("landscape", scene, {620, 660});
        const QPoint ahead = drawn.at(0.8, 0.3);
        const auto inked = [&](const QImage& image) {
            return image.pixelColor(ahead).blue() < 120; // full orange, not the faint one
        };
        QVERIFY(inked(drawn.image));
        goBack(scene, 40);
        drawn.view->refresh(scene);
        const QImage past = drawn.view->plot()->grab().toImage();
        QVERIFY(!inked(past));
        QVERIFY(past.pixelColor(ahead).red() - past.pixelColor(ahead).blue() > 30); // and yet orange
        goBack(scene, 100);
        drawn.view->refresh(scene);
        QCOMPARE(drawn.view->plot()->grab().toImage().pixelColor(ahead), drawn.image.pixelColor(ahead));
    }

    void endsThatMeetShareTheirLetters()
    {
        const auto letters = [](const std::vector<GhostEnd>& ends) {
            QStringList all;
            for (const GhostEnd& end : joined(ends, 5))
                all.append(end.letter);
            return all;
        };
        QCOMPARE(letters({{{0, 0}, 1, "A"}, {{3, 0}, 1, "B"}, {{0, 0}, 0, "B"}, {{9, 0}, 1, "C"}}),
                 (QStringList{"A B", "B", "C"}));
        QCOMPARE(letters(std::vector<GhostEnd>(7, {{0, 0}, 1, "A"})), (QStringList{"A A A …"}));
    }

    void theValleyIsWhereItsNameSays()
    {
        const Scene scene = twoSamples(1.5, 0.4);
        const Drawn drawn("landscape", scene, {620, 660});
        int onValley = 0;
        int onShrunk = 0;
        int between = 0;
        const double tau = *scene.runs[1].prediction.tau;
        for (int i = 0; i < 130; ++i) {
            const double x = 1.25 + 0.005 * i;
            onValley += drawn.count(drawn.at(x, 1 / x), 1, drawn.theme.theory) > 0;
            onShrunk += drawn.count(drawn.at(x, (1 - tau) / x), 1, drawn.theme.theory) > 0;
            between += drawn.count(drawn.at(x, (1 - 4 * tau) / x), 1, drawn.theme.theory) > 0;
        }
        QVERIFY(onValley > 120); // of 130
        QVERIFY(onShrunk > 40);
        QVERIFY(between < 40);
    }

    void trailsHaveTheirRunsColour()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t <= 40; ++t) {
            addSample(scene, 0, t, 1.5, 0.3 + 0.005 * t);
            addSample(scene, 1, t, 1.5 - 0.02 * t, 0.3);
        }
        const Drawn drawn("landscape", scene, {620, 660});
        const auto nearer = [&](const QPoint& at, const QColor& one, const QColor& other) {
            const QColor seen = drawn.image.pixelColor(at);
            const auto distance = [&](const QColor& colour) {
                return std::abs(seen.red() - colour.red()) + std::abs(seen.green() - colour.green()) +
                       std::abs(seen.blue() - colour.blue());
            };
            return distance(one) + 60 < distance(other);
        };
        QVERIFY(nearer(drawn.at(1.5, 0.42), drawn.theme.runs[0], drawn.theme.runs[1]));
        QVERIFY(nearer(drawn.at(1.05, 0.3), drawn.theme.runs[1], drawn.theme.runs[0]));
        // Dots at the present points.
        QVERIFY(drawn.count(drawn.at(1.5, 0.5), 4, drawn.theme.runs[0]) > 40);
        QVERIFY(drawn.count(drawn.at(0.7, 0.3), 4, drawn.theme.runs[1]) > 40);
    }

    void aTrailGrowsWithoutTheGround()
    {
        Scene scene = emptyRuns();
        for (std::size_t run : {0U, 1U}) {
            addSample(scene, run, 0, 1.5, 0.3);
            addSample(scene, run, 1, 1.4, 0.3);
        }
        const Drawn first("landscape", scene, {620, 660});
        for (int t = 2; t <= 20; ++t)
            addSample(scene, 1, t, 1.4 - 0.03 * t, 0.3);
        first.view->refresh(scene);
        const QImage grown = first.view->plot()->grab().toImage();
        const Drawn anew("landscape", scene, {620, 660});
        const QPoint middle = anew.at(1.2, 0.3);
        QCOMPARE(grown.pixelColor(middle), anew.image.pixelColor(middle));
        QVERIFY(anew.count(middle, 2, anew.theme.landscape[2]) < 20);
    }

    void starAndStartStandAtTheirPoints()
    {
        const Scene scene = twoSamples(1.5, 0.4);
        const Drawn drawn("landscape", scene, {620, 660});
        const QPoint star = drawn.at(0.8755, 1.0722);
        // The lower left tip, far from both valleys.
        QVERIFY(drawn.count(star + QPoint(-11, 15), 3, drawn.theme.theory) > 5);
        const QPoint start = drawn.at(1.5, 0.3);
        QVERIFY(drawn.count(start, 3, drawn.theme.casing) > 30);
        QVERIFY(drawn.count(start + QPoint(-7, 0), 2, drawn.theme.theory) > 3);
        // The label is beside it.
        QVERIFY(drawn.count(start, 60, drawn.theme.text) > drawn.count(start, 12, drawn.theme.text) + 60);
    }

    void everyDirectionHasItsOwnLimit()
    {
        Scene scene = twoSamples(1.5, 0.4);
        scene.problem.rank = 2;
        scene.problem.spectrum = {1, 0.5};
        scene.runs[1].prediction.limitPoints = {{0.8755, 1.0722}, {0.6, 0.7}};
        LandscapeModel model;
        takeScene(model, scene);
        model.direction = 1;
        QCOMPARE(model.runs()[1].limit->x, 0.6);
        QCOMPARE(model.runs()[1].limit->y, 0.7);
    }

    void theBowlIsTheProfileAndTheBallLiesInIt()
    {
        const Scene scene = twoSamples(1.5, 0.8);
        const Drawn drawn("valley", scene);
        const Landscape landscape{1, 0.075, 0.05};
        int onCurve = 0;
        for (int i = 0; i < 40; ++i) {
            const double at = -2 + 0.05 * i;
            onCurve += drawn.count(drawn.at(at, valleyProfile(landscape, at)), 1, drawn.theme.runs[1]) > 0;
        }
        QVERIFY(onCurve >= 36); // of 40
        const double theta = scene.runs[1].current.theta[0];
        QVERIFY(drawn.count(drawn.at(theta, valleyProfile(landscape, theta)), 4, drawn.theme.runs[1]) > 40);
        QVERIFY(drawn.count(drawn.at(theta, 0), 4, drawn.theme.runs[0]) > 40);
        const double start = scene.runs[1].history.samples[0].theta[0];
        QVERIFY(drawn.view->plot()->xAxis->range().contains(start));
        QVERIFY(drawn.view->plot()->yAxis->range().contains(valleyProfile(landscape, start)));
    }
};

QTEST_MAIN(TestDrawn)
#include "test_drawn.moc"
