#include "tests/ui/window_fixture.h"

#include "core/io/experiment_file.h"
#include "ui/recent_files.h"
#include "ui/recent_menu.h"

#include <QMenuBar>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

QByteArray defaultText()
{
    return QByteArray::fromStdString(experimentText(defaultExperiment()));
}

bool open(WindowFixture& f, const QString& path)
{
    f.window.files().open(path);
    return QTest::qWaitFor(
        [&] { return f.window.windowTitle().startsWith(QFileInfo(path).fileName()) && f.isReady(); });
}

QStringList toolTips(const QMenu* menu)
{
    QStringList tips;
    for (const QAction* action : menu->actions()) {
        if (!action->isSeparator() && action->text() != "&Clear list")
            tips << action->toolTip();
    }
    return tips;
}

} // namespace

class TestRecentFiles : public QObject {
    Q_OBJECT
private slots:
    void theNewestComeFirstAndOnlyOnce()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
        RecentFiles files(settings);
        for (int i = 0; i < 10; ++i)
            files.add(QString("/x/%1").arg(i));
        files.add("/x/5");
        QCOMPARE(files.paths(),
                 QStringList({"/x/5", "/x/9", "/x/8", "/x/7", "/x/6", "/x/4", "/x/3", "/x/2"}));
        files.remove("/x/9");
        QCOMPARE(files.paths().size(), 7);
        files.clear();
        QVERIFY(files.paths().isEmpty());
    }

    void windowsShareThem()
    {
        const QTemporaryDir folder;
        QSettings one(folder.filePath("s.ini"), QSettings::IniFormat);
        QSettings two(folder.filePath("s.ini"), QSettings::IniFormat);
        RecentFiles first(one);
        RecentFiles second(two);
        first.add("/a");
        second.add("/b");
        first.add("/c");
        QCOMPARE(second.paths(), QStringList({"/c", "/b", "/a"}));
    }

    void namesDiffer_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("alone") << QStringList{"/u/a.h"} << QStringList{"a.h"};
        QTest::newRow("others") << QStringList{"/u/a.h", "/u/b.h"} << QStringList{"a.h", "b.h"};
        QTest::newRow("folders") << QStringList{"/u/x/a.h", "/u/y/a.h", "/u/b.h"}
                                 << QStringList{"a.h – x", "a.h – y", "b.h"};
        QTest::newRow("deeper") << QStringList{"/u/1/x/a.h", "/u/2/x/a.h", "/u/y/a.h"}
                                << QStringList{"a.h – 1/x", "a.h – 2/x", "a.h – y"};
        QTest::newRow("above") << QStringList{"/x/a.h", "/u/x/a.h"} << QStringList{"a.h – x", "a.h – u/x"};
    }
    void namesDiffer()
    {
        QFETCH(QStringList, paths);
        QFETCH(QStringList, names);
        QCOMPARE(distinctNames(paths), names);
    }

    void openedAndSavedFilesAreThere()
    {
        WindowFixture f;
        auto* menu = f.window.findChild<QMenu*>("recentMenu");
        QVERIFY(!menu->menuAction()->isVisible());
        QTRY_VERIFY(f.isReady());
        const QString a = f.write("a.hyperdrift", defaultText());
        const QString b = f.write("b & c.hyperdrift", defaultText());
        QVERIFY(open(f, a) && open(f, b));
        QVERIFY(menu->menuAction()->isVisible());
        QCOMPARE(toolTips(menu), QStringList({b, a}));
        QCOMPARE(menu->actions().constFirst()->text(), QString("&1  b && c.hyperdrift"));
        QVERIFY(menu->toolTipsVisible());

        emit f.find<QMenu>("recentMenu")->actions().at(1)->triggered();
        QTRY_VERIFY(f.window.windowTitle().startsWith("a.hyperdrift"));
        QTRY_COMPARE(toolTips(menu), QStringList({a, b}));
        menu->actions().constLast()->trigger();
        QTRY_VERIFY(!menu->menuAction()->isVisible());
    }

    void aFileThatIsGoneLeavesTheList()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        const QString a = f.write("a.hyperdrift", defaultText());
        const QString b = f.write("b.hyperdrift", defaultText());
        QVERIFY(open(f, a) && open(f, b));
        QVERIFY(QFile::remove(a));
        auto* menu = f.window.findChild<QMenu*>("recentMenu");
        menu->actions().at(1)->trigger();
        QTRY_VERIFY2(f.message().contains(a + " is no longer there"), qPrintable(f.message()));
        QCOMPARE(toolTips(menu), QStringList({b}));
        QVERIFY(f.window.windowTitle().startsWith("b.hyperdrift"));
    }

    void whatIsNoFileIsNotListed()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        QTRY_VERIFY(f.write("m.csv", "1,2\n3,4\n").endsWith("m.csv"));
        QSignalSpy opened(&f.controller(), &RunController::documentOpened);
        f.window.files().open(f.folder.filePath("m.csv")); // a document without a file
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(!f.window.findChild<QMenu*>("recentMenu")->menuAction()->isVisible());
    }
};

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    TestRecentFiles test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_recent_files.moc"
