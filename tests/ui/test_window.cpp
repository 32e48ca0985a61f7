#include "tests/ui/window_fixture.h"

#include "core/measure/heat_map.h"
#include "core/run/run.h"
#include "core/theory/limit.h"
#include "ui/left_threads.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/run_bar.h"
#include "ui/panels/run_panel.h"
#include "ui/picture_frame.h"
#include "ui/plots/landscape_view.h"
#include "ui/widgets/marked_slider.h"
#include "ui/widgets/number_edit.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace hyperdrift;
using namespace hyperdrift::ui;

class TestWindow : public QObject {
    Q_OBJECT
private slots:
    void picturesGetWhatTheyWishForWhileTheyAreSeen()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        const Scene& scene = f.controller().scene();
        f.controller().runTo(50);
        QTRY_COMPARE(f.iteration(), 50);
        QVERIFY(!scene.runs[1].matrices);
        f.show("picture2", "matrices");
        QTRY_VERIFY(scene.runs[1].matrices && scene.runs[1].matrices->iteration == 50);
        QVERIFY(!scene.runs[0].matrices); // nobody looks at them
        f.controller().step();
        QTRY_VERIFY(scene.runs[1].matrices->iteration == 51);
        f.controller().seek(7);
        QTRY_VERIFY(scene.runs[1].matrices->iteration == 7);
        f.press(Qt::Key_1); // the hero alone: it is not seen
        f.controller().step();
        QTRY_COMPARE(f.iteration(), 8);
        QCOMPARE(scene.runs[1].matrices->iteration, 7);
        f.press(Qt::Key_1);
        QTRY_VERIFY(scene.runs[1].matrices->iteration == 8);
        f.controller().reset();
        QTRY_VERIFY(f.iteration() == 0 && scene.runs[1].matrices && scene.runs[1].matrices->iteration == 0);
    }

    void spacePlaysAndPauses()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Space);
        QVERIFY(f.controller().isPlaying());
        QTRY_VERIFY(f.iteration() > 0);
        QCOMPARE(f.find<QPushButton>("play")->text(), QString("Pause"));
        f.press(Qt::Key_Space);
        QVERIFY(!f.controller().isPlaying());
    }

    void arrowStepsOnce()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 1);
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 2);
        QVERIFY(f.window.windowTitle().contains("t = 2 "));
    }

    void buttonsDoWhatTheySay()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.click("step");
        QTRY_COMPARE(f.iteration(), 1);
        f.click("play");
        QTRY_VERIFY(f.iteration() > 1);
        f.click("play");
        QVERIFY(!f.controller().isPlaying());
        f.click("reset");
        QTRY_COMPARE(f.iteration(), 0);
        QSignalSpy started(&f.controller(), &RunController::recordingStarted);
        f.click("newSeed");
        QTRY_COMPARE(started.size(), 1);
        const std::uint64_t seed = f.controller().document().runs[1].seed;
        QVERIFY(seed != 3);
        QCOMPARE(f.find<QLineEdit>("seed")->text(), QString::number(seed));
    }

    void lettersResetAndReseed()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 1);
        f.press(Qt::Key_R);
        QTRY_COMPARE(f.iteration(), 0);
        QCOMPARE(f.controller().seed(), 3U);
        QSignalSpy started(&f.controller(), &RunController::recordingStarted);
        f.press(Qt::Key_R, Qt::ShiftModifier);
        QTRY_COMPARE(started.size(), 1);
        QVERIFY(f.controller().document().runs[1].seed != 3); // drawn from a million
    }

    void eightShowsTheEightStarts()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        const auto* chip = f.find<QToolButton>("eightStarts");
        auto* view = f.find<LandscapeView>("picture_landscape");
        QSignalSpy shown(view, &LandscapeView::eightStartsShown);
        f.press(Qt::Key_8);
        QVERIFY(chip->isChecked());
        QTRY_COMPARE(shown.size(), 1);
        f.controller().changeParameter(1, {"noise.sigma1", 0.1}); // while it is paused
        QTRY_VERIFY(shown.size() >= 2);
        const QRegularExpression there(R"(ends at \(1\.2, 0\.7\d\) from all eight)"); // (1.197, 0.733)
        QTRY_VERIFY(view->accessibleDescription().contains(there));
        f.press(Qt::Key_8);
        QVERIFY(!chip->isChecked());
        f.press(Qt::Key_8);
        f.press(Qt::Key_R);
        QTRY_VERIFY(!chip->isChecked());
    }

    void eightSaysWhereTheyWouldBeShown()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.find<PictureFrame>("picture1")->setPicture("flatness");
        f.press(Qt::Key_8);
        QVERIFY(f.message().contains("landscape"));
    }

    void typedSeedStartsAgain()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        auto* box = f.find<QLineEdit>("seed");
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, "42");
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(f.controller().document().runs[1].seed, 42U);
    }

    void aSeedLeftInItsBoxCountsFromTheNextResetOn()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        auto* box = f.find<QLineEdit>("seed");
        const auto type = [box](const QString& text) {
            box->setFocus();
            box->selectAll();
            QTest::keyClicks(box, text);
        };
        type("42");
        f.click("reset");
        QTRY_COMPARE(f.controller().document().runs[1].seed, 42U);
        QVERIFY(!f.find("waitingBar")->isVisible());
        type("43");
        QTest::keyClick(box, Qt::Key_Tab);
        QVERIFY(f.find("waitingBar")->isVisible());
        QCOMPARE(box->text(), QString("43"));
        QCOMPARE(f.controller().document().runs[1].seed, 42U);
        type("-1");
        QTest::keyClick(box, Qt::Key_Tab);
        QCOMPARE(box->text(), QString("43"));
        QSignalSpy started(&f.controller(), &RunController::recordingStarted);
        QSignalSpy edited(&f.controller(), &RunController::edited);
        type("44");
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(f.controller().document().runs[1].seed, 44U);
        QCOMPARE(edited.size(), 1); // confirmed, and not left as well
    }

    void plusAndMinusChangeTheSpeed()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Plus);
        QCOMPARE(std::get<ConstantPace>(f.controller().pace()).perSecond, 50.0);
        f.press(Qt::Key_Minus);
        QCOMPARE(std::get<ConstantPace>(f.controller().pace()).perSecond, 25.0);
        f.find<MarkedSlider>("speed")->setValue(200);
        QVERIFY(std::holds_alternative<UnlimitedPace>(f.controller().pace()));
        f.click("autoPace");
        QVERIFY(std::holds_alternative<AutoPace>(f.controller().pace()));
    }

    void keysStayInATextField()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        auto* name = f.find<QLineEdit>("name", f.find("run0"));
        name->setFocus();
        QTest::keyClicks(name, " r1+");
        QVERIFY(!f.controller().isPlaying());
        QVERIFY(std::holds_alternative<AutoPace>(f.controller().pace()));
        QVERIFY(f.find("picture2")->isVisible());
        QVERIFY(name->text().contains(" r1+"));
    }

    void aSliderKeepsItsArrows()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        auto* slider = f.find("sigma1", f.find("run1"))->findChild<MarkedSlider*>();
        slider->setFocus();
        const int before = slider->value();
        f.press(Qt::Key_Right);
        QVERIFY(slider->value() > before);
        QCOMPARE(f.iteration(), 0);
        f.press(Qt::Key_Space); // of no use to a slider
        QVERIFY(f.controller().isPlaying());
    }

    void aListLeavesDigitsAndSignsToTheWindow()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        auto* method = f.find<QComboBox>("method", f.find("run1"));
        method->setFocus();
        f.press(Qt::Key_Plus);
        QVERIFY(std::holds_alternative<ConstantPace>(f.controller().pace()));
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 1);
        f.press(Qt::Key_R); // a letter finds an entry
        QCOMPARE(method->currentIndex(), 2);
        QCOMPARE(f.iteration(), 1);
        f.press(Qt::Key_3);
        QVERIFY(!f.find("picture2")->isVisible());
    }

    void aHeldKeyRepeatsOnlyWhereThatIsOfUse()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        const auto hold = [&f](Qt::Key key) {
            for (int i = 0; i < 6; ++i) {
                QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, QString(), i > 0);
                QApplication::sendEvent(&f.window, &event);
            }
        };
        hold(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 6);
        QSignalSpy started(&f.controller(), &RunController::recordingStarted);
        hold(Qt::Key_R);
        QTRY_VERIFY(f.iteration() == 0 && f.isReady());
        QCOMPARE(started.size(), 1);
        hold(Qt::Key_Space);
        QVERIFY(f.controller().isPlaying());
    }

    void anArrowStepsWhenAButtonHasTheFocus()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.find("reset")->setFocus();
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 1);
    }

    void digitsMaximiseAndRestore()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_3);
        QVERIFY(f.find("picture3")->isVisible());
        for (const char* other : {"picture1", "picture2", "picture4"})
            QVERIFY(!f.find(other)->isVisible());
        f.press(Qt::Key_3);
        for (const char* each : {"picture1", "picture2", "picture3", "picture4"})
            QVERIFY(f.find(each)->isVisible());
    }

    void f11FillsTheScreen()
    {
        WindowFixture f;
        f.press(Qt::Key_F11);
        QVERIFY(f.window.isFullScreen());
        f.press(Qt::Key_F11);
        QVERIFY(!f.window.isFullScreen());
    }

    void f5LeavesRunBarAndPicturesAlone()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        const std::array<QWidget*, 2> hidden = {f.window.findChild<ExperimentPanel*>(), f.find("readout")};
        f.press(Qt::Key_F5);
        for (const QWidget* each : hidden)
            QVERIFY(!each->isVisible());
        QVERIFY(!f.window.menuBar()->isVisible());
        for (const char* each : {"play", "picture1", "picture2", "picture3", "picture4"})
            QVERIFY(f.find(each)->isVisible());
        f.press(Qt::Key_Space); // the keys go on working
        QVERIFY(f.controller().isPlaying());
        f.press(Qt::Key_Escape);
        for (const QWidget* each : hidden)
            QVERIFY(each->isVisible());
        QVERIFY(f.window.menuBar()->isVisible());
        QVERIFY(f.controller().isPlaying());
    }

    void escapeLeavesPresentationAndFullScreenTogether()
    {
        WindowFixture f;
        f.press(Qt::Key_F5);
        f.press(Qt::Key_F11);
        QVERIFY(!f.window.menuBar()->isVisible());
        f.press(Qt::Key_F5); // the full screen stays, and has no menu bar
        QVERIFY(f.window.isFullScreen() && !f.window.menuBar()->isVisible());
        f.press(Qt::Key_F5);
        f.press(Qt::Key_Escape);
        QVERIFY(!f.window.isFullScreen() && f.window.menuBar()->isVisible());
    }

    void aSliderHeldWhileItsRunGoesChangesNothing()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        QPointer<MarkedSlider> held = f.find("sigma1", f.find("run1"))->findChild<MarkedSlider*>();
        f.controller().removeRun(1);
        QVERIFY(held); // it goes with the next events
        held->setValue(held->value() + 5);
        QCOMPARE(f.controller().draft().runs.size(), 1U);
        QCOMPARE(f.controller().undoStack().count(), 1);
    }

    void sliderChangesTheRunLive()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(30);
        QTRY_COMPARE(f.iteration(), 30);
        f.find("sigma1", f.find("run1"))->findChild<MarkedSlider*>()->setValue(0);
        QTRY_COMPARE(f.controller().scene().runs[1].spec.noise.sigma1, 0.0);
        QCOMPARE(f.controller().document().edits.size(), 1U);
        QCOMPARE(f.controller().document().edits[0].at, 30);
        QVERIFY(f.window.windowTitle().contains("*"));
    }

    void enterAndEscapeLeaveATextField()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        auto* box = f.find("eta", f.find("run0"))->findChild<QLineEdit*>("box");
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, "0.05");
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(!box->hasFocus());
        f.press(Qt::Key_Space); // it is the window's again
        QVERIFY(f.controller().isPlaying());
        f.press(Qt::Key_Space);
        box->setFocus();
        QTest::keyClicks(box, "7");
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!box->hasFocus());
        QCOMPARE(box->text(), QStringLiteral("0.05"));
        QCOMPARE(f.controller().scene().runs[0].spec.eta, 0.05);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, "x");
        QTest::keyClick(box, Qt::Key_Return);
        QTest::qWait(20);
        QVERIFY(box->hasFocus()); // it wants mending
    }

    void theUsualPicturesComeBack()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.show("picture1", "spectrum");
        f.show("picture3", "pca");
        QVERIFY(!f.window.findChild<LandscapeView*>());
        for (QAction* action : f.window.findChildren<QAction*>()) {
            if (action->text() == QLatin1String("Usual pictures"))
                action->trigger();
        }
        QVERIFY(f.find("picture1")->findChild<LandscapeView*>());
        QVERIFY(f.find("picture_imbalance", f.find("picture3")));
    }

    void typedEtaChangesTheRunLive()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(10);
        QTRY_COMPARE(f.iteration(), 10);
        auto* box = f.find("eta", f.find("run0"))->findChild<QLineEdit*>("box");
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, "0.05");
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(f.controller().scene().runs[0].spec.eta, 0.05);

        // Theory starts from where the runs stood when it was changed.
        const Experiment experiment = defaultExperiment();
        const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
        Run run(problem, makeStart(experiment.start, *problem), experiment.runs[0]);
        run.advance(10);
        const Prediction expected = predict(*problem, run.compressed(), GradientDescent{0.05});
        QCOMPARE(f.controller().scene().runs[0].prediction.imbalance.value(), expected.imbalance.value());
        QVERIFY(*expected.imbalance != *predict(*problem,
                                                compress(*problem, makeStart(experiment.start, *problem)),
                                                GradientDescent{0.05})
                                            .imbalance);
    }

    void rejectedTextGoesWithAReset()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        auto* box = f.find("eta", f.find("run0"))->findChild<QLineEdit*>("box");
        auto* rank = f.find("rank")->findChild<QLineEdit*>("box");
        for (QLineEdit* each : {box, rank}) {
            each->setFocus();
            each->selectAll();
            QTest::keyClicks(each, "-1");
            QTest::keyClick(each, Qt::Key_Return);
            QVERIFY(each->property("invalid").toBool());
        }
        QSignalSpy started(&f.controller(), &RunController::recordingStarted);
        f.click("reset");
        QTRY_COMPARE(started.size(), 1);
        QCOMPARE(box->text(), QString("0.02"));
        QCOMPARE(rank->text(), QString("1"));
        QVERIFY(!box->property("invalid").toBool() && !rank->property("invalid").toBool());
    }

    void timeConstantsPassedStayPassed()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(1000);
        QTRY_COMPARE(f.iteration(), 1000);
        const QString before = f.find<QLabel>("time")->accessibleName();
        QVERIFY2(before.contains("time constants"), qPrintable(before));
        f.controller().changeParameter(1, {"noise.sigma1", 0.2});
        QTRY_COMPARE(f.controller().scene().runs[1].spec.noise.sigma1, 0.2);
        QCOMPARE(f.find<QLabel>("time")->accessibleName(), before);
    }

    void methodSwitchKeepsTheNoise()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        auto* method = f.find<QComboBox>("method", f.find("run1"));
        method->setCurrentIndex(0);
        emit method->activated(0);
        QTRY_COMPARE(f.controller().scene().runs[1].spec.method, MethodKind::GradientDescent);
        QCOMPARE(f.controller().scene().runs[1].spec.noise.sigma1, 0.05);
        QVERIFY(!f.find("sigma1", f.find("run1"))->isVisible());
    }

    void problemWaitsForTheReset()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        auto* box = f.find("d2")->findChild<QLineEdit*>("box");
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, "40");
        QTest::keyClick(box, Qt::Key_Return);
        QVERIFY(f.find("waitingBar")->isVisible());
        QCOMPARE(f.controller().scene().problem.d2, 30);
        f.click("applyReset");
        QTRY_COMPARE(f.controller().scene().problem.d2, 40);
        QVERIFY(!f.find("waitingBar")->isVisible());
    }

    void runsAreAddedAndRemovedOnReset()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.click("addRun");
        QTRY_VERIFY(f.find("run2")->isVisible());
        QCOMPARE(f.controller().scene().runs.size(), 2U);
        f.press(Qt::Key_R);
        QTRY_COMPARE(f.controller().scene().runs.size(), 3U);
        QTest::mouseClick(f.find("remove", f.find("run0")), Qt::LeftButton);
        f.press(Qt::Key_R);
        QTRY_COMPARE(f.controller().scene().runs.size(), 2U);
    }

    void examplesLoadFromTheProgramItself_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("d1");
        QTest::addColumn<int>("d2");
        QTest::newRow("iris") << 1 << 150 << 4;
        QTest::newRow("photographer") << 2 << 96 << 128;
    }
    void examplesLoadFromTheProgramItself()
    {
        QFETCH(int, index);
        QFETCH(int, d1);
        QFETCH(int, d2);
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        emit f.find<QComboBox>("matrixSource")->activated(index);
        QTRY_VERIFY(f.find("waitingBar")->isVisible());
        f.press(Qt::Key_R);
        QTRY_COMPARE(f.controller().scene().problem.d1, d1);
        QCOMPARE(f.controller().scene().problem.d2, d2);
    }

    void divergencePausesAndTheOfferWorks()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().changeParameter(0, {"eta", 1.5});
        f.controller().setPace(UnlimitedPace{});
        f.press(Qt::Key_Space);
        QTRY_VERIFY(f.message().contains("diverged at iteration"));
        QVERIFY(!f.controller().isPlaying());
        f.click("messageAction");
        QTRY_COMPARE(f.iteration(), 0);
        QVERIFY(f.controller().scene().runs[0].spec.eta < 0.2);
        QVERIFY(f.message().isEmpty());
    }

    void themeSwitchesWhileRunning()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Space);
        for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Projector, ThemeKind::Light}) {
            f.window.setThemeKind(kind);
            const auto before = f.iteration();
            QTRY_VERIFY(f.iteration() > before);
            QCOMPARE(f.window.themeKind(), kind);
            QCOMPARE(f.window.grab().toImage().pixelColor(2, f.window.height() - 2), makeTheme(kind).window);
            for (const char* picture : {"picture1", "picture2", "picture3", "picture4"}) {
                const auto* view = f.find(picture)->findChild<PlotView*>();
                const QImage image = f.find(picture)->grab().toImage();
                const QPoint corner =
                    view->mapTo(f.find(picture), QPoint(view->width() - 2, view->height() - 2));
                QCOMPARE(image.pixelColor(corner), makeTheme(kind).card);
            }
        }
    }

    void themeAndSizeAreRemembered_data()
    {
        QTest::addColumn<ThemeKind>("kind");
        QTest::newRow("light") << ThemeKind::Light;
        QTest::newRow("dark") << ThemeKind::Dark;
        QTest::newRow("projector") << ThemeKind::Projector;
    }
    void themeAndSizeAreRemembered()
    {
        QFETCH(ThemeKind, kind);
        WindowFixture f;
        f.window.setThemeKind(kind);
        const QFont font = QApplication::font();
        f.window.resize(790, 700);
        const QSize size = f.window.size(); // on a projector what is needed at least
        QVERIFY(f.window.close());
        f.window.setThemeKind(kind == ThemeKind::Dark ? ThemeKind::Light : ThemeKind::Dark);
        MainWindow again(f.settings);
        QCOMPARE(again.themeKind(), kind);
        QCOMPARE(QApplication::font(), font); // that of the theme, from the start
        again.show();
        QTRY_COMPARE(again.size(), size);
    }

    void aSizeOfALargerScreenIsFitted()
    {
        WindowFixture f;
        f.window.resize(1300, 900); // the screen has 800 by 800
        QVERIFY(f.window.close());
        MainWindow again(f.settings);
        again.show();
        QTRY_VERIFY(again.isVisible());
        QVERIFY(again.screen()->availableGeometry().contains(again.geometry()));
    }

    void fileKeysWorkOnTheFullScreen()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_F11);
        QVERIFY(!f.window.menuBar()->isVisible());
        QTest::keyClick(&f.window, Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(!f.window.isVisible());
    }

    void theRateShownIsTheOneReached()
    {
        QCOMPARE(paceText(ConstantPace{1e6}, 0, std::nullopt), QString("1,000,000 / s"));
        QCOMPARE(paceText(ConstantPace{1e6}, 0, 990000.0), QString("1,000,000 / s"));
        QCOMPARE(paceText(ConstantPace{1e6}, 0, 12345.0), QString("≤ 12,000 / s"));
        QCOMPARE(paceText(AutoPace{}, 10000, 3900.0), QString("4,000 / s"));
        QCOMPARE(paceText(AutoPace{}, 10000, 399.0), QString("≤ 390 / s"));
        QCOMPARE(paceText(UnlimitedPace{}, 0, std::nullopt), QString("full speed"));
        QCOMPARE(paceText(UnlimitedPace{}, 0, 2345678.0), QString("2.3 M / s"));
        QCOMPARE(paceText(ConstantPace{100}, 0, 0.0), QString("100 / s"));

        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().setPace(UnlimitedPace{});
        auto* rate = f.find<QLabel>("rate");
        QCOMPARE(rate->text(), QString("full speed"));
        f.press(Qt::Key_Space);
        QTRY_VERIFY2(rate->text().endsWith(" / s"), qPrintable(rate->text()));
        f.press(Qt::Key_Space);
        QCOMPARE(rate->text(), QString("full speed"));
    }

    void keysMoveTheFirstRunAlongTheValley()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(500);
        QTRY_COMPARE(f.iteration(), 500);
        const double before = f.controller().scene().runs[0].current.ratio;
        f.press(Qt::Key_Comma);
        const auto ratio = [&f] { return f.controller().scene().runs[0].current.ratio; };
        QTRY_VERIFY(std::abs(ratio() / before - std::pow(1.05, -4)) < 1e-6);
        f.press(Qt::Key_Period);
        QTRY_VERIFY(std::abs(ratio() / before - 1) < 1e-6);
    }

    void ruleNamesTheNumbersOfGamma()
    {
        WindowFixture f;
        auto* rule = f.find<QLabel>("ruleLine");
        QTRY_COMPARE(
            rule->text(),
            QString("step from ∇F(X+ξ₁, Y+ξ₂);   γ² = d₁σ₁²/(d₂σ₂²) = 20·0.0025/(30·0.0025) = 0.667"));
        QVERIFY(rule->toolTip().endsWith("with this η it is 0.6693"));
        f.controller().changeParameter(1, {"noise.sigma1", 0.2});
        f.controller().changeParameter(1, {"noise.sigma2", 0.3});
        QTRY_VERIFY(rule->text().endsWith("too much noise: τ = √(ab) = 1.47 ≥ s₁, nothing of M is kept"));
    }

    void titleChoosesThePicture()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 1);
        auto* frame = f.find<PictureFrame>("picture2");
        QVERIFY(frame->picture() != "valley");
        const auto entries = f.find<QToolButton>("title", frame)->menu()->actions();
        const auto entry = std::find_if(entries.begin(), entries.end(), [](const QAction* action) {
            return action->data().toString() == "valley";
        });
        QVERIFY(entry != entries.end());
        (*entry)->trigger();
        QCOMPARE(frame->picture(), QString("valley"));
        auto* view = f.find<PlotView>(QString(), frame);
        QVERIFY2(view->accessibleDescription().contains("iteration 1"), // it shows the runs at once
                 qPrintable(view->accessibleDescription()));
    }

    void aPictureThatReturnsShowsWhatItShowed()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.find<QAbstractButton>("logX", f.find("picture2"))->click();
        f.find<QAbstractButton>("groundSmoothed", f.find("picture1"))->click();
        f.show("picture2", "valley");
        f.show("picture1", "flatness");
        QVERIFY(!f.find<QAbstractButton>("logX", f.find("picture1"))->isChecked());
        f.show("picture1", "loss");
        QVERIFY(f.find<QAbstractButton>("logX", f.find("picture1"))->isChecked());
        f.show("picture2", "landscape");
        QVERIFY(f.find<QAbstractButton>("groundSmoothed", f.find("picture2"))->isChecked());
    }

    void picturesAndChoicesAreRemembered()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.find<QAbstractButton>("logX", f.find("picture2"))->click();
        f.find<QAbstractButton>("groundSmoothed", f.find("picture1"))->click();
        f.show("picture2", "flatness");
        f.show("picture4", "landscape");
        f.controller().setPace(UnlimitedPace{});
        QVERIFY(f.window.close());

        MainWindow again(f.settings);
        again.show();
        QTRY_VERIFY(!again.controller().isLoading() && !again.controller().scene().runs.empty());
        const auto frame = [&again](const char* name) { return again.findChild<PictureFrame*>(name); };
        QCOMPARE(frame("picture2")->picture(), QString("flatness"));
        QCOMPARE(frame("picture4")->picture(), QString("landscape"));
        for (const char* name : {"picture1", "picture4"})
            QVERIFY(frame(name)->findChild<QAbstractButton*>("groundSmoothed")->isChecked());
        for (QAction* entry : frame("picture3")->findChild<QToolButton*>("title")->menu()->actions()) {
            if (entry->data().toString() == "loss")
                entry->trigger();
        }
        QVERIFY(frame("picture3")->findChild<QAbstractButton*>("logX")->isChecked());
        QVERIFY(std::holds_alternative<AutoPace>(again.controller().pace())); // that is the document's
    }

    void draggedStartDotStartsAgain()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        auto* view = f.window.findChild<LandscapeView*>();
        QVERIFY(view);
        emit view->startDragged(0, -1.5, 0.4);
        QTRY_COMPARE(std::get<AlignedStart>(f.controller().document().start.kind).product.front(), 0.4);
    }

    void aDraggedDotMovesItsRun()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 1);
        emit f.window.findChild<LandscapeView*>()->runDragged(1, 1.5);
        QTRY_COMPARE(f.controller().scene().edits.size(), 1U);
        QCOMPARE(f.controller().scene().edits[0].run, 1);
        QCOMPARE(std::get<Edit::Scale>(f.controller().scene().edits[0].change).c, 1.5);
    }

    void everyControlHasAName()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.click("addRun");
        const auto widgets = f.window.findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool isControl = button || qobject_cast<const QLineEdit*>(widget) ||
                                   qobject_cast<const QAbstractSlider*>(widget) ||
                                   qobject_cast<const QComboBox*>(widget) ||
                                   qobject_cast<const PlotView*>(widget);
            if (!isControl || qobject_cast<const QScrollBar*>(widget) ||
                widget->objectName().startsWith("qt_"))
                continue;
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(widget->objectName() + " " + widget->metaObject()->className()));
        }
    }

    void closesWhileRunningAtFullSpeed()
    {
        {
            WindowFixture f;
            QTRY_VERIFY(f.isReady());
            f.controller().setPace(UnlimitedPace{});
            f.press(Qt::Key_Space);
            QTRY_VERIFY(f.iteration() > 1000);
            QVERIFY(f.window.close());
            QVERIFY(!f.window.isVisible());
            QVERIFY(!f.controller().isPlaying());
        }
        QTRY_VERIFY(allThreadsEnded());
    }
};

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    TestWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_window.moc"
