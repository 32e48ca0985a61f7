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
        QCOMPARE(names, (std::set<std::string_view>{"gd", "perturbed_gd", "regularized_gd", "gradient_noise",
                                                    "label_noise", "entry_sampling", "sam"}));
        QVERIFY(!methodKind("adam"));
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
        run.noise.distribution = Distribution::Laplace;
        run.noise.anneal = 70;
        run.noise.nu = 0.3;
        run.batch = 12;
        run.radius = 0.4;
        run.method = MethodKind::GradientNoise;
        const auto onGradient = std::get<GradientNoise>(methodOf(run));
        QCOMPARE(onGradient.sigma2, 0.2);
        QCOMPARE(onGradient.anneal, 70.0);
        QVERIFY(onGradient.distribution == Distribution::Laplace);
        run.method = MethodKind::LabelNoise;
        QCOMPARE(std::get<LabelNoise>(methodOf(run)).nu, 0.3);
        run.method = MethodKind::EntrySampling;
        QCOMPARE(std::get<EntrySampling>(methodOf(run)).batch, std::int64_t{12});
        run.method = MethodKind::Sam;
        QCOMPARE(std::get<Sam>(methodOf(run)).radius, 0.4);
    }

    void noiseIsUsedByTheNoisyAndTheSmoothed()
    {
        QVERIFY(!usesNoise(MethodKind::GradientDescent));
        QVERIFY(usesNoise(MethodKind::PerturbedGd));
        QVERIFY(usesNoise(MethodKind::RegularizedGd));
        QVERIFY(usesNoise(MethodKind::GradientNoise));
        QVERIFY(!usesNoise(MethodKind::LabelNoise));
        QVERIFY(!usesDistribution(MethodKind::RegularizedGd));
        QVERIFY(!isRandom(MethodKind::Sam) && !isRandom(MethodKind::RegularizedGd));
        QVERIFY(isRandom(MethodKind::EntrySampling) && isRandom(MethodKind::LabelNoise));
    }

    void parametersAreSetByPath()
    {
        RunSpec run;
        setParameter(run, {"eta", 0.25}, "/x");
        setParameter(run, {"noise.sigma1", 0.0}, "/x");
        setParameter(run, {"noise.sigma2", 3.0}, "/x");
        setParameter(run, {"method", std::string("regularized_gd")}, "/x");
        setParameter(run, {"noise.distribution", std::string("uniform")}, "/x");
        setParameter(run, {"noise.anneal", 50.0}, "/x");
        setParameter(run, {"noise.nu", 0.5}, "/x");
        setParameter(run, {"batch", 7.0}, "/x");
        setParameter(run, {"radius", 0.0}, "/x");
        QVERIFY(run.noise.distribution == Distribution::Uniform);
        QCOMPARE(run.noise.anneal, std::optional<double>(50));
        setParameter(run, {"noise.anneal", std::monostate{}}, "/x");
        QVERIFY(!run.noise.anneal);
        QCOMPARE(run.noise.nu, 0.5);
        QCOMPARE(run.batch, std::optional<std::int64_t>(7));
        QCOMPARE(run.radius, 0.0);
        QCOMPARE(run.eta, 0.25);
        QCOMPARE(run.noise.sigma1, 0.0);
        QCOMPARE(run.noise.sigma2, 3.0);
        QVERIFY(run.method == MethodKind::RegularizedGd);
    }

    void aParameterReadAndSetInAnotherRunMakesItTheSame()
    {
        RunSpec run;
        run.method = MethodKind::Sam;
        run.eta = 0.25;
        run.noise = {
            .sigma1 = 0.3, .sigma2 = 0.4, .distribution = Distribution::Laplace, .anneal = 50, .nu = 7};
        run.batch = 12;
        run.radius = 0.5;
        for (const RunSpec& source : {run, RunSpec{}}) { // there and back: the standard has what is null
            RunSpec copy = source.batch ? RunSpec{} : run;
            for (const char* path : {"eta", "method", "noise.sigma1", "noise.sigma2", "noise.distribution",
                                     "noise.anneal", "noise.nu", "batch", "radius"}) {
                QVERIFY2(parameterValue(copy, path) != parameterValue(source, path), path);
                setParameter(copy, {path, parameterValue(source, path)}, "/x");
                QVERIFY2(parameterValue(copy, path) == parameterValue(source, path), path);
            }
            QCOMPARE(copy.batch, source.batch);
            QCOMPARE(copy.noise.anneal, source.noise.anneal);
            QVERIFY(copy.method == source.method);
        }
        QVERIFY_EXCEPTION_THROWN(parameterValue(run, "seed"), std::out_of_range);
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
        row("method", 0, "adam",
            "/e: \"adam\" is no method of this version; there are gd, perturbed_gd, regularized_gd, "
            "gradient_noise, "
            "label_noise, entry_sampling, sam");
        row("noise.distribution", 0, "cauchy",
            "/e: \"cauchy\" is no distribution; there are gaussian, uniform, rademacher, laplace");
        row("noise.distribution", 2, "", "/e: must be the name of a distribution, but is 2");
        row("noise.anneal", 0, "", "/e: must be > 0 and finite, but is 0");
        row("noise.anneal", 0, "slow", "/e: must be null or a number, but is \"slow\"");
        row("batch", 1.5, "", "/e: must be null or a whole number, but is 1.5");
        row("batch", 0, "", "/e: must be ≥ 1 and ≤ d1·d2 = 600, but is 0");
        row("batch", 601, "", "/e: must be ≥ 1 and ≤ d1·d2 = 600, but is 601");
        row("radius", -1, "", "/e: must be ≥ 0 and finite, but is -1");
        const char* unknown =
            "/e: is no parameter that an edit can change; there are eta, method, noise.sigma1, "
            "noise.sigma2, noise.distribution, noise.anneal, noise.nu, batch, radius";
        row("seed", 1, "", unknown);
        row("", 1, "", unknown);
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
            setParameter(run, parameter, "/e", 600);
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
