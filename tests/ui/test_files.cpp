#include "tests/ui/window_fixture.h"

#include "core/io/embedded_experiment.h"
#include "core/io/experiment_file.h"
#include "core/io/made_with.h"
#include "ui/picture_frame.h"

#include <QAbstractButton>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QTimer>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

/// Answers the question about unsaved changes that comes up next; whether it did is in `asked`.
void answerWith(QMessageBox::StandardButton answer, bool& asked)
{
    asked = false;
    QTimer::singleShot(0, qApp, [answer, &asked] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box)
            return;
        asked = true;
        box->button(answer)->click();
    });
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT
private slots:
    void savedFileOpensToTheSame()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        Experiment experiment = defaultExperiment();
        const QString path = f.write("a.hyperdrift", QByteArray::fromStdString(experimentText(experiment)));
        f.window.files().open(path);
        QTRY_VERIFY(f.window.windowTitle().startsWith("a.hyperdrift –"));
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(200);
        QTRY_COMPARE(f.iteration(), 200);
        f.controller().changeParameter(1, {"noise.sigma1", 0.1});
        QTRY_COMPARE(f.controller().document().edits.size(), 1U);
        QVERIFY(f.window.files().isModified());
        f.find<PictureFrame>("picture2")->setPicture("valley");
        f.controller().runTo(400);
        QTRY_COMPARE(f.iteration(), 400);
        const double loss = f.controller().scene().runs[1].current.loss;
        QVERIFY(f.window.files().save());
        QVERIFY(!f.window.files().isModified());

        WindowFixture other;
        QTRY_VERIFY(other.isReady());
        other.window.files().open(path);
        QTRY_COMPARE(other.controller().document().edits.size(), 1U);
        QTRY_COMPARE(other.find<PictureFrame>("picture2")->picture(), QString("valley"));
        other.controller().runTo(400);
        QTRY_COMPARE(other.iteration(), 400);
        QCOMPARE(other.controller().scene().runs[1].current.loss, loss);
    }

    void pinnedRunsOfAMatrixMoveWithItsFolder()
    {
        QTemporaryDir home;
        const QDir folder(home.path());
        QVERIFY(folder.mkdir("old"));
        {
            WindowFixture f;
            QTRY_VERIFY(f.isReady());
            QFile matrix(folder.filePath("old/m.csv"));
            QVERIFY(matrix.open(QIODevice::WriteOnly) && matrix.write("1,0.5\n0.2,2\n0.1,0.3\n") > 0);
            matrix.close();
            QFile document(folder.filePath("old/a.hyperdrift"));
            QVERIFY(document.open(QIODevice::WriteOnly) &&
                    document.write(R"({"format": "hyperdrift-experiment", "version": 1,
                        "problem": {"matrix": "m.csv", "rank": 1}, "runs": [{"method": "gd", "eta": 0.02}]})") >
                        0);
            document.close();
            f.window.files().open(document.fileName());
            QTRY_VERIFY(f.window.windowTitle().startsWith("a.hyperdrift –"));
            f.controller().runTo(100);
            QTRY_COMPARE(f.iteration(), 100);
            f.controller().pinThisRun();
            QVERIFY(f.window.files().save());
        }
        QVERIFY(QDir(home.path()).rename("old", "new"));
        WindowFixture other;
        QTRY_VERIFY(other.isReady());
        other.window.files().open(folder.filePath("new/a.hyperdrift"));
        QTRY_COMPARE(other.controller().scene().ghosts.size(), 1U);
        QCOMPARE(other.controller().scene().ghosts.front()->head, 100);
        QVERIFY2(other.message().isEmpty(), qPrintable(other.message()));
    }

    void aBranchThatLosesChangesAsksBeforeItIsLeft()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        Experiment experiment = defaultExperiment();
        experiment.edits = {
            {.at = 500, .run = 1, .change = std::vector{Edit::SetParameter{"noise.sigma1", 0.1}}}};
        f.window.files().open(f.write("a.hyperdrift", QByteArray::fromStdString(experimentText(experiment))));
        QTRY_VERIFY(f.window.windowTitle().startsWith("a.hyperdrift –"));
        f.controller().runTo(1000);
        QTRY_COMPARE(f.iteration(), 1000);
        QVERIFY(!f.window.files().isModified());
        f.controller().seek(100);
        QTRY_COMPARE(f.iteration(), 100);
        f.controller().runTo(110);
        QTRY_COMPARE(f.controller().scene().head, 110);
        QTRY_VERIFY(f.window.files().isModified());
    }

    void whatWasChosenInThePicturesIsInTheFile()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.files().open(
            f.write("a.hyperdrift", QByteArray::fromStdString(experimentText(defaultExperiment()))));
        QTRY_VERIFY(f.window.windowTitle().startsWith("a.hyperdrift –"));
        f.find<QAbstractButton>("logX", f.find("picture2"))->click();
        f.find<QAbstractButton>("groundSmoothed", f.find("picture1"))->click();
        f.show("picture2", "flatness"); // the loss is not seen, and yet remembered
        QVERIFY(f.window.files().save());
        const auto written = parseView(readExperimentFile(f.window.files().file().path.toStdString()).view);
        QCOMPARE(written.choices["loss"].toObject(), QJsonObject({{"log_t", true}}));
        QVERIFY(written.choices["landscape"].toObject()["smoothed"].toBool());

        WindowFixture other;
        QTRY_VERIFY(other.isReady());
        other.find<QAbstractButton>("logX", other.find("picture3"))->click(); // the file's view wins
        other.window.files().open(f.window.files().file().path);
        QTRY_COMPARE(other.find<PictureFrame>("picture2")->picture(), QString("flatness"));
        QVERIFY(other.find<QAbstractButton>("groundSmoothed")->isChecked());
        QVERIFY(!other.find<QAbstractButton>("logX", other.find("picture3"))->isChecked());
        other.show("picture2", "loss");
        QVERIFY(other.find<QAbstractButton>("logX", other.find("picture2"))->isChecked());
    }

    void aViewIsReadAsFarAsItIsUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonObject>("choices");
        QTest::newRow("nothing") << "{}" << QJsonObject();
        QTest::newRow("no object") << R"({"choices": [1, 2], "direction": [], "pictures": 3})"
                                   << QJsonObject();
        QTest::newRow("before there were choices")
            << R"({"direction": 2, "smoothed": true})"
            << QJsonObject{{"landscape", QJsonObject{{"direction", 2}, {"smoothed", true}}}};
        QTest::newRow("unknown picture")
            << R"({"choices": {"nonsense": {"log_t": true}, "loss": {"log_t": true, "deep": {"a": 1}}}})"
            << QJsonObject{{"loss", QJsonObject{{"log_t", true}}}};
    }
    void aViewIsReadAsFarAsItIsUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(QJsonObject, choices);
        const ViewState view = parseView(text.toStdString());
        QCOMPARE(view.choices, choices);
        QVERIFY(view.pictures.isEmpty());
        QCOMPARE(parseView(viewText(view)).choices, choices);
    }

    void aFileWithoutAViewLeavesThePictures()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.show("picture2", "flatness");
        f.find<QAbstractButton>("logX", f.find("picture2"))->click();
        Experiment experiment = defaultExperiment();
        QVERIFY(parseView(experiment.view).pictures.isEmpty());
        f.window.files().open(f.write("a.hyperdrift", QByteArray::fromStdString(experimentText(experiment))));
        QTRY_VERIFY(f.window.windowTitle().startsWith("a.hyperdrift –"));
        QCOMPARE(f.find<PictureFrame>("picture2")->picture(), QString("flatness"));
        QVERIFY(f.find<QAbstractButton>("logX", f.find("picture2"))->isChecked());
    }

    void aFileOfAnotherInstructionSetIsTold()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        Experiment experiment = defaultExperiment();
        experiment.madeWith = MadeWith{"1.0", "neon"}; // of no processor that this program knows
        const auto open = [&](const QString& name) {
            f.window.files().open(f.write(name, QByteArray::fromStdString(experimentText(experiment))));
            return QTest::qWaitFor([&] { return f.window.files().name() == name && f.isReady(); });
        };
        QVERIFY(open("a.hyperdrift"));
        QVERIFY2(f.message().contains("a.hyperdrift was made with neon"), qPrintable(f.message()));
        QVERIFY(f.message().contains("--isa baseline"));
        QVERIFY(!f.window.files().isModified() && !f.controller().undoStack().canUndo());

        QVERIFY(f.window.files().save());
        const auto made = readExperimentFile(f.window.files().file().path.toStdString()).madeWith;
        QCOMPARE(made->isa, presentMaker().isa);
        QCOMPARE(made->version, presentMaker().version);

        experiment.engine = EngineKind::Reduced; // the same bits on all
        QVERIFY(open("b.hyperdrift"));
        QVERIFY2(f.message().isEmpty(), qPrintable(f.message()));
    }

    void wrongFileLeavesEverythingAsItIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QByteArray good = QByteArray::fromStdString(experimentText(defaultExperiment()));
        QTest::newRow("truncated") << good.left(good.size() / 2) << "no valid JSON";
        QTest::newRow("version") << QByteArray(good).replace("\"version\": 1", "\"version\": 99")
                                 << "/version";
        QTest::newRow("unknown key") << QByteArray(good).replace("\"title\"", "\"titel\"") << "titel";
        QTest::newRow("empty") << QByteArray() << "1:1: ";
    }
    void wrongFileLeavesEverythingAsItIs()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(20);
        QTRY_COMPARE(f.iteration(), 20);
        const QString title = f.window.windowTitle();
        f.window.files().open(f.write("wrong.hyperdrift", text));
        QTRY_VERIFY(f.message().contains("was not opened")); // not the notice of loading
        QVERIFY2(f.message().contains(place), qPrintable(f.message()));
        QVERIFY(!f.message().contains('\n'));
        QCOMPARE(f.window.windowTitle(), title);
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 21);
    }

    void aMatrixOpensAsANewDocument_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("d2");
        QTest::addColumn<int>("rank");
        QTest::newRow("three columns") << QByteArray("a,b,c\n1,2,3\n4,5,6.5\n7,1,2\n-3,2,1\n") << 3 << 2;
        QTest::newRow("one column") << QByteArray("1\n2\n3\n4\n") << 1 << 1;
    }
    void aMatrixOpensAsANewDocument()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, d2);
        QFETCH(int, rank);
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().changeParameter(0, {"eta", 0.01}); // of the document that goes
        bool asked = false;
        answerWith(QMessageBox::Discard, asked);
        f.window.files().open(f.write("numbers.CSV", text));
        QVERIFY(asked);
        QTRY_VERIFY(f.iteration() > 0 && f.controller().isPlaying());
        QCOMPARE(f.controller().scene().problem.d1, 4);
        QCOMPARE(f.controller().scene().problem.d2, d2);
        QCOMPARE(f.controller().scene().problem.rank, rank);
        QCOMPARE(f.controller().scene().runs.size(), 2U);
        QCOMPARE(f.controller().scene().runs[0].spec.eta, 0.02);
        QVERIFY(!f.controller().waiting().any());
        QVERIFY(!f.window.files().isModified());
        QVERIFY(f.window.windowTitle().startsWith("Untitled –"));
    }

    void aFigureOpensAsANewDocument()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        Experiment experiment = defaultExperiment();
        experiment.problem.d2 = 40;
        experiment.runs[1].noise.sigma1 = 0.2;
        const QByteArray figure =
            QByteArray::fromStdString(svgWithExperiment("<svg/>", experimentText(experiment)));
        const QString path = f.write("figure.svg", figure);
        f.window.files().open(path);
        QTRY_COMPARE(f.controller().scene().problem.d2, 40);
        QCOMPARE(f.controller().scene().runs[1].spec.noise.sigma1, 0.2);
        QVERIFY(!f.window.files().isModified());
        QVERIFY(f.window.windowTitle().startsWith("Untitled –"));
        QVERIFY(f.window.files().file().path.isEmpty()); // saving would replace the figure
        f.window.files().open(f.write("plain.svg", "<svg/>"));
        QTRY_COMPARE(f.message(),
                     "plain.svg was not opened: is an SVG picture or other XML that holds no experiment");
        QCOMPARE(f.controller().scene().problem.d2, 40);
    }

    void aDroppedFigureGivesItsExperimentBack()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        Experiment experiment = defaultExperiment();
        experiment.problem.d2 = 40;
        const QByteArray figure =
            QByteArray::fromStdString(svgWithExperiment("<svg/>", experimentText(experiment)));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(f.write("figure.svg", figure))});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&f.window, &enter);
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&f.window, &drop);
        QTRY_COMPARE(f.controller().scene().problem.d2, 40);
    }

    void aPictureWithoutAnExperimentIsToldApart()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        const QString path = f.folder.filePath("plain.png");
        QVERIFY(QImage(8, 8, QImage::Format_RGB32).save(path));
        f.window.files().open(path);
        QTRY_COMPARE(f.message(), "plain.png was not opened: is a PNG picture that holds no experiment");
    }

    void aDroppedMatrixWaitsInThePanel()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(f.write("m.csv", "1,2\n3,4\n"))});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&f.window, &enter);
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&f.window, &drop);
        QTRY_COMPARE(f.controller().draft().problem.d1, 2);
        QVERIFY(f.controller().waiting().problem);
        QCOMPARE(f.controller().scene().problem.d1, 20);
    }

    void wrongMatrixLeavesEverythingAsItIs()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.controller().readMatrix(f.write("wrong.csv", "1,2\n3,abc\n"));
        QTRY_VERIFY(f.message().contains("2:3") && f.message().contains("abc"));
        QVERIFY(!f.controller().waiting().any());
        f.window.files().open(f.write("wrong.csv", "1,2\n3\n"));
        QTRY_VERIFY2(f.message().startsWith("wrong.csv was not opened"), qPrintable(f.message()));
        QVERIFY(!f.controller().isPlaying());
        QCOMPARE(f.controller().scene().problem.d1, 20);
    }

    void closingAsksOnceThereIsSomethingToLose()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Right);
        QTRY_COMPARE(f.iteration(), 1);
        QVERIFY(!f.window.files().isModified()); // watching is no change
        f.controller().changeParameter(1, {"noise.sigma1", 0.1});
        bool asked = false;
        answerWith(QMessageBox::Cancel, asked);
        QVERIFY(!f.window.close());
        QVERIFY(asked);
        QVERIFY(f.window.isVisible());
        answerWith(QMessageBox::Discard, asked);
        QVERIFY(f.window.close());
        QVERIFY(asked);
    }

    void savingFromTheQuestionSaves()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        const QString path =
            f.write("b.hyperdrift", QByteArray::fromStdString(experimentText(defaultExperiment())));
        f.window.files().open(path);
        QTRY_VERIFY(f.window.windowTitle().startsWith("b.hyperdrift"));
        QTRY_VERIFY(f.isReady());
        f.controller().changeParameter(1, {"noise.sigma1", 0.2});
        QTRY_COMPARE(f.controller().scene().runs[1].spec.noise.sigma1, 0.2);
        bool asked = false;
        answerWith(QMessageBox::Save, asked);
        QVERIFY(f.window.close());
        QVERIFY(asked);
        QCOMPARE(readExperimentFile(path.toStdString()).runs[1].noise.sigma1, 0.2);
    }

    void savingFromTheQuestionKeepsWhatWaits()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        const QString path =
            f.write("w.hyperdrift", QByteArray::fromStdString(experimentText(defaultExperiment())));
        f.window.files().open(path);
        QTRY_VERIFY(f.window.windowTitle().startsWith("w.hyperdrift"));
        QTRY_VERIFY(f.isReady());
        ProblemSpec problem = f.controller().draft().problem;
        problem.d2 = 40;
        f.controller().setProblem(problem);
        bool asked = false;
        answerWith(QMessageBox::Save, asked);
        QVERIFY(!f.window.close());
        QVERIFY(asked);
        QVERIFY(f.window.isVisible() && f.window.files().isModified());
        QVERIFY(f.message().contains("apply on reset"));
        QCOMPARE(readExperimentFile(path.toStdString()).problem.d2, 30);

        f.controller().reset();
        QVERIFY(f.window.files().save()); // before the worker can answer
        QVERIFY(f.window.files().isModified());
        QVERIFY(f.message().contains("being prepared"));
        QTRY_COMPARE(f.controller().scene().problem.d2, 40);
        QTRY_VERIFY(f.isReady());
        answerWith(QMessageBox::Save, asked);
        QVERIFY(f.window.close());
        QCOMPARE(readExperimentFile(path.toStdString()).problem.d2, 40);
    }

    void aResetThatDropsEditsIsAChange()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        Experiment experiment = defaultExperiment();
        experiment.edits = {
            {.at = 100, .run = 1, .change = std::vector<Edit::SetParameter>{{"noise.sigma1", 0.1}}}};
        f.window.files().open(f.write("e.hyperdrift", QByteArray::fromStdString(experimentText(experiment))));
        QTRY_VERIFY(f.window.windowTitle().startsWith("e.hyperdrift"));
        QTRY_VERIFY(f.isReady());
        QVERIFY(!f.window.files().isModified());
        f.press(Qt::Key_R);
        QTRY_VERIFY(f.isReady() && f.controller().document().edits.empty());
        QVERIFY(f.window.files().isModified());
        QVERIFY(f.window.windowTitle().startsWith("e.hyperdrift*"));
    }

    void unwritableFileIsSaid()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        QVERIFY(QDir(f.folder.path()).mkdir("sub"));
        const QString path =
            f.write("sub/c.hyperdrift", QByteArray::fromStdString(experimentText(defaultExperiment())));
        f.window.files().open(path);
        QTRY_VERIFY(f.window.windowTitle().startsWith("c.hyperdrift"));
        QVERIFY(QDir(f.folder.filePath("sub")).removeRecursively());
        QVERIFY(!f.window.files().save());
        QVERIFY(f.message().contains("was not saved"));
    }

    void newDocumentIsTheDefault()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        Experiment experiment = defaultExperiment();
        experiment.problem.d1 = 12;
        f.window.files().open(f.write("d.hyperdrift", QByteArray::fromStdString(experimentText(experiment))));
        QTRY_COMPARE(f.controller().scene().problem.d1, 12);
        f.window.files().startNew();
        QTRY_COMPARE(f.controller().scene().problem.d1, 20);
        QVERIFY(f.window.windowTitle().startsWith("Untitled –"));
    }
};

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    TestFiles test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_files.moc"
