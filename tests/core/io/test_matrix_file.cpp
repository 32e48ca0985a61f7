#include "core/io/matrix_file.h"
#include "core/io/sha256.h"
#include "core/model/validate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hyperdrift;

namespace {

const std::string bom = "\xEF\xBB\xBF";

QString refusal(const std::function<void()>& action)
{
    try {
        action();
    } catch (const InputError& error) {
        return QString::fromUtf8(error.what());
    } catch (const FileError& error) {
        return "file: " + QString::fromUtf8(error.what());
    }
    return "accepted";
}

} // namespace

class TestMatrixFile : public QObject {
    Q_OBJECT
private slots:
    void goodTextIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QVector<double>>("values");
        const auto row = [](const char* name, const std::string& text, int rows,
                            const QVector<double>& values) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << rows << values;
        };
        row("plain", "1,2\n3,4\n", 2, {1, 2, 3, 4});
        row("no newline at the end", "1,2\n3,4", 2, {1, 2, 3, 4});
        row("CRLF", "1,2\r\n3,4\r\n", 2, {1, 2, 3, 4});
        row("BOM", bom + "1,2\n3,4\n", 2, {1, 2, 3, 4});
        row("BOM, header, CRLF", bom + "a,b\r\n3,4\r\n", 1, {3, 4});
        row("header", "width,height\n1,2\n", 1, {1, 2});
        row("quoted header with a comma", "\"width, cm\",\"height\"\n1,2\n", 1, {1, 2});
        row("header with an empty name", ",b\n1,2\n", 1, {1, 2});
        row("quoted numbers", "\"1\",\"2\"\n\" 3 \",4\n", 2, {1, 2, 3, 4});
        row("blanks", " 1 ,\t2\n3, 4 \n", 2, {1, 2, 3, 4});
        row("signs and exponents", "-1.5,+2e3\n.5,1E-2\n", 2, {-1.5, 2000, 0.5, 0.01});
        row("one cell", "7", 1, {7});
        row("one column", "x\n1\n2\n", 2, {1, 2});
        row("empty lines at the end", "1,2\n\n\r\n\n", 1, {1, 2});
    }
    void goodTextIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, rows);
        QFETCH(QVector<double>, values);
        const MatrixCells cells = parseMatrixCsv(text.toStdString(), "m.csv");
        QCOMPARE(cells.rows, rows);
        QCOMPARE(cells.rows * cells.columns, values.size());
        QCOMPARE(QVector<double>(cells.values.begin(), cells.values.end()), values);
    }

    void badTextIsRefusedByPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const std::string& text, const char* message) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QString::fromUtf8(message);
        };
        row("empty", "", "m.csv:1:1: the file must hold numbers, but is empty");
        row("BOM alone", bom, "m.csv:1:1: the file must hold numbers, but is empty");
        row("empty lines", "\n\r\n", "m.csv:1:1: the file must hold numbers, but is empty");
        row("header alone", "a,b\n",
            "m.csv:1:1: the file must hold numbers, but its only row holds none: \"a\"…");
        row("abc", "1,2\n3,abc\n", "m.csv:2:3: must be a finite number, but cell 2 is \"abc\"");
        row("abc in the first row", "1,abc\n3,4\n",
            "m.csv:1:3: must be a finite number, but cell 2 is \"abc\"");
        row("abc below a header", "a,b\r\n1,2\r\nabc,4\r\n",
            "m.csv:3:1: must be a finite number, but cell 1 is \"abc\"");
        row("empty cell", "1,2\n3,\n", "m.csv:2:3: must be a finite number, but cell 2 is empty");
        row("too short", "1,2\n3\n", "m.csv:2:2: must have 2 cells like the first row, but has 1");
        row("too long", "1,2\n3,4,5\n", "m.csv:2:5: must have 2 cells like the first row, but has 3");
        row("other width than the header", "a,b,c\n3,4\n",
            "m.csv:2:4: must have 3 cells like the first row, but has 2");
        row("empty line within", "1,2\n\n3,4\n",
            "m.csv:2:1: must have 2 cells like the first row, but has 1");
        row("NaN", "1,2\nNaN,4\n", "m.csv:2:1: must be a finite number, but cell 1 is \"NaN\"");
        row("a first row of NaN is no header", "nan,nan\n1,2\n",
            "m.csv:1:1: must be a finite number, but cell 1 is \"nan\"");
        row("infinity", "1,inf\n", "m.csv:1:3: must be a finite number, but cell 2 is \"inf\"");
        row("beyond double", "1,1e999\n", "m.csv:1:3: must be a finite number, but cell 2 is \"1e999\"");
        row("semicolons", "1;2\n1;3\n",
            "m.csv:2:1: must be a finite number, but cell 1 is \"1;3\"; cells are separated by commas");
        row("tabs", "a\tb\n1\t3\n",
            "m.csv:2:1: must be a finite number, but cell 1 is \"1\\x093\"; cells are separated by commas");
        row("trailing text", "1,2x\n", "m.csv:1:3: must be a finite number, but cell 2 is \"2x\"");
        row("two signs", "1,+-2\n", "m.csv:1:3: must be a finite number, but cell 2 is \"+-2\"");
        row("hexadecimal", "1,0x10\n", "m.csv:1:3: must be a finite number, but cell 2 is \"0x10\"");
        row("open quote", "1,\"2\n3,4\n", "m.csv:1:3: the quote is not closed on its line");
        row("text behind a quote", "1,\"2\"x\n",
            "m.csv:1:3: must be a finite number, but cell 2 is \"\"2\"x\"");
        row("a control character", std::string("1,\x1b[2J\n"),
            "m.csv:1:3: must be a finite number, but cell 2 is \"\\x1b[2J\"");
    }
    void badTextIsRefusedByPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        QCOMPARE(refusal([&] { parseMatrixCsv(text.toStdString(), "m.csv"); }), message);
    }

    void tooManyCellsAreRefused()
    {
        std::string line = "1";
        for (int i = 1; i < 2000; ++i)
            line += ",1";
        std::string text;
        for (int i = 0; i < 2001; ++i)
            text += line + "\n";
        QCOMPARE(refusal([&] { parseMatrixCsv(text, "m.csv"); }),
                 QString("m.csv:2001:1: the file must hold at most 4000000 cells, but holds more"));
    }

    void digestIsSha256()
    {
        // The published test vectors of FIPS 180-4 for "" and "abc".
        QCOMPARE(sha256(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void aFileIsLoadedIntoItsProblem()
    {
        const QTemporaryDir directory;
        QFile file(directory.filePath("m.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1,2,3\n4,5,6\n");
        file.close();

        ProblemSpec problem;
        problem.matrix = MatrixSource{.path = "m.csv"};
        loadMatrix(problem, directory.path().toStdString());
        QCOMPARE(problem.d1, 2);
        QCOMPARE(problem.d2, 3);
        QCOMPARE(problem.matrix->cells->values, (std::vector<double>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(problem.matrix->sha256, sha256("1,2,3\n4,5,6\n"));
        QCOMPARE(problem.matrix->path, directory.filePath("m.csv").toStdString());

        problem.matrix->sha256 = "00";
        QVERIFY(refusal([&] {
                    loadMatrix(problem, "");
                }).startsWith("/problem/matrix_sha256: must be the digest of "));
    }

    void withoutAMatrixNothingIsLoaded()
    {
        ProblemSpec problem;
        loadMatrix(problem, "/nowhere");
        QCOMPARE(problem.d1, 20);
    }

    void unreadableFilesAreFileErrors()
    {
        const QTemporaryDir directory;
        const std::string base = directory.path().toStdString();
        QCOMPARE(refusal([&] { readMatrixCsv(base + "/none.csv"); }),
                 QString::fromStdString("file: can't read " + base + "/none.csv: No such file or directory"));
        QCOMPARE(refusal([&] { readMatrixCsv(base); }),
                 QString::fromStdString("file: can't read " + base + ": Is a directory"));
    }
};

QTEST_APPLESS_MAIN(TestMatrixFile)
#include "test_matrix_file.moc"
