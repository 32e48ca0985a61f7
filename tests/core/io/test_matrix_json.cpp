// A document that holds the cells of its matrix stands on its own.

#include "core/io/experiment_file.h"
#include "core/io/matrix_file.h"
#include "core/io/sha256.h"
#include "core/model/problem.h"
#include "core/model/validate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>

using namespace hyperdrift;

namespace {

using Overrides = std::vector<std::string>;

std::string documentOf(const std::string& problem)
{
    return R"({"format": "hyperdrift-experiment", "version": 1, "problem": {)" + problem +
           R"(}, "runs": [{"method": "gd"}]})";
}

QString refusalOf(const std::string& problem)
{
    try {
        parseExperiment(documentOf(problem), {});
    } catch (const InputError& error) {
        return QString::fromUtf8(error.what());
    }
    return "accepted";
}

/// Numbers that lose bits easily, as CSV.
const QByteArray hardCells = "0.1,-0.0,1.7976931348623157e308\n"
                             "5e-324,0.33333333333333331,-2.2250738585072014e-308\n";

bool sameBits(const MatrixCells& a, const MatrixCells& b)
{
    return a.rows == b.rows && a.columns == b.columns && a.values.size() == b.values.size() &&
           std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(double)) == 0;
}

/// An experiment on a CSV file of `cells` in `directory`.
Experiment onFile(const QTemporaryDir& directory, const QByteArray& cells)
{
    QFile file(directory.filePath("m.csv"));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("can't write the test's file");
    file.write(cells);
    file.close();
    return parseExperiment(documentOf(R"("matrix": "m.csv", "scale_to": null)"),
                           directory.path().toStdString());
}

/// `count` rows of `width` ones.
std::string ones(std::int64_t count, std::int64_t width)
{
    std::string row = "[1";
    for (std::int64_t j = 1; j < width; ++j)
        row += ",1";
    std::string text = "[" + row + "]";
    for (std::int64_t i = 1; i < count; ++i)
        text += "," + row + "]";
    return text + "]";
}

} // namespace

class TestMatrixJson : public QObject {
    Q_OBJECT
private slots:
    void embeddedCellsNeedNoFileAndKeepEveryBit()
    {
        const QTemporaryDir directory;
        const std::string folder = directory.path().toStdString();
        const Experiment written = onFile(directory, hardCells);
        const std::string text = experimentText(written, folder, MatrixForm::Embedded);
        QVERIFY(QFile::remove(directory.filePath("m.csv")));

        const Experiment read = parseExperiment(text, folder);
        const MatrixSource& source = *read.problem.matrix;
        QVERIFY(sameBits(*source.cells, *written.problem.matrix->cells));
        QCOMPARE(read.problem.d1, 2);
        QCOMPARE(read.problem.d2, 3);
        QCOMPARE(source.path, written.problem.matrix->path); // kept, though nothing is there
        QCOMPARE(source.cells->sha256, sha256(hardCells.toStdString()));
        QVERIFY(!source.scaleTo);
        // Such a document stays one, wherever it is written next.
        QCOMPARE(experimentText(read, folder), text);
        QCOMPARE(experimentText(parseExperiment(experimentText(read), {}), folder), text);
    }

    void embeddedCellsCountRatherThanTheFile()
    {
        const QTemporaryDir directory;
        const std::string folder = directory.path().toStdString();
        const std::string text =
            experimentText(onFile(directory, "1,2\n3,4\n"), folder, MatrixForm::Embedded);
        onFile(directory, "5,6\n7,8\n");
        QCOMPARE(parseExperiment(text, folder).problem.matrix->cells->values,
                 (std::vector<double>{1, 2, 3, 4}));
    }

    void withoutEmbeddingThePathAloneIsWritten()
    {
        const QTemporaryDir directory;
        const Experiment experiment = onFile(directory, "1,2\n3,4\n");
        QVERIFY(experimentText(experiment).find("matrix_cells") == std::string::npos);
        const std::string plain = experimentText(defaultExperiment(), {}, MatrixForm::Embedded);
        QCOMPARE(plain, experimentText(defaultExperiment()));
    }

    void cellsWithoutAFileAreAMatrix()
    {
        const std::string cells = R"("rank": 2, "matrix_cells": [[3, 0.0], [0, 1e0]])";
        const Experiment read = parseExperiment(documentOf(cells), {});
        QVERIFY(read.problem.matrix->path.empty());
        const Problem problem = makeProblem(read.problem);
        QVERIFY(std::abs(problem.s[1] - 1.0 / 3.0) < 1e-15); // scaled to s_1 = 1
        const std::string text = experimentText(read);
        QVERIFY(text.find("\"matrix\"") == std::string::npos);
        QCOMPARE(experimentText(parseExperiment(text, {})), text);
        // Told apart by their cells, as nothing else is known of them.
        const Experiment other = parseExperiment(documentOf(R"("matrix_cells": [[3, 0], [0, 2]])"), {});
        QVERIFY(read.problem.matrix->cells->sha256 != other.problem.matrix->cells->sha256);
    }

    void anotherMatrixReplacesTheCells()
    {
        const QTemporaryDir directory;
        onFile(directory, "1,2\n3,4\n");
        const Overrides overrides{"problem.matrix=" + directory.filePath("m.csv").toStdString()};
        const std::string text = documentOf(R"("matrix": "old.csv", "matrix_cells": [[9]])");
        const Experiment read = parseExperiment(text, {}, overrides);
        QCOMPARE(read.problem.matrix->cells->values, (std::vector<double>{1, 2, 3, 4}));
        QVERIFY(!read.problem.matrix->embedded);
    }

    void wrongCellsAreRefusedByPointer_data()
    {
        QTest::addColumn<QString>("cells");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* cells, const char* message) {
            QTest::newRow(cells) << QString(cells) << "/problem/matrix_cells" + QString::fromUtf8(message);
        };
        row("[]", ": must be an array of rows of numbers, but is an empty array");
        row("null", ": must be an array of rows of numbers, but is null");
        row(R"({"0": [1]})", ": must be an array of rows of numbers, but is an object");
        row("[1, 2]", "/0: must be an array of numbers, but is 1");
        row("[[]]", "/0: must hold at least one number, but is empty");
        row("[[1, 2], [3]]", "/1: must hold 2 numbers like the first row, but holds 1");
        row("[[1, 2], [3, 4], [5, 6, 7]]", "/2: must hold 2 numbers like the first row, but holds 3");
        row("[[1], []]", "/1: must hold at least one number, but is empty");
        row("[[1, null]]", "/0/1: must be a number, but is null");
        row("[[1], [\"2\"]]", "/1/0: must be a number, but is \"2\"");
        row("[[1, [2]]]", "/0/1: must be a number, but is an array");
        row("[[1, NaN]]", "/0/1: must be a finite number, but is NaN (1:84)");
        row("[[1], [1e999]]", "/1/0: must be a finite number, but is 1e999");
    }
    void wrongCellsAreRefusedByPointer()
    {
        QFETCH(QString, cells);
        QFETCH(QString, message);
        QCOMPARE(refusalOf("\"matrix_cells\": " + cells.toStdString()), message);
    }

    void aPathEndsWhereItsTextEnds()
    {
        QCOMPARE(
            refusalOf(R"("matrix": "m.csv\u0000.txt")"),
            QStringLiteral("/problem/matrix: must be the path of a file, but has a NUL character in it"));
    }

    void whatFollowsFromTheCellsIsNotGivenBesideThem()
    {
        QCOMPARE(refusalOf(R"("matrix_cells": [[1]], "d1": 1)"),
                 QStringLiteral("/problem/d1: must not be given beside matrix_cells, from which it follows"));
        QCOMPARE(refusalOf(R"("matrix_cells": [[1, 2]], "rank": 2)"),
                 QString::fromUtf8("/problem/rank: must be ≥ 1 and ≤ min(d1, d2, 50) = 1, but is 2"));
    }

    void noMoreCellsThanAFileMayHave()
    {
        constexpr std::int64_t width = 2000;
        const std::string cells = "\"matrix_cells\": ";
        QCOMPARE(refusalOf(cells + ones(maxMatrixCells / width, width)), QStringLiteral("accepted"));
        QCOMPARE(refusalOf(cells + ones(maxMatrixCells / width + 1, width)),
                 QStringLiteral("/problem/matrix_cells: must hold at most 4000000 numbers, but holds more"));
    }
};

QTEST_APPLESS_MAIN(TestMatrixJson)
#include "test_matrix_json.moc"
