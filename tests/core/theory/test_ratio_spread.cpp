#include "core/theory/ratio_spread.h"

#include "core/measure/measure.h"
#include "core/measure/running_stats.h"
#include "core/run/run.h"
#include "core/theory/band.h"
#include "core/theory/limit.h"
#include "core/theory/path.h"
#include "tests/support/problems.h"

#include <QTest>

#include <cmath>

using namespace hyperdrift;

namespace {

bool close(double a, double b, double relative)
{
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

/// ‖X‖²/‖Y‖² of directions with D_k, p_k.
double ratioOf(const std::vector<double>& d, const std::vector<double>& p)
{
    double u = 0;
    double v = 0;
    for (std::size_t k = 0; k < d.size(); ++k) {
        const double root = std::sqrt(d[k] * d[k] + 4 * p[k] * p[k]);
        u += (root + d[k]) / 2;
        v += (root - d[k]) / 2;
    }
    return u / v;
}

SpreadDirection directionOf(double d, double p, double varD, double varP)
{
    const double root = std::sqrt(d * d + 4 * p * p);
    return {(root + d) / 2, (root - d) / 2, varD, varP};
}

} // namespace

class TestRatioSpread : public QObject {
    Q_OBJECT
private slots:
    void itIsTheSumOfSquaredSlopes()
    {
        const std::vector<double> d = {1.3, -0.4};
        const std::vector<double> p = {1.9, 0.7};
        const double h = 1e-5;
        for (std::size_t k = 0; k < d.size(); ++k) {
            for (const bool byD : {true, false}) {
                std::vector<SpreadDirection> directions;
                for (std::size_t j = 0; j < d.size(); ++j)
                    directions.push_back(
                        directionOf(d[j], p[j], j == k && byD ? 1 : 0, j == k && !byD ? 1 : 0));
                auto more = byD ? d : p;
                auto less = more;
                more[k] += h;
                less[k] -= h;
                const double slope = byD ? (ratioOf(more, p) - ratioOf(less, p)) / (2 * h)
                                         : (ratioOf(d, more) - ratioOf(d, less)) / (2 * h);
                QVERIFY(close(ratioVariance(directions), slope * slope, 1e-8));
            }
        }
        QCOMPARE(ratioVariance({{1, 0, 1, 1}}), 0.0);
        QCOMPARE(ratioVariance({}), 0.0);
    }

    void atRankOneItIsTheBandOfTheta()
    {
        const BandInput input{10, 10, 0.02, 0.1, 0.05, 3};
        const SmoothedLimit limit = smoothedLimit(input, 1);
        const Vector s = Vector::Ones(1);
        const double sdD = sdImbalance(input, s, 1);
        const double varP = productVariance(0.02, 0.1, 0.05, limit.u, limit.v, 1e9);
        QVERIFY(close(varP, varResidual(input, limit.u, limit.v), 1e-12));
        QCOMPARE(productVariance(0.02, 0.1, 0.05, limit.u, limit.v, 0), 0.0);
        const double variance = ratioVariance({{limit.u, limit.v, sdD * sdD, varP}});
        const double ratio = limit.u / limit.v;
        QVERIFY(close(variance, std::pow(2 * ratio * sdTheta(input, 1), 2), 1e-12));
        QVERIFY(close(gapWithSpread(ratio, 0.8 * ratio, 0), 0.2, 1e-12));
    }

    void thePathsGapIsThatOfTheMeans()
    {
        const auto problem = test::shared(test::syntheticProblem(6, 9, 2, {2, 1}));
        const Factors start = makeStart({AlignedStart{{1.0, -0.5}, {0.5}}, 0}, *problem);
        RunSpec spec; // whose path is exact
        spec.method = MethodKind::RegularizedGd;
        spec.eta = 0.01;
        spec.noise.sigma1 = 0.2;
        spec.noise.sigma2 = 0.1;
        const Compression at = compress(*problem, start);
        PathTracker tracker(problem, at, methodOf(spec));
        Run run(problem, start, spec);
        const double gamma2 = *predict(*problem, at, methodOf(spec)).gamma2;
        std::vector<PathPoint> path;
        std::vector<Sample> measured;
        for (int i = 0; i < 4; ++i) {
            path.push_back(tracker.point());
            measured.push_back(run.sample());
            tracker.advance(100);
            run.advance(100);
        }
        const PredictedCurve gap = predictedGap(path, spec, gamma2, 100, 250);
        QCOMPARE(gap.x, (std::vector<double>{100, 200}));
        const PredictedCurve ratio = predictedRatio(path, spec);
        QCOMPARE(ratio.x.size(), path.size());
        QCOMPARE(ratio.high, ratio.mean); // no noise
        for (std::size_t i = 0; i < gap.x.size(); ++i) {
            QVERIFY(close(gap.mean[i], measured[i + 1].gap, 1e-9));
            QVERIFY(close(ratio.mean[i], measured[i].ratio, 1e-9));
        }
        // From any other start XᵀX is not diagonal.
        PathTracker other(problem, compress(*problem, test::randomFactors(5, *problem)), methodOf(spec));
        QVERIFY(predictedGap({other.point()}, spec, gamma2, 0, 1).x.empty());
        QCOMPARE(predictedRatio({other.point()}, spec).x.size(), std::size_t{1});
        QVERIFY(predictedGap({}, spec, gamma2, 0, 1).x.empty());
    }

    void simulationAgreesOnceStationary()
    {
        const auto problem = test::shared(test::syntheticProblem(10, 10, 1, {1}));
        const Factors start = makeStart({AlignedStart{{0.7}, {0.95}}, 0}, *problem);
        RunSpec spec;
        spec.method = MethodKind::PerturbedGd;
        spec.eta = 0.02;
        spec.seed = 11;
        spec.noise.sigma1 = 0.1;
        spec.noise.sigma2 = 0.05;
        Run run(problem, start, spec, nativeIsa(), KeepHistory::No);
        run.advance(10'000);
        RunningStats ratio;
        RunningStats gapSquared;
        for (int i = 0; i < 100'000; ++i) {
            run.advance(20);
            const QuickSample now = run.quickSample();
            ratio.add(now.xNorm2 / now.yNorm2);
            gapSquared.add(std::pow(1 - 4 * now.yNorm2 / now.xNorm2, 2));
        }
        const Prediction prediction = predict(*problem, compress(*problem, start), methodOf(spec));
        // 2·10⁶ iterations are 3200 time constants: 1.3 % is one sd of the sd.
        QVERIFY2(close(ratio.sd(), *sdRatio(prediction), 0.1), qPrintable(QString::number(ratio.sd())));
        QVERIFY2(close(std::sqrt(gapSquared.mean), *limitGap(prediction), 0.1),
                 qPrintable(QString::number(std::sqrt(gapSquared.mean))));
        PathTracker tracker(problem, compress(*problem, start), methodOf(spec));
        tracker.advance(20'000);
        const PredictedCurve end = predictedRatio({tracker.point()}, spec);
        QVERIFY(close(end.high[0] - end.mean[0], *sdRatio(prediction), 0.03));
        QVERIFY(close(predictedGap({tracker.point()}, spec, 4, 0, 1e9).mean[0], *limitGap(prediction), 0.03));
    }

    void theBandOfARatioIsPositive()
    {
        RunSpec spec;
        spec.method = MethodKind::PerturbedGd;
        spec.noise.sigma1 = spec.noise.sigma2 = 0.2;
        PathPoint point;
        point.iteration = 1000;
        point.xNorm2 = 0.5;
        point.yNorm2 = 1;
        point.plane = {{std::sqrt(0.5), 1}};
        for (const double variance : {1e-4, 0.04, 0.2, 5.0}) {
            point.variance = variance;
            const PredictedCurve band = predictedRatio({point}, spec);
            QVERIFY(band.low[0] > 0);
            QVERIFY(close(band.low[0] * band.high[0], band.mean[0] * band.mean[0], 1e-12));
        }
        QCOMPARE(predictedRatio({point}, spec).high[0], 0.5); // far from first order there is none
    }

    void aRunWithoutGammaHasNoLimitOfTheGap()
    {
        const auto problem = test::shared(test::syntheticProblem(6, 9, 2, {2, 1}));
        const Factors start = makeStart({AlignedStart{{1.0}, {0.5}}, 0}, *problem);
        const Compression at = compress(*problem, start);
        QVERIFY(!limitGap(predict(*problem, at, GradientDescent{0.02})));
        const auto means = limitGap(predict(*problem, at, PerturbedGd{0.02, 0.05, 0.05}));
        QVERIFY(means && *means < 0.01);
    }
};

QTEST_APPLESS_MAIN(TestRatioSpread)
#include "test_ratio_spread.moc"
