// Lessons walked without a window, the program's own among them: what their texts claim is measured.

#include "core/io/lesson.h"
#include "core/measure/sample_value.h"
#include "core/run/lesson_walk.h"
#include "core/run/recording.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace hyperdrift;

namespace {

LessonFolder folderOf(const std::string& document, const std::string& text)
{
    return {.name = "lesson",
            .path = "lesson",
            .files = {"en.md", "lesson.json"},
            .read = [=](const std::string& file) { return file == "en.md" ? text : document; }};
}

const std::string threeSteps = "# T\n> R\n## A\nx\n## B\nx\n## C\nx\n";

Lesson lessonOf(const std::string& steps)
{
    const std::string experiment =
        R"({ "runs": [ { "method": "gd" }, { "method": "perturbed_gd" } ], "edits": [ { "at": 150, "run": 0, "scale": 2 } ] })";
    return readLesson(folderOf(R"({ "format": "hyperdrift-lesson", "version": 1, "experiment": )" +
                                   experiment + R"(, "steps": )" + steps + "}",
                               threeSteps));
}

QStringList ownLessons()
{
    return QDir(QStringLiteral(LESSONS)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

Lesson ownLesson(const QString& name)
{
    return readLesson(lessonFolder((QStringLiteral(LESSONS "/") + name).toStdString()));
}

QString fileText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void ownLessonRows()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : ownLessons())
        QTest::newRow(qPrintable(name)) << name;
}

/// Words of a text with spaces between them; of a Chinese one, its characters halved, about as long to read.
qsizetype wordCount(const QString& text)
{
    static const QRegularExpression chinese("\\p{Han}");
    const qsizetype characters = text.count(chinese);
    return characters > 0 ? characters / 2 : text.split(' ', Qt::SkipEmptyParts).size();
}

} // namespace

class TestLessonWalk : public QObject {
    Q_OBJECT
private slots:
    void aSampleGivesItsValuesByName()
    {
        const Sample sample{.iteration = 1,
                            .loss = 2,
                            .xNorm2 = 3,
                            .yNorm2 = 4,
                            .ratio = 5,
                            .imbalance = 6,
                            .gap = 7,
                            .gradNorm = 8,
                            .lambdaMax = 9,
                            .trace = 10,
                            .singularValues = {11, 12},
                            .theta = {13}};
        const std::vector<std::pair<const char*, double>> values{{"loss", 2},
                                                                 {"x_norm2", 3},
                                                                 {"y_norm2", 4},
                                                                 {"ratio", 5},
                                                                 {"imbalance", 6},
                                                                 {"gap", 7},
                                                                 {"grad_norm", 8},
                                                                 {"lambda_max", 9},
                                                                 {"trace", 10},
                                                                 {"singular_values.0", 11},
                                                                 {"singular_values.1", 12},
                                                                 {"theta.0", 13}};
        for (const auto& [name, value] : values)
            QCOMPARE(sampleValue(sample, name), value);
        QVERIFY(std::isnan(sampleValue(sample, "theta.1")));
        for (const char* name :
             {"", "theta", "theta.", "theta.-1", "theta.0.0", "theta.x", "loss.0", "iteration"}) {
            QVERIFY2(!isSampleValue(name), name);
            QVERIFY_THROWS_EXCEPTION(std::out_of_range, sampleValue(sample, name));
        }
    }

    void eachStepGoesToItsEndAndIsChecked()
    {
        const auto walked = walkLesson(lessonOf(R"([
          { "id": "a", "run_to": 100, "expect": [ { "run": 0, "value": "imbalance", "is": "predicted", "within": 0.01 },
                                                  { "run": 0, "value": "loss", "is": 5, "within": 0.1 } ] },
          { "id": "b", "expect": [ { "run": 0, "value": "ratio", "is": "gamma2", "within": 0.5 } ] },
          { "id": "c", "set": { "runs.1.noise.sigma1": 0.1 }, "run_to": 4000,
            "expect": [ { "run": 1, "value": "ratio", "is": "gamma2", "within": 0.2 } ] } ])"));
        QCOMPARE(walked.size(), std::size_t{3});
        QCOMPARE(walked[0].id, std::string("a"));
        QCOMPARE(walked[0].runs[1].iterations, std::int64_t{100});
        QCOMPARE(walked[2].runs[0].iterations, std::int64_t{4000});

        const CheckedExpectation& holds = walked[0].expectations[0];
        QVERIFY(holds.holds && holds.target);
        QCOMPARE(holds.tolerance, 0.01 * std::abs(*holds.target));
        const CheckedExpectation& fails = walked[0].expectations[1];
        QVERIFY(!fails.holds);
        QCOMPARE(fails.measured, walked[0].runs[0].last.loss);
        QVERIFY(!walked[1].expectations[0].target); // GD has no γ²
        QVERIFY(!walked[1].expectations[0].holds);
        QVERIFY(walked[2].expectations[0].holds);
        QCOMPARE(*walked[2].expectations[0].target, 20 * 0.01 / (30 * 0.0025));
    }

    void anUndefinedValueDoesNotHold()
    {
        // ratio = ‖X‖²/‖Y‖² of the zero start.
        const auto walked = walkLesson(lessonOf(R"([
          { "id": "a", "set": { "start.kind": "zero" },
            "expect": [ { "run": 0, "value": "ratio", "is": 1, "within": 1000 } ] }, { "id": "b" }, { "id": "c" } ])"));
        QVERIFY(std::isnan(walked[0].expectations[0].measured));
        QVERIFY(!walked[0].expectations[0].holds);
    }

    void aRecordingThatIsChangedLiveStandsWhereTheWalkStands()
    {
        const Lesson lesson = lessonOf(R"([ { "id": "a", "run_to": 100 },
          { "id": "b", "set": { "runs.1.noise.sigma1": 0.1, "runs.0.eta": 0.01 }, "run_to": 300 },
          { "id": "c", "set": { "runs.1.eta": 0.03 }, "run_to": 500 } ])");
        const auto walked = walkLesson(lesson);
        const auto goOn = [] { return true; };
        std::unique_ptr<Recording> recording;
        for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
            const LessonStep& step = lesson.steps[i];
            if (step.resets)
                recording = std::make_unique<Recording>(
                    step.experiment, std::make_shared<const Problem>(makeProblem(step.experiment.problem)));
            for (const Edit& edit : step.changes)
                QVERIFY(recording->edit(edit));
            while (recording->head() < *step.runTo)
                recording->advance(*step.runTo - recording->head(), goOn);
            for (std::size_t run = 0; run < 2; ++run) {
                QCOMPARE(recording->run(run).sample().xNorm2, walked[i].runs[run].last.xNorm2);
                QCOMPARE(recording->run(run).sample().loss, walked[i].runs[run].last.loss);
            }
        }
    }

    void aWalkCanBeCancelled()
    {
        std::atomic<bool> cancel{true};
        QVERIFY(walkLesson(lessonOf(R"([ {"id": "a", "run_to": 10}, {"id": "b"}, {"id": "c"} ])"), &cancel)
                    .empty());
    }

    // ---- the program's own lessons
    // ---------------------------------------------------------------------------------------------------

    void thereAreLessons() { QVERIFY(!ownLessons().isEmpty()); }

    void whatALessonExpectsHolds_data() { ownLessonRows(); }
    void whatALessonExpectsHolds()
    {
        QFETCH(QString, name);
        const Lesson lesson = ownLesson(name);
        std::size_t checked = 0;
        for (const WalkedStep& step : walkLesson(lesson))
            for (const CheckedExpectation& each : step.expectations) {
                const QString text = QStringLiteral("%1: run %2, %3: measured %4, expected %5 ± %6")
                                         .arg(QString::fromStdString(step.id))
                                         .arg(each.expectation.run)
                                         .arg(QString::fromStdString(each.expectation.value))
                                         .arg(each.measured)
                                         .arg(each.target.value_or(std::nan("")))
                                         .arg(each.tolerance);
                QVERIFY2(each.holds, qPrintable(text));
                ++checked;
            }
        QVERIFY(checked > 0);
    }

    void aLessonSpeaksBothLanguagesInShortParagraphs_data() { ownLessonRows(); }
    void aLessonSpeaksBothLanguagesInShortParagraphs()
    {
        constexpr qsizetype most = 60;
        QFETCH(QString, name);
        const Lesson lesson = ownLesson(name);
        for (const char* language : {"en", "zh_CN"}) {
            QVERIFY2(lesson.texts.count(language) == 1, language);
            for (const LessonStepText& step : lesson.texts.at(language).steps)
                for (const std::string& part : {step.body, step.answer})
                    for (const QString& paragraph : QString::fromStdString(part).split("\n\n"))
                        QVERIFY2(wordCount(paragraph) <= most, qPrintable(paragraph));
        }
    }

    void everyFormulaIsThere_data() { ownLessonRows(); }
    void everyFormulaIsThere()
    {
        QFETCH(QString, name);
        const QString formula = QStringLiteral("formula:");
        const QJsonObject sources =
            QJsonDocument::fromJson(fileText(QStringLiteral(FORMULAS "/formulas.json")).toUtf8()).object();
        for (const auto& [language, text] : ownLesson(name).texts)
            for (const LessonImage& image : text.images) {
                const QString target = QString::fromStdString(image.target);
                if (!target.startsWith(formula))
                    continue;
                const QString id = target.mid(formula.size());
                QVERIFY2(sources.contains(id), qPrintable(id));
                const QString drawing = fileText(QStringLiteral(FORMULAS "/%1.svg").arg(id));
                QVERIFY2(drawing.contains("<svg") && drawing.contains("currentColor"), qPrintable(id));
            }
    }
};

QTEST_APPLESS_MAIN(TestLessonWalk)
#include "test_lesson_walk.moc"
