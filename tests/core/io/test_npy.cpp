#include "core/io/experiment_file.h"
#include "core/io/npy.h"
#include "core/io/run_npz.h"
#include "core/io/zip_archive.h"
#include "core/run/execute.h"

#include <QByteArray>
#include <QTest>

#include <clocale>
#include <ctime>

using namespace hyperdrift;

namespace {

QByteArray bytes(const std::string& array)
{
    return QByteArray::fromStdString(array);
}

/// Magic number, version and length; the dictionary, padded, so that values begin at a multiple of 64.
QByteArray head(const char* dictionary)
{
    QByteArray text("\x93NUMPY\x01\x00\x76\x00", 10);
    return text + QByteArray(dictionary).leftJustified(117, ' ') + "\n";
}

std::string npzOf(const std::vector<std::string>& overrides)
{
    const Experiment experiment = experimentFromOverrides(overrides);
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    return runNpz(experiment, *problem, execute(experiment, problem, makeRunStart(experiment, *problem), {}));
}

} // namespace

/// tests/app/test_cli_data.cpp reads archives with NumPy itself.
class TestNpy : public QObject {
    Q_OBJECT
private slots:
    void numbersAreLittleEndianRowByRow()
    {
        QCOMPARE(bytes(npyNumbers({1.0, -2.0}, {2})),
                 head("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }") +
                     QByteArray("\0\0\0\0\0\0\xF0\x3F\0\0\0\0\0\0\0\xC0", 16));
        Matrix matrix(2, 2);
        matrix << 1, -2, 3, 4;
        QCOMPARE(npyMatrix(matrix), npyNumbers({1, -2, 3, 4}, {2, 2}));
        QCOMPARE(bytes(npyIntegers({258, -1}, {})),
                 head("{'descr': '<i8', 'fortran_order': False, 'shape': (), }") +
                     QByteArray("\2\1\0\0\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 16));
    }

    void textsAreOfOneLength()
    {
        QCOMPARE(bytes(npyTexts({"😀b", ""}, {2})),
                 head("{'descr': '<U2', 'fortran_order': False, 'shape': (2,), }") +
                     QByteArray("\0\xF6\1\0b\0\0\0\0\0\0\0\0\0\0\0", 16));
        QCOMPARE(bytes(npyTexts({""}, {})),
                 head("{'descr': '<U1', 'fortran_order': False, 'shape': (), }") + QByteArray(4, '\0'));
    }

    /// Whatever the clock says and wherever the computer stands.
    void theArchiveDependsOnItsContentAlone()
    {
        const std::vector<ZipEntry> entries{{"a.npy", std::string(1000, 'x')}, {"b.npy", ""}};
        qputenv("TZ", "America/New_York");
        tzset();
        const std::string archive = zipArchive(entries);
        qputenv("TZ", "Asia/Shanghai");
        tzset();
        QCOMPARE(zipArchive(entries), archive);
        qunsetenv("TZ");
        tzset();
        QVERIFY(archive.size() < 400); // compressed
        QCOMPARE(bytes(archive.substr(0, 4)), QByteArray("PK\3\4"));
        QCOMPARE(bytes(archive.substr(10, 4)), QByteArray("\0\0\x21\0", 4)); // 1980-01-01 00:00
        QCOMPARE(npzOf({"steps=100"}), npzOf({"steps=100"}));
    }

    void factorsAreOfTheFullEngine()
    {
        const auto has = [](const std::string& archive, const char* name) {
            return bytes(archive).contains(name);
        };
        const std::string full = npzOf({"steps=10"});
        const std::string reduced = npzOf({"steps=10", "engine=reduced"});
        for (const char* name : {"run1_x.npy", "run1_y.npy"}) {
            QVERIFY(has(full, name));
            QVERIFY(!has(reduced, name));
        }
        for (const char* name : {"run1_loss.npy", "spectrum.npy", "experiment.npy"})
            QVERIFY(has(full, name) && has(reduced, name));
    }
};

QTEST_GUILESS_MAIN(TestNpy)
#include "test_npy.moc"
