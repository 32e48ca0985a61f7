#include "tests/ui/answer.h"
#include "tests/ui/window_fixture.h"

#include "core/io/experiment_file.h"
#include "core/io/matrix_file.h"
#include "ui/autosave.h"
#include "ui/file_digest.h"
#include "ui/kept_matrices.h"
#include "ui/leftovers.h"
#include "ui/lesson_desk.h"
#include "ui/picture_frame.h"

#include <QAction>
#include <QMenu>

using namespace hyperdrift;
using namespace hyperdrift::ui;
using namespace std::chrono_literals;

namespace {

constexpr Autosave::Times soon{5ms, 10ms, 20ms};

QByteArray contents(const QString& path)
{
    QFile file(path);
    return QFile::exists(path) && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Windows, one after the other, that keep their work in one folder.
struct Sessions {
    QTemporaryDir home;
    QString folder = home.filePath("autosave");

    QStringList files(const QString& pattern = "*.hyperdrift") const
    {
        return QDir(folder).entryList({pattern}, QDir::Files);
    }
    QString file() const { return QDir(folder).filePath(files().value(0)); }
    std::int64_t iterationOnDisk() const
    {
        const auto point = restorePointIn(contents(file()));
        return point ? point->iteration : -1;
    }
    /// A session that ran to `iteration`, with sigma1 changed at `editedAt`, and died.
    bool die(const QString& path, std::int64_t editedAt, std::int64_t iteration)
    {
        WindowFixture f;
        Autosave autosave(f.controller(), f.window.files(), folder, soon, nullptr);
        if (!QTest::qWaitFor([&] { return f.isReady(); }))
            return false;
        if (!path.isEmpty()) {
            f.window.files().open(path);
            if (!QTest::qWaitFor([&] { return !f.window.files().file().path.isEmpty() && f.isReady(); }))
                return false;
        }
        f.controller().runTo(editedAt);
        if (!QTest::qWaitFor([&] { return f.iteration() == editedAt; }))
            return false;
        f.controller().changeParameter(1, {"noise.sigma1", 0.1});
        f.find<PictureFrame>("picture2")->setPicture("valley");
        f.controller().runTo(iteration);
        return QTest::qWaitFor([&] {
            const auto point = restorePointIn(contents(autosave.file()));
            return point && point->iteration == iteration;
        });
    }
    /// As if written by a session that is dead.
    void leave(const QString& id, const RestorePoint& point, const QDateTime& when) const
    {
        leave(id, autosaveText(defaultExperiment(), point), when);
    }
    void leave(const QString& id, const QByteArray& text, const QDateTime& when) const
    {
        QVERIFY(QDir().mkpath(folder));
        QFile file(QDir(folder).filePath(id + ".hyperdrift"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
        QVERIFY(file.flush() && file.setFileTime(when, QFile::FileModificationTime));
    }
};

QAction* restoreEntry(WindowFixture& f)
{
    return f.window.findChild<QAction*>("restoreUnsaved");
}

} // namespace

class TestAutosave : public QObject {
    Q_OBJECT
private slots:
    void whatThereIsToLoseIsKept()
    {
        Sessions sessions;
        WindowFixture f;
        Autosave autosave(f.controller(), f.window.files(), sessions.folder, soon, nullptr);
        QTRY_VERIFY(f.isReady());
        QVERIFY(sessions.files().isEmpty());
        f.controller().runTo(200);
        QTRY_COMPARE(sessions.iterationOnDisk(), 200);
        QVERIFY(!restorePointIn(contents(sessions.file()))->file.modified);
        f.controller().changeParameter(1, {"noise.sigma1", 0.1});
        QTRY_VERIFY(restorePointIn(contents(sessions.file()))->file.modified);
        const Experiment kept = parseExperiment(contents(sessions.file()).toStdString(), {});
        QCOMPARE(kept.edits.size(), 1U);
        QCOMPARE(kept.edits.front().at, 200);
    }

    /// A lesson shows its own runs; what would be lost is the document behind it.
    void whatStandsBehindALessonIsKept()
    {
        Sessions sessions;
        WindowFixture f;
        Autosave autosave(f.controller(), f.window.files(), sessions.folder, soon, nullptr);
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(70);
        QTRY_COMPARE(sessions.iterationOnDisk(), 70);
        const auto isKeptAnew = [&sessions] {
            return contents(sessions.file()).contains("\"iteration\": 70") &&
                   sessions.iterationOnDisk() == 70;
        };
        f.window.openLesson("03-noise-chooses");
        QTRY_VERIFY(f.window.lessons().isOpen() && f.iteration() == 80);
        QVERIFY(QFile::remove(sessions.file()));
        f.controller().changeParameter(0, {"eta", 0.01}); // tried in the lesson
        QTRY_VERIFY(isKeptAnew());
        QVERIFY(parseExperiment(contents(sessions.file()).toStdString(), {}).edits.empty());
        QVERIFY(QFile::remove(sessions.file()));
        f.window.lessons().leave();
        QTRY_VERIFY(f.iteration() == 70 && isKeptAnew());
    }

    void nothingToLoseLeavesNothing()
    {
        Sessions sessions;
        WindowFixture f;
        Autosave autosave(f.controller(), f.window.files(), sessions.folder, soon, nullptr);
        QTRY_VERIFY(f.isReady());
        f.controller().runTo(20);
        QTRY_COMPARE(sessions.files().size(), 1);
        f.controller().reset(); // nothing was changed: the recording begins again by a click
        QTRY_VERIFY(sessions.files().isEmpty());
        f.controller().runTo(30);
        QTRY_COMPARE(sessions.iterationOnDisk(), 30);
    }

    void leavingTakesItAway()
    {
        Sessions sessions;
        WindowFixture f;
        {
            Autosave autosave(f.controller(), f.window.files(), sessions.folder, soon, nullptr);
            QTRY_VERIFY(f.isReady());
            f.controller().runTo(20);
            QTRY_COMPARE(sessions.files().size(), 1);
            autosave.end();
        }
        QVERIFY(sessions.files("*").isEmpty());
    }

    void aDeadSessionIsRestored()
    {
        Sessions sessions;
        WindowFixture f;
        const QString path =
            f.write("talk.hyperdrift", QByteArray::fromStdString(experimentText(defaultExperiment())));
        QVERIFY(sessions.die(path, 200, 450));
        QCOMPARE(sessions.files().size(), 1);
        const QByteArray text = contents(sessions.file());

        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(f.message().contains("Restore talk.hyperdrift as it was at t = 450?"));
        QVERIFY(restoreEntry(f)->isVisible());
        f.click("messageAction");
        QTRY_COMPARE(f.iteration(), 450);
        QVERIFY(f.message().isEmpty() && !restoreEntry(f)->isVisible());
        const Experiment restored = f.controller().document();
        QCOMPARE(experimentText(restored), experimentText(parseAutosave(text.toStdString()).experiment));
        QCOMPARE(restored.edits.size(), 1U);
        QCOMPARE(f.controller().scene().runs[1].spec.noise.sigma1, 0.1);
        QCOMPARE(f.find<PictureFrame>("picture2")->picture(), QString("valley"));
        QVERIFY(f.window.windowTitle().startsWith("talk.hyperdrift* – t = 450 –"));
        QCOMPARE(f.window.files().file().path, path);
        QCOMPARE(sessions.files().size(), 1); // it is this session's now

        QVERIFY(f.window.files().save()); // the file is the one that it was read from
        QCOMPARE(readExperimentFile(path.toStdString()).edits.size(), 1U);
        QVERIFY(!contents(path).contains("restore"));
        QVERIFY(f.window.close());
    }

    void whatWasShownIsShownAgain()
    {
        Sessions sessions;
        std::vector<std::shared_ptr<const Ghost>> before;
        {
            WindowFixture f;
            Autosave autosave(f.controller(), f.window.files(), sessions.folder, soon, nullptr);
            QTRY_VERIFY(f.isReady());
            f.controller().runTo(300);
            QTRY_COMPARE(f.iteration(), 300);
            f.controller().seek(100);
            QTRY_COMPARE(f.iteration(), 100);
            f.controller().changeParameter(1, {"noise.sigma1", 0.1}); // a branch: the future is a ghost
            f.controller().runTo(250);
            QTRY_COMPARE(f.iteration(), 250);
            f.controller().pinThisRun();
            f.controller().seek(120);
            const auto stands = [&] {
                const auto point = restorePointIn(contents(autosave.file()));
                return point && point->iteration == 250 && point->shown == 120;
            };
            QTRY_VERIFY(stands());
            before = f.controller().scene().ghosts;
        }
        QCOMPARE(before.size(), 2U);
        WindowFixture f;
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(f.message().contains("Restore Untitled as it was at t = 250?"));
        f.click("messageAction");
        QTRY_COMPARE(f.iteration(), 120);
        QCOMPARE(f.controller().scene().head, 250);
        QTRY_COMPARE(f.controller().scene().ghosts.size(), 2U);
        for (std::size_t i = 0; i < 2; ++i) {
            const Ghost& ghost = *f.controller().scene().ghosts[i];
            QCOMPARE(ghost.title, before[i]->title);
            QCOMPARE(ghost.letter, before[i]->letter);
            QCOMPARE(ghost.pinned, before[i]->pinned);
            QCOMPARE(ghost.from, before[i]->from);
            QCOMPARE(ghost.head, before[i]->head);
            QCOMPARE(ghost.runs[1].last.loss, before[i]->runs[1].last.loss);
        }
    }

    void whatWasShownIsKeptOnTheWay()
    {
        Sessions sessions;
        sessions.leave("a", RestorePoint{{}, 50'000'000, {}, 40}, QDateTime::currentDateTime());
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        Autosave autosave(f.controller(), f.window.files(), sessions.folder, soon, nullptr);
        connect(&f.window.files(), &FileActions::restored, &autosave,
                [&](const QString&, const RestorePoint& point) {
                    autosave.takeOver(AutosaveSlot::claim(sessions.folder, "a"), point);
                });
        QVERIFY(f.window.files().restore(sessions.file()));
        QTRY_VERIFY(f.iteration() > 1000);
        const QByteArray before = contents(sessions.file());
        f.controller().rename(0, "Other");
        QTRY_VERIFY(contents(sessions.file()) != before);
        QCOMPARE(restorePointIn(contents(sessions.file()))->shown, std::optional<std::int64_t>(40));
    }

    void aLargeMatrixIsWrittenOnce()
    {
        Sessions sessions;
        QByteArray table;
        for (int i = 0; i < 101; ++i) {
            for (int j = 0; j < 100; ++j)
                table += (j == 0 ? "" : ",") + QByteArray::number(1.0 / (1 + 3 * i + 7 * j), 'g', 17);
            table += '\n';
        }
        std::vector<double> values;
        {
            WindowFixture f;
            Autosave autosave(f.controller(), f.window.files(), sessions.folder, soon, nullptr);
            QTRY_VERIFY(f.isReady());
            f.window.files().open(f.write("m.csv", table));
            QTRY_VERIFY(f.isReady() && f.controller().scene().problem.d1 == 101);
            f.controller().setPlaying(false);
            f.controller().runTo(30);
            QTRY_COMPARE(sessions.iterationOnDisk(), 30);
            QCOMPARE(sessions.files("*.csv").size(), 1);
            const QString csv = QDir(sessions.folder).filePath(sessions.files("*.csv").constFirst());
            QVERIFY(!contents(sessions.file()).contains("matrix_cells"));
            QCOMPARE(parseExperiment(contents(sessions.file()).toStdString(), sessions.folder.toStdString())
                         .problem.d1,
                     101); // it can be run as it is

            const QDateTime then = QDateTime::currentDateTime().addDays(-3);
            QFile file(csv);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(then, QFile::FileModificationTime));
            file.close();
            f.controller().pinThisRun();
            f.controller().runTo(60);
            QTRY_COMPARE(sessions.iterationOnDisk(), 60);
            QCOMPARE(sessions.files("*.csv").size(), 1);
            QCOMPARE(QFileInfo(csv).lastModified().date(), then.date());
            values = f.controller().document().problem.matrix->cells->values;
        } // and the table goes with its folder
        WindowFixture f;
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(f.message().contains("Restore"));
        f.click("messageAction");
        QTRY_COMPARE(f.iteration(), 60);
        const MatrixSource restored = *f.controller().document().problem.matrix;
        QVERIFY(restored.embedded);
        QVERIFY(restored.path.ends_with("m.csv"));
        QCOMPARE(restored.sha256, digestOf(table).toStdString());
        QVERIFY(restored.cells->values == values);
        QTRY_COMPARE(f.controller().scene().ghosts.size(), 1U);
        QCOMPARE(f.controller().scene().ghosts[0]->recipe.problem.matrix->cells, restored.cells);
        QVERIFY(QFileInfo::exists(sessions.file()));
        QCOMPARE(sessions.files("*.csv").size(), 1);
    }

    void aMatrixThatIsNoLongerUsedGoes()
    {
        QTemporaryDir folder;
        const QString stem = folder.filePath("a");
        const auto cellsOf = [](double value) {
            return std::make_shared<const MatrixCells>(MatrixCells{1, 2, {value, -0.0}, "x"});
        };
        const auto first = cellsOf(0.1);
        const auto second = cellsOf(1e300);
        KeptMatrices matrices(stem);
        const KeptMatrices::Kept kept = matrices.keep(first);
        QCOMPARE(contents(folder.filePath(kept.name)), QByteArray("0.1,-0\n"));
        QCOMPARE(kept.sha256, digestOf("0.1,-0\n").toStdString());
        matrices.removeOthers();
        QVERIFY(matrices.keep(second).name != kept.name);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
        matrices.removeOthers(); // the second was asked for
        QVERIFY(!QFileInfo::exists(folder.filePath(kept.name)));
        QCOMPARE(matrices.keep(first).name, kept.name);
        QVERIFY(QFileInfo::exists(folder.filePath(kept.name)));
        KeptMatrices::removeAll(stem);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aFileChangedSinceTheCrashIsAskedAbout()
    {
        Sessions sessions;
        WindowFixture f;
        const QByteArray text = QByteArray::fromStdString(experimentText(defaultExperiment()));
        QVERIFY(sessions.die(f.write("talk.hyperdrift", text), 10, 20));
        f.write("talk.hyperdrift", QByteArray(text).replace("0.05", "0.07"));
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(f.message().contains("Restore talk.hyperdrift"));
        f.click("messageAction");
        QTRY_COMPARE(f.iteration(), 20);
        bool asked = false;
        answerWith("overwriteQuestion", "Cancel", asked);
        QVERIFY(!f.window.files().save());
        QVERIFY(asked);
    }

    void whatWaitedForAResetWaitsAgain()
    {
        Sessions sessions;
        Experiment next = defaultExperiment();
        next.problem.d2 = 40;
        next.start.kind = ZeroStart{};
        next.runs.erase(next.runs.begin());
        next.runs.push_back(next.runs.front());
        next.runs.back().name = "Third";
        RestorePoint point{{{}, {}, true}, 30, WaitingDraft{next, {1, -1}}};
        sessions.leave("a", point, QDateTime::currentDateTime());
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(f.message().contains("Restore Untitled"));
        f.click("messageAction");
        QTRY_COMPARE(f.iteration(), 30);
        QCOMPARE(f.controller().scene().problem.d2, 30);
        const Waiting waiting = f.controller().waiting();
        QVERIFY(waiting.problem && waiting.start && waiting.runs);
        f.controller().reset();
        QTRY_COMPARE(f.controller().scene().problem.d2, 40);
        QCOMPARE(experimentText(f.controller().document()), experimentText(next));
    }

    void aMatrixDoesNotNeedItsFile_data()
    {
        QTest::addColumn<bool>("isGone");
        QTest::newRow("there") << false;
        QTest::newRow("gone") << true;
    }
    void aMatrixDoesNotNeedItsFile()
    {
        QFETCH(bool, isGone);
        Sessions sessions;
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        const QString path = f.write("m.csv", "1,2\n3,4\n5,7\n");
        Experiment experiment = defaultExperiment();
        experiment.problem.matrix.emplace().path = path.toStdString();
        loadMatrix(experiment.problem, {});
        Experiment next = experiment;
        next.start.kind = ZeroStart{};
        const QByteArray text = autosaveText(experiment, {{{}, {}, true}, 30, WaitingDraft{next, {0, 1}}});
        QCOMPARE(text.count("matrix_cells"), 1);
        sessions.leave("a", text, QDateTime::currentDateTime());
        if (isGone)
            QVERIFY(QFile::remove(path));
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(f.message().contains("Restore"));
        f.click("messageAction");
        QTRY_COMPARE(f.iteration(), 30);
        const Experiment restored = f.controller().document();
        QCOMPARE(restored.problem.d1, 3);
        QCOMPARE(restored.problem.matrix->embedded, isGone); // where it is, it is as it was
        const Waiting waiting = f.controller().waiting();
        QVERIFY(waiting.start && !waiting.problem && !waiting.runs);
    }

    void aSecondClickRestoresNothingTwice()
    {
        Sessions sessions;
        Experiment next = defaultExperiment();
        next.start.kind = ZeroStart{};
        sessions.leave("a", RestorePoint{{{}, {}, true}, 30, WaitingDraft{next, {0, 1}}},
                       QDateTime::currentDateTime());
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(restoreEntry(f)->isVisible());
        QSignalSpy opened(&f.controller(), &RunController::documentOpened);
        restoreEntry(f)->trigger();
        restoreEntry(f)->trigger();
        QTRY_VERIFY(f.iteration() == 30 && f.isReady());
        QCOMPARE(opened.size(), 1);
        QVERIFY(f.controller().waiting().start);
        QVERIFY(f.message().isEmpty()); // nor is it offered any more
    }

    void aWindowWithUnsavedChangesAsksFirst()
    {
        Sessions sessions;
        sessions.leave("a", RestorePoint{{}, 30, {}}, QDateTime::currentDateTime());
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(f.message().contains("Restore"));
        f.controller().changeParameter(0, {"eta", 0.01});
        bool asked = false;
        answerWith("unsavedQuestion", "Cancel", asked);
        f.click("messageAction");
        QVERIFY(asked);
        QVERIFY(restoreEntry(f)->isVisible());
        answerWith("unsavedQuestion", "Discard", asked);
        restoreEntry(f)->trigger();
        QVERIFY(asked);
        QTRY_COMPARE(f.iteration(), 30);
        QCOMPARE(f.controller().scene().runs[0].spec.eta, 0.02);
    }

    void theOfferWaitsForOtherMessages()
    {
        Sessions sessions;
        sessions.leave("a", RestorePoint{{}, 30, {}}, QDateTime::currentDateTime());
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.showProblem("Something else");
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(restoreEntry(f)->isVisible());
        QCOMPARE(f.message(), QString("Something else"));
        f.click("messageClose");
        QVERIFY(f.message().contains("Restore"));
        f.press(Qt::Key_R); // a reset takes other messages away
        QTRY_VERIFY(f.isReady());
        QVERIFY(f.message().contains("Restore"));
    }

    void whatIsPutAsideStaysInTheMenu()
    {
        Sessions sessions;
        sessions.leave("a", RestorePoint{{"/x/a.hyperdrift", {}, true}, 30, {}},
                       QDateTime::currentDateTime());
        {
            WindowFixture f;
            QTRY_VERIFY(f.isReady());
            f.window.keepUnsavedWork(sessions.folder);
            QTRY_VERIFY(f.message().contains("Restore a.hyperdrift"));
            f.click("messageClose");
            QVERIFY(f.message().isEmpty() && restoreEntry(f)->isVisible());
            QVERIFY(f.window.close());
        }
        QCOMPARE(sessions.files(), QStringList{"a.hyperdrift"});
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(restoreEntry(f)->isVisible());
        QVERIFY(f.message().isEmpty());
        QVERIFY(!restoreEntry(f)->menu());
        restoreEntry(f)->trigger();
        QTRY_COMPARE(f.iteration(), 30);
        QVERIFY(f.window.windowTitle().startsWith("a.hyperdrift*"));
    }

    void ofSeveralTheNewestIsOffered()
    {
        Sessions sessions;
        const QDateTime now = QDateTime::currentDateTime();
        sessions.leave("a", RestorePoint{{"/x/old.hyperdrift", {}, true}, 10, {}}, now.addDays(-2));
        sessions.leave("b", RestorePoint{{"/x/new.hyperdrift", {}, true}, 20, {}}, now.addSecs(-60));
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(f.message().contains("Restore new.hyperdrift as it was at t = 20?"));
        QVERIFY(restoreEntry(f)->menu());
        const auto entries = restoreEntry(f)->menu()->actions();
        QCOMPARE(entries.size(), 2);
        QVERIFY(entries[0]->text().startsWith("new.hyperdrift"));
        QVERIFY(entries[1]->text().startsWith("old.hyperdrift"));
        entries[1]->trigger();
        QTRY_COMPARE(f.iteration(), 10);
        QVERIFY(f.window.windowTitle().startsWith("old.hyperdrift*"));
        QVERIFY(!restoreEntry(f)->menu() && restoreEntry(f)->isVisible());
        QVERIFY(f.message().contains("new.hyperdrift"));
    }

    void aDamagedOneIsSaidOnce_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray good = autosaveText(defaultExperiment(), {});
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half") << good.left(good.size() / 2);
        QTest::newRow("no autosave") << QByteArray::fromStdString(experimentText(defaultExperiment()));
        QTest::newRow("other") << QByteArray("\x00\xff[[[", 5);
    }
    void aDamagedOneIsSaidOnce()
    {
        QFETCH(QByteArray, text);
        Sessions sessions;
        sessions.leave("a", text, QDateTime::currentDateTime());
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY2(f.message().contains("its file is damaged. It is kept as"), qPrintable(f.message()));
        QVERIFY(!f.message().contains('\n'));
        QVERIFY(!restoreEntry(f)->isVisible());
        QCOMPARE(sessions.files("*"), QStringList{"a.damaged"});
        QCOMPARE(contents(QDir(sessions.folder).filePath("a.damaged")), text);
        QVERIFY(findLeftovers(sessions.folder, QDateTime::currentDateTime()).problems.isEmpty());
    }

    void oneWithAWrongExperimentIsRefused()
    {
        Sessions sessions;
        const QByteArray text = autosaveText(defaultExperiment(), RestorePoint{{}, 30, {}});
        sessions.leave("a", QByteArray(text).replace("0.02", "-0.5"), QDateTime::currentDateTime());
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(f.message().contains("Restore"));
        f.click("messageAction");
        QTRY_VERIFY2(f.message().contains("/runs/0/eta"), qPrintable(f.message()));
        QVERIFY(restoreEntry(f)->isVisible());
        QCOMPARE(f.iteration(), 0);
        restoreEntry(f)->trigger(); // still there, and refused again
        QTRY_VERIFY2(f.message().contains("/runs/0/eta"), qPrintable(f.message()));
    }

    void oldOnesAndRemainsGo()
    {
        Sessions sessions;
        const QDateTime now = QDateTime::currentDateTime();
        sessions.leave("old", RestorePoint{{}, 30, {}}, now.addDays(-31));
        sessions.leave("new", RestorePoint{{}, 30, {}}, now.addDays(-29));
        sessions.leave("new.hyperdrift.crash", QByteArray("half"), now);
        sessions.leave("bad.damaged", QByteArray(), now.addDays(-40));
        QVERIFY(QFile::rename(QDir(sessions.folder).filePath("bad.damaged.hyperdrift"),
                              QDir(sessions.folder).filePath("bad.damaged")));
        const Leftovers leftovers = findLeftovers(sessions.folder, now);
        QCOMPARE(leftovers.found.size(), 1U);
        QCOMPARE(leftovers.found.front().id, QString("new"));
        QCOMPARE(sessions.files("*"), QStringList{"new.hyperdrift"});
    }

    void whatALivingSessionKeepsIsLeftAlone()
    {
        Sessions sessions;
        sessions.leave("a", RestorePoint{{}, 30, {}}, QDateTime::currentDateTime());
        auto living = AutosaveSlot::claim(sessions.folder, "a");
        QVERIFY(living);
        QVERIFY(findLeftovers(sessions.folder, QDateTime::currentDateTime()).found.empty());
        const QString lock = QDir(sessions.folder).filePath("a.lock");
        const QByteArray text = contents(lock);
        living.reset();
        QCOMPARE(findLeftovers(sessions.folder, QDateTime::currentDateTime()).found.size(), 1U);

        // Of a dead session whose process number this program now has.
        QFile file(lock);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        QCOMPARE(findLeftovers(sessions.folder, QDateTime::currentDateTime()).found.size(), 1U);
    }

    void whatAnotherWindowRestoredIsGone()
    {
        Sessions sessions;
        sessions.leave("a", RestorePoint{{}, 30, {}}, QDateTime::currentDateTime());
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.keepUnsavedWork(sessions.folder);
        QTRY_VERIFY(f.message().contains("Restore"));
        const auto other = AutosaveSlot::claim(sessions.folder, "a");
        f.click("messageAction");
        QVERIFY2(f.message().contains("in another window"), qPrintable(f.message()));
        QVERIFY(!restoreEntry(f)->isVisible());
    }

    void aFolderThatCannotBeWrittenIsSaidOnce()
    {
        Sessions sessions;
        WindowFixture f;
        const QString file = f.write("no folder", "x");
        Autosave autosave(f.controller(), f.window.files(), file + "/autosave", soon, nullptr);
        QSignalSpy failed(&autosave, &Autosave::failed);
        QTRY_VERIFY(f.isReady());
        f.controller().setPlaying(true);
        QTRY_COMPARE(failed.size(), 1);
        const std::int64_t then = f.iteration();
        QTRY_VERIFY(f.iteration() > then + 20);
        QCOMPARE(failed.size(), 1);
    }

    void untilItIsThereTheOldPlaceIsKept()
    {
        Sessions sessions;
        sessions.leave("a", RestorePoint{{}, 50'000'000, {}}, QDateTime::currentDateTime());
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        Autosave autosave(f.controller(), f.window.files(), sessions.folder, soon, nullptr);
        connect(&f.window.files(), &FileActions::restored, &autosave,
                [&](const QString&, const RestorePoint& point) {
                    autosave.takeOver(AutosaveSlot::claim(sessions.folder, "a"), point);
                });
        QVERIFY(f.window.files().restore(sessions.file()));
        QTRY_VERIFY(f.iteration() > 1000);
        const QByteArray before = contents(sessions.file());
        f.controller().rename(0, "Other");
        QTRY_VERIFY(contents(sessions.file()) != before);
        QCOMPARE(sessions.iterationOnDisk(), 50'000'000);
        f.controller().setPlaying(true); // from here on
        QTRY_VERIFY(sessions.iterationOnDisk() < 50'000'000);
    }
};

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    TestAutosave test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_autosave.moc"
