// What pictures and runs can be taken away as, from the window's menus.

#include "core/io/command_text.h"
#include "core/io/run_csv.h"
#include "core/io/run_npz.h"
#include "core/run/execute.h"
#include "core/run/start.h"
#include "tests/ui/played_fixture.h"
#include "ui/copy_command.h"
#include "ui/picture_set.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_csv.h"
#include "ui/plots/plot_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QMimeData>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

struct Played : PlayedFixture {
    void saveAll(const QString& name)
    {
        QString asked;
        chooseFile(folder.filePath(name), asked);
        find<QAction>("saveAllData")->trigger();
        const QString told = "All data are in " + folder.filePath(name) + ".";
        if (asked.isNull() || !QTest::qWaitFor([&] { return message() == told; }))
            qFatal("the data are not saved");
    }
    QByteArray csvOf(const char* picture)
    {
        return plotCsv(plottedData(*find<PlotView>(picture), {"GD", "Perturbed GD"}));
    }
};

} // namespace

class TestPictureData : public QObject {
    Q_OBJECT
private slots:
    void aPictureIsCopiedAsCsv()
    {
        Played f;
        f.choose("picture2", "copyCsv");
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        const QByteArray csv = copied->data("text/csv");
        QCOMPARE(csv, f.csvOf("picture_loss"));
        QCOMPARE(copied->text().toUtf8(), csv);
        QVERIFY(csv.startsWith("series,x,y\n") && csv.contains("\"Perturbed GD, loss\",300,"));
        QCOMPARE(f.message(), QString("Loss copied: %1 rows of CSV").arg(csv.count('\n') - 1));
    }

    void aPictureIsCopiedAsTex()
    {
        Played f;
        f.choose("picture3", "copyTex");
        const QString tex = QGuiApplication::clipboard()->text();
        QVERIFY(tex.contains("\\documentclass[border=2pt]{standalone}"));
        QVERIFY(tex.contains("ylabel={$\\lVert X\\rVert ^{2}-\\lVert Y\\rVert ^{2}$}"));
        QVERIFY(f.message().startsWith("Imbalance copied"));
    }

    void aPictureIsSavedAsCsv()
    {
        Played f;
        QString asked;
        const QString path = f.folder.filePath("valley.csv");
        chooseFile(f.folder.filePath("valley"), asked); // the suffix comes by itself
        f.choose("picture4", "saveCsv");
        QVERIFY(!asked.isNull());
        QCOMPARE(contentOf(path), f.csvOf("picture_valley"));
        QVERIFY(f.message().contains("valley.csv"));
    }

    void whatCantBeWrittenIsTold()
    {
        Played f;
        QString asked;
        const QString path = f.folder.filePath("data.csv");
        QVERIFY(QFile::link(f.folder.filePath("nowhere/data.csv"), path)); // not even root can write there
        chooseFile(path, asked);
        f.choose("picture4", "saveCsv");
        QVERIFY(!asked.isNull());
        QVERIFY2(f.message().contains(path + " was not saved: "), qPrintable(f.message()));
        f.choose("picture3", "copyTex"); // says something else
        QVERIFY(!f.message().contains("not saved"));
        chooseFile(path, asked);
        f.find<QAction>("saveAllData")->trigger();
        QVERIFY(!asked.isNull());
        QTRY_VERIFY2(f.message().contains(path + " was not saved: "), qPrintable(f.message()));
    }

    void nothingIsSavedWhereThePersonCancels()
    {
        Played f;
        bool asked = false;
        QTimer::singleShot(0, qApp, [&asked] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            asked = dialog != nullptr;
            if (dialog)
                dialog->reject();
        });
        f.choose("picture4", "saveCsv");
        QVERIFY(asked);
        QCOMPARE(f.message(), QString());
    }

    void emptyPicturesHaveNothingToCopy()
    {
        Played f;
        f.show("picture2", "ensemble");
        QGuiApplication::clipboard()->setText("before");
        for (const char* entry : {"copyCsv", "copyTex", "saveCsv"}) { // no dialog comes up either
            f.choose("picture2", entry);
            QCOMPARE(f.message(), QString("Ensemble shows nothing yet."));
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), QString("before"));
    }

    void filesAreEnglishInEveryLanguage_data()
    {
        QTest::addColumn<QString>("picture");
        for (const QString& id : pictureIds()) {
            if (id != QLatin1String("ensemble")) // empty here
                QTest::newRow(qPrintable(id)) << id;
        }
    }
    void filesAreEnglishInEveryLanguage()
    {
        QFETCH(QString, picture);
        Played f;
        f.show("picture2", picture);
        const auto taken = [&f](const char* entry) {
            f.choose("picture2", entry);
            return QGuiApplication::clipboard()->text();
        };
        QTRY_VERIFY(taken("copyCsv").contains("Perturbed GD")); // what it wishes for has come
        const QString csv = taken("copyCsv");
        const QString tex = taken("copyTex");
        f.window.setLanguage(Language::Chinese);
        f.window.refresh();
        QTRY_COMPARE(taken("copyCsv"), csv);
        const auto withoutRanges = [](QString text) { // which follow the room that words leave
            return text.remove(QRegularExpression("[xy](min|max)=[^,]*, "));
        };
        QCOMPARE(withoutRanges(taken("copyTex")), withoutRanges(tex));
        QVERIFY(!(csv + tex).contains(QRegularExpression("\\p{Han}")));
        f.window.setLanguage(Language::English);
    }

    void rightClickAndMenuKeyOpenTheMenu()
    {
        Played f;
        QMenu* menu = f.menu("picture2");
        auto* view = f.find<PlotView>("picture_loss");
        QWidget* plot = view->findChild<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
        const QPoint at(40, 40);
        QContextMenuEvent click(QContextMenuEvent::Mouse, at, plot->mapToGlobal(at));
        QApplication::sendEvent(plot, &click);
        QCOMPARE(QApplication::activePopupWidget(), menu);
        menu->close();
        auto* title = f.find<QToolButton>("title", f.find("picture2"));
        // As the key comes from an X server: to what has the focus.
        QContextMenuEvent key(QContextMenuEvent::Keyboard, title->rect().center(),
                              title->mapToGlobal(title->rect().center()));
        QApplication::sendEvent(title, &key);
        QCOMPARE(QApplication::activePopupWidget(), menu);
        menu->close();
    }

    void allDataAreWhatTheConsoleWrites()
    {
        Played f;
        f.playTo(5001); // between two samples
        f.saveAll("all.csv");
        Experiment experiment = f.controller().document();
        experiment.steps = 5001;
        const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
        const std::string expected =
            runCsv(*problem, execute(experiment, problem, makeRunStart(experiment, *problem), {}));
        QCOMPARE(contentOf(f.folder.filePath("all.csv")), QByteArray::fromStdString(expected));
    }

    void allDataAreThoseOfTheWholeRecording()
    {
        Played f;
        f.playTo(5001); // between two samples
        f.saveAll("before.csv");
        f.controller().seek(100);
        QVERIFY(QTest::qWaitFor([&] { return f.iteration() == 100; }));
        f.saveAll("after.csv");
        const QByteArray before = contentOf(f.folder.filePath("before.csv"));
        QVERIFY(before.contains("\n1,5001,"));
        QCOMPARE(contentOf(f.folder.filePath("after.csv")), before);
    }

    void arraysAreWhatTheConsoleWrites()
    {
        Played f;
        f.playTo(5001);
        f.saveAll("all.npz");
        Experiment experiment = f.controller().document();
        experiment.steps = 5001;
        const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
        const std::string expected = runNpz(
            experiment, *problem, execute(experiment, problem, makeRunStart(experiment, *problem), {}));
        QCOMPARE(contentOf(f.folder.filePath("all.npz")), QByteArray::fromStdString(expected));
    }

    void theKindThatIsChosenGivesTheSuffix()
    {
        Played f;
        QTimer::singleShot(0, qApp, [&f] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            auto* kinds = dialog->findChild<QComboBox*>("fileTypeCombo");
            QTest::keyClick(kinds, Qt::Key_Down);
            QCOMPARE(kinds->currentText(), QString("NumPy arrays (*.npz)"));
            dialog->findChild<QLineEdit*>("fileNameEdit")->setText(f.folder.filePath("named"));
            static_cast<QDialog*>(dialog)->accept();
        });
        f.find<QAction>("saveAllData")->trigger();
        QTRY_VERIFY(f.message().contains("named.npz"));
        QVERIFY(contentOf(f.folder.filePath("named.npz")).startsWith("PK"));
    }

    void otherKindsOfFileAreRefused()
    {
        Played f;
        const QString path = f.folder.filePath("all.xlsx");
        f.controller().saveData(path);
        QVERIFY(f.message().contains("all.xlsx") && f.message().contains(".csv or .npz"));
        QVERIFY(!QFileInfo::exists(path));
    }

    void theCommandRepeatsWhatIsShown()
    {
        Played f;
        f.controller().changeParameter(1, {"noise.sigma1", 0.125});
        f.playTo(700);
        f.controller().seek(500);
        QVERIFY(QTest::qWaitFor([&] { return f.iteration() == 500; }));
        f.find<QAction>("copyCommand")->trigger();
        const QString command = QGuiApplication::clipboard()->text();
        QCOMPARE(command, QString::fromStdString(commandText(f.controller().document(), 500)));
        QVERIFY(command.startsWith("hyperdrift-cli run --set ") && command.contains("0.125"));
        QVERIFY(f.message().startsWith("Copied: hyperdrift-cli run "));
    }

    void whatNoCommandSaysNamesTheFile()
    {
        Experiment document = defaultExperiment();
        document.problem.matrix = MatrixSource{}; // cells without a file
        document.problem.matrix->cells = std::make_shared<const MatrixCells>();
        QGuiApplication::clipboard()->setText("before");
        for (const DocumentFile& file : {DocumentFile{}, DocumentFile{"/a file", {}, true}}) {
            const Message refusal = copyCommand(document, file, 7);
            QVERIFY(refusal.kind == Message::Kind::Problem);
            QVERIFY2(refusal.text.contains("/problem/matrix"), qPrintable(refusal.text));
            QCOMPARE(QGuiApplication::clipboard()->text(), QString("before"));
        }
        copyCommand(document, {"/a file", {}, false}, 7);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString("hyperdrift-cli run '/a file' --steps 7"));
    }
};

QTEST_MAIN(TestPictureData)
#include "test_picture_data.moc"
