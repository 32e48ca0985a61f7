#include "tests/ui/answer.h"
#include "tests/ui/window_fixture.h"

#include "core/io/experiment_file.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

double sigmaIn(const QString& path)
{
    return readExperimentFile(path.toStdString()).runs[1].noise.sigma1;
}

QByteArray textWithSigma(double sigma)
{
    Experiment experiment = defaultExperiment();
    experiment.runs[1].noise.sigma1 = sigma;
    return QByteArray::fromStdString(experimentText(experiment));
}

/// A window with a file of its own, in which sigma1 of the second run was changed to 0.2.
struct ChangedDocument : WindowFixture {
    QString path;

    bool prepare()
    {
        path = write("a.hyperdrift", textWithSigma(0.05));
        return open(path) && change(0.2);
    }
    bool open(const QString& file)
    {
        window.files().open(file);
        return QTest::qWaitFor(
            [&] { return window.windowTitle().startsWith(QFileInfo(file).fileName()) && isReady(); });
    }
    bool change(double sigma)
    {
        controller().changeParameter(1, {"noise.sigma1", sigma});
        return QTest::qWaitFor([&] { return controller().scene().runs[1].spec.noise.sigma1 == sigma; });
    }
};

/// Without the rights of root, to whom every folder can be written.
class AsNobody {
public:
    AsNobody()
    {
        if (m_isRoot)
            m_isRoot = ::seteuid(65534) == 0;
    }
    ~AsNobody()
    {
        if (m_isRoot && ::seteuid(0) != 0)
            std::abort();
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    bool m_isRoot = ::geteuid() == 0;
};

} // namespace

class TestFileTrouble : public QObject {
    Q_OBJECT
private slots:
    void changedByAnotherProgramIsAsked_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("saved");
        QTest::newRow("overwrite") << "Overwrite" << true;
        QTest::newRow("cancel") << "Cancel" << false;
    }
    void changedByAnotherProgramIsAsked()
    {
        QFETCH(QString, answer);
        QFETCH(bool, saved);
        ChangedDocument f;
        QVERIFY(f.prepare());
        f.write("a.hyperdrift", textWithSigma(0.3));
        bool asked = false;
        answerWith("overwriteQuestion", answer, asked);
        QCOMPARE(f.window.files().save(), saved);
        QVERIFY(asked);
        QCOMPARE(sigmaIn(f.path), saved ? 0.2 : 0.3);
        QCOMPARE(f.window.files().isModified(), !saved);
        if (!saved)
            return;
        QVERIFY(f.change(0.1));
        QVERIFY(f.window.files().save());
        QCOMPARE(sigmaIn(f.path), 0.1);
    }

    void changedFileCanBeSavedElsewhere()
    {
        ChangedDocument f;
        QVERIFY(f.prepare());
        const QByteArray others = textWithSigma(0.3);
        f.write("a.hyperdrift", others);
        const QString elsewhere = f.folder.filePath("b.hyperdrift");
        bool asked = false;
        answerWith("overwriteQuestion", "Save as…", asked);
        QTimer::singleShot(0, &f.window, [&] { // in the question's own loop: the dialog comes after it
            QTimer::singleShot(0, &f.window, [&] {
                auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
                QVERIFY(dialog);
                dialog->selectFile(elsewhere);
                static_cast<QDialog*>(dialog)->accept();
            });
        });
        QVERIFY(f.window.files().save());
        QVERIFY(asked);
        QCOMPARE(contents(f.path), others);
        QCOMPARE(sigmaIn(elsewhere), 0.2);
        QVERIFY(f.window.windowTitle().startsWith("b.hyperdrift –"));
    }

    void aFileThatWasOnlyTouchedIsTheSame()
    {
        ChangedDocument f;
        QVERIFY(f.prepare());
        f.write("a.hyperdrift", textWithSigma(0.05));
        QFile file(f.path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime(QDate(2001, 2, 3), QTime(4, 5)), QFile::FileModificationTime));
        file.close();
        QVERIFY(f.window.files().save()); // a question would never be answered
        QCOMPARE(sigmaIn(f.path), 0.2);
    }

    void ofTwoWindowsTheLaterSaveWarns()
    {
        ChangedDocument f;
        ChangedDocument other;
        QVERIFY(f.prepare());
        other.path = f.path;
        QVERIFY(other.open(f.path) && other.change(0.4));
        QVERIFY(f.window.files().save());
        bool asked = false;
        answerWith("overwriteQuestion", "Cancel", asked);
        QVERIFY(!other.window.files().save());
        QVERIFY(asked);
        QCOMPARE(sigmaIn(f.path), 0.2);
    }

    void aDeletedFileIsWrittenAnew()
    {
        ChangedDocument f;
        QVERIFY(f.prepare());
        QVERIFY(QFile::remove(f.path));
        QVERIFY(f.window.files().save());
        QCOMPARE(sigmaIn(f.path), 0.2);
        QVERIFY2(f.message().contains("written anew"), qPrintable(f.message()));
        QVERIFY(!f.window.files().isModified());
    }

    void aFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("titleSize"); // beyond it, a file is written in pieces
        QTest::newRow("small") << 10;
        QTest::newRow("large") << 100'000;
    }
    void aFullDiskLeavesTheOldFile()
    {
        QFETCH(int, titleSize);
        ChangedDocument f;
        f.path = f.write("a.hyperdrift",
                         textWithSigma(0.05).replace("Same start, two ends", QByteArray(titleSize, 'x')));
        QVERIFY(f.open(f.path) && f.change(0.2));
        const QByteArray old = contents(f.path);
        std::signal(SIGXFSZ, SIG_IGN); // as the program does
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit little{200, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &little), 0);
        const bool saved = f.window.files().save();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!saved);
        QVERIFY2(f.message().contains("was not saved: File too large"), qPrintable(f.message()));
        QVERIFY(!f.message().contains('\n'));
        QCOMPARE(contents(f.path), old);
        QVERIFY(f.window.files().isModified());
        QCOMPARE(QDir(f.folder.path()).entryList({"a.hyperdrift*"}).size(), 1); // nothing half written
    }

    void aReadOnlyFolderLeavesTheOldFile()
    {
        ChangedDocument f;
        QVERIFY(f.prepare());
        const QByteArray old = contents(f.path);
        const QByteArray folder = QFile::encodeName(f.folder.path());
        QCOMPARE(::chmod(folder.constData(), 0555), 0);
        bool saved = true;
        {
            const AsNobody nobody;
            saved = f.window.files().save();
        }
        QCOMPARE(::chmod(folder.constData(), 0700), 0);
        QVERIFY(!saved);
        QVERIFY2(f.message().contains("was not saved"), qPrintable(f.message()));
        QCOMPARE(contents(f.path), old);
        QVERIFY(f.window.files().isModified());
    }

    void aDroppedExperimentAsksAndOpens()
    {
        ChangedDocument f;
        QVERIFY(f.prepare());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(f.write("d.hyperdrift", textWithSigma(0.3)))});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&f.window, &enter);
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&f.window, &drop);
        bool asked = false;
        answerWith("unsavedQuestion", "Discard", asked);
        QTRY_VERIFY(asked);
        QTRY_VERIFY(f.window.windowTitle().startsWith("d.hyperdrift –"));
    }
};

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    TestFileTrouble test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_file_trouble.moc"
