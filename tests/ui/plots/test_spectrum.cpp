// That bars, ticks and markers of the spectrum stand at core's numbers, and tell them.

#include "core/model/config.h"
#include "core/theory/smoothing.h"
#include "tests/support/scenes.h"
#include "tests/ui/plots/drawn.h"
#include "ui/plots/drawing.h"
#include "ui/plots/number_text.h"
#include "ui/plots/spectrum.h"
#include "ui/plots/spectrum_pixels.h"

#include <QTest>
#include <QToolButton>

#include <cmath>
#include <limits>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

Experiment experimentOf(const std::vector<double>& spectrum, int rank)
{
    Experiment experiment = defaultExperiment();
    experiment.problem.rank = rank;
    experiment.problem.spectrum = spectrum;
    return experiment;
}

/// Where a value of a run stands in the plot.
QPoint placeOf(const Drawn& drawn, const Scene& scene, std::size_t k, std::size_t run, double value)
{
    SpectrumModel model;
    takeScene(model, scene);
    SpectrumPixels pixels(*drawn.view->plot(), model);
    pixels.setTheme(drawn.theme);
    return pixels.place(k, run, value)->at.toPoint();
}

QRect barOf(const Drawn& drawn, const Scene& scene, std::size_t k)
{
    SpectrumModel model;
    takeScene(model, scene);
    SpectrumPixels pixels(*drawn.view->plot(), model);
    pixels.setTheme(drawn.theme);
    return pixels.bar(k).toRect();
}

} // namespace

class TestSpectrum : public QObject {
    Q_OBJECT
private slots:
    void markersStandAtTheSingularValuesSideBySide()
    {
        const Scene scene = sceneAfter(experimentOf({1, 0.6, 0.2}, 2), 3000);
        const Drawn drawn("spectrum", scene);
        for (const std::size_t run : {0U, 1U}) {
            for (const std::size_t k : {1U, 2U}) {
                const double value = scene.runs[run].current.singularValues[k - 1];
                const QPoint at = placeOf(drawn, scene, k, run, value);
                QCOMPARE(at.y(), drawn.at(0, value).y());
                QVERIFY(drawn.count(at, 4, drawn.theme.runs[run]) > 25);
            }
        }
        QVERIFY(placeOf(drawn, scene, 1, 0, 1).x() < placeOf(drawn, scene, 1, 1, 1).x());
    }

    void barsReachUpToTheSingularValuesOfM()
    {
        const Scene scene = sceneAfter(experimentOf({1, 0.6, 0.2}, 2), 10);
        const Drawn drawn("spectrum", scene);
        const QColor fill = faded(drawn.theme.textMuted, drawn.theme.card, 0.8);
        for (const std::size_t k : {1U, 2U, 3U}) {
            const QRect bar = barOf(drawn, scene, k);
            QVERIFY(std::abs(bar.top() - drawn.at(0, scene.problem.spectrum[k - 1]).y()) <= 1);
            const QPoint low(bar.left() + 3, bar.bottom() - 4);
            QCOMPARE(drawn.image.pixelColor(low), k <= 2 ? fill : drawn.theme.card); // beyond r it is hollow
        }
    }

    void ticksStandAtTheSoftThreshold()
    {
        const Scene scene = sceneAfter(experimentOf({1, 0.6}, 2), 0);
        const Drawn drawn("spectrum", scene);
        const Prediction& prediction = scene.runs[1].prediction;
        for (const std::size_t k : {1U, 2U}) {
            const double predicted = (*prediction.singularValues)[k - 1];
            QVERIFY(std::abs(predicted - softThresholded(scene.problem.spectrum[k - 1], *prediction.tau)) <
                    3e-3);
            const QPoint at = placeOf(drawn, scene, k, 1, predicted);
            QVERIFY(drawn.count(at, 12, drawn.theme.theory) > 8);
            QVERIFY(drawn.count(placeOf(drawn, scene, k, 0, predicted), 12, drawn.theme.theory) <
                    3); // GD has none
        }
    }

    void whatRankLeavesOutIsShown()
    {
        std::vector<double> spectrum(40, 0);
        for (std::size_t k = 0; k < spectrum.size(); ++k)
            spectrum[k] = std::pow(0.8, static_cast<double>(k));
        Experiment experiment = experimentOf(spectrum, 3);
        experiment.problem.d1 = experiment.problem.d2 = 50;
        const Scene scene = sceneAfter(experiment, 1);
        const Drawn drawn("spectrum", scene);
        QCOMPARE(drawn.view->plot()->xAxis->range().upper, 20.5); // the rest is a pan away
        const int x = drawn.at(3.5, 0).x();
        const int y = drawn.view->plot()->axisRect()->center().y();
        QVERIFY(drawn.count({x, y}, 1, drawn.theme.axis) > 2);
        QVERIFY(drawn.tipAt({drawn.at(5, 0).x(), y}).contains("left out"));
        drawn.view->plot()->xAxis->setRange(30.5, 40.5);
        QVERIFY(barOf(drawn, scene, 40).width() > 10);
    }

    void theAxisBeginsAtZeroOrIsLogarithmic()
    {
        Drawn drawn("spectrum", sceneAfter(experimentOf({1, 1e-3}, 2), 100));
        QCPAxis* axis = drawn.view->plot()->yAxis;
        QCOMPARE(axis->range().lower, 0.0);
        QVERIFY(axis->range().upper > 1 && axis->range().upper < 2);
        auto* chip = drawn.view->findChild<QToolButton*>(QStringLiteral("logY"));
        QVERIFY(chip && chip->isCheckable());
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(axis->scaleType(), QCPAxis::stLogarithmic);
        QVERIFY(axis->range().lower < 1e-3 && axis->range().lower > 1e-5);
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(axis->scaleType(), QCPAxis::stLinear);
        QCOMPARE(axis->range().lower, 0.0);
    }

    void valuesBeyondTheAxisStandAtItsEnds()
    {
        Scene scene = emptyRuns();
        for (std::size_t run : {0U, 1U})
            addSample(scene, run, 0, 1, 0.5);
        scene.runs[0].current.singularValues = {1e30};
        scene.runs[1].current.singularValues = {0};
        Drawn drawn("spectrum", scene);
        static_cast<Spectrum&>(*drawn.view).setLogY(true);
        drawn.paint();
        SpectrumModel model;
        takeScene(model, scene);
        SpectrumPixels pixels(*drawn.view->plot(), model);
        pixels.setTheme(drawn.theme);
        QVERIFY(pixels.place(1, 0, 1e30)->beyond == BeyondAxis::Above);
        QVERIFY(pixels.place(1, 1, 0)->beyond == BeyondAxis::Below);
        QVERIFY(pixels.place(1, 1, 0.5)->beyond == BeyondAxis::No);
        QVERIFY(!pixels.place(1, 1, std::numeric_limits<double>::quiet_NaN()));
        for (const std::size_t run : {0U, 1U}) {
            const QPoint end = pixels.place(1, run, run == 0 ? 1e30 : 0)->at.toPoint();
            QVERIFY(drawn.count(end, 8, drawn.theme.runs[run]) > 20);
        }
    }

    void aBlowUpDoesNotFlattenTheRest()
    {
        Scene scene = emptyRuns();
        for (std::size_t run : {0U, 1U})
            addSample(scene, run, 0, 1, 0.5);
        scene.runs[0].current.singularValues = {1e30};
        const Drawn drawn("spectrum", scene);
        QVERIFY(drawn.view->plot()->yAxis->range().upper < 2);
    }

    void theAxisOnlyGrows()
    {
        Scene scene = emptyRuns();
        for (std::size_t run : {0U, 1U})
            addSample(scene, run, 0, 1, 0.5);
        scene.runs[0].current.singularValues = {1.9};
        const Drawn drawn("spectrum", scene);
        const double upper = drawn.view->plot()->yAxis->range().upper;
        scene.runs[0].current.singularValues = {0.9};
        drawn.view->refresh(scene);
        QCOMPARE(drawn.view->plot()->yAxis->range().upper, upper);
        ++scene.recording;
        drawn.view->refresh(scene);
        QVERIFY(drawn.view->plot()->yAxis->range().upper < upper);
    }

    void tooltipsAndSentenceTellTheNumbers()
    {
        const Scene scene = sceneAfter(experimentOf({1, 0.6, 0.2}, 2), 3000);
        const Drawn drawn("spectrum", scene, {620, 400});
        const QString tip = drawn.tipAt({drawn.at(2, 0).x(), drawn.view->plot()->axisRect()->center().y()});
        QVERIFY2(tip.startsWith("s₂ = 0.600 of M"), qPrintable(tip));
        const QString measured = shortNumber(scene.runs[1].current.singularValues[1]);
        QVERIFY2(tip.contains("Perturbed GD: σ₂(XYᵀ) = " + measured), qPrintable(tip));
        const QString predicted = shortNumber((*scene.runs[1].prediction.singularValues)[1]);
        QVERIFY2(tip.contains("predicted") && tip.contains(predicted), qPrintable(tip));
        QVERIFY(drawn.tipAt({3, 3}).contains("(sₖ − τ)₊")); // beside the axes
        const QString sentence = drawn.view->sentence(scene);
        QVERIFY2(sentence.contains("Perturbed GD, iteration 3,000: singular values "), qPrintable(sentence));
        QVERIFY2(sentence.contains(measured + ", predicted "), qPrintable(sentence));
        QVERIFY2(sentence.contains(predicted), qPrintable(sentence));
    }
};

QTEST_MAIN(TestSpectrum)
#include "test_spectrum.moc"
