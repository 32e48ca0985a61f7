// The example matrices: GD finds the best fit of its rank, perturbed GD the soft-thresholded one.

#include "core/io/matrix_file.h"
#include "core/measure/running_stats.h"
#include "core/run/run.h"
#include "core/theory/limit.h"

#include <QTest>

#include <cmath>
#include <memory>
#include <vector>

using namespace hyperdrift;

class TestRealMatrices : public QObject {
    Q_OBJECT
private slots:
    void examplesFactor_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("sigma");
        QTest::newRow("iris") << "iris.csv" << 0.05;
        QTest::newRow("photographer") << "photographer.csv" << 0.01;
    }
    void examplesFactor()
    {
        QFETCH(QString, file);
        QFETCH(double, sigma);
        ProblemSpec spec;
        spec.rank = 2;
        spec.matrix = MatrixSource{.path = QString(EXAMPLE_DATA "/" + file).toStdString()};
        loadMatrix(spec, {});
        const auto problem = std::make_shared<const Problem>(makeProblem(spec));
        const Factors start = makeStart({AlignedStart{}, 2}, *problem);
        gdReachesTheTailEnergy(problem, start);
        perturbedGdThresholds(problem, start, sigma);
    }

private:
    static void gdReachesTheTailEnergy(const std::shared_ptr<const Problem>& problem, const Factors& start)
    {
        Run run(problem, start, {.method = MethodKind::GradientDescent});
        run.advance(20'000);
        const double excess = run.sample().loss / tailEnergy(*problem) - 1;
        QVERIFY2(excess >= -1e-12 && excess <= 1e-3, qPrintable(QString::number(excess)));
    }

    static void perturbedGdThresholds(const std::shared_ptr<const Problem>& problem, const Factors& start,
                                      double sigma)
    {
        const RunSpec spec{.method = MethodKind::PerturbedGd, .noise = {.sigma1 = sigma, .sigma2 = sigma}};
        const Prediction predicted = predict(*problem, compress(*problem, start), methodOf(spec));
        Run run(problem, start, spec);
        run.advance(static_cast<std::int64_t>(8 * *predicted.timeConstant));
        std::vector<RunningStats> values(2);
        for (int i = 0; i < 5000; ++i) {
            run.advance(20);
            const Sample sample = run.sample();
            values[0].add(sample.singularValues[0]);
            values[1].add(sample.singularValues[1]);
        }
        for (std::size_t k = 0; k < 2; ++k) {
            const double expected = problem->s(static_cast<Eigen::Index>(k)) - *predicted.tau;
            qInfo("s_%zu - tau = %.5f, measured %.5f", k + 1, expected, values[k].mean);
            QVERIFY(std::abs(values[k].mean / expected - 1) <= 0.02);
        }
    }
};

QTEST_APPLESS_MAIN(TestRealMatrices)
#include "test_real_matrices.moc"
