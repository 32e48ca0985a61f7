// Panels, and how the window makes room for them: nothing is cut, nothing moves under the hand.

#include "tests/support/scenes.h"
#include "tests/ui/window_fixture.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/ghost_list.h"
#include "ui/panels/ghost_row.h"
#include "ui/panels/panel_section.h"
#include "ui/panels/readout_panel.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/panel_scroll.h"
#include "ui/widgets/spare_label.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QVBoxLayout>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

const NumberRange range{.least = 0, .greatest = 10, .sliderFrom = 0.1, .sliderTo = 1, .standard = 0.5};

void type(QWidget& row, const QString& text)
{
    auto* box = row.findChild<QLineEdit*>("box");
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return);
}

/// The left edges of all labels of a panel, in the order in which they were made.
QList<int> leftEdges(const QWidget& panel)
{
    QList<int> edges;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        edges << label->mapTo(&panel, QPoint()).x();
    return edges;
}

} // namespace

class TestPanels : public QObject {
    Q_OBJECT
private slots:
    void theWindowFitsSmallScreens_data()
    {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light) << QSize(800, 600);
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark) << QSize(800, 600);
        QTest::newRow("projector") << static_cast<int>(ThemeKind::Projector) << QSize(1280, 800);
    }
    void theWindowFitsSmallScreens()
    {
        QFETCH(int, theme);
        QFETCH(QSize, size);
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.setThemeKind(static_cast<ThemeKind>(theme));
        f.controller().rename(0, "A name as long as the box takes it, 40 ch");
        ProblemSpec problem;
        problem.rank = 3;
        problem.spectrum = {3, 2, 1};
        f.controller().setProblem(problem);
        f.controller().reset();
        QTRY_COMPARE(f.controller().scene().problem.rank, 3);
        f.window.resize(size);
        // What gave way a step before may let the window be smaller still.
        QTRY_COMPARE((f.window.resize(size), QApplication::processEvents(), f.window.size()), size);
        auto* time = f.find<QLabel>("time");
        QVERIFY(time->fontMetrics().horizontalAdvance(time->text()) <= time->width());
        auto* subtitle = dynamic_cast<SpareLabel*>(f.find("subtitle"));
        QVERIFY(subtitle);
        if (theme == static_cast<int>(ThemeKind::Projector))
            QVERIFY(!subtitle->shown().isEmpty());
    }

    void aSectionFoldsAndStaysSo()
    {
        QTemporaryDir folder;
        const auto settings = [&] { return folder.filePath("settings.ini"); };
        {
            QSettings kept(settings(), QSettings::IniFormat);
            MainWindow window(kept);
            window.show();
            auto* section = window.findChild<PanelSection*>("problemSection");
            auto* rows = window.findChild<QWidget*>("d1");
            QVERIFY(section && rows && rows->isVisible());
            const int height = section->height();
            QTest::mouseClick(section->findChild<QToolButton*>("fold"), Qt::LeftButton);
            QVERIFY(section->isFolded() && !rows->isVisible());
            QTRY_VERIFY(section->height() < height / 3);
            window.close();
        }
        QSettings kept(settings(), QSettings::IniFormat);
        MainWindow again(kept);
        again.show();
        QVERIFY(QTest::qWaitForWindowActive(&again));
        QVERIFY(again.findChild<PanelSection*>("problemSection")->isFolded());
        QVERIFY(!again.findChild<PanelSection*>("runsSection")->isFolded());
        auto* fold = again.findChild<PanelSection*>("problemSection")->findChild<QToolButton*>("fold");
        fold->setFocus();
        QTest::keyClick(fold, Qt::Key_Space);
        QVERIFY(again.findChild<QWidget*>("d1")->isVisible());
    }

    void ghostsAreListedWithWhatCanBeDone()
    {
        ExperimentPanel panel;
        panel.show();
        auto* list = panel.findChild<GhostList*>();
        QVERIFY(list->isHidden());
        const auto ghostNamed = [](std::uint64_t id, const std::string& letter, bool pinned) {
            auto ghost = std::make_shared<Ghost>();
            ghost->id = id;
            ghost->letter = letter;
            ghost->title =
                "Until 12,480: a title that is a good deal longer than the panel is wide, to the end";
            ghost->pinned = pinned;
            return ghost;
        };
        panel.setGhosts({ghostNamed(7, "A", true), ghostNamed(9, "B", false)});
        QVERIFY(!list->isHidden());
        const auto rows = list->findChildren<GhostRow*>();
        QCOMPARE(rows.size(), 2);
        const auto button = [&](qsizetype row, const char* name) {
            return rows[row]->findChild<QToolButton*>(name);
        };
        QCOMPARE(rows[1]->findChild<QLabel*>("letter")->text(), "B");
        QVERIFY(rows[0]->findChild<QLabel*>("title")->toolTip().endsWith("to the end"));
        QVERIFY(button(0, "pin")->isChecked() && !button(1, "pin")->isChecked());
        QCOMPARE(button(1, "restore")->accessibleName(), "Restore B");
        QSignalSpy pinned(&panel, &ExperimentPanel::ghostPinToggled);
        QSignalSpy restored(&panel, &ExperimentPanel::ghostRestoreWanted);
        QSignalSpy dismissed(&panel, &ExperimentPanel::ghostDismissWanted);
        button(1, "pin")->click();
        button(1, "restore")->click();
        button(0, "dismiss")->click();
        QCOMPARE(pinned, (QList<QVariantList>{{quint64{9}, true}}));
        QCOMPARE(restored, QList<QVariantList>{{quint64{9}}});
        QCOMPARE(dismissed, QList<QVariantList>{{quint64{7}}});

        panel.setGhosts({ghostNamed(9, "B", true)});
        QVERIFY(rows[0]->isHidden() && !rows[1]->isHidden());
        QVERIFY(button(1, "pin")->isChecked());
        QCOMPARE(pinned.size(), 1); // what is shown is no wish
        panel.setGhosts({});
        QVERIFY(list->isHidden());
    }

    void anErrorMovesNoRow()
    {
        QWidget page;
        auto* column = new QVBoxLayout(&page);
        NumberEdit first("η", "step", range);
        NumberEdit second("σ", "noise", range);
        column->addWidget(&first);
        column->addWidget(&second);
        page.resize(260, 300);
        page.show();
        const QRect before = second.geometry();
        type(first, "abc");
        QApplication::processEvents();
        auto* error = page.findChild<QLabel*>("rowError", Qt::FindDirectChildrenOnly);
        QVERIFY(error && error->isVisible());
        QVERIFY(error->y() >= first.geometry().bottom());
        QCOMPARE(second.geometry(), before);
        QCOMPARE(first.findChild<QLineEdit*>("box")->accessibleDescription(), first.error());
        QVERIFY(!first.error().isEmpty());
        type(first, "0.3");
        QVERIFY(!error->isVisible());
        QVERIFY(first.findChild<QLineEdit*>("box")->accessibleDescription().isEmpty());
    }

    void anErrorAtThePagesEndStandsAbove()
    {
        QWidget page;
        auto* column = new QVBoxLayout(&page);
        NumberEdit edit("η", "step", range);
        column->addStretch(1);
        column->addWidget(&edit);
        page.resize(260, 200);
        page.show();
        type(edit, "abc");
        QApplication::processEvents();
        const auto* error = page.findChild<QLabel*>("rowError", Qt::FindDirectChildrenOnly);
        QVERIFY(error && error->isVisible());
        QVERIFY(error->geometry().bottom() < edit.y());
        QVERIFY(page.rect().contains(error->geometry()));
    }

    void aMessageMovesNothing()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        QApplication::processEvents();
        const QRect picture = f.find("picture4")->rect();
        const QPoint at = f.find("picture4")->mapTo(&f.window, QPoint());
        auto& bar = dynamic_cast<MessageBar&>(*f.find("messageBar"));
        bar.showMessage({Message::Kind::Problem, "Something happened.", "Mend it", {}});
        QApplication::processEvents();
        QVERIFY(bar.isVisible());
        QCOMPARE(f.find("picture4")->rect(), picture);
        QCOMPARE(f.find("picture4")->mapTo(&f.window, QPoint()), at);
        // Over the pictures, never over the controls of the runs.
        const QRect covered(bar.mapTo(&f.window, QPoint()), bar.size());
        const auto* panel = f.window.findChild<ExperimentPanel*>();
        QVERIFY(!covered.intersects(QRect(panel->mapTo(&f.window, QPoint()), panel->size())));
        QVERIFY(f.window.rect().contains(covered));
        f.window.resize(1000, 700);
        QApplication::processEvents();
        QVERIFY(f.window.rect().contains(QRect(bar.mapTo(&f.window, QPoint()), bar.size())));
        QTest::mouseClick(f.find("messageClose"), Qt::LeftButton);
        QVERIFY(!bar.isVisible());
    }

    void anAddedRunIsSeen()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.resize(900, 600);
        f.click("addRun");
        QTRY_VERIFY(f.find("run2"));
        const auto isSeen = [&] {
            const QWidget* run = f.find("run2");
            const QWidget* viewport = f.window.findChild<PanelScroll*>()->viewport();
            const QRect place(run->mapTo(viewport, QPoint()), run->size());
            return viewport->rect().contains(place);
        };
        QTRY_VERIFY(isSeen());
    }

    void divergenceMovesNoNumber()
    {
        Scene scene = emptyRuns();
        addSample(scene, 0, 0, 1.1, 0.9);
        addSample(scene, 1, 0, 1.1, 0.9);
        ReadoutPanel panel;
        panel.resize(1200, 80);
        panel.show();
        panel.refresh(scene);
        QApplication::processEvents();
        const QList<int> before = leftEdges(panel);
        scene.runs[0].status = RunStatus::Diverged;
        scene.runs[0].iteration = 12345;
        panel.refresh(scene);
        QApplication::processEvents();
        QCOMPARE(leftEdges(panel), before);
        const auto labels = panel.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().contains("12,345") && label->toolTip() == label->text();
        }));
    }

    void labelsGiveWay()
    {
        SpareLabel spare(QStringList{"a long text that needs room", "short"});
        spare.resize(spare.sizeHint());
        QCOMPARE(spare.shown(), QString("a long text that needs room"));
        spare.resize(spare.fontMetrics().horizontalAdvance(spare.text()) - 1, 20);
        QCOMPARE(spare.shown(), QString("short"));
        spare.resize(3, 20);
        QCOMPARE(spare.shown(), QString());
        QCOMPARE(spare.minimumSizeHint().width(), 0);

        ElidedLabel elided(5);
        elided.setText("a name of many letters");
        QVERIFY(elided.minimumSizeHint().width() < elided.sizeHint().width() / 2);
        QCOMPARE(elided.toolTip(), elided.text());
    }
};

QTEST_MAIN(TestPanels)
#include "test_panels.moc"
