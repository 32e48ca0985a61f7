#include "core/model/error.h"
#include "core/model/method.h"
#include "core/model/parameter.h"

#include <QTest>

#include <set>

using namespace hyperdrift;

class TestMethod : public QObject {
    Q_OBJECT
private slots:
    void namesAndKindsAreOneToOne()
    {
        std::set<std::string_view> names;
        for (const MethodKind kind : methodKinds()) {
            names.insert(methodName(kind));
            QVERIFY(methodKind(methodName(kind)) == kind);
        }
        QCOMPARE(names, (std::set<std::string_view>{"gd", "perturbed_gd", "regularized_gd"}));
        QVERIFY(!methodKind("sam"));
        QVERIFY(!methodKind(""));
        QVERIFY(!methodKind("GD"));
    }

    void aMethodTakesTheParametersItUses()
    {
        RunSpec run{.eta = 0.5, .noise = {.sigma1 = 0.1, .sigma2 = 0.2}};
        QCOMPARE(std::get<GradientDescent>(methodOf(run)).eta, 0.5);
        run.method = MethodKind::PerturbedGd;
        const auto perturbed = std::get<PerturbedGd>(methodOf(run));
        QCOMPARE(perturbed.eta, 0.5);
        QCOMPARE(perturbed.sigma1, 0.1);
        QCOMPARE(perturbed.sigma2, 0.2);
        run.method = MethodKind::RegularizedGd;
        const auto regularized = std::get<RegularizedGd>(methodOf(run));
        QCOMPARE(regularized.eta, 0.5);
        QCOMPARE(regularized.sigma1, 0.1);
        QCOMPARE(regularized.sigma2, 0.2);
    }

    void noiseIsUsedByTheNoisyAndTheSmoothed()
    {
        QVERIFY(!usesNoise(MethodKind::GradientDescent));
        QVERIFY(usesNoise(MethodKind::PerturbedGd));
        QVERIFY(usesNoise(MethodKind::RegularizedGd));
    }

    void parametersAreSetByPath()
    {
        RunSpec run;
        setParameter(run, {"eta", 0.25}, "/x");
        setParameter(run, {"noise.sigma1", 0.0}, "/x");
        setParameter(run, {"noise.sigma2", 3.0}, "/x");
        setParameter(run, {"method", std::string("regularized_gd")}, "/x");
        QCOMPARE(run.eta, 0.25);
        QCOMPARE(run.noise.sigma1, 0.0);
        QCOMPARE(run.noise.sigma2, 3.0);
        QVERIFY(run.method == MethodKind::RegularizedGd);
    }

    void aNoiseOfAnotherVersionIsKeptButNotSwitchedTo()
    {
        RunSpec run;
        run.noise.anneal = 100;
        setParameter(run, {"method", std::string("regularized_gd")}, "/x"); // does not anneal
        try {
            setParameter(run, {"method", std::string("perturbed_gd")}, "/x");
            QFAIL("accepted");
        } catch (const InputError& error) {
            QCOMPARE(QString::fromUtf8(error.what()),
                     QString("/x: perturbed_gd uses the run's noise, whose anneal must be null (this version "
                             "keeps the noise constant), but is 100"));
        }
        QVERIFY(run.method == MethodKind::RegularizedGd);
        QCOMPARE(run.noise.anneal, std::optional<double>(100));
    }

    void badParametersAreRefusedAndChangeNothing_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text"); // instead of the number when not empty
        QTest::addColumn<QString>("message");
        const auto row = [](const char* path, double number, const char* text, const char* message) {
            QTest::addRow("%s %g %s", path, number, text) << path << number << text << message;
        };
        row("eta", 0, "", "/e: must be > 0 and ≤ 100, but is 0");
        row("eta", -1, "", "/e: must be > 0 and ≤ 100, but is -1");
        row("eta", 100.5, "", "/e: must be > 0 and ≤ 100, but is 100.5");
        row("eta", qQNaN(), "", "/e: must be > 0 and ≤ 100, but is nan");
        row("eta", 0, "fast", "/e: must be a number, but is \"fast\"");
        row("noise.sigma1", -0.5, "", "/e: must be ≥ 0 and finite, but is -0.5");
        row("noise.sigma2", qInf(), "", "/e: must be ≥ 0 and finite, but is inf");
        row("method", 1, "", "/e: must be the name of a method, but is 1");
        row("method", 0, "sam",
            "/e: \"sam\" is no method of this version; there are gd, perturbed_gd, regularized_gd");
        row("seed", 1, "",
            "/e: is no parameter that an edit can change; there are eta, method, noise.sigma1, noise.sigma2");
        row("", 1, "",
            "/e: is no parameter that an edit can change; there are eta, method, noise.sigma1, noise.sigma2");
    }
    void badParametersAreRefusedAndChangeNothing()
    {
        QFETCH(QString, path);
        QFETCH(double, number);
        QFETCH(QString, text);
        QFETCH(QString, message);
        Edit::SetParameter parameter{path.toStdString(), number};
        if (!text.isEmpty())
            parameter.value = text.toStdString();
        RunSpec run;
        try {
            setParameter(run, parameter, "/e");
            QFAIL("accepted");
        } catch (const InputError& error) {
            QCOMPARE(QString::fromUtf8(error.what()), message);
        }
        QCOMPARE(run.eta, RunSpec{}.eta);
        QCOMPARE(run.noise.sigma1, Noise{}.sigma1);
        QCOMPARE(run.noise.sigma2, Noise{}.sigma2);
        QVERIFY(run.method == RunSpec{}.method);
    }
};

QTEST_APPLESS_MAIN(TestMethod)
#include "test_method.moc"
