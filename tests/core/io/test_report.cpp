#include "core/io/report.h"
#include "core/io/run_csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace hyperdrift;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

const QStringList measuredKeys{"loss",      "x_norm2",    "y_norm2", "ratio",           "imbalance", "gap",
                               "grad_norm", "lambda_max", "trace",   "singular_values", "theta"};
const QStringList predictedKeys{"gamma2",        "tau",          "ratio",      "singular_values", "x_norm2",
                                "y_norm2",       "imbalance",    "loss_floor", "lambda_max",      "trace",
                                "time_constant", "sd_imbalance", "sd_theta",   "eta_max"};

Problem problemOfRank2()
{
    return makeProblem({.d1 = 4, .d2 = 5, .rank = 2, .spectrum = {1.0}});
}

Sample sampleOfRank2()
{
    return {.iteration = 7,
            .loss = 1.0 / 3.0,
            .xNorm2 = 1e-30,
            .yNorm2 = 0,
            .ratio = undefined,
            .imbalance = -0.5,
            .gap = undefined,
            .gradNorm = 0.25,
            .lambdaMax = std::numeric_limits<double>::infinity(),
            .trace = 12,
            .singularValues = {2, 1},
            .theta = {undefined}};
}

RunOutcome outcomeOfRank2()
{
    return {.iterations = 7, .samples = {sampleOfRank2()}};
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QJsonObject parsed(const std::string& json)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

} // namespace

class TestReport : public QObject {
    Q_OBJECT
private slots:
    void csvHasTheStatedColumnsAndEmptyCells()
    {
        RunOutcome second = outcomeOfRank2();
        second.samples.push_back(sampleOfRank2());
        const std::string row = "7,0.3333333333333333,1e-30,0,-0.5,,,12,0.25,,2,1\n";
        QCOMPARE(runCsv(problemOfRank2(), {outcomeOfRank2(), second}),
                 "run,iteration,loss,x_norm2,y_norm2,imbalance,gap,lambda_max,trace,grad_norm,theta_1,sv_1,"
                 "sv_2\n0," +
                     row + "1," + row + "1," + row);
    }

    void jsonHasTheStatedKeysAndNull()
    {
        const Experiment experiment = defaultExperiment();
        const Problem problem = problemOfRank2();
        RunOutcome outcome = outcomeOfRank2();
        outcome.average = Average{.over = 3, .mean = sampleOfRank2(), .sd = sampleOfRank2()};
        Prediction predicted;
        predicted.tau = 0.5;
        const Report report{experiment, problem, {{{.name = "a"}, outcome, predicted}}};
        const QJsonObject json = parsed(reportJson(report));

        QCOMPARE(json.keys(), sorted({"version", "experiment", "runs"}));
        QCOMPARE(json["experiment"].toObject()["steps"].toInt(), 20000);
        const QJsonObject run = json["runs"].toArray()[0].toObject();
        QCOMPARE(run.keys(), sorted({"name", "status", "iterations", "measured", "average", "predicted"}));
        QCOMPARE(run["name"].toString(), QString("a"));
        QCOMPARE(run["status"].toString(), QString("finished"));
        QCOMPARE(run["iterations"].toInt(), 7);

        const QJsonObject measured = run["measured"].toObject();
        QCOMPARE(measured.keys(), sorted(measuredKeys));
        QCOMPARE(measured["loss"].toDouble(), 1.0 / 3.0);
        QVERIFY(measured["ratio"].isNull());
        QVERIFY(measured["lambda_max"].isNull());
        QCOMPARE(measured["singular_values"].toArray(), (QJsonArray{2, 1}));
        QCOMPARE(measured["theta"].toArray(), (QJsonArray{QJsonValue::Null}));

        const QJsonObject average = run["average"].toObject();
        QCOMPARE(average.keys(), sorted({"over", "mean", "sd"}));
        QCOMPARE(average["over"].toInt(), 3);
        QCOMPARE(average["mean"].toObject().keys(), sorted(measuredKeys));
        QCOMPARE(average["sd"].toObject().keys(), sorted(measuredKeys));

        const QJsonObject theory = run["predicted"].toObject();
        QCOMPARE(theory.keys(), sorted(predictedKeys));
        QCOMPARE(theory["tau"].toDouble(), 0.5);
        QVERIFY(theory["gamma2"].isNull());
        QVERIFY(theory["singular_values"].isNull());
    }

    void statusNamesTheEnding_data()
    {
        QTest::addColumn<int>("ending");
        QTest::addColumn<QString>("name");
        QTest::newRow("finished") << static_cast<int>(Ending::Finished) << "finished";
        QTest::newRow("diverged") << static_cast<int>(Ending::Diverged) << "diverged";
        QTest::newRow("stopped") << static_cast<int>(Ending::Stopped) << "stopped";
    }
    void statusNamesTheEnding()
    {
        QFETCH(int, ending);
        QFETCH(QString, name);
        const Experiment experiment = defaultExperiment();
        const Problem problem = problemOfRank2();
        RunOutcome outcome = outcomeOfRank2();
        outcome.ending = static_cast<Ending>(ending);
        const Report report{experiment, problem, {{{}, outcome, {}}}};
        const QJsonObject run = parsed(reportJson(report))["runs"].toArray()[0].toObject();
        QCOMPARE(run["status"].toString(), name);
        QVERIFY(run["average"].isNull());
    }

    void predictionsAloneHaveNothingMeasured()
    {
        const Experiment experiment = defaultExperiment();
        const Problem problem = problemOfRank2();
        const Report report{experiment, problem, {{{.name = "a"}, std::nullopt, {}}}};
        const QJsonObject run = parsed(reportJson(report))["runs"].toArray()[0].toObject();
        QCOMPARE(run.keys(), sorted({"name", "predicted"}));
        QVERIFY(!QString::fromStdString(reportText(report)).contains("measured"));
    }

    void textAlignsItsColumns()
    {
        const Experiment experiment = defaultExperiment();
        const Problem problem = problemOfRank2();
        RunOutcome outcome = outcomeOfRank2();
        outcome.average = Average{.over = 3, .mean = sampleOfRank2(), .sd = sampleOfRank2()};
        Prediction predicted;
        predicted.xNorm2 = 2;
        predicted.sdImbalance = 0.1;
        predicted.note = "a reason";
        const Report report{experiment, problem, {{{.name = "a\nb"}, outcome, predicted}}};
        const QStringList lines = QString::fromStdString(reportText(report)).split('\n');
        const qsizetype titles =
            lines.indexOf(QRegularExpression(" +measured +last 3 +sd +predicted +its sd"));
        QVERIFY(titles > 0);
        QVERIFY(lines[titles - 1].startsWith("a\\x0ab (gd, "));
        const qsizetype end =
            lines[titles].indexOf("predicted") + static_cast<qsizetype>(qstrlen("predicted"));
        for (qsizetype i = titles + 1; lines[i] != "  a reason";
             ++i) // each has a number or "-" there, and a blank or nothing after it
            QVERIFY2(lines[i].size() >= end && !lines[i][end - 1].isSpace() &&
                         (lines[i].size() == end || lines[i][end].isSpace()),
                     qPrintable(lines[i]));
    }
};

QTEST_APPLESS_MAIN(TestReport)
#include "test_report.moc"
