// The dialog that makes animations: what it offers, the files it leaves, and when it leaves none.

#include "tests/ui/played_fixture.h"
#include "ui/export/animation_dialog.h"
#include "ui/lesson_desk.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

/// "width,height,frames", as ffprobe counts them.
QString probed(const QString& path)
{
    QProcess probe;
    probe.start("ffprobe", {"-v", "error", "-count_frames", "-show_entries",
                            "stream=width,height,nb_read_frames", "-of", "csv=p=0", path});
    return probe.waitForFinished() ? QString::fromUtf8(probe.readAllStandardOutput()).trimmed() : QString();
}

/// The window with the dialog when it is asked for.
struct Animating : PlayedFixture {
    AnimationDialog* dialog() { return find<AnimationDialog>("animationDialog"); }
    QString note() { return find<QLabel>("exportNote")->text(); }
    QString text(const char* row) { return find<QLineEdit>("box", find(row))->text(); }
    void open()
    {
        pressInFront(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        waitForDialog();
    }
    void openFrom(const char* frame)
    {
        choose(frame, "exportAnimation");
        waitForDialog();
    }
    /// A small one.
    void typeSize()
    {
        type("figureWidth", "40");
        type("figureHeight", "30");
    }
    void save(const QString& name)
    {
        QString offered;
        chooseFile(folder.filePath(name), offered);
        find<QPushButton>("animationSave")->click();
    }
    bool isMaking() { return find<QProgressBar>("animationProgress")->isVisible(); }
    QStringList files() const
    {
        return QDir(folder.path()).entryList({"*.mp4", "*.gif", "*.part", ".*"}, QDir::Files | QDir::Hidden);
    }

private:
    void waitForDialog()
    {
        if (!QTest::qWaitFor([this] { return dialog() && QApplication::activeWindow() == dialog(); }))
            qFatal("the dialog does not come");
    }
};

} // namespace

class TestAnimationDialog : public QObject {
    Q_OBJECT
private slots:
    void offersAllThatIsRecorded()
    {
        Animating f;
        f.controller().seek(120);
        QTRY_COMPARE(f.iteration(), 120);
        f.open();
        QCOMPARE(f.text("animationFirst"), QString("0"));
        QCOMPARE(f.text("animationLast"), QString("300"));
        QCOMPARE(f.find<QLabel>("figurePixels")->text(), QString("1,280 × 720 pixels"));
        QCOMPARE(f.find<QLabel>("animationFrames")->text(), QString("250 frames"));
        f.type("animationSeconds", "4");
        QCOMPARE(f.find<QLabel>("animationFrames")->text(), QString("100 frames"));
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(!f.dialog());
    }

    void makesWhatWasAskedFor_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("video") << "a.mp4";
        QTest::newRow("gif") << "a.gif";
    }
    void makesWhatWasAskedFor()
    {
        QFETCH(QString, name);
        Animating f;
        f.openFrom("picture2");
        f.typeSize();
        f.type("animationSeconds", "0.5");
        f.type("animationRate", "10");
        f.save(name);
        QVERIFY(f.isMaking());
        QVERIFY(!f.find("animationSave")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!f.dialog(), 20'000);
        QCOMPARE(f.message(), "The animation is in " + f.folder.filePath(name) + ".");
        QCOMPARE(probed(f.folder.filePath(name)), QString("202,150,5")); // 40 × 30 mm at 128 dpi, even
    }

    void aCancelledOneLeavesNoFile()
    {
        Animating f;
        f.open();
        f.type("animationSeconds", "300");
        f.save("long.mp4");
        QTRY_VERIFY_WITH_TIMEOUT(f.find<QProgressBar>("animationProgress")->text().startsWith("Frame "),
                                 20'000);
        QTest::keyClick(f.dialog(), Qt::Key_Escape);
        QVERIFY(f.dialog()); // the form is still there, to go on
        QVERIFY(!f.isMaking());
        QCOMPARE(f.note(), QString("Cancelled; no file was written."));
        QCOMPARE(f.files(), QStringList());
        QVERIFY(f.find("animationSave")->isEnabled());
        QTest::keyClick(f.dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!f.dialog());
    }

    void aWindowThatClosesCancels()
    {
        auto f = std::make_unique<Animating>();
        f->open();
        f->type("animationSeconds", "300");
        f->save("long.mp4");
        QTRY_VERIFY_WITH_TIMEOUT(f->find<QProgressBar>("animationProgress")->text().startsWith("Frame "),
                                 20'000);
        const QString file = f->folder.filePath("long.mp4");
        f->folder.setAutoRemove(false);
        const QString folder = f->folder.path();
        f.reset();
        QVERIFY(QDir(folder).entryList({"long*", ".long*"}, QDir::AllEntries | QDir::Hidden).isEmpty());
        QDir(folder).removeRecursively();
    }

    void whatCantBeMadeIsTold()
    {
        Animating f;
        f.open();
        f.type("figureDpi", "2400");
        f.find<QPushButton>("animationSave")->click(); // asks for no file
        QVERIFY2(f.note().contains("pixels wide and high"), qPrintable(f.note()));
        f.type("figureDpi", "128");
        f.type("animationFirst", "400");
        f.find<QPushButton>("animationSave")->click();
        QVERIFY2(f.note().contains("300") && f.note().contains("400"), qPrintable(f.note()));
        f.type("animationFirst", "0");
        f.save("nowhere/a.mp4");
        QTRY_VERIFY2(f.note().contains("a.mp4 was not saved: "), qPrintable(f.note()));
        QVERIFY(!f.isMaking());
    }

    void withoutFfmpegItSaysWhatToDo()
    {
        Animating f;
        f.open();
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        f.find<QPushButton>("animationSave")->click();
        qputenv("PATH", path);
        QVERIFY2(f.note().contains("ffmpeg"), qPrintable(f.note()));
        QVERIFY(!f.isMaking());
    }

    void isRemembered()
    {
        Animating f;
        f.open();
        f.type("animationSeconds", "7");
        f.type("animationRate", "30");
        f.find<QComboBox>("animationSpacing")->setCurrentIndex(1);
        f.type("figurePoints", "20");
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(!f.dialog());
        f.open();
        QCOMPARE(f.text("animationSeconds"), QString("7"));
        QCOMPARE(f.text("animationRate"), QString("30"));
        QCOMPARE(f.find<QComboBox>("animationSpacing")->currentIndex(), 1);
        QCOMPARE(f.text("figurePoints"), QString("20"));
    }

    void tellsNothingThatALessonStillAsks()
    {
        Animating f;
        f.window.openLesson("03-noise-chooses");
        QTRY_VERIFY(f.find("lessonBody")->isVisible());
        for (int step = 0; step < 8 && !isVeiled(f.window.lessons().shown(f.controller().scene())); ++step) {
            f.press(Qt::Key_PageDown);
            QTest::qWait(50);
        }
        QVERIFY(isVeiled(f.window.lessons().shown(f.controller().scene())));
        f.find<QAction>("exportAnimation")->trigger();
        QVERIFY(!f.dialog());
        QVERIFY2(f.message().contains("reveal"), qPrintable(f.message()));
    }
};

QTEST_MAIN(TestAnimationDialog)
#include "test_animation_dialog.moc"
