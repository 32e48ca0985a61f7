// The window in another language: which one it begins with, and that a switch loses nothing.

#include "tests/ui/window_fixture.h"
#include "ui/help_window.h"
#include "ui/language.h"
#include "ui/lesson_desk.h"
#include "ui/panels/ghost_row.h"
#include "ui/plots/guess_overlay.h"
#include "ui/plots/landscape_view.h"
#include "ui/plots/plot_view.h"
#include "ui/widgets/markdown_view.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>

#include <qcustomplot.h>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

struct LanguageFixture : WindowFixture {
    /// As its menu's entry does.
    void choose(Language language)
    {
        const auto entries = find<QMenu>("languageMenu")->actions();
        for (QAction* entry : entries) {
            if (entry->data().toString() == languageName(language))
                entry->trigger();
        }
        QCoreApplication::processEvents();
    }

    QString playText() { return find<QPushButton>("play")->text(); }
    PlotView* view(const QString& frame) { return find<PlotView>(QString(), find(frame)); }
    QAction* undoEntry() { return window.menuBar()->actions().at(1)->menu()->actions().constFirst(); }
};

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { useLanguage(Language::English); }

    void theFirstThatItSpeaksIsChosen_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<Language>("spoken");
        QTest::newRow("Chinese") << QStringList{"zh-CN", "zh"} << Language::Chinese;
        QTest::newRow("Singapore") << QStringList{"zh-Hans-SG"} << Language::Chinese;
        QTest::newRow("English") << QStringList{"en-GB", "zh-CN"} << Language::English;
        QTest::newRow("German, then Chinese") << QStringList{"de-DE", "de", "zh-CN"} << Language::Chinese;
        QTest::newRow("French") << QStringList{"fr-FR", "fr"} << Language::English;
        QTest::newRow("no locale") << QStringList{"C"} << Language::English;
        QTest::newRow("nothing") << QStringList{} << Language::English;
    }
    void theFirstThatItSpeaksIsChosen()
    {
        QFETCH(QStringList, wanted);
        QFETCH(Language, spoken);
        QCOMPARE(spokenOf(wanted), spoken);
    }

    void namesAreUnderstood()
    {
        for (const Language language : {Language::System, Language::English, Language::Chinese})
            QCOMPARE(languageNamed(languageName(language)), std::optional(language));
        QVERIFY(!languageNamed("klingon"));
    }

    void theChoiceIsRemembered()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        QCOMPARE(f.playText(), QStringLiteral("Play"));
        f.choose(Language::Chinese);
        QCOMPARE(f.playText(), QStringLiteral("播放"));
        f.window.close();
        MainWindow next(f.settings);
        QCOMPARE(next.language(), Language::Chinese);
        QCOMPARE(next.findChild<QPushButton*>("play")->text(), QStringLiteral("播放"));
    }

    void everythingThatItSaysIsInThatLanguage()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.choose(Language::Chinese);
        QTRY_COMPARE(f.find<QLineEdit>("name", f.find("run1"))->text(), QStringLiteral("扰动梯度下降"));
        QCOMPARE(f.controller().scene().runs[1].spec.name, std::string("Perturbed GD")); // the file's
        static const QRegularExpression english(QStringLiteral("[A-Za-z]{4,}"));
        static const QSet<QString> fine = {"Hyperdrift", "Esc", "Page", "Shift", "Home"};
        QStringList left;
        for (const QWidget* widget : f.window.findChildren<QWidget*>()) {
            const auto* label = qobject_cast<const QLabel*>(widget);
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            QString text = widget->toolTip() + widget->accessibleName() + widget->accessibleDescription() +
                           (label    ? label->text()
                            : button ? button->text()
                                     : QString());
            text.remove(QRegularExpression(QStringLiteral("<[^>]*>|sinh|cosh|log")));
            for (auto match = english.globalMatch(text); match.hasNext();) {
                const QString word = match.next().captured();
                if (!fine.contains(word))
                    left << widget->objectName() + QStringLiteral(": ") + word;
            }
        }
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
    }

    void theRunGoesOn()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Space);
        QTRY_VERIFY(f.iteration() > 0);
        const std::int64_t before = f.iteration();
        f.choose(Language::Chinese);
        QVERIFY(f.controller().isPlaying());
        QVERIFY(f.iteration() >= before);
        QTRY_VERIFY(f.iteration() > before);
        QCOMPARE(f.playText(), QStringLiteral("暂停"));
        f.press(Qt::Key_Space);
        QVERIFY(!f.controller().isPlaying());
        f.choose(Language::English);
        QCOMPARE(f.playText(), QStringLiteral("Play"));
    }

    void thePastThatIsShownStays()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(500);
        QTRY_COMPARE(f.iteration(), 500);
        f.controller().seek(120);
        QTRY_COMPARE(f.iteration(), 120);
        const Sample before = f.controller().scene().runs[1].current;
        f.choose(Language::Chinese);
        QCOMPARE(f.iteration(), 120);
        QCOMPARE(f.controller().scene().head, 500);
        QCOMPARE(f.controller().scene().runs[1].current.loss, before.loss);
        QVERIFY(f.window.windowTitle().contains(QStringLiteral("t = 120")));
        QVERIFY(f.view("picture1")->accessibleDescription().contains(QStringLiteral("第 120 次迭代")));
    }

    void undoStaysAndIsSaidAnew()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().addRun();
        const QString english = f.undoEntry()->text();
        QVERIFY2(english.contains("add Perturbed GD 2"), qPrintable(english));
        f.choose(Language::Chinese);
        QVERIFY2(f.undoEntry()->text().contains(QStringLiteral("添加扰动梯度下降 2")),
                 qPrintable(f.undoEntry()->text()));
        QCOMPARE(f.controller().undoStack().count(), 1);
        QVERIFY(f.find("waitingBar")->isVisible());
        f.undoEntry()->trigger();
        QCOMPARE(f.controller().draft().runs.size(), 2U);
        QVERIFY(!f.find("waitingBar")->isVisible());
    }

    void aGhostIsTitledAnew()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(300);
        QTRY_COMPARE(f.iteration(), 300);
        f.controller().pinThisRun();
        const auto title = [&f] {
            auto* row = f.find<GhostRow>(QString());
            return row ? f.find<QLabel>("title", row)->text() : QString();
        };
        QCOMPARE(title(), QStringLiteral("seed 3, to t = 300"));
        f.choose(Language::Chinese);
        QCOMPARE(title(), QStringLiteral("种子 3，到 t = 300"));
    }

    void picturesStayWithTheirChoicesAndZoom()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(300);
        QTRY_COMPARE(f.iteration(), 300);
        f.show("picture2", "spectrum");
        QTest::mouseClick(f.find("logX", f.find("picture3")), Qt::LeftButton);
        const QJsonObject choices = f.view("picture3")->choices();
        QVERIFY(!choices.isEmpty());
        QCustomPlot* plot = f.view("picture3")->plot();
        emit plot->mouseWheel(nullptr); // a zoom
        plot->xAxis->setRange(50, 100);
        f.window.resize(1400, 850);
        const QSize size = f.window.size();
        const QList<int> columns = f.find<QSplitter>(QString())->sizes();
        f.choose(Language::Chinese);
        QCOMPARE(f.view("picture2")->title(), QStringLiteral("奇异值谱"));
        QCOMPARE(f.view("picture3")->choices(), choices);
        QVERIFY(!f.view("picture3")->isAutoRange());
        QCOMPARE(f.view("picture3")->plot()->xAxis->range().lower, 50);
        QCOMPARE(f.view("picture3")->plot()->xAxis->range().upper, 100);
        QVERIFY(f.view("picture4")->isAutoRange());
        QCOMPARE(f.window.size(), size);
        QCOMPARE(f.find<QSplitter>(QString())->sizes(), columns);
    }

    void whatStandsAloneAndTheEightStartsStay()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_8);
        auto* landscape = qobject_cast<LandscapeView*>(f.view("picture1"));
        QVERIFY(landscape && landscape->hasEightStarts());
        f.press(Qt::Key_1);
        f.choose(Language::Chinese);
        QVERIFY(f.find("picture1")->isVisible() && !f.find("picture2")->isVisible());
        landscape = qobject_cast<LandscapeView*>(f.view("picture1"));
        QVERIFY(landscape && landscape->hasEightStarts());
        f.press(Qt::Key_1);
        QVERIFY(f.find("picture2")->isVisible());
    }

    void aLockStays()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.find<QCheckBox>("lockBalance", f.find("run1"))->setChecked(true);
        const int steps = f.controller().undoStack().count();
        f.choose(Language::Chinese);
        QVERIFY(f.find<QCheckBox>("lockBalance", f.find("run1"))->isChecked());
        QCOMPARE(f.controller().undoStack().count(), steps);
    }

    void whatWasTypedCounts()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        auto* box = f.find<QLineEdit>("box", f.find("eta", f.find("run0")));
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, "0.05");
        f.choose(Language::Chinese);
        QCOMPARE(f.controller().draft().runs[0].spec.eta, 0.05);
        QCOMPARE(f.find<QLineEdit>("box", f.find("eta", f.find("run0")))->text(), QStringLiteral("0.05"));
    }

    void aMessageStays()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.showProblem("The disk is full.");
        f.choose(Language::Chinese);
        QCOMPARE(f.message(), QStringLiteral("The disk is full."));
    }

    void keysWorkOnceAndAreListedAnew()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Question);
        auto* help = f.window.findChild<HelpWindow*>();
        QVERIFY(help && help->isVisible());
        f.choose(Language::Chinese);
        QTRY_VERIFY(help->windowTitle().contains(QStringLiteral("帮助")));
        auto* page = help->findChild<MarkdownView*>();
        QTRY_VERIFY(page->toPlainText().contains(QStringLiteral("播放")));
        QCOMPARE(help->page(), QString("keys"));
        help->close();
        f.window.activateWindow();
        f.window.setFocus();
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 1);
        f.press(Qt::Key_F5);
        QVERIFY(!f.find("readout")->isVisible());
        f.choose(Language::English);
        QVERIFY(!f.find("readout")->isVisible());
        f.press(Qt::Key_Escape);
        QVERIFY(f.find("readout")->isVisible());
    }

    void aLessonGoesOnAtItsStep()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.openLesson("03-noise-chooses", 2);
        QTRY_COMPARE(f.window.lessons().guide().phase(), LessonGuide::Phase::Playing);
        const auto heading = [&f] { return f.find<QLabel>("lessonHeading")->text(); };
        const std::int64_t before = f.iteration();
        f.find<QToolButton>("lessonShowNotes")->setChecked(true);
        f.choose(Language::Chinese);
        QCOMPARE(heading(), QStringLiteral("从另一侧出发"));
        QVERIFY(f.find("lessonPanel")->isVisible());
        QVERIFY(f.find("lessonNotes")->isVisible());
        QVERIFY(f.window.windowTitle().startsWith(QStringLiteral("噪声做出选择")));
        QCOMPARE(f.window.lessons().guide().index(), 2U);
        QCOMPARE(f.window.lessons().guide().phase(), LessonGuide::Phase::Playing);
        QVERIFY(f.iteration() >= before);
        f.press(Qt::Key_PageDown); // to the step's end
        QTRY_COMPARE(f.window.lessons().guide().phase(), LessonGuide::Phase::Ended);
        f.press(Qt::Key_PageDown);
        QTRY_COMPARE(heading(), QStringLiteral("八个起点，一个终点"));
        f.choose(Language::English);
        QCOMPARE(f.window.lessons().guide().index(), 3U);
        QVERIFY(!f.find<QToolButton>("lessonClose")->icon().isNull());
        f.click("lessonClose");
        QTRY_VERIFY(!f.window.lessons().isOpen());
        QVERIFY(!f.find("lessonPanel")->isVisible());
    }

    void aGuessStays()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.openLesson("03-noise-chooses", 1);
        QTRY_COMPARE(f.window.lessons().guide().phase(), LessonGuide::Phase::Asking);
        const auto overlay = [&f] { return f.find<GuessOverlay>("guess"); };
        QTRY_VERIFY(overlay());
        QTest::mouseClick(f.view("picture1")->plot(), Qt::LeftButton, {}, {150, 150});
        QCOMPARE(overlay()->guess().size(), 1);
        const QPointF guess = overlay()->guess().constFirst();
        f.choose(Language::Chinese);
        QVERIFY(overlay()->isOpen());
        QCOMPARE(overlay()->guess().size(), 1);
        QCOMPARE(overlay()->guess().constFirst(), guess);
        QVERIFY(f.find<QLabel>("lessonQuestion")->text().contains(QStringLiteral("扰动梯度下降")));
        f.click("lessonReveal");
        QVERIFY(!overlay()->isOpen());
        f.choose(Language::English);
        QVERIFY(overlay() && !overlay()->isOpen());
    }

    void aRunsOwnNameIsNotTranslated()
    {
        LanguageFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().rename(0, "GD, once more");
        f.choose(Language::Chinese);
        auto* name = f.find<QLineEdit>("name", f.find("run0"));
        QCOMPARE(name->text(), QStringLiteral("GD, once more"));
        // Leaving a field that shows a translated name changes nothing.
        auto* other = f.find<QLineEdit>("name", f.find("run1"));
        const int steps = f.controller().undoStack().count();
        emit other->editingFinished();
        QCOMPARE(f.controller().undoStack().count(), steps);
        QCOMPARE(f.controller().draft().runs[1].spec.name, std::string("Perturbed GD"));
    }
};

QTEST_MAIN(TestLanguage)
#include "test_language.moc"
