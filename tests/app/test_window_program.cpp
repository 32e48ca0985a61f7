// The window's program as a person runs it without a display: pictures, refusals, exit codes.

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

class TestWindowProgram : public QObject {
    Q_OBJECT
private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void writesAPictureOfTheAskedSize()
    {
        QCOMPARE(run({"--screenshot", path("a.png"), "--size", "1000x700", "--steps", "50"}), 0);
        QCOMPARE(QImage(path("a.png")).size(), QSize(1000, 700));
    }

    void beginsWithThePicturesAlone()
    {
        // The landscape begins where else the panel stands: its pale blue is seen left of the middle of the
        // panel.
        const auto hasLandscape = [this](const QString& name) {
            const QImage picture(path(name));
            int blue = 0;
            for (int y = 0; y < picture.height(); ++y) {
                const QColor colour = picture.pixelColor(120, y);
                blue +=
                    colour.blue() > colour.red() + 8 && colour.lightness() < 245 && colour.saturation() < 120;
            }
            return blue > picture.height() / 2;
        };
        QCOMPARE(run({"--screenshot", path("all.png"), "--steps", "5"}), 0);
        QCOMPARE(run({"--present", "--screenshot", path("pictures.png"), "--steps", "5"}), 0);
        QVERIFY(!hasLandscape("all.png") && hasLandscape("pictures.png"));
    }

    void aRunThatDivergesDoesNotHoldThePictureUp()
    {
        write("d.hyperdrift", R"({"format":"hyperdrift-experiment","version":1,"problem":{},
                                  "runs":[{"method":"gd","eta":5},{"method":"gd","eta":0.02}]})");
        QCOMPARE(run({"--screenshot", path("d.png"), "--steps", "300", path("d.hyperdrift")}), 0);
        QVERIFY(!QImage(path("d.png")).isNull());
    }

    void aRefusedExperimentGivesNoPicture()
    {
        write("zero.csv", "0,0\n0,0\n");
        write("z.hyperdrift",
              R"({"format":"hyperdrift-experiment","version":1,"problem":{"matrix":"zero.csv"},
                                  "runs":[{"method":"gd","eta":0.02}]})");
        QCOMPARE(run({"--screenshot", path("z.png"), path("z.hyperdrift")}), 1);
        QVERIFY2(m_errors.contains("/problem/matrix"), m_errors);
        QCOMPARE(m_errors.count("hyperdrift:"), 1);
        QVERIFY(!QFile::exists(path("z.png")));
    }

    void aMatrixOpensOnItsOwn()
    {
        write("m.csv", "a,b\n1,2\n3,4\n5,7\n");
        QCOMPARE(run({"--screenshot", path("m.png"), "--steps", "20", path("m.csv")}), 0);
        QVERIFY(!QImage(path("m.png")).isNull());
        write("wrong.csv", "1,2\n3\n");
        QCOMPARE(run({"--screenshot", path("w.png"), path("wrong.csv")}), 1);
        QVERIFY2(m_errors.contains("wrong.csv:2:"), m_errors);
        QCOMPARE(run({"--screenshot", path("w.png"), path("missing.csv")}), 3);
        QVERIFY(!QFile::exists(path("w.png")));
    }

    void aFigureGivesTheSameNumbersAgain()
    {
        write("e.hyperdrift", R"({"format":"hyperdrift-experiment","version":1,"problem":{"d1":6,"d2":8},
                                  "runs":[{"method":"perturbed_gd","eta":0.02,"seed":7}],"steps":300})");
        const QByteArray wanted = numbersOf("e.hyperdrift");
        QVERIFY(wanted.size() > 1000);
        for (const char* name : {"f.png", "f.svg", "f.pdf"}) {
            QVERIFY2(run({"--figure", path(name), "--plot", "dashboard", path("e.hyperdrift")}) == 0,
                     m_errors);
            QCOMPARE(numbersOf(name), wanted);
        }
    }

    void aWrongFigureIsRefusedBeforeAnythingRuns()
    {
        const auto refuses = [this](const QStringList& arguments, int code, const char* says) {
            return run(arguments) == code && m_errors.contains(says) && m_errors.count("hyperdrift:") == 1;
        };
        const QString file = path("g.svg");
        QVERIFY2(refuses({"--figure", path("g.jpg")}, 1, "g.jpg"), m_errors);
        QVERIFY2(refuses({"--figure", file, "--plot", "pie"}, 1, "--plot must be"), m_errors);
        QVERIFY2(refuses({"--figure", file, "--width", "5"}, 1, "from 20 to 2000, but is 5"), m_errors);
        QVERIFY2(refuses({"--figure", file, "--dpi", "nan"}, 1, "--dpi must be"), m_errors);
        QVERIFY2(refuses({"--figure", path("g.png"), "--width", "2000", "--dpi", "2400"}, 1,
                         "≤ 32,767 pixels wide and high, but would be 188,976 × 6,142"),
                 m_errors);
        QVERIFY2(refuses({"--figure", file, "--look", "pink"}, 1, "but is pink"), m_errors);
        QVERIFY2(refuses({"--plot", "loss", "--screenshot", path("g.png")}, 1,
                         "--plot is for --figure and --animate"),
                 m_errors);
        QVERIFY2(refuses({"--figure", path("nowhere/g.svg"), "--steps", "1000000000000"}, 3, "nowhere"),
                 m_errors);
        QVERIFY2(refuses({"--figure", file, path("missing.csv")}, 3, "missing"), m_errors);
        QVERIFY(!QFile::exists(file) && !QFile::exists(path("g.png")));
    }

    void aFigureShowsMatrices()
    {
        QCOMPARE(run({"--figure", path("m.png"), "--plot", "matrices", "--steps", "50"}), 0);
        const QImage image(path("m.png"));
        QSet<QRgb> colours;
        for (int x = 0; x < image.width(); x += 2) {
            for (int y = 0; y < image.height(); y += 2)
                colours.insert(image.pixel(x, y));
        }
        QVERIFY(colours.size() > 600); // a heat map's, not those of text alone
    }

    void anAnimationHasTheFramesAskedFor()
    {
        const QStringList asked = {"--plot",  "loss", "--from",   "10", "--to",  "200", "--fps",     "10",
                                   "--width", "60",   "--height", "40", "--dpi", "96",  "--seconds", "0.5"};
        for (const char* name : {"a.mp4", "a.gif"}) {
            QVERIFY2(run(QStringList{"--animate", path(name)} + asked) == 0, m_errors);
            QProcess probe;
            probe.start("ffprobe",
                        {"-v", "error", "-count_frames", "-show_entries",
                         "stream=width,height,r_frame_rate,nb_read_frames", "-of", "csv=p=0", path(name)});
            probe.waitForFinished(60'000);
            QCOMPARE(probe.readAllStandardOutput().trimmed(), QByteArray("226,150,10/1,5"));
        }
        QVERIFY2(!m_errors.contains("frame"), m_errors); // progress is for terminals
    }

    void aWrongAnimationIsRefusedBeforeAnythingRuns()
    {
        const auto refuses = [this](const QStringList& arguments, int code, const char* says) {
            return run(arguments) == code && m_errors.contains(says) && m_errors.count("hyperdrift:") == 1;
        };
        const QString file = path("g.mp4");
        QVERIFY2(refuses({"--animate", path("g.avi")}, 1, "g.avi"), m_errors);
        QVERIFY2(refuses({"--animate", file, "--fps", "0"}, 1, "from 1 to 60, but is 0"), m_errors);
        QVERIFY2(refuses({"--animate", file, "--fps", "2.5"}, 1, "whole number, but is 2.5"), m_errors);
        QVERIFY2(refuses({"--animate", file, "--seconds", "9999"}, 1, "2 to 10,000 frames"), m_errors);
        QVERIFY2(refuses({"--animate", file, "--from", "-1"}, 1, "--from must be"), m_errors);
        QVERIFY2(refuses({"--animate", file, "--from", "9", "--to", "8"}, 1, "but is 9"), m_errors);
        QVERIFY2(refuses({"--animate", file, "--from", "30000"}, 1, "20000, but is 30000"), m_errors);
        QVERIFY2(refuses({"--animate", file, "--dpi", "2400"}, 1, "16 to 4096 pixels"), m_errors);
        QVERIFY2(refuses({"--animate", file, "--spacing", "odd"}, 1, "even or log"), m_errors);
        QVERIFY2(refuses({"--animate", file, "--steps", "9"}, 1, "--to"), m_errors);
        QVERIFY2(refuses({"--animate", file, "--figure", path("g.svg")}, 1, "at once"), m_errors);
        QVERIFY2(refuses({"--fps", "9", "--screenshot", path("g.png")}, 1, "--fps is for --animate"),
                 m_errors);
        QVERIFY2(refuses({"--animate", path("nowhere/g.gif"), "--to", "1000000000000"}, 3, "nowhere"),
                 m_errors);
        QVERIFY2(refuses({"--animate", file, path("missing.csv")}, 3, "missing"), m_errors);
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const bool isTold = refuses({"--animate", file}, 3, "apt install ffmpeg");
        qputenv("PATH", before);
        QVERIFY2(isTold, m_errors);
        QVERIFY(!QFile::exists(file));
    }

    void ctrlCLeavesNoAnimation()
    {
        QTemporaryDir folder;
        QProcess program;
        program.setProcessEnvironment(withoutDisplay());
        program.start(HYPERDRIFT_WINDOW, {"--animate", folder.filePath("c.mp4"), "--seconds", "400"});
        const QDir place(folder.path());
        const auto isBegun = [&place] {
            return !place.isEmpty(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isBegun(), 60'000); // ffmpeg is at work
        ::kill(static_cast<pid_t>(program.processId()), SIGINT);
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitCode(), 130);
        QVERIFY(place.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void readsTheFileOnce()
    {
        // A pipe gives what is in it to the first who reads.
        const QByteArray text = R"({"format":"hyperdrift-experiment","version":1,"problem":{},
                                    "runs":[{"method":"gd","eta":0.02}]})";
        QCOMPARE(run({"--screenshot", path("p.png"), "--steps", "5", "/dev/stdin"}, text), 0);
        QVERIFY(!QImage(path("p.png")).isNull());
    }

    void filesThatCannotBeReadOrWritten()
    {
        QCOMPARE(run({"--screenshot", path("missing/a.png"), "--steps", "5"}), 3);
        QCOMPARE(run({"--screenshot", path("b.png"), path("missing.hyperdrift")}), 3);
        QVERIFY(!QFile::exists(path("b.png")));
    }

    void withoutADisplayItSaysSo()
    {
        QCOMPARE(run({}), 1);
        QVERIFY2(m_errors.contains("hyperdrift-cli"), m_errors);
        QCOMPARE(m_errors.trimmed().count('\n'), 0);
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    static QProcessEnvironment withoutDisplay()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(name);
        return environment;
    }

    int run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess program;
        program.setProcessEnvironment(withoutDisplay());
        program.start(HYPERDRIFT_WINDOW, arguments);
        program.write(input);
        program.closeWriteChannel();
        if (!program.waitForFinished(60'000)) {
            program.kill();
            program.waitForFinished();
            return -1;
        }
        m_errors = program.readAllStandardError();
        return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -2;
    }

    /// Of all samples that the console program records of it.
    QByteArray numbersOf(const QString& name)
    {
        QProcess program;
        program.start(HYPERDRIFT_CLI, {"run", path(name), "--csv", path("numbers.csv")});
        program.waitForFinished(60'000);
        QFile file(path("numbers.csv"));
        const bool isThere = program.exitCode() == 0 && file.open(QIODevice::ReadOnly);
        QByteArray numbers = isThere ? file.readAll() : program.readAllStandardError();
        file.remove();
        return numbers;
    }

    QTemporaryDir m_folder;
    QByteArray m_errors;
};

QTEST_GUILESS_MAIN(TestWindowProgram)
#include "test_window_program.moc"
