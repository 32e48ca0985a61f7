// Lines as a shell takes them apart, read as the console program reads them.

#include "core/io/command_text.h"
#include "core/io/experiment_file.h"
#include "core/io/lesson.h"
#include "core/model/validate.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace hyperdrift;

namespace {

using Named = std::vector<std::pair<std::string, Experiment>>;

/// The words that a POSIX shell makes of `line`.
std::vector<std::string> words(const std::string& line)
{
    QProcess shell;
    shell.start("sh", QStringList());
    shell.write(QByteArray::fromStdString("printf '%s\\0' " + line + "\n"));
    shell.closeWriteChannel();
    if (!shell.waitForFinished())
        qFatal("no shell");
    std::vector<std::string> list;
    for (const QByteArray& word : shell.readAllStandardOutput().split('\0'))
        list.push_back(word.toStdString());
    list.pop_back(); // after the last end of a word
    return list;
}

/// What `hyperdrift-cli run` makes of the words, "--steps N" as it does.
Experiment experimentOf(const std::string& line)
{
    std::vector<std::string> overrides;
    const std::vector<std::string> list = words(line);
    for (std::size_t i = 2; i + 1 < list.size(); i += 2)
        overrides.push_back((list[i] == "--steps" ? "steps=" : "") + list[i + 1]);
    return experimentFromOverrides(overrides);
}

/// The document without what determines no number.
QString comparable(Experiment experiment)
{
    experiment.view = "{}";
    experiment.madeWith.reset();
    if (experiment.problem.matrix)
        experiment.problem.matrix->embedded = false;
    return QString::fromStdString(experimentText(experiment));
}

QString lineOf(const Experiment& experiment, std::int64_t steps = 20000)
{
    try {
        return QString::fromStdString(commandText(experiment, steps));
    } catch (const InputError& error) {
        return "refused: " + QString::fromUtf8(error.what());
    }
}

Experiment changed(const std::function<void(Experiment&)>& change)
{
    Experiment experiment = defaultExperiment();
    change(experiment);
    return experiment;
}

Experiment withMethod(MethodKind method)
{
    return changed([&](Experiment& e) { e.runs[1].method = method; });
}

Experiment withMatrix(const std::string& path)
{
    const std::vector<std::string> overrides{"problem.matrix=" + path, "problem.scale_to=null",
                                             "problem.rank=2"};
    return experimentFromOverrides(overrides);
}

Named ofEachKind()
{
    Named list{{"default", defaultExperiment()}};
    for (int kind = 0; kind <= static_cast<int>(MethodKind::Sam); ++kind)
        list.push_back({"method " + std::to_string(kind), withMethod(static_cast<MethodKind>(kind))});
    for (const StartKind& kind :
         {StartKind(AlignedStart{{-1.0 / 3.0}, {-0.7}}), StartKind(GaussianStart{-0.0, 5e-324}),
          StartKind(GaussianStart{}), StartKind(SmallBalancedStart{1e-9}), StartKind(ZeroStart{})})
        list.push_back(
            {"start " + std::to_string(kind.index()), changed([&](Experiment& e) { e.start.kind = kind; })});
    list.push_back({"explicit start", changed([](Experiment& e) {
                        e.problem.d1 = 2;
                        e.problem.d2 = 1;
                        e.start.kind = ExplicitStart{{{-0.0}, {1e300}}, {{0.1}}};
                    })});
    list.push_back({"texts", changed([](Experiment& e) {
                        e.title = "it's \"5\" $HOME `x` \\ ! * # ~ \n\t\x01 测试 \uFFFF 😀";
                        e.runs[0].name = "12";
                        e.runs[1].name = "{\"a\": 1";
                    })});
    list.push_back({"empty texts", changed([](Experiment& e) { e.title = e.runs[0].name = ""; })});
    list.push_back({"equals signs", changed([](Experiment& e) { e.title = "=a=b"; })});
    list.push_back({"kept keys", changed([](Experiment& e) {
                        e.runs[0].noise = {0.1, 0.2, Distribution::Laplace, 7.5, 0.3};
                        e.runs[0].batch = 3;
                        e.runs[1].noise.anneal = 1e12;
                        e.runs[1].radius = 0;
                        e.runs[1].seed = seedBound - 1;
                    })});
    list.push_back(
        {"more runs", changed([](Experiment& e) { e.runs.push_back({.name = "it's", .eta = 0.1}); })});
    list.push_back({"one run", changed([](Experiment& e) { e.runs.pop_back(); })});
    list.push_back({"edits", changed([](Experiment& e) {
                        e.edits = {{0, 0, Edit::Scale{-1.0 / 3.0}},
                                   {5, 1,
                                    std::vector<Edit::SetParameter>{{"noise.anneal", std::monostate{}},
                                                                    {"noise.sigma1", 0.1},
                                                                    {"method", std::string("gd")}}}};
                    })});
    list.push_back({"engine and spectrum", changed([](Experiment& e) {
                        e.engine = EngineKind::Reduced;
                        e.problem.spectrum = {3, 1.0 / 3.0, 5e-324};
                        e.problem.seed = 0;
                        e.steps = maxSteps;
                    })});
    list.push_back({"matrix", withMatrix(DATA "/iris.csv")});
    return list;
}

/// Those that are valid and have no cells alone.
Named ofFiles(const QString& folder)
{
    Named list;
    for (const QString& name : QDir(folder).entryList(QDir::Files)) {
        try {
            list.push_back(
                {name.toStdString(), readExperimentFile(QDir(folder).filePath(name).toStdString())});
        } catch (const std::exception&) { // made to be refused
        }
    }
    return list;
}

Named ofLessons()
{
    Named list;
    for (const QString& name : QDir(LESSONS).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const Lesson lesson = readLesson(lessonFolder((QStringLiteral(LESSONS "/") + name).toStdString()));
        list.push_back({lesson.id, lesson.experiment});
        for (const LessonStep& step : lesson.steps)
            list.push_back({lesson.id + " " + step.id, step.recording});
    }
    return list;
}

} // namespace

class TestCommandText : public QObject {
    Q_OBJECT
private slots:
    void saysTheDifferencesAlone()
    {
        QCOMPARE(lineOf(defaultExperiment()), "hyperdrift-cli run --steps 20000");
        QCOMPARE(lineOf(changed([](Experiment& e) { e.runs[1].noise.sigma1 = 0.1; }), 7),
                 "hyperdrift-cli run --set runs.1.noise.sigma1=0.1 --steps 7");
        QCOMPARE(
            lineOf(changed([](Experiment& e) {
                e.start.kind = GaussianStart{.scaleX = 0.2};
                e.title = "it's";
                e.view = "{\"a\": 1}";
            })),
            "hyperdrift-cli run --set 'title=it'\\''s' --set start.kind=gaussian --set start.scale_x=0.2 "
            "--steps 20000");
        QCOMPARE(lineOf(withMethod(MethodKind::LabelNoise)),
                 "hyperdrift-cli run --set runs.1.method=label_noise --steps 20000");
        QCOMPARE(lineOf(changed([](Experiment& e) {
                     e.runs.pop_back();
                     e.edits = {{5, 0, Edit::Scale{2}}};
                 })),
                 "hyperdrift-cli run --set 'runs=[{\"name\":\"GD\",\"method\":\"gd\",\"eta\":0.02}]' "
                 "--set 'edits=[{\"at\":5,\"run\":0,\"scale\":2.0}]' --steps 20000");
        const Experiment matrix = withMatrix(DATA "/iris.csv");
        QCOMPARE(lineOf(matrix), "hyperdrift-cli run --set problem.matrix=" DATA
                                 "/iris.csv --set problem.rank=2 --set problem.scale_to=null "
                                 "--set problem.matrix_sha256=" +
                                     QString::fromStdString(matrix.problem.matrix->cells->sha256) +
                                     " --steps 20000");
    }

    void givesTheSameDocument_data()
    {
        QTest::addColumn<Experiment>("experiment");
        const auto add = [](const Named& list, std::size_t least) {
            QVERIFY(list.size() >= least);
            for (const auto& [name, experiment] : list)
                QTest::newRow(name.c_str()) << experiment;
        };
        add(ofEachKind(), 20);
        add(ofFiles(CORPUS), 12);
        add(ofLessons(), 40);
    }
    void givesTheSameDocument()
    {
        QFETCH(Experiment, experiment);
        const auto& matrix = experiment.problem.matrix;
        if (matrix && !QFile::exists(QString::fromStdString(matrix->path))) {
            if (matrix->path.empty())
                QVERIFY(lineOf(experiment).startsWith("refused: /problem/matrix: must be a file"));
            return; // the line names a file that is not here
        }
        const std::string line = commandText(experiment, experiment.steps);
        QVERIFY(line.find('\n') == std::string::npos);
        QCOMPARE(comparable(experimentOf(line)), comparable(experiment));
        experiment.steps = 12345;
        QCOMPARE(comparable(experimentOf(commandText(defaultExperiment(), 12345))),
                 comparable(changed([](Experiment& e) { e.steps = 12345; })));
        QCOMPARE(comparable(experimentOf(commandText(experiment, 12345))), comparable(experiment));
    }

    void aMatrixIsNamedByItsPath()
    {
        QTemporaryDir folder;
        for (const char* name : {"it's a \"matrix\" $1.csv", "5", "\xff.csv", "null"}) {
            const QString path = folder.path() + "/";
            const std::string file = path.toStdString() + name;
            std::FILE* out = std::fopen(file.c_str(), "w");
            QVERIFY(out != nullptr && std::fputs("1,2\n3,4\n", out) > 0 && std::fclose(out) == 0);
            Experiment experiment = withMatrix(file);
            const std::string line = commandText(experiment, 7);
            experiment.steps = 7;
            QCOMPARE(comparable(experimentOf(line)), comparable(experiment));
            QVERIFY(commandText(experiment, 7).find(name[0] == 'i' ? "it'\\''s" : name) != std::string::npos);
            experiment.problem.matrix->embedded = true;
            QVERIFY(commandText(experiment, 7) == commandText(withMatrix(file), 7));
            std::remove(file.c_str()); // QTemporaryDir does not see a name that is no UTF-8
        }
    }

    void whatALineCantSayIsRefused()
    {
        Experiment cells = withMatrix(DATA "/iris.csv");
        cells.problem.matrix->path.clear();
        QCOMPARE(lineOf(cells),
                 "refused: /problem/matrix: must be a file to be named on a command line, but the "
                 "experiment has the cells alone");
        const auto rows = [](std::int64_t count) {
            return changed([&](Experiment& e) {
                e.problem.d1 = count;
                e.start.kind = ExplicitStart{{static_cast<std::size_t>(count), {0.5}}, {30, {0.5}}};
            });
        };
        // "start.x=[", "[0.5]" and commas, "]": 6 bytes a row and 9 more
        const std::int64_t most = (static_cast<std::int64_t>(maxCommandWord) - 1 - 9) / 6;
        QCOMPARE(comparable(experimentOf(commandText(rows(most), 20000))), comparable(rows(most)));
        QVERIFY(lineOf(rows(most + 1)).startsWith("refused: /start/x: must take less than 131072 bytes"));
        QCOMPARE(lineOf(changed([](Experiment& e) { e.title = "\xff\n"; })),
                 "refused: /title: must be UTF-8 to stand on a command line, but is not");
    }
};

QTEST_GUILESS_MAIN(TestCommandText)
#include "test_command_text.moc"
