// Lessons as folders: what is read, and what is refused with which words.

#include "core/io/experiment_file.h"
#include "core/io/lesson.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace hyperdrift;

namespace {

using Files = std::map<std::string, std::string>;

/// A folder that is nowhere on the disk.
LessonFolder folderOf(const Files& files)
{
    LessonFolder folder{.name = "07-lesson", .path = "lessons/07-lesson"};
    for (const auto& file : files)
        folder.files.push_back(file.first);
    folder.read = [files](const std::string& file) {
        const auto found = files.find(file);
        if (found == files.end())
            throw FileError(file + ": is not there");
        return found->second;
    };
    return folder;
}

const std::string runsText = R"({ "runs": [ { "method": "gd" }, { "method": "perturbed_gd" } ] })";

const std::string stepsText = R"([
  { "id": "begin", "run_to": 10 },
  { "id": "go_on-2", "set": { "runs.1.noise.sigma1": 0.1, "runs.0.eta": 0.01 }, "run_to": 20 },
  { "id": "end" } ])";

std::string documentOf(const std::string& experiment, const std::string& steps)
{
    return R"({ "format": "hyperdrift-lesson", "version": 1, "experiment": )" + experiment +
           ", \"steps\": " + steps + "}";
}

const std::string english =
    "# Title\n\n> Remember this.\n\n## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.\n";

Lesson read(const std::string& document, const std::string& text = english)
{
    return readLesson(folderOf({{"lesson.json", document}, {"en.md", text}}));
}

/// Three steps of which the first has these keys.
std::string firstStep(const std::string& keys)
{
    return documentOf(runsText, R"([ { "id": "a")" + (keys.empty() ? "" : ", " + keys) +
                                    R"( }, { "id": "b" }, { "id": "c" } ])");
}

template<typename Read>
QString refusalOf(const Read& reading)
{
    try {
        reading();
    } catch (const std::runtime_error& error) {
        return QString::fromUtf8(error.what());
    }
    return QStringLiteral("nothing was refused");
}

std::string contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// The indented blocks of a Markdown file, without their indent.
QStringList blocks(const QString& text)
{
    static const QRegularExpression block("(?:^(?:    .*)?\n)+", QRegularExpression::MultilineOption);
    static const QRegularExpression indent("^    ", QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = block.globalMatch(text); match.hasNext();) {
        QString example = match.next().captured();
        if (!example.trimmed().isEmpty())
            found << example.replace(indent, "").trimmed() + "\n";
    }
    return found;
}

} // namespace

class TestLesson : public QObject {
    Q_OBJECT
private slots:
    // ---- what is read
    // ---------------------------------------------------------------------------------------------------

    void aLessonIsRead()
    {
        const std::string document = documentOf(runsText, R"([
          { "id": "begin", "run_to": 10, "pictures": ["norm_plane", "loss", "imbalance", "ensemble"], "focus": "loss",
            "choices": { "imbalance": { "shows": "gap" } }, "ensemble": 50,
            "lock": ["runs.1.noise.sigma1", "problem", "runs.0"], "hide": ["start", "run.1"],
            "ask": { "kind": "point", "picture": "norm_plane", "run": 1 },
            "expect": [ { "run": 1, "value": "ratio", "is": "gamma2", "within": 0.5 },
                        { "run": 0, "value": "theta.0", "is": 0, "within": 0.25, "of": "absolute" },
                        { "run": 0, "value": "singular_values.0", "is": "predicted", "within": 0.1 } ] },
          { "id": "draw", "ask": { "kind": "curve", "picture": "imbalance", "run": 0 } },
          { "id": "pick", "pictures": ["landscape", "loss", "loss", "valley"], "eight_starts": true,
            "ask": { "kind": "choice", "answer": 1, "run": 1 } } ])");
        const std::string text =
            "# Title\n> Remember.\n## One\nText ![γ² = b/a](formula:gamma).\n### Answer\nThere.\n"
            "## Two\nA\n\nB\n### Notes\nSay it.\n### Answer\nSo.\n"
            "## Three\n```\n## no step\n### no part\n![](no picture\n```\n### Choices\n- this\n* that\n"
            "  or so\n### Answer\nThat.\n";
        const Lesson lesson = read(document, text);
        QCOMPARE(lesson.id, std::string("07-lesson"));
        QCOMPARE(lesson.steps.size(), std::size_t{3});
        const LessonStep& first = lesson.steps[0];
        QCOMPARE(first.id, std::string("begin"));
        QCOMPARE(first.runTo, std::optional<std::int64_t>(10));
        QCOMPARE(first.pictures.size(), std::size_t{4});
        QCOMPARE(first.pictures[0], std::string("norm_plane"));
        QCOMPARE(first.focus, std::string("loss"));
        QCOMPARE(first.choices.at("imbalance"), std::string(R"({"shows":"gap"})"));
        QCOMPARE(first.ensemble, std::optional<std::int64_t>(50));
        QCOMPARE(first.lock.size(), std::size_t{3});
        QCOMPARE(first.hide[1], std::string("run.1"));
        QCOMPARE(std::get<PointAsk>(*first.ask).picture, std::string("norm_plane"));
        QCOMPARE(std::get<PointAsk>(*first.ask).run, 1);
        QCOMPARE(first.expectations.size(), std::size_t{3});
        QCOMPARE(first.expectations[0].target, LessonExpectation::Target::Gamma2);
        QVERIFY(first.expectations[0].relative && !first.expectations[1].relative);
        QCOMPARE(first.expectations[1].within, 0.25);
        QCOMPARE(first.expectations[2].target, LessonExpectation::Target::Predicted);
        QCOMPARE(std::get<CurveAsk>(*lesson.steps[1].ask).picture, std::string("imbalance"));
        QVERIFY(lesson.steps[1].pictures.empty() && !lesson.steps[1].runTo && lesson.steps[2].eightStarts);
        QCOMPARE(std::get<ChoiceAsk>(*lesson.steps[2].ask).answer, std::size_t{1});
        QCOMPARE(std::get<ChoiceAsk>(*lesson.steps[2].ask).run, std::optional<int>(1));

        const LessonText& words = lesson.texts.at("en");
        QCOMPARE(words.title, std::string("Title"));
        QCOMPARE(words.remember, std::string("Remember."));
        QCOMPARE(words.steps[0].heading, std::string("One"));
        QCOMPARE(words.steps[0].answer, std::string("There."));
        QCOMPARE(words.steps[1].body, std::string("A\n\nB"));
        QCOMPARE(words.steps[1].notes, std::string("Say it."));
        QCOMPARE(words.steps[2].body, std::string("```\n## no step\n### no part\n![](no picture\n```"));
        QCOMPARE(words.steps[2].choices, (std::vector<std::string>{"this", "that or so"}));
        QCOMPARE(words.images.size(), std::size_t{1});
        QCOMPARE(words.images[0].target, std::string("formula:gamma"));
        QCOMPARE(words.images[0].line, 4);
    }

    void linesMayEndLikeOnOtherSystems()
    {
        std::string foreign = "\xEF\xBB\xBF";
        for (const char c : english)
            foreign += c == '\n' ? std::string("\r\n") : std::string(1, c);
        QCOMPARE(read(documentOf(runsText, stepsText), foreign).texts.at("en").remember,
                 std::string("Remember this."));
    }

    void theStepsPlanWhatTheRunsDo()
    {
        const std::string steps = R"([
          { "id": "a", "run_to": 10 },
          { "id": "b", "set": { "runs.1.noise.sigma1": 0.1, "runs.0.method": "sam", "runs.1.noise.anneal": null }, "run_to": 20 },
          { "id": "c" },
          { "id": "d", "set": { "runs.1.eta": 0.01 } },
          { "id": "e", "set": { "start.log_imbalance": -1 }, "run_to": 5 },
          { "id": "f", "set": { "runs.1.eta": 0.03 }, "reset": true, "run_to": 7 } ])";
        std::string text = "# T\n> R\n";
        for (int i = 0; i < 6; ++i)
            text += "## S\nText\n";
        const Lesson lesson = read(documentOf(runsText, steps), text);
        const auto& [a, b, c, d, e, f] = std::tie(lesson.steps[0], lesson.steps[1], lesson.steps[2],
                                                  lesson.steps[3], lesson.steps[4], lesson.steps[5]);
        QVERIFY(a.resets && !b.resets && !c.resets && !d.resets && e.resets && f.resets);

        QCOMPARE(b.changes.size(), std::size_t{3});
        QCOMPARE(b.changes[0].at, std::int64_t{10});
        QCOMPARE(b.changes[0].run, 1);
        QCOMPARE(b.experiment.runs[1].noise.sigma1, 0.1);
        QVERIFY(b.experiment.edits.empty());
        QCOMPARE(b.recording.runs[1].noise.sigma1, 0.05); // as it was at the reset
        QCOMPARE(b.recording.edits.size(), std::size_t{3});
        QCOMPARE(b.recording.steps, std::int64_t{20});
        QVERIFY(c.changes.empty());
        QCOMPARE(c.recording.steps, std::int64_t{20});
        QCOMPARE(d.changes[0].at, std::int64_t{20});
        QCOMPARE(d.recording.edits.size(), std::size_t{4});

        QCOMPARE(e.experiment.runs[1].noise.sigma1, 0.1); // what was set stays
        QVERIFY(e.changes.empty() && e.recording.edits.empty());
        QCOMPARE(e.recording.steps, std::int64_t{5});
        QCOMPARE(f.recording.runs[1].eta, 0.03);
        QCOMPARE(lesson.experiment.runs[1].noise.sigma1, 0.05);
    }

    void theLessonsOwnEditsComeAgainAfterAReset()
    {
        const std::string experiment =
            R"({ "runs": [ { "method": "gd" } ], "edits": [ { "at": 5, "run": 0, "scale": 2 }, { "at": 15, "run": 0, "scale": 2 } ] })";
        const std::string steps =
            R"([ { "id": "a", "run_to": 10 }, { "id": "b", "set": { "runs.0.eta": 0.1 }, "run_to": 20 },
                                       { "id": "c", "reset": true } ])";
        const Lesson lesson = read(documentOf(experiment, steps));
        const auto& edits = lesson.steps[1].recording.edits;
        QCOMPARE(edits.size(), std::size_t{3});
        QCOMPARE(edits[1].at, std::int64_t{10}); // between the two
        QCOMPARE(lesson.steps[2].recording.edits.size(), std::size_t{2});
    }

    void theExperimentMayBeAFileOfTheFolder()
    {
        const std::string file = R"({ "format": "hyperdrift-experiment", "version": 1, "title": "Its own",
                                      "runs": [ { "method": "gd" }, { "method": "perturbed_gd" } ] })";
        const Files files{{"lesson.json", documentOf("\"own.hyperdrift\"", stepsText)},
                          {"own.hyperdrift", file},
                          {"en.md", english}};
        QCOMPARE(readLesson(folderOf(files)).experiment.title, std::string("Its own"));
    }

    void aMatrixIsReadIntoTheExperiment()
    {
        const std::string experiment =
            R"({ "problem": { "matrix": "../m.csv" }, "runs": [ { "method": "gd" } ] })";
        Files files{{"lesson.json",
                     documentOf(experiment,
                                R"([ {"id": "a"}, {"id": "b", "set": {"problem.rank": 2}}, {"id": "c"} ])")},
                    {"en.md", english},
                    {"../m.csv", "1,2\n3,4\n"}};
        const Lesson lesson = readLesson(folderOf(files));
        for (const Experiment* each : {&lesson.experiment, &lesson.steps[1].recording}) {
            QVERIFY(each->problem.matrix->embedded);
            QCOMPARE(each->problem.matrix->cells->values, (std::vector<double>{1, 2, 3, 4}));
            // It stands on its own: a document of it needs no file.
            QCOMPARE(parseExperiment(experimentText(*each), {}).problem.d2, std::int64_t{2});
        }
        files["../m.csv"] = "1,2\n3\n";
        QVERIFY(refusalOf([&] { readLesson(folderOf(files)); }).contains("../m.csv:2:2: must have 2 cells"));
        files.erase("../m.csv");
        QVERIFY_THROWS_EXCEPTION(FileError, readLesson(folderOf(files)));
    }

    void otherLanguagesFallBackToEnglish()
    {
        Files files{
            {"lesson.json", documentOf(runsText, stepsText)}, {"en.md", english}, {"README.md", "no text"}};
        files["zh_CN.md"] = "# 标题\n> 记住。\n## 一\n文\n## 二\n文\n## 三\n文\n";
        const Lesson lesson = readLesson(folderOf(files));
        QCOMPARE(lesson.texts.size(), std::size_t{2});
        QCOMPARE(textIn(lesson, "zh_CN").title, std::string("标题"));
        QCOMPARE(textIn(lesson, "zh").title, std::string("标题"));
        QCOMPARE(textIn(lesson, "zh_TW").title, std::string("标题"));
        QCOMPARE(textIn(lesson, "de").title, std::string("Title"));
        QCOMPARE(textIn(lesson, "en_US").title, std::string("Title"));
    }

    void aFolderOnTheDiskIsRead()
    {
        QTemporaryDir directory;
        QDir(directory.path()).mkdir("my lesson");
        const QString folder = directory.filePath("my lesson");
        const auto write = [&folder](const char* name, const std::string& bytes) {
            QFile file(folder + "/" + name);
            return file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(bytes)) >= 0;
        };
        QVERIFY(write("lesson.json", documentOf(runsText, stepsText)));
        QVERIFY(write("en.md", english));
        for (const QString& path : {folder, folder + "/", folder + "/lesson.json"}) {
            QVERIFY(isLessonPath(path.toStdString()));
            QCOMPARE(readLesson(lessonFolder(path.toStdString())).id, std::string("my lesson"));
        }
        QVERIFY(!isLessonPath((folder + "/en.md").toStdString()));
        QFile::remove(folder + "/en.md");
        QCOMPARE(refusalOf([&] { readLesson(lessonFolder(folder.toStdString())); }),
                 folder + ": must hold en.md, but does not");
        QVERIFY_THROWS_EXCEPTION(FileError, lessonFolder((folder + "/none").toStdString()));
    }

    void theExampleOfTheDescriptionIsRead()
    {
        const QString text = QString::fromStdString(contents(QStringLiteral(LESSONS "/README.md")));
        std::string document;
        std::string words;
        for (const QString& block : blocks(text)) {
            if (block.contains("\"hyperdrift-lesson\""))
                document = block.toStdString();
            if (block.startsWith("# "))
                words = block.toStdString();
        }
        QVERIFY(!document.empty() && !words.empty());
        const Lesson lesson = read(document, words);
        QVERIFY(lesson.steps.size() >= leastLessonSteps);
        // Each key of a step that it describes is one that the reader knows, and the other way round.
        const QString keys = refusalOf([] { read(firstStep(R"("no_key": 1)")); });
        static const QRegularExpression row("^\\| `(\\w+)` \\|", QRegularExpression::MultilineOption);
        QStringList described;
        for (auto match = row.globalMatch(text); match.hasNext();)
            described << match.next().captured(1);
        for (const QString& key : keys.mid(keys.indexOf("there are ") + 10).split(", "))
            QVERIFY2(described.contains(key), qPrintable(key));
        for (const QString& key : described)
            QVERIFY2(keys.contains(key), qPrintable(key));
    }

    // ---- what is refused
    // ---------------------------------------------------------------------------------------------------

    void aWrongDocumentIsRefused_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const std::string& document, const char* message) {
            QTest::newRow(name) << QString::fromStdString(document) << QString::fromUtf8(message);
        };
        const auto step = [&row](const char* name, const std::string& keys, const char* message) {
            row(name, firstStep(keys), message);
        };
        row("no JSON", "{", "1:2: is no valid JSON");
        row("another format", R"({ "format": "lesson" })",
            "/format: must be \"hyperdrift-lesson\", but is \"lesson\"");
        row("no version", R"({ "format": "hyperdrift-lesson" })", "/version: is missing");
        row("a newer version", R"({ "format": "hyperdrift-lesson", "version": 2 })",
            "/version: must be ≤ 1, but is 2: made for a newer version");
        row("no experiment", R"({ "format": "hyperdrift-lesson", "version": 1 })", "/experiment: is missing");
        row("an experiment of another type", documentOf("5", stepsText),
            "/experiment: must be an experiment (an object) or the name of a file, but is 5");
        row("an experiment's unknown key",
            documentOf(R"({ "runs": [ { "method": "gd", "etaa": 1 } ] })", stepsText),
            "/experiment/runs/0/etaa: is no key of a run");
        row("an experiment out of range",
            documentOf(R"({ "runs": [ { "method": "gd", "eta": -1 } ] })", stepsText),
            "/experiment/runs/0/eta: must be > 0 and ≤ 100, but is -1");
        row("no such file", documentOf("\"../x.hyperdrift\"", stepsText),
            "/experiment: must be an experiment, or the name of a file in the lesson's folder, but is "
            "\"../x.hyperdrift\"");
        row("no steps", R"({ "format": "hyperdrift-lesson", "version": 1, "experiment": )" + runsText + "}",
            "/steps: is missing");
        row("steps of another type", documentOf(runsText, "{}"), "/steps: must be an array of 3 to 8 steps");
        row("two steps", documentOf(runsText, R"([ {"id": "a"}, {"id": "b"} ])"),
            "/steps: must be an array of 3 to 8 steps, but has 2");
        std::string nine = "[";
        for (int i = 0; i < 9; ++i)
            nine += (i > 0 ? "," : "") + (R"({"id": ")" + std::to_string(i)) + "\"}";
        row("nine steps", documentOf(runsText, nine + "]"),
            "/steps: must be an array of 3 to 8 steps, but has 9");
        row("an unknown key",
            R"({ "format": "hyperdrift-lesson", "version": 1, "title": "T", "experiment": )" + runsText +
                ", \"steps\": " + stepsText + "}",
            "/title: is no key of a lesson");
        row("no id", documentOf(runsText, R"([ {}, {"id": "b"}, {"id": "c"} ])"), "/steps/0/id: is missing");
        row("an id with a blank", documentOf(runsText, R"([ {"id": "a b"}, {"id": "b"}, {"id": "c"} ])"),
            "/steps/0/id: must consist of a-z, 0-9, \"-\" and \"_\", but is \"a b\"");
        row("an id twice", documentOf(runsText, R"([ {"id": "a"}, {"id": "b"}, {"id": "a"} ])"),
            "/steps/2/id: must differ from those before it, but is \"a\" again");
        row("back in time",
            documentOf(runsText, R"([ {"id": "a", "run_to": 9}, {"id": "b"}, {"id": "c", "run_to": 8} ])"),
            "/steps/2/run_to: must be ≥ 9, where this step begins, but is 8");

        step("an unknown key of a step", R"("sett": {})", "/steps/0/sett: is no key of a step");
        step("run_to < 0", R"("run_to": -1)", "/steps/0/run_to: must be ≥ 0 and ≤ 1000000000000, but is -1");
        step("reset of another type", R"("reset": 1)", "/steps/0/reset: must be true or false, but is 1");
        step("set of another type", R"("set": [])", "/steps/0/set: must be an object of paths and values");
        step("set of another run", R"("set": { "runs.2.eta": 1 })",
             "/steps/0/set/runs.2.eta: leads to /runs/2: must be an index ≥ 0 and < 2, but is 2");
        step("set out of range", R"("set": { "runs.1.eta": 0 })",
             "/steps/0/set: makes the experiment wrong at /runs/1/eta: must be > 0 and ≤ 100, but is 0");
        step("set of an unknown key", R"("set": { "problem.d3": 5 })",
             "/steps/0/set: makes the experiment wrong at /problem/d3: is no key of a problem");
        step("set of another type's value", R"("set": { "problem.rank": "two" })",
             "/steps/0/set: makes the experiment wrong at /problem/rank: must be a whole number, but is "
             "\"two\"");
        step("three pictures", R"("pictures": ["loss", "loss", "loss"])",
             "/steps/0/pictures: must be an array of 4 pictures, but has 3");
        step("an unknown picture", R"("pictures": ["loss", "loss", "los", "loss"])",
             "/steps/0/pictures/2: \"los\" is no picture; there are landscape, loss, ");
        step("focus on what is not shown", R"("focus": "pca")",
             "/steps/0/focus: must be one of the pictures shown, landscape, loss, imbalance, valley, but is "
             "\"pca\"");
        step("choices of no picture", R"("choices": { "los": {} })",
             "/steps/0/choices/los: \"los\" is no picture");
        step("choices of another type", R"("choices": { "loss": 5 })",
             "/steps/0/choices/loss: must be an object, but is 5");
        step("choices that are none", R"("choices": 5)",
             "/steps/0/choices: must be an object with a picture's choices each");
        step("eight starts of another type", R"("eight_starts": "yes")",
             "/steps/0/eight_starts: must be true or false");
        step("eight starts without a landscape",
             R"("pictures": ["loss", "loss", "loss", "loss"], "eight_starts": true)",
             "/steps/0/eight_starts: needs the picture \"landscape\", which is not shown");
        step("an ensemble of none", R"("ensemble": 0)",
             "/steps/0/ensemble: must be ≥ 1 and ≤ 50000, but is 0");
        step("an ensemble that is not shown", R"("ensemble": 5)",
             "/steps/0/ensemble: needs the picture \"ensemble\", which is not shown");
        step("lock of another type", R"("lock": "problem")", "/steps/0/lock: must be an array of strings");
        step("lock of no control", R"("lock": ["problem", "runs.2.eta"])",
             "/steps/0/lock/1: \"runs.2.eta\" is no control");
        step("lock of no parameter", R"("lock": ["runs.1.etaa"])",
             "/steps/0/lock/0: \"runs.1.etaa\" is no control");
        step("hide of no panel", R"("hide": ["run.2"])", "/steps/0/hide/0: \"run.2\" is no panel");
        step("hide of a control", R"("hide": ["run.1.eta"])", "/steps/0/hide/0: \"run.1.eta\" is no panel");
        step("an ask of no kind", R"("ask": {})", "/steps/0/ask/kind: is missing");
        step("an unknown kind", R"("ask": { "kind": "guess" })",
             "/steps/0/ask/kind: \"guess\" is no kind of ask; there are point, curve, choice");
        step("a point in a picture over time", R"("ask": { "kind": "point", "picture": "loss", "run": 1 })",
             "/steps/0/ask/picture: must be landscape or norm_plane, but is \"loss\"");
        step("a curve in a plane", R"("ask": { "kind": "curve", "picture": "landscape", "run": 1 })",
             "/steps/0/ask/picture: must be loss, imbalance, flatness or log_ratio, but is \"landscape\"");
        step("an ask of a picture that is not shown",
             R"("ask": { "kind": "point", "picture": "norm_plane", "run": 1 })",
             "/steps/0/ask/picture: must be one of the pictures shown");
        step("an ask of no run", R"("ask": { "kind": "point", "picture": "landscape", "run": 2 })",
             "/steps/0/ask/run: must be ≥ 0 and ≤ 1, but is 2");
        step("an ask's unknown key", R"("ask": { "kind": "choice", "answer": 0, "picture": "loss" })",
             "/steps/0/ask/picture: is no key of an ask of this kind");
        step("a choice of no run", R"("ask": { "kind": "choice", "answer": 0, "run": 2 })",
             "/steps/0/ask/run: must be");
        step("an answer < 0", R"("ask": { "kind": "choice", "answer": -1 })",
             "/steps/0/ask/answer: must be ≥ 0");
        const auto expect = [&step](const char* name, const char* keys, const char* message) {
            step(name, std::string(R"("expect": [ )") + keys + " ]", message);
        };
        step("expect of another type", R"("expect": {})", "/steps/0/expect: must be an array");
        expect("a run that there is not", R"({ "run": 2, "value": "ratio", "is": 1, "within": 1 })",
               "/steps/0/expect/0/run: must be ≥ 0 and ≤ 1, but is 2");
        expect("an unknown value", R"({ "run": 0, "value": "los", "is": 1, "within": 1 })",
               "/steps/0/expect/0/value: \"los\" is nothing that is measured; there are loss, x_norm2");
        expect("an array without an index", R"({ "run": 0, "value": "theta", "is": 1, "within": 1 })",
               "/steps/0/expect/0/value: \"theta\" is nothing that is measured");
        expect("an index beyond the rank", R"({ "run": 0, "value": "theta.1", "is": 1, "within": 1 })",
               "/steps/0/expect/0/value: must have an index < 1, the rank, but is \"theta.1\"");
        expect("γ² of another value", R"({ "run": 1, "value": "loss", "is": "gamma2", "within": 1 })",
               "/steps/0/expect/0/is: gamma2 is a ratio, but the value is \"loss\"");
        expect("what theory does not predict",
               R"({ "run": 1, "value": "gap", "is": "predicted", "within": 1 })",
               "/steps/0/expect/0/is: theory predicts no \"gap\"");
        expect("an unknown target", R"({ "run": 1, "value": "gap", "is": "tau", "within": 1 })",
               "/steps/0/expect/0/is: must be a number, \"gamma2\" or \"predicted\", but is \"tau\"");
        expect("within 0", R"({ "run": 1, "value": "gap", "is": 1, "within": 0 })",
               "/steps/0/expect/0/within: must be > 0, but is 0");
        expect("an unknown measure", R"({ "run": 1, "value": "gap", "is": 1, "within": 1, "of": "all" })",
               "/steps/0/expect/0/of: must be \"relative\" or \"absolute\", but is \"all\"");
        expect("relative to 0", R"({ "run": 1, "value": "gap", "is": 0, "within": 1 })",
               "/steps/0/expect/0/of: must be \"absolute\" where the value is to be 0");
        expect("an expectation's unknown key",
               R"({ "run": 1, "value": "gap", "is": 1, "within": 1, "at": 5 })",
               "/steps/0/expect/0/at: is no key of an expectation");
    }
    void aWrongDocumentIsRefused()
    {
        QFETCH(QString, document);
        QFETCH(QString, message);
        const QString refusal = refusalOf([&] { read(document.toStdString()); });
        QVERIFY2(refusal.startsWith("lessons/07-lesson/lesson.json: " + message), qPrintable(refusal));
        QVERIFY(!refusal.contains('\n'));
    }

    void aWrongFileOfTheExperimentIsNamed()
    {
        const auto refusal = [](const std::string& experiment) {
            return refusalOf([&] {
                readLesson(folderOf({{"lesson.json", documentOf("\"own.hyperdrift\"", stepsText)},
                                     {"own.hyperdrift", experiment},
                                     {"en.md", english}}));
            });
        };
        QCOMPARE(
            refusal(
                R"({ "format": "hyperdrift-experiment", "version": 1, "runs": [ { "method": "gd", "eta": 0 } ] })"),
            QStringLiteral(
                "lessons/07-lesson/lesson.json: /experiment: own.hyperdrift: /runs/0/eta: must be > 0 "
                "and ≤ 100, but is 0"));
        QVERIFY(refusal("{").contains("/experiment: own.hyperdrift: 1:2: is no valid JSON"));
        QVERIFY(refusal(runsText).contains("own.hyperdrift: /format: is missing"));
    }

    void aWrongTextIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* text, const char* message) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(message);
        };
        row("nothing", "", "1: the text must begin with its title, \"# …\", but has none");
        row("no title", "\n## A\nx\n", "1: the text must begin with its title");
        row("a text before the title", "Hello\n# T\n> r\n",
            "1: the text must begin with its title, \"# …\", but begins with \"Hello\"");
        row("two titles", "# T\n> r\n# U\n", "3: there must be one title, but \"# U\" is another");
        row("no sentence", "# T\n\n## A\nx\n", "1: below the title must stand the one sentence to remember");
        row("another text there", "# T\nr\n## A\nx\n",
            "2: below the title must stand the one sentence to remember");
        row("an empty sentence", "# T\n>\n## A\nx\n",
            "2: below the title must stand the one sentence to remember, \"> …\", on one line, but it is "
            "empty");
        row("two lines to remember", "# T\n> r\n> s\n## A\nx\n",
            "3: below the title must stand the one sentence to remember, \"> …\", on one line, and then the "
            "first step");
        row("too few steps", "# T\n> r\n## A\nx\n## B\nx\n",
            "5: must have a step, \"## …\", for each of the 3 in lesson.json, but has 2");
        row("too many steps", "# T\n> r\n## A\nx\n## B\nx\n## C\nx\n## D\nx\n",
            "9: must have a step, \"## …\", for each of the 3 in lesson.json, but has 4");
        row("no steps", "# T\n> r\n",
            "1: must have a step, \"## …\", for each of the 3 in lesson.json, but has 0");
        row("a step without a text", "# T\n> r\n## A\n\n## B\nx\n## C\nx\n",
            "3: a step must have a text, but it is empty");
        row("a step without a heading", "# T\n> r\n##  \nx\n",
            "3: a step must have a heading, but it is empty");
        row("an unknown part", "# T\n> r\n## A\nx\n### Note\ny\n",
            "5: \"### Note\" is no part of a step; there are Notes, Choices, Answer");
        row("an empty part", "# T\n> r\n## A\nx\n### Notes\n\n## B\nx\n",
            "5: \"### Notes\" must have a text, but is empty");
        row("notes twice", "# T\n> r\n## A\nx\n### Notes\ny\n### Notes\nz\n",
            "7: \"### Notes\" is given twice in this step");
        row("choices twice", "# T\n> r\n## A\nx\n### Choices\n- a\n- b\n### Choices\n- a\n- b\n",
            "8: \"### Choices\" is given twice in this step");
        row("one choice", "# T\n> r\n## A\nx\n### Choices\n- a\n",
            "5: must list at least 2 choices, but lists 1");
        row("a choice without a bullet", "# T\n> r\n## A\nx\n### Choices\na\n",
            "6: must be a choice, \"- …\", but is \"a\"");
        row("a heading too deep", "# T\n> r\n## A\nx\n#### B\n",
            "5: headings are \"# \", \"## \" and \"### \", but this is \"#### B\"");
        row("choices where none is asked for", "# T\n> r\n## A\nx\n### Choices\n- a\n- b\n## B\nx\n## C\nx\n",
            "3: step 1 (begin) has \"### Choices\", but asks for no choice");
        row("an answer where nothing is asked", "# T\n> r\n## A\nx\n### Answer\ny\n## B\nx\n## C\nx\n",
            "3: step 1 (begin) has an \"### Answer\", but asks nothing");
        row("a picture that says nothing", "# T\n> r\n## A\n![](formula:a)\n## B\nx\n## C\nx\n",
            "4: a picture must say what it shows");
        row("a picture without an end", "# T\n> r\n## A\n![a](formula:a\n## B\nx\n## C\nx\n",
            "4: a picture must be written as ![what it shows](target) on one line");
        row("a formula's name", "# T\n> r\n## A\n![a](formula:../a)\n## B\nx\n## C\nx\n",
            "4: a formula's name must consist of a-z, 0-9 and \"_\", but is \"formula:../a\"");
        row("a picture of another kind", "# T\n> r\n## A\n![a](a.gif)\n## B\nx\n## C\nx\n",
            "4: a picture must be formula:NAME or an .svg or .png file, but is \"a.gif\"");
        row("a picture that is not there", "# T\n> r\n## A\n![a](../a.svg)\n## B\nx\n## C\nx\n",
            "4: the picture must be in the lesson's folder, but there is no \"../a.svg\"");
    }
    void aWrongTextIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const QString refusal = refusalOf([&] { read(documentOf(runsText, stepsText), text.toStdString()); });
        QVERIFY2(refusal.startsWith("lessons/07-lesson/en.md:" + message), qPrintable(refusal));
        QVERIFY(!refusal.contains('\n'));
        // In another language alike.
        Files files{{"lesson.json", documentOf(runsText, stepsText)}, {"en.md", english}};
        files["de.md"] = text.toStdString();
        QVERIFY(
            refusalOf([&] { readLesson(folderOf(files)); }).startsWith("lessons/07-lesson/de.md:" + message));
    }

    void textsMustFitWhatIsAsked()
    {
        const auto refusal = [](const std::string& ask, const std::string& parts) {
            return refusalOf([&] {
                read(firstStep("\"ask\": " + ask), "# T\n> r\n## A\nx\n" + parts + "## B\nx\n## C\nx\n");
            });
        };
        const std::string choice = R"({ "kind": "choice", "answer": 2 })";
        const std::string point = R"({ "kind": "point", "picture": "landscape", "run": 0 })";
        QVERIFY(refusal(choice, "### Answer\nz\n")
                    .endsWith("en.md:3: step 1 (a) asks for a choice, but has no \"### Choices\""));
        QVERIFY(refusal(choice, "### Choices\n- a\n- b\n### Answer\nz\n")
                    .endsWith("en.md:3: step 1 (a) must have more choices than its answer, 2 counted from 0, "
                              "but has 2"));
        QVERIFY(refusal(choice, "### Choices\n- a\n- b\n- c\n")
                    .endsWith("step 1 (a) asks, but has no \"### Answer\""));
        QVERIFY(refusal(point, "").endsWith("step 1 (a) asks, but has no \"### Answer\""));
        QCOMPARE(refusal(choice, "### Choices\n- a\n- b\n- c\n### Answer\nz\n"),
                 QStringLiteral("nothing was refused"));
        QCOMPARE(refusal(point, "### Answer\nz\n"), QStringLiteral("nothing was refused"));
    }
};

QTEST_APPLESS_MAIN(TestLesson)
#include "test_lesson.moc"
