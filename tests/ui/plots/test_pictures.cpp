// What holds for every picture: any scene can be shown, in any theme, and is told in words.

#include "core/model/config.h"
#include "tests/support/scenes.h"
#include "ui/plots/chip_choice.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_view.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <qcustomplot.h>

#include <cmath>
#include <limits>
#include <memory>
#include <utility>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

std::unique_ptr<PlotView> shown(const QString& id, const Scene& scene,
                                const Theme& theme = makeTheme(ThemeKind::Light))
{
    std::unique_ptr<PlotView> picture(makePicture(id, nullptr));
    picture->resize(480, 300);
    picture->setTheme(theme);
    picture->show();
    picture->refresh(scene);
    QApplication::processEvents();
    return picture;
}

QImage imageOf(PlotView& picture)
{
    picture.plot()->replot();
    return picture.grab().toImage();
}

/// Without the controls, one of which may have the focus.
QImage plotOf(PlotView& picture)
{
    picture.plot()->replot();
    return picture.plot()->grab().toImage();
}

Scene brokenScene()
{
    Scene scene = emptyRuns();
    addSample(scene, 0, 0, 1.5, 0.2);
    addSample(scene, 1, 0, 1.5, 0.2);
    Sample broken = scene.runs[0].current;
    broken.iteration = 1;
    broken.loss = broken.imbalance = broken.lambdaMax = broken.ratio = notANumber;
    broken.xNorm2 = broken.yNorm2 = broken.gap = broken.trace = notANumber;
    broken.theta = {notANumber};
    broken.plane = {{notANumber, notANumber}};
    broken.xNorm2 = broken.yNorm2 = notANumber;
    broken.singularValues = {notANumber};
    scene.runs[0].history.samples.push_back(broken);
    scene.runs[0].history.loss.push_back({1, notANumber, notANumber, notANumber});
    scene.runs[0].current = broken;
    return scene;
}

Scene divergedScene()
{
    Scene scene = emptyRuns();
    for (std::size_t run : {0U, 1U}) {
        for (int t = 0; t < 30; ++t)
            addSample(scene, run, t, 1.5 + std::pow(10, 5 * t), 0.2 + t);
        Sample& last = scene.runs[run].current;
        last.loss = last.imbalance = last.lambdaMax = last.trace = last.xNorm2 = 1e300;
        last.plane = {{1e300, -1e300}};
        last.xNorm2 = last.yNorm2 = 1e300;
        last.singularValues = {1e300};
        scene.runs[run].status = RunStatus::Diverged;
    }
    return scene;
}

Scene longScene()
{
    Scene scene = emptyRuns();
    for (std::size_t run : {0U, 1U}) {
        for (int t = 0; t < 40000; ++t)
            addSample(scene, run, t, 0.9 + 0.01 * std::sin(12.9898 * t), 1.1 + 0.01 * std::cos(78.233 * t));
    }
    return scene;
}

Scene negativeScene()
{
    Scene scene = emptyRuns();
    for (int t = 0; t < 50; ++t) {
        addSample(scene, 0, t, 1.5 - 0.05 * t, -0.8 + 0.01 * t);
        addSample(scene, 1, t, -1.5, 0.4 - 0.02 * t);
    }
    return scene;
}

} // namespace

class TestPictures : public QObject {
    Q_OBJECT
private slots:
    void thereAreThese()
    {
        QCOMPARE(pictureIds(),
                 QStringList({"landscape", "loss", "imbalance", "valley", "flatness", "spectrum",
                              "norm_plane", "log_ratio", "ensemble", "matrices", "pca"}));
        for (const QString& id : pictureIds()) {
            QVERIFY(!pictureTitle(id).isEmpty());
            const std::unique_ptr<PlotView> picture(makePicture(id, nullptr));
            QCOMPARE(picture->title(), pictureTitle(id));
            QCOMPARE(picture->objectName(), "picture_" + id);
        }
        QVERIFY(!makePicture(QStringLiteral("nonsense"), nullptr));
        QVERIFY(pictureTitle(QStringLiteral("nonsense")).isEmpty());
    }

    void anySceneCanBeShown_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("scene");
        const char* const names[] = {"empty",    "noSamples", "oneSample", "NaN",
                                     "diverged", "long",      "negative"};
        for (const QString& id : pictureIds()) {
            for (int scene = 0; scene < 7; ++scene)
                QTest::addRow("%s %s", qPrintable(id), names[scene]) << id << scene;
        }
    }
    void anySceneCanBeShown()
    {
        QFETCH(QString, id);
        QFETCH(int, scene);
        Scene one = emptyRuns();
        addSample(one, 0, 0, 1.5, 0.2);
        addSample(one, 1, 0, 1.5, 0.2);
        const Scene scenes[] = {{},          emptyRuns(),    one, brokenScene(), divergedScene(),
                                longScene(), negativeScene()};
        const auto picture = shown(id, scenes[scene]);
        const auto check = [&] {
            picture->refresh(scenes[scene]);
            QApplication::processEvents();
            const QCPRange x = picture->plot()->xAxis->range();
            const QCPRange y = picture->plot()->yAxis->range();
            QVERIFY(std::isfinite(x.lower) && std::isfinite(x.upper) && x.size() > 0 && x.size() < 1e6);
            QVERIFY(std::isfinite(y.lower) && std::isfinite(y.upper) && y.size() > 0 && y.size() < 1e6);
            QVERIFY(!imageOf(*picture).isNull());
            QVERIFY(!picture->accessibleDescription().isEmpty());
            QVERIFY(!picture->formula().isEmpty());
        };
        check();
        for (const auto* chip : picture->findChildren<ChipChoice*>()) {
            for (QAction* variant : chip->menu()->actions()) {
                variant->trigger();
                check();
            }
        }
    }

    void anEmptyPictureSaysWhatToDo()
    {
        for (const QString& id : pictureIds()) {
            const auto picture = shown(id, {});
            QVERIFY(picture->accessibleDescription().contains(QStringLiteral("Play")));
            const QImage empty = imageOf(*picture);
            // The words are in the middle: not all of it has the ground's colour.
            const QRect middle(empty.width() / 4, empty.height() / 3, empty.width() / 2, empty.height() / 3);
            int inked = 0;
            for (int y = middle.top(); y < middle.bottom(); ++y) {
                for (int x = middle.left(); x < middle.right(); ++x)
                    inked += qGray(empty.pixel(x, y)) < 160 ? 1 : 0;
            }
            QVERIFY(inked > 50);
        }
    }

    void picturesSpeak()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 1500);
        for (const QString& id : pictureIds()) {
            const auto picture = shown(id, scene);
            QCOMPARE(picture->accessibleName(), picture->title());
            const QString sentence = picture->accessibleDescription();
            QVERIFY(sentence.contains(QStringLiteral("Perturbed GD, iteration 1,500")));
            QCOMPARE(sentence, picture->sentence(scene));
        }
        QVERIFY(
            shown(QStringLiteral("landscape"), scene)->accessibleDescription().contains("predicted 0.66"));
        QVERIFY(shown(QStringLiteral("loss"), scene)->accessibleDescription().contains("predicted 2.5"));
    }

    void controlsHaveNamesAndTooltips()
    {
        for (const QString& id : pictureIds()) {
            const auto picture = shown(id, emptyRuns());
            for (const QAbstractButton* button : picture->findChildren<QAbstractButton*>()) {
                QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(id + ": " + button->objectName()));
                QVERIFY2(!button->toolTip().isEmpty(), qPrintable(id + ": " + button->objectName()));
            }
        }
    }

    void besideTheAxesTheFormulaIsTold()
    {
        const auto picture = shown(QStringLiteral("imbalance"), emptyRuns());
        QHelpEvent event(QEvent::ToolTip, {3, 60}, picture->plot()->mapToGlobal(QPoint(3, 60)));
        QApplication::sendEvent(picture->plot(), &event);
        QCOMPARE(QToolTip::text(), picture->formula());
        QToolTip::hideText();
    }

    void choicesComeBack()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 300);
        for (const QString& id : pictureIds()) {
            const auto picture = shown(id, scene);
            const QJsonObject standard = picture->choices();
            const QImage standardImage = plotOf(*picture);
            QSignalSpy changed(picture.get(), &PlotView::choicesChanged);
            for (QAbstractButton* button : picture->findChildren<QAbstractButton*>()) {
                if (button->isCheckable() &&
                    button->objectName() != QLatin1String("eightStarts")) // no choice
                    button->click();
            }
            for (auto* chip : picture->findChildren<ChipChoice*>())
                chip->menu()->actions().constLast()->trigger();
            picture->refresh(scene);
            const QJsonObject chosen = picture->choices();
            QCOMPARE(chosen != standard, changed.size() > 0);
            const QImage chosenImage = plotOf(*picture);

            const auto other = shown(id, {});
            other->setChoices(chosen);
            QCOMPARE(other->choices(), chosen);
            other->refresh(scene);
            QVERIFY2(plotOf(*other) == chosenImage, qPrintable(id));
            other->setChoices({{QStringLiteral("log_t"), QStringLiteral("?")},
                               {QStringLiteral("shows"), QStringLiteral("nonsense")},
                               {QStringLiteral("?"), 7}});
            other->refresh(scene);
            QCOMPARE(other->choices(), standard);
            QVERIFY2(plotOf(*other) == standardImage, qPrintable(id));
        }
    }

    void zoomStaysUntilAuto_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : pictureIds()) {
            if (id != QLatin1String("ensemble") && id != QLatin1String("matrices")) // no axes of their own
                QTest::newRow(qPrintable(id)) << id;
        }
    }
    void zoomStaysUntilAuto()
    {
        QFETCH(QString, id);
        const Scene scene = sceneAfter(defaultExperiment(), 20);
        const auto picture = shown(id, scene);
        QCustomPlot* plot = picture->plot();
        const auto ranges = [plot] { return std::pair(plot->xAxis->range(), plot->yAxis->range()); };
        plot->replot();
        const auto before = ranges();
        const QPointF at = plot->axisRect()->center();
        QWheelEvent event(at, plot->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot, &event);
        const auto zoomed = ranges();
        QVERIFY(zoomed.first.size() < before.first.size());
        picture->refresh(scene);
        plot->replot();
        QCOMPARE(ranges(), zoomed);
        auto* chip = picture->findChild<QToolButton*>(QStringLiteral("autoRange"));
        QVERIFY(!chip->isHidden());
        QTest::mouseClick(chip, Qt::LeftButton);
        plot->replot();
        QCOMPARE(ranges(), before);
        QVERIFY(chip->isHidden());
    }

    void aChipChooses()
    {
        ChipChoice chip(QStringLiteral("Shown"), QStringLiteral("shown"),
                        {{"one", "first", "a", "a²"}, {"two", "second", "b", "b²"}});
        QSignalSpy chosen(&chip, &ChipChoice::chosen);
        QCOMPARE(chip.current().id, QString("one"));
        QCOMPARE(chip.accessibleName(), QString("Shown: first"));
        chip.menu()->actions().at(1)->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.last().first().toString(), QString("two"));
        QCOMPARE(chip.accessibleName(), QString("Shown: second"));
        QVERIFY(chip.toolTip().contains(QStringLiteral("b²")) && chip.text().startsWith("second"));
        QVERIFY(chip.menu()->actions().at(1)->isChecked() && !chip.menu()->actions().at(0)->isChecked());
        chip.setCurrent(QStringLiteral("nonsense"));
        QCOMPARE(chip.current().id, QString("one"));
        chip.setCurrent(QStringLiteral("one"));
        QCOMPARE(chosen.size(), 2);
    }

    void themesReachThePicture()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 300);
        for (const QString& id : pictureIds()) {
            const auto picture = shown(id, scene);
            const QImage light = imageOf(*picture);
            const Theme dark = makeTheme(ThemeKind::Dark);
            picture->setTheme(dark);
            const QImage inDark = imageOf(*picture);
            QVERIFY(light != inDark);
            QCOMPARE(inDark.pixelColor(inDark.width() - 2, inDark.height() - 2), dark.card);
            picture->setTheme(makeTheme(ThemeKind::Light));
            QCOMPARE(imageOf(*picture), light);
        }
    }

    void timeAxesAreAligned()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 300);
        const auto loss = shown(QStringLiteral("loss"), scene);
        for (const char* id : {"imbalance", "flatness", "valley", "spectrum", "norm_plane", "log_ratio"}) {
            const auto other = shown(QString::fromLatin1(id), scene);
            QCOMPARE(other->plot()->axisRect()->left(), loss->plot()->axisRect()->left());
            QCOMPARE(other->plot()->axisRect()->right(), loss->plot()->axisRect()->right());
        }
    }

    void theFrameMayTakeTheControls()
    {
        const auto picture = shown(QStringLiteral("loss"), emptyRuns());
        QWidget frame;
        QVBoxLayout layout(&frame);
        const int height = picture->plot()->height();
        layout.addWidget(picture->controls());
        QApplication::processEvents();
        QVERIFY(picture->plot()->height() > height);
    }
};

QTEST_MAIN(TestPictures)
#include "test_pictures.moc"
