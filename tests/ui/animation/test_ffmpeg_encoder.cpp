// Frames to a file through ffmpeg: what is in it, what is told when it fails, and that nothing is left then.

#include "ui/animation/ffmpeg_arguments.h"
#include "ui/animation/ffmpeg_encoder.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hyperdrift::ui;

namespace {

constexpr QSize size{64, 48};
constexpr int waited = 60'000; // milliseconds at most

QImage frameOf(int number)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(number * 40 % 360, 120, 220));
    QPainter(&image).fillRect(number * 4, 10, 20, 20, Qt::black);
    return image;
}

class Path {
public:
    explicit Path(const QByteArray& folders) : m_before(qgetenv("PATH")) { qputenv("PATH", folders); }
    ~Path() { qputenv("PATH", m_before); }
    Path(const Path&) = delete;
    Path& operator=(const Path&) = delete;

private:
    QByteArray m_before;
};

} // namespace

class TestFfmpegEncoder : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        QVERIFY(m_folder.isValid());
        leftOver(); // of the test before
    }

    void theSameFramesMakeTheSameFile_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("mp4") << "mp4";
        QTest::newRow("gif") << "gif";
    }

    void theSameFramesMakeTheSameFile()
    {
        QFETCH(QString, suffix);
        QCOMPARE(encode("a." + suffix), QString());
        QCOMPARE(encode("b." + suffix), QString());
        const QByteArray bytes = read("a." + suffix);
        QVERIFY(bytes.size() > 500);
        QCOMPARE(bytes, read("b." + suffix));
        QCOMPARE(leftOver(), 2);
    }

    void replacesWhatIsThereAndKeepsItsPermissions()
    {
        write("old.gif", "old");
        const auto permissions = QFile::ReadOwner | QFile::WriteOwner;
        QFile::setPermissions(path("old.gif"), permissions);
        QVERIFY(QFile::link(path("old.gif"), path("link.gif")));
        QCOMPARE(encode("link.gif"), QString());
        QVERIFY(QFileInfo(path("link.gif")).isSymLink());
        QVERIFY(read("old.gif").startsWith("GIF89a"));
        QVERIFY(!QFile::permissions(path("old.gif")).testFlag(QFile::ReadGroup));
    }

    void withoutFfmpegItSaysWhatToDo()
    {
        const Path none("/nowhere");
        QVERIFY(findFfmpeg().isEmpty());
        QCOMPARE(encode("n.mp4"), ffmpegMissing());
        QVERIFY(ffmpegMissing().contains("apt install ffmpeg"));
        QCOMPARE(leftOver(), 0);
    }

    void tellsWhatFfmpegSaysLast()
    {
        write("old.mp4", "old");
        makeFake("#!/bin/sh\necho first >&2\necho 'Unknown encoder libx264' >&2\nexit 1\n");
        const Path fake(m_fakes.path().toUtf8());
        QCOMPARE(encode("old.mp4"), QString("ffmpeg failed: Unknown encoder libx264"));
        QCOMPARE(read("old.mp4"), QByteArray("old"));
        QCOMPARE(leftOver(), 1);
    }

    void oneThatEndsEarlyHasFailed_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("says");
        QTest::newRow("well") << QByteArray("#!/bin/sh\nexit 0\n") << "exit code 0";
        QTest::newRow("killed") << QByteArray("#!/bin/sh\nkill -9 $$\n") << "ended before it was done";
        QTest::newRow("no program") << QByteArray("#!/nowhere/sh\n") << "was not started";
    }

    void oneThatEndsEarlyHasFailed()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, says);
        makeFake(script);
        const Path fake(m_fakes.path().toUtf8());
        FfmpegEncoder encoder(path("e.mp4"), AnimationFormat::Mp4, size, 25);
        QSignalSpy finished(&encoder, &FfmpegEncoder::finished);
        encoder.start();
        encoder.add(frameOf(0)); // and no more: the last one never comes
        QVERIFY(finished.count() > 0 || finished.wait(waited));
        const QString trouble = finished.first().first().toString();
        QVERIFY2(trouble.contains(says), qPrintable(trouble));
        QCOMPARE(finished.count(), 1);
        QCOMPARE(leftOver(), 0);
    }

    void takesNoMoreThanAFewFramesAtOnce()
    {
        makeFake("#!/bin/sh\nexec /bin/sleep 1000\n"); // reads nothing
        const Path fake(m_fakes.path().toUtf8());
        FfmpegEncoder encoder(path("s.mp4"), AnimationFormat::Mp4, {640, 480}, 25);
        encoder.start();
        QImage frame(640, 480, QImage::Format_RGB32);
        frame.fill(Qt::white);
        int taken = 0;
        while (encoder.isHungry() && taken < 100) {
            encoder.add(frame);
            ++taken;
        }
        QVERIFY(taken >= 1 && taken <= 4);
        encoder.cancel();
        QCOMPARE(leftOver(), 0);
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QString encode(const QString& name)
    {
        FfmpegEncoder encoder(path(name), *animationFormat(name), size, 25);
        QSignalSpy finished(&encoder, &FfmpegEncoder::finished);
        encoder.start();
        for (int i = 0; i < 8; ++i)
            encoder.add(frameOf(i));
        encoder.finish();
        if (finished.isEmpty() && !finished.wait(waited))
            return "not finished";
        return finished.first().first().toString();
    }

    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void makeFake(const QByteArray& script)
    {
        QFile file(m_fakes.filePath("ffmpeg"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    /// Files and folders, hidden ones too; and makes room for the next test.
    int leftOver()
    {
        QDir folder(m_folder.path());
        const QStringList names = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        for (const QString& name : names)
            folder.remove(name);
        return static_cast<int>(names.size());
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_fakes;
};

QTEST_MAIN(TestFfmpegEncoder)
#include "test_ffmpeg_encoder.moc"
