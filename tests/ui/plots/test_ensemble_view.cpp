// The ensemble's picture: what it says before, while and after members run; pointer, keys, sizes.

#include "core/run/ensemble.h"
#include "tests/support/ensembles.h"
#include "tests/support/scenes.h"
#include "ui/ensemble_state.h"
#include "ui/plots/ensemble_fan.h"
#include "ui/plots/ensemble_histogram.h"
#include "ui/plots/ensemble_limits.h"
#include "ui/plots/ensemble_view.h"
#include "ui/veil.h"

#include <QApplication>
#include <QJsonObject>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>

#include <qcustomplot.h>

using namespace hyperdrift;
using namespace hyperdrift::ui;

Q_DECLARE_METATYPE(hyperdrift::Vary)

namespace {

struct Shown {
    Scene scene = sceneAfter(defaultExperiment(), 1500);
    EnsembleView view;

    explicit Shown(QSize size = {480, 240})
    {
        view.resize(size);
        view.show();
        view.activateWindow();
        refresh();
    }

    void refresh()
    {
        view.refresh(scene);
        QApplication::processEvents();
    }

    void show(EnsembleState state)
    {
        view.showEnsemble(std::make_shared<const EnsembleState>(std::move(state)));
        refresh();
    }

    template<typename T>
    T* find(const char* name = "")
    {
        return view.findChild<T*>(QString::fromLatin1(name));
    }
};

/// Of a real ensemble of the default experiment.
const EnsembleState& ensemble(Vary vary = Vary::Both)
{
    static std::map<Vary, EnsembleState> states;
    EnsembleState& state = states[vary];
    if (!state.runs.empty())
        return state;
    state = ensembleAfter(defaultExperiment(), 2502, 40, vary);
    return state;
}

/// Where a member of run 0 stands on the plane, in px.
QPoint placeOf(const EnsembleView& view, const EnsembleState& state, std::int64_t member, std::size_t run)
{
    const EnsembleEnd* end = endOf(state.runs[run], member);
    const QCustomPlot* plot = view.shownPlot();
    return {static_cast<int>(plot->xAxis->coordToPixel(std::sqrt(end->xNorm2))),
            static_cast<int>(plot->yAxis->coordToPixel(std::sqrt(end->yNorm2)))};
}

} // namespace

class TestEnsembleView : public QObject {
    Q_OBJECT
private slots:
    void beforeTheFirstItSaysWhatToDo()
    {
        Shown shown;
        const QString sentence = shown.view.accessibleDescription();
        QVERIFY2(sentence.contains("Run 200 members"), qPrintable(sentence));
        QVERIFY2(sentence.contains("t\u00a0=\u00a02,50"), qPrintable(sentence)); // six time constants
        QVERIFY(sentence.contains("Perturbed GD, iteration 1,500: ratio 0."));
        auto* button = shown.find<QPushButton>("runFirstEnsemble");
        QVERIFY(button->isVisible());
        QSignalSpy wanted(&shown.view, &EnsembleView::ensembleWanted);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toLongLong(), 200);
        QCOMPARE(wanted[0][1].value<Vary>(), Vary::Noise);
    }

    void itDoesNotTellAVeiledAnswer()
    {
        Shown shown;
        shown.show(ensemble());
        const QString told = shown.view.accessibleDescription();
        QVERIFY(!shown.view.plot()->isVisible() && told.contains("0.669"));
        const Scene whole = shown.scene;
        shown.scene = veiled(whole, 1);
        shown.refresh();
        QVERIFY(shown.view.plot()->isVisible() && shown.view.shownPlot() == shown.view.plot());
        QVERIFY(!shown.find<QPushButton>("runFirstEnsemble")->isVisible());
        QVERIFY(!shown.find<QToolButton>("runEnsemble")->isEnabled());
        QVERIFY(shown.view.accessibleDescription().contains("when the answer is told"));
        QVERIFY(!shown.view.accessibleDescription().contains("0.669"));
        shown.scene = whole;
        shown.refresh();
        QVERIFY(!shown.view.plot()->isVisible());
        QCOMPARE(shown.view.accessibleDescription(), told);
    }

    void onePaneAloneFillsThePicture()
    {
        Shown shown;
        shown.show(ensemble());
        for (const char* id : {"limits", "histogram", "fan"}) {
            shown.view.setChoices({{"view", id}});
            QApplication::processEvents();
            const QCustomPlot* plot = shown.view.shownPlot();
            QVERIFY2(plot->width() > 0.95 * shown.view.width(), id);
            QVERIFY2(plot->height() > 0.6 * shown.view.height(), id);
        }
    }

    void aHiddenPaneForgetsWhatIsOlder()
    {
        Shown shown;
        auto state = std::make_shared<EnsembleState>(ensemble());
        shown.view.showEnsemble(state);
        for (const char* pane : {"histogram", "limits"}) {
            shown.view.setChoices({{"view", pane}});
            shown.refresh();
        }
        // The next one has a single run, and the state changes in place.
        ++state->order;
        ++state->version;
        state->runs.pop_back();
        shown.view.showEnsemble(state);
        shown.refresh();
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QVERIFY(shown.view.accessibleDescription().contains("Member 0"));
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QVERIFY(shown.view.accessibleDescription().contains("Member 39"));
    }

    void aStartAloneHasNoBell()
    {
        const auto spread = [](Vary vary) { return spreadOf(ensemble(vary).runs[1], ensemble(vary)); };
        QVERIFY(spread(Vary::Both).sdLogRatio && spread(Vary::Noise).sdLogRatio);
        QVERIFY(spread(Vary::Start).ratio && !spread(Vary::Start).sdLogRatio);
    }

    void aZoomedPaneStaysUntilAuto()
    {
        Shown shown;
        shown.show(ensemble());
        QCustomPlot* plot = shown.view.shownPlot();
        const QCPRange before = plot->xAxis->range();
        const QPointF at = plot->axisRect()->center();
        QWheelEvent event(at, plot->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot, &event);
        QVERIFY(plot->xAxis->range().size() < before.size());
        auto* chip = shown.find<QToolButton>("autoRange");
        QVERIFY(!chip->isHidden());
        QTest::mouseClick(chip, Qt::LeftButton);
        QCOMPARE(plot->xAxis->range(), before);
        QVERIFY(chip->isHidden());
    }

    void whatIsTypedCounts()
    {
        Shown shown;
        auto* members = shown.find<QSpinBox>("ensembleMembers");
        QCOMPARE(members->minimum(), 8);
        QCOMPARE(members->maximum(), 50'000); // two runs each
        members->setFocus();
        members->selectAll();
        QTest::keyClicks(members, "1500");
        QSignalSpy wanted(&shown.view, &EnsembleView::ensembleWanted);
        QTest::mouseClick(shown.find<QToolButton>("runEnsemble"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toLongLong(), 1500);
    }

    void whileItRunsThereAreProgressAndStop()
    {
        Shown shown;
        EnsembleState state = ensemble();
        state.phase = EnsemblePhase::Running;
        state.share = 0.25;
        state.secondsLeft = 12.3;
        for (EnsembleTrace& run : state.runs) {
            run.ends.resize(10);
            run.finished = 10;
            run.bands = {};
        }
        shown.show(state);
        QVERIFY(shown.find<QProgressBar>("ensembleProgress")->isVisible());
        QCOMPARE(shown.find<QProgressBar>("ensembleProgress")->value(), 250);
        const QString sentence = shown.view.accessibleDescription();
        QVERIFY2(sentence.contains("10 of 40 members, 12 s left"), qPrintable(sentence));
        QSignalSpy stopped(&shown.view, &EnsembleView::ensembleStopWanted);
        QTest::mouseClick(shown.find<QToolButton>("runEnsemble"), Qt::LeftButton);
        QCOMPARE(stopped.size(), 1);
    }

    void itSpeaks()
    {
        Shown shown;
        EnsembleState state = ensemble();
        shown.show(state);
        QString sentence = shown.view.accessibleDescription();
        QCOMPARE(sentence, shown.view.sentence(shown.scene));
        QVERIFY2(sentence.contains("40 members to t = 2,502, noise and start varied"), qPrintable(sentence));
        QVERIFY2(sentence.contains("predicted 0.66"), qPrintable(sentence));
        QCOMPARE(sentence.count("predicted"), 1); // GD's members each have another limit
        state.older = true;
        state.runs[0].diverged = 1;
        state.runs[0].ends[3].ending = Ending::Diverged;
        state.version = 7;
        shown.show(state);
        sentence = shown.view.accessibleDescription();
        QVERIFY2(sentence.contains("of an older experiment"), qPrintable(sentence));
        QVERIFY2(sentence.contains("1 diverged"), qPrintable(sentence));
    }

    void oneAtATimeOrAll()
    {
        Shown shown;
        shown.show(ensemble());
        const auto visible = [&] {
            return QList<bool>{shown.find<EnsembleLimits>()->isVisible(),
                               shown.find<EnsembleHistogram>()->isVisible(),
                               shown.find<EnsembleFan>()->isVisible()};
        };
        QCOMPARE(visible(), QList<bool>({true, false, false}));
        shown.view.setChoices({{"view", "fan"}, {"members", 500}, {"vary", "start"}});
        QCOMPARE(visible(), QList<bool>({false, false, true}));
        QCOMPARE(shown.view.choices(), QJsonObject({{"view", "fan"}, {"members", 500}, {"vary", "start"}}));
        shown.view.setChoices({{"view", "histogram"}});
        QCOMPARE(visible(), QList<bool>({false, true, false}));
        QCOMPARE(shown.view.choices().value("members").toInt(), 200); // all else is the standard
        shown.view.resize(640, 560);
        QApplication::processEvents();
        QCOMPARE(visible(), QList<bool>({true, true, true}));
    }

    void aMemberIsPointedAtAndOpened()
    {
        Shown shown;
        shown.show(ensemble());
        QSignalSpy opened(&shown.view, &EnsembleView::memberOpened);
        // GD's members lie along the curve, alone.
        const QPoint place = placeOf(shown.view, ensemble(), 17, 0);
        QTest::mouseMove(shown.view.shownPlot(), place);
        QTRY_VERIFY(shown.view.marked().has_value());
        QVERIFY(shown.view.accessibleDescription().contains("Member 17"));
        QTest::mouseClick(shown.view.shownPlot(), Qt::LeftButton, {}, place);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toLongLong(), 17);
        // A drag is no click.
        QTest::mousePress(shown.view.shownPlot(), Qt::LeftButton, {}, place);
        QTest::mouseMove(shown.view.shownPlot(), place + QPoint(30, 0));
        QTest::mouseRelease(shown.view.shownPlot(), Qt::LeftButton, {}, place + QPoint(30, 0));
        QCOMPARE(opened.size(), 1);
    }

    void inTheHistogramToo()
    {
        Shown shown;
        shown.view.setChoices({{"view", "histogram"}});
        shown.show(ensemble());
        QSignalSpy opened(&shown.view, &EnsembleView::memberOpened);
        const int y =
            shown.view.shownPlot()->axisRect()->top() + shown.view.shownPlot()->axisRect()->height() / 4;
        for (int x = shown.view.shownPlot()->axisRect()->left(); opened.isEmpty() && x < 470; x += 3)
            QTest::mouseClick(shown.view.shownPlot(), Qt::LeftButton, {}, {x, y});
        QCOMPARE(opened.size(), 1);
        const std::int64_t least = opened[0][0].toLongLong(); // the first from the left
        for (const EnsembleEnd& end : ensemble().runs[0].ends) {
            const EnsembleEnd* first = endOf(ensemble().runs[0], least);
            QVERIFY(first->xNorm2 / first->yNorm2 <= end.xNorm2 / end.yNorm2);
        }
    }

    void keysGoFromMemberToMember()
    {
        Shown shown;
        shown.show(ensemble());
        shown.view.setFocus();
        QTRY_VERIFY(shown.view.hasFocus());
        QTest::keyClick(&shown.view, Qt::Key_Right);
        QCOMPARE(*shown.view.marked(), 0);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(*shown.view.marked(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QCOMPARE(*shown.view.marked(), 39); // round and round
        QVERIFY(shown.view.accessibleDescription().contains("Member 39"));
        QSignalSpy opened(&shown.view, &EnsembleView::memberOpened);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toLongLong(), 39);
    }

    void everyKindCanBeDrawn_data()
    {
        QTest::addColumn<QString>("pane");
        QTest::addColumn<int>("kind");
        for (const char* pane : {"limits", "histogram", "fan"})
            for (int kind = 0; kind < 5; ++kind)
                QTest::addRow("%s %d", pane, kind) << pane << kind;
    }
    void everyKindCanBeDrawn()
    {
        QFETCH(QString, pane);
        QFETCH(int, kind);
        Shown shown;
        shown.view.setChoices({{"view", pane}});
        EnsembleState state = ensemble(kind == 0 ? Vary::Noise : Vary::Both);
        for (EnsembleTrace& run : state.runs) {
            for (EnsembleEnd& end : run.ends) {
                if (kind == 1)
                    end.ending = Ending::Diverged;
                if (kind == 2)
                    end.xNorm2 = end.yNorm2 = 0; // collapsed
                if (kind == 3)
                    end.xNorm2 = 1e300;
            }
            if (kind == 4) {
                run.ends.clear();
                run.bands = {};
                run.path.clear();
                run.prediction = {};
            }
        }
        shown.show(state);
        const QCPRange x = shown.view.shownPlot()->xAxis->range();
        const QCPRange y = shown.view.shownPlot()->yAxis->range();
        QVERIFY(std::isfinite(x.lower) && std::isfinite(x.upper) && x.size() > 0);
        QVERIFY(std::isfinite(y.lower) && std::isfinite(y.upper) && y.size() > 0);
        QVERIFY(!shown.view.grab().isNull());
        shown.view.resize(640, 560);
        QApplication::processEvents();
        QVERIFY(!shown.view.grab().isNull());
    }

    void themesReachEveryPart()
    {
        for (const QSize size : {QSize(480, 240), QSize(640, 560)}) {
            Shown shown(size);
            shown.show(ensemble());
            const QImage light = shown.view.grab().toImage();
            shown.view.setTheme(makeTheme(ThemeKind::Dark));
            QApplication::processEvents();
            const QImage dark = shown.view.grab().toImage();
            QVERIFY(light != dark);
            for (const int x : {2, dark.width() - 3})
                QCOMPARE(dark.pixelColor(x, dark.height() - 2), makeTheme(ThemeKind::Dark).card);
            shown.view.setTheme(makeTheme(ThemeKind::Light));
            QApplication::processEvents();
            QCOMPARE(shown.view.grab().toImage(), light);
        }
    }
};

QTEST_MAIN(TestEnsembleView)
#include "test_ensemble_view.moc"
