#include "core/theory/predicted_spread.h"

#include "core/model/method.h"
#include "core/model/problem.h"
#include "core/run/ensemble.h"
#include "core/run/start.h"
#include "core/theory/limit.h"

#include <QTest>

#include <cmath>
#include <memory>
#include <numeric>

using namespace hyperdrift;

namespace {

Prediction predictionOf(std::size_t run, MethodKind method)
{
    Experiment experiment = defaultExperiment();
    experiment.runs[run].method = method;
    const Problem problem = makeProblem(experiment.problem);
    return predict(problem, compressed(problem, makeRunStart(experiment, problem)),
                   methodOf(experiment.runs[run]));
}

} // namespace

class TestPredictedSpread : public QObject {
    Q_OBJECT
private slots:
    void whatForgetsItsStartHasOneLevel()
    {
        for (const MethodKind method : methodKinds()) {
            const Prediction prediction = predictionOf(1, method);
            const PredictedSpread same = predictedSpread(prediction, method, {.starts = false});
            const PredictedSpread varied = predictedSpread(prediction, method, {.starts = true});
            QCOMPARE(same.ratio, prediction.ratio);
            QCOMPARE(same.imbalance, prediction.imbalance);
            const bool forgets = method == MethodKind::PerturbedGd || method == MethodKind::RegularizedGd ||
                                 method == MethodKind::LabelNoise || method == MethodKind::Sam;
            QCOMPARE(varied.ratio, forgets ? prediction.ratio : std::nullopt);
            QCOMPARE(varied.imbalance, forgets ? prediction.imbalance : std::nullopt);
        }
    }

    void onlyNoiseSpreads()
    {
        const PredictedSpread noisy = predictedSpread(predictionOf(1, MethodKind::PerturbedGd),
                                                      MethodKind::PerturbedGd, {.starts = true});
        QVERIFY(*noisy.sdLogRatio > 0 && *noisy.sdImbalance > 0);
        QVERIFY(!predictedSpread(predictionOf(0, MethodKind::GradientDescent), MethodKind::GradientDescent,
                                 {.starts = false})
                     .sdLogRatio);
    }

    void whoSharesItsNoiseDoesNotSpread()
    {
        // 40 starts, one sequence of noise: in nine time constants all are led to the same place, within a
        // hundredth of what the noise alone would spread them by.
        const Prediction prediction = predictionOf(1, MethodKind::PerturbedGd);
        const PredictedSpread shared =
            predictedSpread(prediction, MethodKind::PerturbedGd, {.starts = true, .noise = false});
        QCOMPARE(shared.ratio, prediction.ratio);
        QVERIFY(!shared.sdLogRatio && !shared.sdImbalance);
        Experiment experiment = defaultExperiment();
        experiment.runs.erase(experiment.runs.begin());
        experiment.steps = 4000;
        EnsembleRequest request{.experiment = experiment,
                                .problem = std::make_shared<const Problem>(makeProblem(experiment.problem))};
        request.members = 40;
        request.vary = Vary::Start;
        std::vector<double> logRatios;
        const EnsembleRun run = runEnsemble(request).front();
        for (const EnsembleMember& member : run.members)
            logRatios.push_back(std::log(member.last.ratio));
        QVERIFY(summarize(logRatios).sd < 0.01 * 2 * *prediction.sdTheta);
    }

    void theSpreadOfRatiosIsThePredictedOne()
    {
        // 2000 members of perturbed GD, 9 time constants long: the sd of ln ratio is off by more than 10 %
        // (6.3 of its own sd) with probability 3e-10.
        Experiment experiment = defaultExperiment();
        experiment.runs.erase(experiment.runs.begin());
        experiment.engine = EngineKind::Reduced;
        experiment.steps = 4000;
        const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
        EnsembleRequest request{.experiment = experiment, .problem = problem};
        request.members = 2000;
        const EnsembleRun run = runEnsemble(request).front();
        std::vector<double> logRatios;
        for (const EnsembleMember& member : run.members)
            logRatios.push_back(std::log(member.last.ratio));
        const QuantileSummary measured = summarize(logRatios);
        const PredictedSpread predicted = predictedSpread(predict(*problem, run.origin, methodOf(run.spec)),
                                                          MethodKind::PerturbedGd, {.starts = true});
        QVERIFY2(std::abs(measured.sd / *predicted.sdLogRatio - 1) < 0.1,
                 qPrintable(QString("%1 / %2").arg(measured.sd).arg(*predicted.sdLogRatio)));
        QVERIFY(std::abs(measured.mean - std::log(*predicted.ratio)) < *predicted.sdLogRatio / 4);
    }

    void aWidenedCurveKeepsItsMean()
    {
        const PredictedCurve curve = widened({{0, 1}, {1, 2}, {0, 2}, {2, 2}}, 3);
        QCOMPARE(curve.mean, std::vector<double>({1, 2}));
        QCOMPARE(curve.low, std::vector<double>({-2, 2}));
        QCOMPARE(curve.high, std::vector<double>({4, 2}));
    }

    void theBellHoldsAllItsNumbers()
    {
        const auto bell = bellCurve(3, 0.5, 1000, 0.01, 701); // points 0.005 apart: two a bin
        const double sum = std::accumulate(bell.begin(), bell.end(), 0.0,
                                           [](double all, const BellPoint& at) { return all + at.count; });
        QVERIFY(std::abs(sum / 2 - 1000) < 1); // 0.05 % lie beyond 3.5 sd
        QCOMPARE(bell[350].z, 3.0);
        QVERIFY(std::abs(std::erf(ninetyPercent / std::sqrt(2.0)) - 0.9) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(TestPredictedSpread)
#include "test_predicted_spread.moc"
