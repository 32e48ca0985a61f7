#include "tests/ui/window_fixture.h"

#include "core/measure/sample_value.h"
#include "ui/ensemble_state.h"
#include "ui/lesson_desk.h"
#include "ui/panels/lesson_panel.h"
#include "ui/picture_set.h"
#include "ui/plots/guess_overlay.h"
#include "ui/plots/plot_view.h"
#include "ui/run_controller.h"
#include "ui/widgets/markdown_view.h"

#include <QDir>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTimer>

#include <cmath>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

using Phase = LessonGuide::Phase;
constexpr int longRun = 60000; ///< ms, of the longest step on a busy computer

struct LessonFixture : WindowFixture {
    const LessonGuide& guide() { return window.lessons().guide(); }
    bool isOpen() { return window.lessons().isOpen(); }
    bool isAt(std::size_t step, Phase phase)
    {
        return isOpen() && guide().index() == step && guide().phase() == phase && !controller().isLoading();
    }
    /// What is asked is revealed, what plays is done; with the key of a presenter.
    void goToEnd()
    {
        for (int presses = 0; presses < 4 && guide().phase() != Phase::Ended; ++presses) {
            QTRY_VERIFY_WITH_TIMEOUT(guide().phase() != Phase::Arriving, longRun);
            if (guide().phase() != Phase::Ended)
                press(Qt::Key_PageDown);
            if (guide().phase() == Phase::Playing)
                press(Qt::Key_PageDown);
            QTRY_VERIFY_WITH_TIMEOUT(guide().phase() == Phase::Ended || guide().isAsking(), longRun);
        }
        QTRY_VERIFY(!controller().isLoading() && iteration() == guide().endOf(guide().index()));
    }
    QString text(const QString& label) { return find<QLabel>(label)->text(); }
};

/// The sentence of a picture that is about the run.
QString sentenceAbout(const PlotView& view, const QString& run)
{
    QStringList about;
    for (const QString& sentence : view.accessibleDescription().split(QStringLiteral(". "))) {
        if (sentence.startsWith(run))
            about << sentence;
    }
    return about.join(QStringLiteral(". "));
}

/// What theory says of it at the end; NaN: nothing.
double targetOf(const LessonExpectation& expectation, const Prediction& prediction)
{
    if (expectation.target == LessonExpectation::Target::Number)
        return expectation.number;
    if (expectation.target == LessonExpectation::Target::Gamma2)
        return prediction.gamma2.value_or(NAN);
    const SampleValueName name = splitSampleValue(expectation.value);
    if (name.key == "singular_values" && prediction.singularValues)
        return prediction.singularValues->at(static_cast<std::size_t>(name.index));
    if (name.key == "ratio")
        return prediction.ratio.value_or(NAN);
    if (name.key == "imbalance")
        return prediction.imbalance.value_or(NAN);
    if (name.key == "lambda_max")
        return prediction.lambdaMax.value_or(NAN);
    return name.key == "trace" ? prediction.trace.value_or(NAN) : NAN;
}

} // namespace

class TestLessons : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QDir(ownLessonFolder()).removeRecursively(); }
    void cleanupTestCase() { QDir(ownLessonFolder()).removeRecursively(); }

    void everyLessonIsBuiltIn()
    {
        const QDir sources(QStringLiteral(LESSON_SOURCES));
        QStringList ids;
        for (const LessonEntry& entry : lessonsIn({})) {
            QVERIFY2(entry.lesson, qPrintable(entry.trouble));
            ids << entry.id;
        }
        QCOMPARE(ids, sources.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name));
    }

    void everyLessonGoesToItsEndWithOneKey_data()
    {
        QTest::addColumn<QString>("id");
        for (const LessonEntry& entry : lessonsIn({}))
            QTest::newRow(qPrintable(entry.id)) << entry.id;
    }

    /// And shows what it says.
    void everyLessonGoesToItsEndWithOneKey()
    {
        QFETCH(QString, id);
        LessonFixture f;
        f.window.openLesson(id);
        QTRY_VERIFY(f.isOpen());
        const std::size_t count = f.guide().lesson().steps.size();
        for (std::size_t i = 0; i < count; ++i) {
            QCOMPARE(f.guide().index(), i);
            QVERIFY(!f.text("lessonHeading").isEmpty());
            QCOMPARE(f.text("lessonNumber"), QString("step %1 of %2").arg(i + 1).arg(count));
            f.goToEnd();
            for (const LessonExpectation& expected : f.guide().step().expectations) {
                const RunTrace& run = f.controller().scene().runs.at(static_cast<std::size_t>(expected.run));
                const double target = targetOf(expected, run.prediction);
                if (std::isnan(target))
                    continue; // the lessons' own checker holds it
                const double measured = sampleValue(run.current, expected.value);
                const double bound = expected.within * (expected.relative ? std::abs(target) : 1);
                QVERIFY2(std::abs(measured - target) <= bound,
                         qPrintable(QString("step %1, %2: %3, not %4")
                                        .arg(i + 1)
                                        .arg(QString::fromStdString(expected.value))
                                        .arg(measured)
                                        .arg(target)));
            }
            f.press(Qt::Key_PageDown);
        }
        QVERIFY(f.find("lessonRemember")->isVisibleTo(&f.window));
        QVERIFY(f.message().isEmpty());
    }

    void backShowsAStepAsItEnded()
    {
        LessonFixture f;
        f.window.openLesson("noise-chooses", 0); // by its name without the number, too
        QTRY_VERIFY(f.isOpen());
        f.goToEnd();
        const double ended = f.controller().scene().runs[1].current.ratio;
        f.press(Qt::Key_PageDown);
        f.goToEnd();
        QCOMPARE(f.iteration(), 4000);
        f.controller().moveRun(1, 2); // the person's own
        f.controller().step();
        QTRY_COMPARE(f.iteration(), 4001);
        bool plays = false;
        connect(&f.controller(), &RunController::playingChanged, &f.window,
                [&plays](bool playing) { plays = plays || playing; });
        f.press(Qt::Key_PageUp);
        QTRY_VERIFY(f.isAt(0, Phase::Ended));
        QVERIFY(!plays); // it is there at once
        QCOMPARE(f.iteration(), 80);
        QCOMPARE(f.controller().scene().head, 80);
        QCOMPARE(f.controller().scene().runs[1].current.ratio, ended); // to the bit
        f.press(Qt::Key_PageDown);
        QVERIFY(f.isAt(1, Phase::Asking));
        QCOMPARE(f.iteration(), 80);
    }

    void whatThePersonTriedIsUndoneByTheNextStep()
    {
        LessonFixture f;
        f.window.openLesson("04-the-noise-sets-the-ratio");
        QTRY_VERIFY(f.isOpen());
        f.goToEnd();
        f.controller().changeParameter(0, {"eta", 0.001});
        f.controller().step();
        QTRY_COMPARE(f.iteration(), 4001);
        f.press(Qt::Key_PageDown);
        QTRY_VERIFY(f.isAt(1, Phase::Playing));
        QCOMPARE(f.controller().scene().runs[0].spec.eta, 0.02); // at once, not only at the end
        f.goToEnd();
        QCOMPARE(f.iteration(), 8000);
        QCOMPARE(f.controller().scene().runs[0].spec.eta, 0.02);
        QCOMPARE(f.controller().scene().runs[1].spec.noise.sigma1, 0.1);
    }

    void changesOfAStepAreUndoneLikeThePersonsOwn()
    {
        LessonFixture f;
        f.window.openLesson("04-the-noise-sets-the-ratio");
        QTRY_VERIFY(f.isOpen());
        f.goToEnd();
        QVERIFY(!f.controller().undoStack().canUndo());
        f.press(Qt::Key_PageDown);
        f.goToEnd();
        QVERIFY(f.controller().undoStack().canUndo());
        QCOMPARE(f.controller().document().edits.size(), 1U);
        QCOMPARE(f.controller().document().edits[0].at, 4000);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.controller().draft().runs[1].spec.noise.sigma1, 0.05);
    }

    void aStepPlaysToWhereItEndsAndPauses()
    {
        LessonFixture f;
        f.window.openLesson("03-noise-chooses");
        QTRY_VERIFY(f.isOpen() && f.controller().isPlaying());
        f.press(Qt::Key_Space); // a pause on the way changes nothing
        QVERIFY(!f.controller().isPlaying());
        f.press(Qt::Key_Space);
        QTRY_VERIFY(f.isAt(0, Phase::Ended));
        QVERIFY(!f.controller().isPlaying());
        QCOMPARE(f.iteration(), 80);
        f.press(Qt::Key_Space); // and the person may go on
        QTRY_VERIFY(f.iteration() > 81);
    }

    void eightStartsDoNotTellTheAnswer()
    {
        LessonFixture f;
        f.window.openLesson("03-noise-chooses", 1);
        QTRY_VERIFY(f.isOpen() && f.isAt(1, Phase::Asking));
        auto* eight = f.find<QToolButton>("eightStarts");
        f.press(Qt::Key_8);
        QTRY_VERIFY(!eight->isChecked());
        f.press(Qt::Key_PageDown); // the answer
        QTRY_VERIFY(!f.isAt(1, Phase::Asking));
        f.press(Qt::Key_8);
        QTest::qWait(50);
        QVERIFY(eight->isChecked());
    }

    void aStepShowsWhatItNames()
    {
        LessonFixture f;
        f.window.openLesson("03-noise-chooses", 3);
        QTRY_VERIFY(f.isOpen() && f.isAt(3, Phase::Ended));
        QVERIFY(!f.find("picture1")->isHidden() && f.find("picture2")->isHidden()); // the landscape alone
        QVERIFY(f.find<QToolButton>("eightStarts")->isChecked());
        f.press(Qt::Key_PageDown);
        QTRY_VERIFY(f.isAt(4, Phase::Ended));
        QVERIFY(f.find("picture_ensemble", f.find("picture1")) &&
                f.find("picture_valley", f.find("picture4")));
        QVERIFY(!f.find("picture2")->isHidden());
        QTRY_COMPARE(f.window.ensemble().state().asked.members, 200);
        f.press(Qt::Key_PageUp);
        QTRY_VERIFY(f.isAt(3, Phase::Ended));
        QVERIFY(f.find("picture_landscape", f.find("picture1")) && f.find("picture2")->isHidden());
    }

    void choicesAreRevealed()
    {
        LessonFixture f;
        f.window.openLesson("04-the-noise-sets-the-ratio");
        QTRY_VERIFY(f.isOpen() && f.isAt(0, Phase::Asking));
        auto* first = f.find<QRadioButton>("lessonChoice0");
        auto* second = f.find<QRadioButton>("lessonChoice1");
        first->click();
        second->click();
        QVERIFY(!first->isChecked() && second->isChecked());
        QVERIFY(!f.find("lessonAnswer")->isVisibleTo(&f.window));
        QTest::qWait(50);
        QCOMPARE(f.iteration(), 0); // it does not go on
        f.click("lessonReveal");
        QVERIFY(f.find("lessonAnswer")->isVisibleTo(&f.window));
        QVERIFY(f.text("lessonChoiceText1").endsWith("✓"));
        QVERIFY(!f.find("lessonReveal")->isVisibleTo(&f.window));
        QTRY_VERIFY(f.iteration() > 0);
    }

    void whatIsAskedIsNotToldBefore_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("run");
        QTest::newRow("a point") << "03-noise-chooses" << 1 << 1;
        QTest::newRow("a curve") << "02-where-it-started" << 2 << 0;
        QTest::newRow("a choice") << "04-the-noise-sets-the-ratio" << 0 << 1;
        QTest::newRow("a choice of many") << "09-not-every-noise" << 0 << 4;
    }

    /// In any picture, the readings or the line below the landscape; to those who see and those who don't.
    void whatIsAskedIsNotToldBefore()
    {
        QFETCH(QString, id);
        QFETCH(int, step);
        QFETCH(int, run);
        LessonFixture f;
        f.window.openLesson(id, static_cast<std::size_t>(step));
        QTRY_VERIFY(f.isOpen() && f.isAt(static_cast<std::size_t>(step), Phase::Asking));
        const RunTrace& trace = f.controller().scene().runs[static_cast<std::size_t>(run)];
        const QString name = QString::fromStdString(trace.spec.name);
        const auto predictedCells = [&f, &name] {
            QList<QLabel*> cells;
            for (QLabel* label : f.find("readout")->findChildren<QLabel*>()) {
                if (label->accessibleName().startsWith(name + ", ") &&
                    label->accessibleName().contains("predicted"))
                    cells << label;
            }
            return cells;
        };
        QCOMPARE(predictedCells().size(), 4);
        for (const QLabel* cell : predictedCells()) {
            QCOMPARE(cell->text(), "| –");
            QVERIFY(cell->toolTip().contains("answer"));
        }
        const bool isRule = trace.spec.method != MethodKind::GradientDescent && run == 1;
        if (isRule)
            QVERIFY(!f.text("ruleLine").contains("γ²"));
        const QStringList pictures = {"landscape", "loss",       "imbalance", "valley",   "flatness",
                                      "spectrum",  "norm_plane", "log_ratio", "matrices", "pca"};
        for (const QString& picture : pictures) {
            if (!f.find("picture_" + picture))
                f.show("picture3", picture);
            const auto* view = f.find<PlotView>("picture_" + picture);
            QVERIFY2(view, qPrintable(picture));
            const QString sentence = sentenceAbout(*view, name);
            for (const char* word : {"predicted", "bottom", "limit", "expected", "flat:", "valley is flat"})
                QVERIFY2(!sentence.contains(word), qPrintable(picture + ": " + sentence));
        }
        f.press(Qt::Key_PageDown);
        const auto isTold = [&predictedCells] {
            const auto cells = predictedCells();
            return std::any_of(cells.begin(), cells.end(),
                               [](const QLabel* cell) { return cell->text() != "| –"; });
        };
        QVERIFY(isTold());
        if (isRule)
            QVERIFY(f.text("ruleLine").contains("γ²"));
    }

    void aLockedSeedIsHeld()
    {
        LessonFixture f;
        f.window.openLesson("03-noise-chooses", 2); // it locks all of runs.1
        QTRY_VERIFY(f.isOpen() && f.guide().phase() != Phase::Arriving && f.isReady());
        const std::uint64_t seed = f.controller().seed();
        QVERIFY(!f.find("newSeed")->isEnabled() && !f.find("seed")->isEnabled());
        QVERIFY(f.find("newSeed")->toolTip().contains("lesson") &&
                f.find("seed")->toolTip().contains("lesson"));
        f.press(Qt::Key_R, Qt::ShiftModifier);
        QVERIFY(f.message().contains("seed"));
        QCOMPARE(f.controller().seed(), seed);
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(!f.isOpen() && f.isReady());
        QVERIFY(f.find("newSeed")->isEnabled() && f.find("newSeed")->toolTip().contains("Shift+R"));
        f.press(Qt::Key_R, Qt::ShiftModifier);
        QVERIFY(f.controller().seed() != seed);
    }

    void aGuessedPointStaysUntilTheStepIsLeft()
    {
        LessonFixture f;
        f.window.openLesson("03-noise-chooses", 1);
        QTRY_VERIFY(f.isOpen() && f.isAt(1, Phase::Asking));
        QCOMPARE(f.iteration(), 80);
        auto* view = f.find<PlotView>("picture_landscape");
        auto* guess = f.find<GuessOverlay>("guess", view);
        QVERIFY(guess && guess->isOpen() && guess->guess().isEmpty());
        const auto knowsTheEnd = [&f] {
            const Scene& shown = f.window.lessons().shown(f.controller().scene());
            return !shown.runs[1].prediction.limitPoints.empty() || !shown.runs[1].path.empty();
        };
        QVERIFY(!knowsTheEnd());
        QVERIFY(view->accessibleName().contains("where Perturbed GD will end"));
        const auto places = view->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
        for (QWidget* place : places) { // the plot is one of them
            if (guess->guess().isEmpty())
                QTest::mouseClick(place, Qt::LeftButton, {}, place->rect().center());
        }
        QCOMPARE(guess->guess().size(), 1);
        const QPointF clicked = guess->guess().constFirst();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Right);
        QVERIFY(guess->guess().constFirst().x() > clicked.x());
        f.press(Qt::Key_PageDown); // reveals first
        QCOMPARE(f.guide().index(), 1U);
        QVERIFY(knowsTheEnd());
        QVERIFY(!guess->isOpen() && guess->guess().size() == 1);
        QCOMPARE(view->accessibleName(), view->title());
        f.goToEnd();
        QVERIFY(f.find<GuessOverlay>("guess", view));
        f.press(Qt::Key_PageDown);
        QVERIFY(!f.find<GuessOverlay>("guess", f.find<PlotView>("picture_landscape")));
    }

    void aGuessedCurveIsAFunctionOfTime()
    {
        LessonFixture f;
        f.window.openLesson("02-where-it-started", 2);
        QTRY_VERIFY(f.isOpen() && f.isAt(2, Phase::Asking));
        auto* view = f.find<PlotView>("picture_imbalance");
        auto* guess = f.find<GuessOverlay>("guess", view);
        QVERIFY(guess);
        view->setFocus();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(guess->guess().size(), 5);
        QTest::keyClick(view, Qt::Key_Left);
        QVERIFY(guess->guess().size() < 5);
        for (qsizetype i = 1; i < guess->guess().size(); ++i)
            QVERIFY(guess->guess()[i].x() > guess->guess()[i - 1].x());
    }

    void lockedControlsSayWhy()
    {
        LessonFixture f;
        f.window.openLesson("04-the-noise-sets-the-ratio", 1);
        QTRY_VERIFY(f.isOpen() && f.guide().phase() != Phase::Arriving && f.isReady());
        QWidget* run = f.find("run1");
        QVERIFY(!f.find("eta", run)->isEnabled());
        QVERIFY(f.find("slider", f.find("eta", run))->toolTip().contains("lesson"));
        QVERIFY(!f.find("method", run)->isEnabled());
        QVERIFY(f.find("sigma1", run)->isEnabled());
        QVERIFY(f.find("run0")->isHidden());
        QVERIFY(f.find("problemSection")->isHidden());
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(!f.isOpen() && f.isReady());
        QVERIFY(f.find("eta", f.find("run1"))->isEnabled());
        QVERIFY(!f.find("slider", f.find("eta", f.find("run1")))->toolTip().contains("lesson"));
        QVERIFY(!f.find("run0")->isHidden() && !f.find("problemSection")->isHidden());
    }

    void leavingBringsBackWhatWasThere()
    {
        LessonFixture f;
        QTRY_VERIFY(f.isReady());
        f.show("picture2", "spectrum");
        f.controller().runTo(70);
        QTRY_COMPARE(f.iteration(), 70);
        f.controller().changeParameter(1, {"noise.sigma1", 0.07});
        f.controller().runTo(90);
        QTRY_COMPARE(f.iteration(), 90);
        f.controller().seek(80);
        QTRY_COMPARE(f.iteration(), 80);
        const Sample before = f.controller().scene().runs[1].current;
        QTimer::singleShot(0, &f.window, [] { // nothing else is in the lesson's way
            qobject_cast<QMessageBox*>(QApplication::activeModalWidget())
                ->button(QMessageBox::Discard)
                ->click();
        });
        f.window.openLesson("01-infinitely-many-minima");
        QTRY_VERIFY(f.isOpen() && f.controller().isPlaying());
        QVERIFY(f.window.windowTitle().startsWith("Infinitely many minima"));
        f.controller().changeParameter(0, {"eta", 0.01}); // tried in the lesson: nothing that could be lost
        QVERIFY(!f.window.files().isModified());
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(!f.isOpen() && f.isReady());
        QTRY_COMPARE(f.controller().scene().head, 90);
        QTRY_COMPARE(f.iteration(), 80);
        QCOMPARE(f.controller().scene().runs[1].current.ratio, before.ratio);
        QCOMPARE(f.controller().scene().runs[1].spec.noise.sigma1, 0.07);
        QVERIFY(f.window.files().isModified());
        QVERIFY(f.find("picture_spectrum"));
        QVERIFY(f.find("lessonPanel")->isHidden());
        QVERIFY(!f.controller().undoStack().canUndo());
    }

    void anotherDocumentEndsTheLesson()
    {
        LessonFixture f;
        f.window.openLesson("03-noise-chooses");
        QTRY_VERIFY(f.isOpen() && f.controller().isPlaying());
        f.window.files().startNew();
        QTRY_VERIFY(!f.isOpen());
        QVERIFY(f.find("lessonPanel")->isHidden());
    }

    void aBrokenLessonIsListedAndSaysWhy()
    {
        const QString folder = ownLessonFolder() + "/broken";
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + "/lesson.json");
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{ }") > 0);
        file.close();
        LessonFixture f;
        QTRY_VERIFY(f.isReady());
        auto* menu = f.window.findChild<QMenu*>("lessonMenu");
        emit menu->aboutToShow();
        const auto entry = [menu]() -> QAction* {
            for (QAction* action : menu->actions()) {
                if (action->data().toString() == "broken")
                    return action;
            }
            return nullptr;
        };
        QVERIFY(!entry()); // nobody waits for the disk
        QTRY_VERIFY(entry());
        QAction* broken = entry();
        QVERIFY(!broken->isEnabled());
        QVERIFY(broken->toolTip().contains("lesson.json"));
        f.window.openLesson("broken");
        QVERIFY(f.message().contains("lesson.json"));
        QVERIFY(!f.isOpen());
        f.window.openLesson("no-such");
        QVERIFY(f.message().contains("no-such"));
    }

    void thePanelStandsWhereThereIsRoom()
    {
        LessonFixture f;
        f.window.openLesson("03-noise-chooses");
        QTRY_VERIFY(f.isOpen());
        auto* panel = f.find("lessonPanel");
        auto* hero = f.find("picture1");
        const auto at = [&f](QWidget* widget) { return widget->mapTo(&f.window, QPoint(0, 0)); };
        QTRY_VERIFY(panel->isVisible() && at(panel).x() + panel->width() <= at(hero).x());
        f.window.resize(1920, 1080);
        QTRY_VERIFY(at(panel).x() > at(f.find("picture2")).x() + f.find("picture2")->width() / 2);
        f.press(Qt::Key_F5);
        QTRY_VERIFY(at(panel).y() >= at(hero).y() + hero->height());
        f.press(Qt::Key_Escape); // the presentation first
        QVERIFY(f.isOpen());
        QTRY_VERIFY(at(panel).y() < at(hero).y() + hero->height());
    }

    void formulasAreInTheTextsColour()
    {
        MarkdownView view;
        view.setSource([](const QString& target) {
            return target == "formula:known"
                       ? QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"32\" height=\"16\" "
                                    "viewBox=\"0 0 32 16\"><rect width=\"32\" height=\"16\" "
                                    "fill=\"currentColor\"/></svg>")
                       : QByteArray();
        });
        view.resize(300, 200);
        QPalette palette = view.palette();
        palette.setColor(QPalette::Text, QColor("#123456"));
        view.setPalette(palette);
        view.setText("See ![a = b](formula:known) and ![γ² * _c_](formula:unknown).");
        QVERIFY(view.toPlainText().contains("γ² * _c_"));
        QVERIFY(!view.toPlainText().contains("a = b"));
        QVERIFY(view.spoken().contains("a = b"));
        const auto image =
            view.loadResource(QTextDocument::ImageResource, QUrl("formula:known")).value<QImage>();
        QCOMPARE(image.pixelColor(image.width() / 2, image.height() / 2), QColor("#123456"));
    }
};

QTEST_MAIN(TestLessons)
#include "test_lessons.moc"
