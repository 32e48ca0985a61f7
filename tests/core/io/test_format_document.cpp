// The description of experiment files is held against what is written and read.

#include "core/io/experiment_file.h"
#include "core/model/validate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <array>

using namespace hyperdrift;

namespace {

QString description()
{
    QFile file(EXPERIMENT_FILE_DOCUMENT);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

constexpr std::array<MethodKind, 7> methods{MethodKind::GradientDescent,
                                            MethodKind::PerturbedGd,
                                            MethodKind::RegularizedGd,
                                            MethodKind::GradientNoise,
                                            MethodKind::LabelNoise,
                                            MethodKind::EntrySampling,
                                            MethodKind::Sam};

/// A run for each method and distribution with nothing at its default, so that each key is written.
std::vector<RunSpec> allRuns()
{
    std::vector<RunSpec> runs;
    for (const MethodKind method : methods)
        for (const auto distribution :
             {Distribution::Gaussian, Distribution::Uniform, Distribution::Rademacher, Distribution::Laplace})
            runs.push_back(
                {.method = method, .seed = 9, .noise = {1, 1, distribution, 1, 1}, .batch = 1, .radius = 1});
    return runs;
}

std::vector<Edit> allEdits()
{
    std::vector<Edit::SetParameter> set;
    for (const char* path : {"eta", "method", "noise.sigma1", "noise.sigma2", "noise.distribution",
                             "noise.anneal", "noise.nu", "batch", "radius"})
        set.push_back({path, 1.0});
    return {{0, 0, Edit::Scale{2}}, {1, 0, set}};
}

/// Experiments that between them use everything a document can hold.
std::vector<Experiment> everything()
{
    std::vector<Experiment> all;
    for (const StartKind& start :
         {StartKind(AlignedStart{}), StartKind(GaussianStart{}), StartKind(SmallBalancedStart{}),
          StartKind(ZeroStart{}), StartKind(ExplicitStart{})})
        for (const EngineKind engine : {EngineKind::Auto, EngineKind::Full, EngineKind::Reduced}) {
            Experiment& experiment = all.emplace_back();
            experiment.start.kind = start;
            experiment.engine = engine;
            experiment.runs = allRuns();
            experiment.edits = allEdits();
            experiment.madeWith = MadeWith{"1", "avx2"};
        }
    MatrixSource& matrix = all.emplace_back().problem.matrix.emplace();
    matrix.path = "m.csv";
    matrix.cells = std::make_shared<const MatrixCells>(MatrixCells{1, 1, {1}, "00"});
    matrix.embedded = true;
    return all;
}

/// Keys, and values that are one of a few words.
void collect(const QJsonValue& value, QSet<QString>& words)
{
    static const QSet<QString> choices{"kind", "method", "distribution", "engine"};
    const QJsonObject object = value.toObject();
    for (auto item = object.begin(); item != object.end(); ++item) {
        words << item.key();
        if (choices.contains(item.key()) && item->isString())
            words << item->toString();
        collect(*item, words);
    }
    for (const QJsonValue element : value.toArray())
        collect(element, words);
}

/// Whether `word` stands in the description as code: `word` or `"word"`.
bool isDescribed(const QString& text, const QString& word)
{
    const QString pattern = "`\"?" + QRegularExpression::escape(word) + "\"?`";
    return text.contains(QRegularExpression(pattern));
}

/// The indented blocks that are whole documents.
QStringList examples(const QString& text)
{
    static const QRegularExpression block("(?:^    .*\n)+", QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = block.globalMatch(text); match.hasNext();) {
        const QString example = match.next().captured();
        if (example.contains("\"format\""))
            found << example;
    }
    return found;
}

} // namespace

class TestFormatDocument : public QObject {
    Q_OBJECT
private slots:
    void everyKeyAndChoiceIsDescribed()
    {
        const QString text = description();
        QSet<QString> words;
        for (const Experiment& experiment : everything())
            collect(QJsonDocument::fromJson(QByteArray::fromStdString(experimentText(experiment))).object(),
                    words);
        QVERIFY(words.contains("matrix_cells") && words.contains("noise.anneal") && words.contains("sam"));
        for (const QString& word : words)
            QVERIFY2(isDescribed(text, word), qPrintable(word));
    }

    void everyDescribedKeyIsKnown()
    {
        // First cells of the tables of keys; a key that no document has would be refused as unknown.
        static const QRegularExpression row("^\\| `(\\w+)` \\|", QRegularExpression::MultilineOption);
        QSet<QString> words;
        for (const Experiment& experiment : everything())
            collect(QJsonDocument::fromJson(QByteArray::fromStdString(experimentText(experiment))).object(),
                    words);
        int rows = 0;
        for (auto match = row.globalMatch(description()); match.hasNext(); ++rows) {
            const QString word = match.next().captured(1);
            QVERIFY2(words.contains(word), qPrintable(word));
        }
        QVERIFY(rows > 40);
    }

    void theExamplesAreRead()
    {
        const QStringList all = examples(description());
        QCOMPARE(all.size(), 2);
        for (const QString& example : all)
            QVERIFY(validate(parseExperiment(example.toStdString(), {})).empty());
    }

    void theStatedVersionIsThePresentOne()
    {
        QVERIFY(description().startsWith(
            QStringLiteral("# The experiment file, version %1\n").arg(experimentVersion)));
    }

    void theLeastDocumentTakesTheDefaults()
    {
        const Experiment least = parseExperiment(examples(description()).at(0).toStdString(), {});
        Experiment defaults = defaultExperiment();
        defaults.runs.resize(1);
        QCOMPARE(experimentText(least), experimentText(defaults));
    }
};

QTEST_APPLESS_MAIN(TestFormatDocument)
#include "test_format_document.moc"
