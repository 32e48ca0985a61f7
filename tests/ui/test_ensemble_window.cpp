// The ensemble in the window: run from its picture, opened by key, left behind by closing.

#include "tests/ui/window_fixture.h"
#include "ui/left_threads.h"
#include "ui/plots/ensemble_view.h"

#include <QSpinBox>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr int patience = 60'000; // milliseconds; a machine may be busy

struct EnsembleFixture : WindowFixture {
    void choose(const QString& picture) { show("picture2", picture); }
    EnsembleView* view() { return window.findChild<EnsembleView*>(); }
    const EnsembleState& state() { return window.ensemble().state(); }
    void run(int members)
    {
        find<QSpinBox>("ensembleMembers")->setValue(members);
        click("runEnsemble");
    }
};

} // namespace

class TestEnsembleWindow : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { QTRY_VERIFY_WITH_TIMEOUT(allThreadsEnded(), patience); }

    void itRunsFromItsPictureAndStays()
    {
        EnsembleFixture fixture;
        QTRY_VERIFY(fixture.isReady());
        fixture.choose("ensemble");
        QVERIFY(fixture.view()->isVisible());
        fixture.run(10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state().phase, EnsemblePhase::Done, patience);
        QTRY_VERIFY(fixture.view()->accessibleDescription().contains("10 members to t = "));
        fixture.choose("loss");
        QVERIFY(!fixture.view());
        fixture.choose("ensemble");
        QVERIFY(fixture.view()->accessibleDescription().contains("10 members to t = "));
        QCOMPARE(fixture.find<QSpinBox>("ensembleMembers")->value(), 10);
    }

    void keysOpenAMember()
    {
        EnsembleFixture fixture;
        QTRY_VERIFY(fixture.isReady());
        fixture.controller().runTo(40);
        QTRY_COMPARE(fixture.iteration(), 40);
        fixture.choose("ensemble");
        fixture.run(8);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state().phase, EnsemblePhase::Done, patience);
        fixture.view()->setFocus();
        QTRY_VERIFY(fixture.view()->hasFocus());
        fixture.press(Qt::Key_Left);
        QCOMPARE(fixture.view()->marked().value_or(-1), 7);
        fixture.press(Qt::Key_Left);
        QCOMPARE(fixture.view()->marked().value_or(-1), 6);
        QCOMPARE(fixture.iteration(), 40); // they are not the window's here
        fixture.press(Qt::Key_Return);
        QTRY_COMPARE(fixture.iteration(), 0);
        QTRY_VERIFY(fixture.isReady());
        QCOMPARE(fixture.controller().undoStack().undoText(), QString("open member 6"));
        QCOMPARE(fixture.controller().document().runs[1].seed, defaultExperiment().runs[1].seed + 6);
    }

    void anOlderOnesMemberIsNotOpened()
    {
        EnsembleFixture fixture;
        QTRY_VERIFY(fixture.isReady());
        fixture.choose("ensemble");
        fixture.run(8);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state().phase, EnsemblePhase::Done, patience);
        fixture.controller().changeParameter(1, {"noise.sigma1", 0.2});
        QTRY_VERIFY(fixture.state().older);
        QTRY_VERIFY(fixture.view()->accessibleDescription().contains("of an older experiment"));
        emit fixture.view()->memberOpened(3);
        QVERIFY(fixture.message().contains("Member 3 was not opened"));
        fixture.click("runEnsemble");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state().phase, EnsemblePhase::Done, patience);
        QVERIFY(!fixture.state().older);
    }

    void itStopsByItsButton()
    {
        EnsembleFixture fixture;
        QTRY_VERIFY(fixture.isReady());
        fixture.controller().changeParameter(1, {"noise.sigma1", 1e-5});
        fixture.controller().changeParameter(1, {"noise.sigma2", 1e-5}); // the axis is as long as it gets
        QTRY_COMPARE(fixture.controller().scene().runs[1].spec.noise.sigma2, 1e-5);
        fixture.choose("ensemble");
        fixture.run(20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.state().runs.empty(), patience);
        fixture.click("runEnsemble");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.state().phase, EnsemblePhase::Stopped, patience);
    }

    void theWindowClosesWhileItRuns()
    {
        {
            EnsembleFixture fixture;
            QTRY_VERIFY(fixture.isReady());
            fixture.controller().changeParameter(1, {"noise.sigma1", 1e-5});
            fixture.controller().changeParameter(1, {"noise.sigma2", 1e-5});
            QTRY_COMPARE(fixture.controller().scene().runs[1].spec.noise.sigma2, 1e-5);
            fixture.choose("ensemble");
            fixture.run(20'000);
            QTRY_VERIFY_WITH_TIMEOUT(!fixture.state().runs.empty(), patience);
            fixture.window.close();
        }
        QTRY_VERIFY_WITH_TIMEOUT(allThreadsEnded(), patience);
    }
};

QTEST_MAIN(TestEnsembleWindow)
#include "test_ensemble_window.moc"
