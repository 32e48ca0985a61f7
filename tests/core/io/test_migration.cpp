#include "core/io/migration.h"

#include "core/io/version.h"
#include "core/model/error.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <array>

using namespace hyperdrift;
using Json = nlohmann::ordered_json;

namespace {

/// Steps that leave a note of the version they saw.
void note(Json& document, const char* step)
{
    document["steps_made"].push_back(std::string(step) + " at " + document["version"].dump());
}

constexpr std::array<Migration, 3> steps{[](Json& document) { note(document, "first"); },
                                         [](Json& document) { note(document, "second"); },
                                         [](Json& document) { note(document, "third"); }};

Json documentOf(const Json& version)
{
    return {{"format", "hyperdrift-experiment"}, {"version", version}, {"steps_made", Json::array()}};
}

QString refusalOf(Json document, std::span<const Migration> table)
{
    const Json before = document;
    try {
        migrate(document, table);
    } catch (const InputError& error) {
        return document == before ? QString::fromUtf8(error.what()) : QStringLiteral("refused, but changed");
    }
    return QStringLiteral("accepted");
}

} // namespace

class TestMigration : public QObject {
    Q_OBJECT
private slots:
    void anOlderDocumentGoesThroughEveryStepInOrder_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("made");
        QTest::newRow("oldest") << 1 << R"(["first at 1","second at 2","third at 3"])";
        QTest::newRow("older") << 2 << R"(["second at 2","third at 3"])";
        QTest::newRow("last") << 3 << R"(["third at 3"])";
        QTest::newRow("present") << 4 << "[]";
    }
    void anOlderDocumentGoesThroughEveryStepInOrder()
    {
        QFETCH(int, version);
        QFETCH(QString, made);
        Json document = documentOf(version);
        migrate(document, steps);
        QCOMPARE(QString::fromStdString(document["steps_made"].dump()), made);
        QCOMPARE(document["version"].get<int>(), 4);
        QCOMPARE(document["format"].get<std::string>(), std::string("hyperdrift-experiment"));
    }

    void aNewerDocumentIsRefusedAndSaysSo()
    {
        const QString program = QString::fromUtf8(versionText().data());
        const QString message =
            QString::fromUtf8("/version: must be ≤ %1, but is %2: made by a newer version of Hyperdrift; "
                              "this one, %3, reads version %1");
        QCOMPARE(refusalOf(documentOf(5), steps), message.arg("4", "5", program));
        QCOMPARE(refusalOf(documentOf(2), {}), message.arg("1", "2", program));
        QCOMPARE(refusalOf(documentOf(9223372036854775807), steps),
                 message.arg("4", "9223372036854775807", program));
    }

    void aStepThatRefusesIsHeard()
    {
        constexpr std::array<Migration, 1> refusing{[](Json&) { throw InputError({"/runs", "is too old"}); }};
        QCOMPARE(refusalOf(documentOf(1), refusing), QStringLiteral("/runs: is too old"));
    }

    void otherDocumentsAreRefused()
    {
        QCOMPARE(refusalOf({{"version", 1}}, steps), QStringLiteral("/format: is missing"));
        QCOMPARE(refusalOf({{"format", "avogadro"}, {"version", 1}}, steps),
                 QStringLiteral("/format: must be \"hyperdrift-experiment\", but is \"avogadro\""));
        QCOMPARE(refusalOf({{"format", "hyperdrift-experiment"}}, steps),
                 QStringLiteral("/version: is missing"));
        QVERIFY(refusalOf(documentOf(0), steps).startsWith(QString::fromUtf8("/version: must be ≥ 1")));
        QVERIFY(refusalOf(documentOf(1.5), steps).startsWith("/version: must be a whole number"));
    }
};

QTEST_APPLESS_MAIN(TestMigration)
#include "test_migration.moc"
