#include "tests/ui/window_fixture.h"

#include "ui/panels/run_panel.h"
#include "ui/widgets/marked_slider.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

struct UndoFixture : WindowFixture {
    QUndoStack& stack() { return controller().undoStack(); }
    const RunSpec& spec(std::size_t row) { return controller().draft().runs[row].spec; }

    NumberEdit* number(int row, const QString& name)
    {
        return find<NumberEdit>(name, find(QStringLiteral("run%1").arg(row)));
    }
    static MarkedSlider* sliderOf(NumberEdit* edit) { return edit->findChild<MarkedSlider*>(); }
    static QLineEdit* boxOf(QWidget* row) { return row->findChild<QLineEdit*>("box"); }

    void undo() { press(Qt::Key_Z, Qt::ControlModifier); }
    void redo() { press(Qt::Key_Y, Qt::ControlModifier); }

    QMenu* menu(const QString& title)
    {
        for (QAction* action : window.menuBar()->actions()) {
            if (action->text() == title)
                return action->menu();
        }
        return nullptr;
    }
    QAction* undoEntry() { return menu("&Edit")->actions().at(0); }
    QAction* redoEntry() { return menu("&Edit")->actions().at(1); }
};

/// Press, a way with stops, release.
void drag(QWidget* slider, std::initializer_list<double> shares)
{
    const auto at = [slider](double share) {
        return QPoint(static_cast<int>(share * slider->width()), slider->height() / 2);
    };
    QTest::mousePress(slider, Qt::LeftButton, {}, at(*shares.begin()));
    for (const double share : shares)
        QTest::mouseMove(slider, at(share));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, at(*(shares.end() - 1)));
}

void type(QLineEdit* box, const QString& text)
{
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, text);
}

void pressKey(QWidget* widget, Qt::Key key, bool repeats)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, QString(), repeats);
    QApplication::sendEvent(widget, &event);
}

} // namespace

class TestUndoWindow : public QObject {
    Q_OBJECT
private slots:
    void theMenuStandsBetweenFileAndRunAndHasNothingAtFirst()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        const auto menus = f.window.menuBar()->actions();
        QCOMPARE(menus.at(0)->text(), QString("&File"));
        QCOMPARE(menus.at(1)->text(), QString("&Edit"));
        QCOMPARE(menus.at(2)->text(), QString("&Run"));
        QCOMPARE(f.undoEntry()->text(), QString("&Undo"));
        QCOMPARE(f.redoEntry()->text(), QString("&Redo"));
        QVERIFY(!f.undoEntry()->isEnabled() && !f.redoEntry()->isEnabled());
        QCOMPARE(f.undoEntry()->shortcut(), QKeySequence("Ctrl+Z"));
        QCOMPARE(f.redoEntry()->shortcut(), QKeySequence("Ctrl+Y"));
        f.undo();
        f.redo();
        QVERIFY(!f.window.isWindowModified());
        QVERIFY(!f.window.files().isModified());
    }

    void aDraggedSliderIsOneStep()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        NumberEdit* sigma1 = f.number(1, "sigma1");
        QSignalSpy changes(sigma1, &NumberEdit::valueChanged);
        drag(UndoFixture::sliderOf(sigma1), {0.6, 0.7, 0.75, 0.8});
        QVERIFY(changes.size() >= 4);
        const double first = sigma1->value();
        QCOMPARE(f.stack().count(), 1);
        QVERIFY2(f.undoEntry()->text().startsWith("&Undo σ₁ 0.05 → 0."), qPrintable(f.undoEntry()->text()));
        drag(UndoFixture::sliderOf(sigma1), {0.85, 0.9});
        QCOMPARE(f.stack().count(), 2);
        f.undo();
        QCOMPARE(sigma1->value(), first);
        QVERIFY(f.redoEntry()->text().startsWith("&Redo σ₁ "));
        f.undo();
        QCOMPARE(sigma1->value(), 0.05);
        QCOMPARE(f.undoEntry()->text(), QString("&Undo"));
        f.redo();
        QCOMPARE(sigma1->value(), first);
        QTRY_COMPARE(f.controller().scene().runs[1].spec.noise.sigma1, first);
        f.undoEntry()->trigger();
        QCOMPARE(sigma1->value(), 0.05);
        f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(sigma1->value(), first);
    }

    void aHeldKeyOnASliderIsOneStep()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        auto* slider = UndoFixture::sliderOf(f.number(1, "sigma1"));
        slider->setFocus();
        for (int i = 0; i < 5; ++i)
            pressKey(slider, Qt::Key_Right, i > 0);
        QCOMPARE(f.stack().count(), 1);
        const double held = f.spec(1).noise.sigma1;
        pressKey(slider, Qt::Key_Right, false);
        pressKey(slider, Qt::Key_Left, false);
        QCOMPARE(f.stack().count(), 3);
        QCOMPARE(f.spec(1).noise.sigma1, held);
        f.undo(); // the slider has the focus, and no use for it
        f.undo();
        f.undo();
        QCOMPARE(f.spec(1).noise.sigma1, 0.05);
    }

    void aDoubleClickIsOneStep()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        NumberEdit* eta = f.number(0, "eta");
        type(UndoFixture::boxOf(eta), "0.5");
        QTest::keyClick(UndoFixture::boxOf(eta), Qt::Key_Return);
        auto* slider = UndoFixture::sliderOf(eta);
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() / 4, slider->height() / 2));
        QTest::mouseDClick(slider, Qt::LeftButton, {}, QPoint(slider->width() / 4, slider->height() / 2));
        QCOMPARE(f.spec(0).eta, 0.02);
        QCOMPARE(f.undoEntry()->text(), QString("&Undo GD: η 0.5 → 0.02"));
    }

    void lockedSigmasComeBackTogether()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        auto* lock = f.find<QCheckBox>("lockBalance", f.find("run1"));
        lock->setChecked(true);
        QCOMPARE(f.stack().count(), 1);
        QVERIFY(f.undoEntry()->text().startsWith("&Undo σ₂ 0.05 → 0.0"));
        const double balanced = f.spec(1).noise.sigma2;
        drag(UndoFixture::sliderOf(f.number(1, "sigma1")), {0.6, 0.7, 0.8});
        QCOMPARE(f.stack().count(), 2);
        QVERIFY(f.spec(1).noise.sigma2 > balanced);
        QVERIFY(f.undoEntry()->text().contains("σ₁ 0.05 → ") && f.undoEntry()->text().contains("σ₂ "));
        f.undo();
        QCOMPARE(f.spec(1).noise.sigma1, 0.05);
        QCOMPARE(f.spec(1).noise.sigma2, balanced);
        QVERIFY(lock->isChecked()); // never out of balance in between
        f.undo();
        QCOMPARE(f.spec(1).noise.sigma2, 0.05);
        QVERIFY(!lock->isChecked());
    }

    void aDraggedSliderOfTheStartIsOneStepAndWaits()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        drag(UndoFixture::sliderOf(f.find<NumberEdit>("theta0")), {0.3, 0.4, 0.5});
        QCOMPARE(f.stack().count(), 1);
        QVERIFY(f.find("waitingBar")->isVisible());
        f.undo();
        QVERIFY(!f.find("waitingBar")->isVisible());
        QCOMPARE(f.find<NumberEdit>("theta0")->value(), 2.0);
    }

    void aFieldUndoesItsTypingFirst()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        type(UndoFixture::boxOf(f.number(1, "sigma1")), "0.2");
        QTest::keyClick(UndoFixture::boxOf(f.number(1, "sigma1")), Qt::Key_Return);
        QCOMPARE(f.stack().count(), 1);
        QLineEdit* rank = UndoFixture::boxOf(f.find("rank"));
        type(rank, "3");
        f.undo(); // of the digit
        QCOMPARE(rank->text(), QString("1"));
        QCOMPARE(f.stack().index(), 1);
        type(rank, "3");
        QTest::keyClick(rank, Qt::Key_Return);
        QVERIFY(rank->hasFocus());
        QCOMPARE(f.controller().draft().problem.rank, 3);
        f.undo(); // it was taken: of the rank
        QCOMPARE(f.controller().draft().problem.rank, 1);
        QCOMPARE(rank->text(), QString("1"));
        f.undo(); // of σ₁, from the field
        QCOMPARE(f.spec(1).noise.sigma1, 0.05);
        f.redo();
        f.redo();
        QCOMPARE(rank->text(), QString("3"));
        QTest::keyClick(rank, Qt::Key_Tab);
        QCOMPARE(f.stack().count(), 2);
    }

    void aNameComesBackInItsField()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        auto* name = f.find<QLineEdit>("name", f.find("run0"));
        type(name, "Plain");
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(f.controller().scene().runs[0].spec.name, std::string("GD"));
        f.undo();
        QCOMPARE(name->text(), QString("GD"));
        QTest::keyClick(name, Qt::Key_Tab);
        QCOMPARE(f.spec(0).name, std::string("GD"));
        QVERIFY(f.stack().canRedo());
    }

    void aListLeavesTheKeyToTheWindow()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        auto* method = f.find<QComboBox>("method", f.find("run1"));
        method->setFocus();
        f.press(Qt::Key_S);
        QCOMPARE(f.undoEntry()->text(), QString("&Undo Perturbed GD: method Perturbed GD → SAM"));
        f.undo();
        QCOMPARE(method->currentText(), QString("Perturbed GD"));
        f.redo();
        QCOMPARE(f.spec(1).method, MethodKind::Sam);
    }

    void textInAFieldThatAnUndoHidesIsTheNextStep()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().changeParameter(0, {"method", std::string("perturbed_gd")});
        f.controller().changeParameter(1, {"eta", 0.03});
        f.stack().undo();
        QVERIFY(f.stack().canRedo());
        type(UndoFixture::boxOf(f.number(0, "sigma1")), "0.4");
        f.undoEntry()->trigger(); // the method, and the field is gone
        QVERIFY(!f.number(0, "sigma1")->isVisible());
        QTRY_COMPARE(f.spec(0).noise.sigma1, 0.4);
        QCOMPARE(f.spec(0).method, MethodKind::GradientDescent);
        QCOMPARE(f.stack().count(), 1);
        f.stack().undo();
        QCOMPARE(f.spec(0).noise.sigma1, 0.05);
        QVERIFY(!f.stack().canUndo());
    }

    void aNewSeedIsUndoneWithItsRecording()
    {
        UndoFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 1);
        QSignalSpy started(&f.controller(), &RunController::recordingStarted);
        f.press(Qt::Key_R, Qt::ShiftModifier);
        QTRY_COMPARE(started.size(), 1);
        QTRY_VERIFY(f.isReady());
        QVERIFY(f.undoEntry()->text().startsWith("&Undo seed 3 → "));
        f.undo();
        QTRY_COMPARE(started.size(), 2);
        QCOMPARE(f.find<QLineEdit>("seed")->text(), QString("3"));
        QCOMPARE(f.controller().document().runs[1].seed, 3U);
    }
};

QTEST_MAIN(TestUndoWindow)
#include "test_undo_window.moc"
