// An animation from experiment to file: its frames, its ends, and what is left when it is given up.

#include "core/io/embedded_experiment.h"
#include "tests/support/scenes.h"
#include "ui/animation/animation_maker.h"
#include "ui/animation/ffmpeg_arguments.h"
#include "ui/figures/figure_file.h"
#include "ui/plots/pictures.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr int waited = 120'000; // milliseconds at most

AnimationSpec specOf(const QStringList& pictures)
{
    AnimationSpec spec;
    for (const QString& id : pictures)
        spec.figure.pictures.push_back({id, {}, nullptr});
    spec.figure.millimetres = {80, 60};
    spec.figure.dpi = 96;
    spec.first = 100;
    spec.last = 900;
    spec.seconds = 0.4; // ten frames
    return spec;
}

/// As the maker does it: an even number of pixels each way.
QImage evenly(const QImage& image)
{
    return image.copy(0, 0, image.width() & ~1, image.height() & ~1);
}

QString toolOutput(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(waited);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace

class TestAnimationMaker : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, makeTheme(ThemeKind::Light)); }
    void init() { QVERIFY(m_folder.isValid()); }

    void theFileIsWhatWasAskedFor_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("mp4") << "a.mp4";
        QTest::newRow("gif") << "a.gif";
    }

    void theFileIsWhatWasAskedFor()
    {
        QFETCH(QString, name);
        const auto frames = make(specOf({"landscape"}), name);
        QCOMPARE(frames.size(), 10);
        QCOMPARE(toolOutput("ffprobe", {"-v", "error", "-count_frames", "-select_streams", "v:0",
                                        "-show_entries", "stream=width,height,r_frame_rate,nb_read_frames",
                                        "-of", "csv=p=0", path(name)}),
                 QString("%1,%2,25/1,10").arg(frames[0].width()).arg(frames[0].height()));
        QCOMPARE(frames[0].width() % 2 + frames[0].height() % 2, 0);
        const QByteArray first = read(name);
        QVERIFY(make(specOf({"landscape"}), name) == frames);
        QCOMPARE(read(name), first); // to the byte
    }

    void aGifShowsTheFirstInstantFirst()
    {
        const auto frames = make(specOf({"landscape"}), "g.gif");
        toolOutput(findFfmpeg(), {"-v", "error", "-i", path("g.gif"), path("g%d.png")});
        for (const int frame : {1, 10}) {
            const QImage shown =
                QImage(path(QString("g%1.png").arg(frame))).convertToFormat(QImage::Format_RGB32);
            QVERIFY(distance(shown, frames[frame - 1]) < 3);
        }
        QVERIFY(distance(frames[0], frames[9]) > 0.5); // so that the comparison can fail
    }

    void showsWhatLiveRunsShow_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : pictureIds())
            QTest::newRow(qPrintable(id)) << id;
    }

    void showsWhatLiveRunsShow()
    {
        QFETCH(QString, id);
        const AnimationSpec spec = specOf({id});
        const auto frames = make(spec, "p.gif");
        QCOMPARE(frames.size(), 10);
        const bool neverMoves = id == "ensemble";
        QCOMPARE(frames.first() == frames.last(), neverMoves);
        if (id == "pca" || id == "matrices")
            return; // the worker's part of these is not in the scenes below
        FigureSheet sheet(spec.figure);
        sheet.refresh(sceneAfter(defaultExperiment(), 900));
        figureImage(sheet, spec.figure.dpi);
        sheet.keepRanges();
        const auto iterations = frameIterations(100, 900, 10, spec.spacing);
        for (int i = 0; i < 10; ++i) {
            Scene scene = sceneAfter(defaultExperiment(), iterations[static_cast<std::size_t>(i)]);
            scene.branch = 1; // the future that the sheet has seen is taken back
            sheet.refresh(scene);
            const QImage live = evenly(figureImage(sheet, spec.figure.dpi));
            QVERIFY2(frames[i] == live, qPrintable(QString::number(distance(frames[i], live))));
        }
    }

    void theDashboardIsAnimatedToo()
    {
        AnimationSpec spec = specOf({"landscape", "loss", "pca", "matrices"});
        spec.spacing = FrameSpacing::Log;
        const auto frames = make(spec, "d.mp4");
        QCOMPARE(frames.size(), 10);
        QVERIFY(frames[1] != frames[2]);
    }

    void aShortRangeShowsInstantsMoreThanOnce()
    {
        AnimationSpec spec = specOf({"loss"});
        spec.last = 102;
        const auto frames = make(spec, "s.mp4");
        QCOMPARE(frames.size(), 10);
        QCOMPARE(frames[0], frames[1]);
        QVERIFY(frames[0] != frames[9]);
    }

    void givenUpItLeavesNothing_data()
    {
        QTest::addColumn<int>("frame");
        QTest::newRow("at once") << 0;
        QTest::newRow("at the first frame") << 1;
        QTest::newRow("midway") << 5;
        QTest::newRow("at the last frame") << 10;
    }

    void givenUpItLeavesNothing()
    {
        QFETCH(int, frame);
        AnimationMaker maker(defaultExperiment(), specOf({"landscape"}), path("c.mp4"));
        QSignalSpy finished(&maker, &AnimationMaker::finished);
        QSignalSpy progress(&maker, &AnimationMaker::progress);
        connect(&maker, &AnimationMaker::progress, &maker, [&](int now) {
            if (now == frame)
                maker.cancel();
        });
        maker.start();
        if (frame == 0)
            maker.cancel();
        else
            QTRY_COMPARE_WITH_TIMEOUT(progress.count(), frame, waited);
        QCoreApplication::processEvents();
        QCOMPARE(leftOver(), 0);
        QCOMPARE(finished.count(), 0);
    }

    void whatIsWrongIsToldAndNothingLeft()
    {
        AnimationSpec spec = specOf({"loss"});
        spec.first = 901;
        QCOMPARE(trouble(spec, "w.mp4", false),
                 QString("the first iteration must be from 0 to the last one, 900, but is 901"));
        QVERIFY(trouble(specOf({"loss"}), "w.avi", false).contains("w.avi"));
        QVERIFY(trouble(specOf({"loss"}), "nowhere/w.mp4", true).contains("nowhere"));
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const QString said = trouble(specOf({"loss"}), "w.mp4", true);
        qputenv("PATH", before);
        QCOMPARE(said, ffmpegMissing());
        QCOMPARE(leftOver(), 0);
    }

    void aProblemThatCannotBeMadeIsTold()
    {
        Experiment experiment = defaultExperiment();
        experiment.problem.matrix = MatrixSource{};
        experiment.problem.matrix->cells =
            std::make_shared<const MatrixCells>(MatrixCells{2, 2, {0, 0, 0, 0}, {}}); // has no scale
        AnimationMaker maker(experiment, specOf({"loss"}), path("x.mp4"));
        QSignalSpy finished(&maker, &AnimationMaker::finished);
        maker.start();
        QVERIFY(finished.wait(waited));
        QVERIFY(!finished.first().at(0).toString().isEmpty());
        QCOMPARE(finished.first().at(1).toBool(), false);
        QCOMPARE(leftOver(), 0);
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// The frames as they were painted; none when it failed.
    QList<QImage> make(const AnimationSpec& spec, const QString& name)
    {
        AnimationMaker maker(defaultExperiment(), spec, path(name));
        QList<QImage> frames;
        connect(&maker, &AnimationMaker::framePainted, this,
                [&frames](const QImage& image) { frames.append(image); });
        QSignalSpy finished(&maker, &AnimationMaker::finished);
        maker.start();
        if (!finished.wait(waited) || !finished.first().at(0).toString().isEmpty())
            return {};
        return frames;
    }

    QString trouble(const AnimationSpec& spec, const QString& name, bool isFileTrouble)
    {
        AnimationMaker maker(defaultExperiment(), spec, path(name));
        QSignalSpy finished(&maker, &AnimationMaker::finished);
        maker.start();
        if (!finished.isEmpty() || !finished.wait(waited)) // not before start() returns
            return "not told";
        return finished.first().at(1).toBool() == isFileTrouble ? finished.first().at(0).toString()
                                                                : "the other kind";
    }

    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Mean difference of a channel, of 255; much, where the sizes differ.
    static double distance(const QImage& a, const QImage& b)
    {
        if (a.size() != b.size())
            return 255;
        double sum = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                const QRgb p = a.pixel(x, y);
                const QRgb q = b.pixel(x, y);
                sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) +
                       std::abs(qBlue(p) - qBlue(q));
            }
        }
        return sum / (3.0 * a.width() * a.height());
    }

    int leftOver() const
    {
        const QDir folder(m_folder.path());
        const QStringList names = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        int count = 0;
        for (const QString& name : names)
            count += name.startsWith("c.") || name.startsWith("w.") || name.startsWith("x.") ||
                     name.startsWith(".");
        return count;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestAnimationMaker)
#include "test_animation_maker.moc"
