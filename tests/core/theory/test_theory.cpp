// The smoothed loss, the limit, flatness at the minima and the predicted path, against identities and exact
// dynamics.

#include "core/measure/hessian.h"
#include "core/run/run.h"
#include "core/theory/flatness.h"
#include "core/theory/limit.h"
#include "core/theory/path.h"
#include "core/theory/smoothing.h"
#include "core/theory/stability.h"
#include "core/theory/stationary.h"
#include "tests/support/problems.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hyperdrift;

namespace {

bool close(double a, double b, double relative)
{
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

Factors aligned(const Problem& problem, std::vector<double> theta, std::vector<double> product = {0.3})
{
    return makeStart({AlignedStart{std::move(theta), std::move(product)}, 0}, problem);
}

Prediction predicted(const Problem& problem, const Method& method, double theta = 1.5)
{
    return predict(problem, compress(problem, aligned(problem, {theta})), method);
}

/// Noiseless GD on F̃ with the residual formed.
Factors smoothedGd(const Problem& problem, Factors f, double eta, const Smoothing& noise, int steps)
{
    for (int i = 0; i < steps; ++i) {
        const Factors gradient = test::naiveGradient(problem, f);
        f = {f.x - eta * (gradient.x + noise.a * f.x), f.y - eta * (gradient.y + noise.b * f.y)};
    }
    return f;
}

} // namespace

class TestTheory : public QObject {
    Q_OBJECT
private slots:
    void expectedPerturbedLossIsTheSmoothedLoss()
    {
        // F̃ = F + ½(σ1² tr H_XX + σ2² tr H_YY) + const: tr H_XX = d1‖Y‖², tr H_YY = d2‖X‖².
        const Smoothing noise = smoothing(6, 9, 0.2, 0.3);
        QVERIFY(close(noise.a, 9 * 0.09, 1e-15));
        QVERIFY(close(noise.b, 6 * 0.04, 1e-15));
        QVERIFY(close(*gamma2(noise), 6 * 0.04 / (9 * 0.09), 1e-15));
        QVERIFY(close(tau(noise), 0.06 * std::sqrt(54.0), 1e-15));
        QVERIFY(
            close(*timeConstant(noise, 0.02), (noise.a + noise.b) / (4 * 0.02 * noise.a * noise.b), 1e-14));
        const double balanced = balancedSigma2(6, 9, 0.2);
        QVERIFY(close(gamma2(smoothing(6, 9, 0.2, balanced)).value(), 1, 1e-14));
        QVERIFY(close(balancedSigma2(9, 6, balanced), 0.2, 1e-14));
        QCOMPARE(balancedSigma2(6, 9, 0), 0.0);
        QVERIFY(!gamma2(smoothing(6, 9, 0, 0.3)) && !timeConstant(smoothing(6, 9, 0, 0.3), 0.1));
    }

    void meanPerturbedGradientIsTheSmoothedGradient()
    {
        // One step from the same factors under 20,000 seeds. z-scores of 16 entries: |z| < 5.9 fails by
        // chance with probability 16 · 3.6e-9 < 1e-7.
        const Problem problem = test::syntheticProblem(4, 5, 4, {1.5, 1, 0.5, 0.2});
        const auto held = test::shared(problem);
        const Factors start = test::randomFactors(31, problem);
        const Factors gradient = test::naiveGradient(problem, start);
        const Smoothing noise = smoothing(4, 5, 0.3, 0.2);
        const Matrix expected = gradient.x + noise.a * start.x;
        Matrix sum = Matrix::Zero(4, problem.rank);
        Matrix sum2 = sum;
        constexpr int seeds = 20000;
        FullEngine engine(problem, start, nativeIsa());
        for (int seed = 0; seed < seeds; ++seed) {
            engine.setFactors(start);
            engine.advance(PerturbedGd{0.01, 0.3, 0.2}, static_cast<std::uint64_t>(seed), 0, 1);
            const Matrix step = (start.x - engine.factors().x) / 0.01;
            sum += step;
            sum2 += step.cwiseProduct(step);
        }
        const Matrix mean = sum / seeds;
        const Matrix sd = (sum2 / seeds - mean.cwiseProduct(mean)).cwiseSqrt();
        const Matrix z = std::sqrt(double(seeds)) * (mean - expected).cwiseQuotient(sd);
        QVERIFY2(z.cwiseAbs().maxCoeff() < 5.9, qPrintable(QString::number(z.cwiseAbs().maxCoeff())));
        QVERIFY((noise.a * start.x).cwiseAbs().maxCoeff() > 10 * sd.maxCoeff() / std::sqrt(double(seeds)));
    }

    void limitIsTheStationaryPointOfTheSmoothedLoss()
    {
        const Problem problem = test::syntheticProblem(8, 12, 3, {2, 1, 0.5});
        const RegularizedGd method{0.02, 0.1, 0.05};
        const Prediction prediction = predicted(problem, method);
        const Factors end = smoothedGd(problem, aligned(problem, {0.4}), 0.1,
                                       smoothing(8, 12, method.sigma1, method.sigma2), 20000);
        QVERIFY(close(*prediction.xNorm2, end.x.squaredNorm(), 1e-9));
        QVERIFY(close(*prediction.yNorm2, end.y.squaredNorm(), 1e-9));
        QVERIFY(close(*prediction.ratio, *prediction.gamma2, 1e-12));
        QVERIFY(close(*prediction.lossFloor, test::naiveLoss(problem, end), 1e-9));
        QVERIFY((end.x.transpose() * end.x - *prediction.gamma2 * (end.y.transpose() * end.y)).norm() < 1e-9);
        for (int k = 0; k < 3; ++k)
            QVERIFY(close((*prediction.singularValues)[size_t(k)], problem.s(k) - *prediction.tau, 1e-12));
        QCOMPARE(*prediction.limitLoss, *prediction.lossFloor);
        QVERIFY(!prediction.sdImbalance && !prediction.sdTheta); // no noise, no band
        QVERIFY(prediction.note.empty());
    }

    void anyStartHasOneLimit()
    {
        const Problem problem = test::syntheticProblem(8, 12, 2, {2, 1});
        const PerturbedGd method{0.02, 0.05, 0.05};
        const Prediction one = predict(problem, compress(problem, aligned(problem, {2.0})), method);
        const Prediction two = predict(problem, compress(problem, test::randomFactors(3, problem)), method);
        QCOMPARE(*one.imbalance, *two.imbalance);
        QCOMPARE(*one.sdImbalance, *two.sdImbalance);
        QCOMPARE(*one.lossFloor, *two.lossFloor);
        double left = 0;
        for (int k = 0; k < 2; ++k)
            left += 0.5 * std::pow((*one.singularValues)[size_t(k)] - problem.s(k), 2);
        QVERIFY(close(*one.limitLoss, left, 1e-12));
    }

    void rankOneSharpnessAtTheNoisyLimit()
    {
        const Problem problem = test::syntheticProblem(10, 40, 1, {1.0});
        const Prediction p = predicted(problem, PerturbedGd{1e-7, 0.1, 0.05});
        const double m = 1 - *p.tau;
        const double gamma = std::sqrt(*p.gamma2);
        const double u = gamma * m;
        const double v = m / gamma;
        const double expected = (u + v) / 2 + std::hypot((u - v) / 2, m - *p.tau);
        QVERIFY(close(*p.lambdaMax, expected, 1e-6));
        QVERIFY(*p.lambdaMax < 2.0); // below the least over exact minima, 2 s_1: the limit is none of them
        QVERIFY(close(*p.etaMax, 2 / (u + v), 1e-6));
        QVERIFY(close(*p.trace, 40 * u + 10 * v, 1e-6));
    }

    void minimaHaveTheStatedFlatness()
    {
        const Problem problem = test::syntheticProblem(6, 7, 2, {2, 1});
        const Factors at = makeStart({AlignedStart{{0.7, -0.4}, {1.0}}, 0}, problem);
        const double expected =
            std::max(2 * std::exp(0.7), std::exp(-0.4)) + std::max(2 * std::exp(-0.7), std::exp(0.4));
        QVERIFY(close(lambdaMax(smallFactors(compress(problem, at))), expected, 1e-12));
        const Factors balanced = makeStart({AlignedStart{{0.0}, {1.0}}, 0}, problem);
        QVERIFY(close(lambdaMax(smallFactors(compress(problem, balanced))), 4.0, 1e-12)); // 2 s_1
    }

    void theHessiansSpectrumAtAMinimumFollowsFromTheGramMatrices()
    {
        const Problem problem = test::syntheticProblem(5, 4, 2, {2, 1});
        const Factors at = makeStart({AlignedStart{{0.7, -0.4}, {1.0}}, 0}, problem);
        const Compression c = compress(problem, at);
        const auto flat = minimumFlatness(gramX(c), gramY(c), 5, 4);
        // α = 2e^0.7, e^−0.4; β = 2e^−0.7, e^0.4: the least nonzero sum is the least of them alone.
        QVERIFY(close(flat->lambdaMax, lambdaMax(smallFactors(c)), 1e-12));
        QVERIFY(close(flat->lambdaMin, std::exp(-0.4), 1e-12));
        QVERIFY(close(flat->condition, flat->lambdaMax / flat->lambdaMin, 1e-15));
        // A square problem with r = d has no zeros to add to.
        const Problem square = test::syntheticProblem(2, 2, 2, {2, 1});
        const Compression full = compress(square, makeStart({AlignedStart{{0.0}, {1.0}}, 0}, square));
        QVERIFY(close(minimumFlatness(gramX(full), gramY(full), 2, 2)->lambdaMin, 2.0, 1e-12));
        QVERIFY(!minimumFlatness(Matrix::Zero(2, 2), Matrix::Zero(2, 2), 5, 4));
    }

    void theFlattestMinimaAreWhereTheTableSays()
    {
        const Problem problem = test::syntheticProblem(9, 16, 2, {2, 1});
        const Smoothing noise = smoothing(9, 16, 0.1, 0.05);
        const LeastFlatness least = leastFlatness(problem, noise);
        const LeastFlatness same = leastFlatness(problem.d1(), problem.d2(), problem.rank,
                                                 {problem.s.begin(), problem.s.end()}, noise);
        QCOMPARE(same.trace, least.trace);
        const auto at = [&](double theta) {
            return compress(problem, makeStart({AlignedStart{{theta}, {1.0}}, 0}, problem));
        };
        const auto flatness = [&](double theta) {
            const Compression c = at(theta);
            const double x = gramX(c).trace();
            const double y = gramY(c).trace();
            const auto spectrum = minimumFlatness(gramX(c), gramY(c), 9, 16);
            return LeastFlatness{spectrum->lambdaMax, spectrum->condition, x + y, 16 * x + 9 * y,
                                 noiseWeightedTrace(noise, x, y)};
        };
        const double shape = std::log(9.0 / 16) / 2;
        const double gamma = std::log(*gamma2(noise)) / 2;
        QVERIFY(close(flatness(0).lambdaMax, least.lambdaMax, 1e-12));
        QVERIFY(close(flatness(0).condition, least.condition, 1e-12));
        QVERIFY(close(flatness(0).norms, least.norms, 1e-12));
        QVERIFY(close(flatness(shape).trace, least.trace, 1e-12));
        QVERIFY(close(flatness(gamma).noiseWeightedTrace, least.noiseWeightedTrace, 1e-12));
        for (int i = -20; i <= 20; ++i) {
            const LeastFlatness here = flatness(0.1 * i);
            QVERIFY(here.lambdaMax >= least.lambdaMax * (1 - 1e-12));
            QVERIFY(here.condition >= least.condition * (1 - 1e-12));
            QVERIFY(here.norms >= least.norms * (1 - 1e-12));
            QVERIFY(here.trace >= least.trace * (1 - 1e-12));
            QVERIFY(here.noiseWeightedTrace >= least.noiseWeightedTrace * (1 - 1e-12));
        }
    }

    void gdPredictionFollowsTheStart()
    {
        const Problem problem = test::syntheticProblem(20, 30, 1, {1.0});
        const Factors start = aligned(problem, {2.0});
        const Prediction p = predict(problem, compress(problem, start), GradientDescent{0.02});
        const double d0 = start.x.squaredNorm() - start.y.squaredNorm();
        QVERIFY(close(*p.imbalance, d0, 1e-14));
        QVERIFY(close(*p.xNorm2 * *p.yNorm2, 1.0, 1e-12));
        QVERIFY(close(*p.xNorm2 - *p.yNorm2, d0, 1e-12));
        QVERIFY(close(*p.lambdaMax, std::sqrt(d0 * d0 + 4), 1e-12));
        QCOMPARE(*p.lossFloor, 0.0);
        QVERIFY(!p.gamma2 && !p.tau && !p.sdImbalance && !p.timeConstant);
    }

    void gdBeyondRankOneSaysWhatTheStartDetermines()
    {
        const Problem problem = test::syntheticProblem(9, 8, 2, {2, 1, 0.5});
        const Prediction unaligned =
            predict(problem, compress(problem, test::randomFactors(2, problem)), GradientDescent{0.02});
        QVERIFY(!unaligned.ratio && !unaligned.lambdaMax && !unaligned.note.empty());
        QVERIFY(unaligned.imbalance && unaligned.singularValues);
        QVERIFY(close(*unaligned.lossFloor, 0.125, 1e-15));
        const Prediction balanced =
            predict(problem, compress(problem, makeStart({SmallBalancedStart{0.01}, 3}, problem)),
                    GradientDescent{0.02});
        QVERIFY(close(*balanced.ratio, 1.0, 1e-15));
        QVERIFY(close(*balanced.xNorm2, 3.0, 1e-15));
    }

    void whatTheoryCannotSayIsNullWithAReason()
    {
        const Problem problem = test::syntheticProblem(20, 30, 1, {1.0});
        const Prediction oneSided = predicted(problem, PerturbedGd{0.02, 0.05, 0.0});
        QVERIFY(!oneSided.ratio && !oneSided.sdImbalance && !oneSided.timeConstant && !oneSided.gamma2);
        QVERIFY(!oneSided.note.empty());
        const Prediction collapsed = predicted(problem, PerturbedGd{0.02, 0.3, 0.3}); // τ = 2.2
        QCOMPARE(collapsed.singularValues->front(), 0.0);
        QVERIFY(!collapsed.ratio && !collapsed.note.empty());
        const Prediction tooLarge = predicted(problem, PerturbedGd{1.5, 0.05, 0.05});
        QVERIFY(!tooLarge.ratio && !tooLarge.note.empty());
        const Prediction unstable = predicted(problem, GradientDescent{1.5});
        QVERIFY(!unstable.ratio && unstable.etaMax && !unstable.note.empty());
        const Prediction saddle =
            predict(problem, compress(problem, makeStart({ZeroStart{}, 0}, problem)), GradientDescent{0.02});
        QVERIFY(!saddle.ratio && !saddle.lossFloor && !saddle.note.empty());
    }

    void limitLiesOnTheSideTheRunReaches_data()
    {
        QTest::addColumn<double>("theta");
        QTest::addColumn<double>("product");
        QTest::newRow("x long, y flips") << 1.0 << -0.3;
        QTest::newRow("y long, x flips") << -1.0 << -0.3;
        QTest::newRow("no flip") << 1.0 << 0.3;
    }
    void limitLiesOnTheSideTheRunReaches()
    {
        QFETCH(double, theta);
        QFETCH(double, product);
        auto problem = test::shared(test::syntheticProblem(20, 30, 1, {1.0}));
        const Factors start = aligned(*problem, {theta}, {product});
        for (const Method& method :
             {Method{GradientDescent{0.02}}, Method{RegularizedGd{0.02, 0.05, 0.05}}}) {
            RunSpec spec{.method = std::holds_alternative<GradientDescent>(method)
                                       ? MethodKind::GradientDescent
                                       : MethodKind::RegularizedGd};
            Run run(problem, start, spec);
            run.advance(20000);
            const PlanePoint end = run.sample().plane[0];
            const PlanePoint star = predict(*problem, compress(*problem, start), method).limitPoints[0];
            QVERIFY(std::hypot(end.x - star.x, end.y - star.y) < 1e-2);
            PathTracker tracker(problem, compress(*problem, start), method);
            tracker.advance(20000);
            QVERIFY(std::hypot(end.x - tracker.point().plane[0].x, end.y - tracker.point().plane[0].y) <
                    1e-9);
        }
    }

    void noiselessPathIsExact_data()
    {
        QTest::addColumn<bool>("alignedStart");
        QTest::newRow("aligned: recursion in D and p") << true;
        QTest::newRow("any start: small factors") << false;
    }
    void noiselessPathIsExact()
    {
        QFETCH(bool, alignedStart);
        auto problem = test::shared(test::syntheticProblem(9, 12, 2, {2, 1, 0.4}));
        Factors start = alignedStart ? aligned(*problem, {1.0, -0.5}) : test::randomFactors(5, *problem);
        if (!alignedStart)
            start = {0.2 * start.x, 0.2 * start.y};
        const RegularizedGd method{0.03, 0.1, 0.05};
        PathTracker tracker(problem, compress(*problem, start), method);
        tracker.advance(100);
        tracker.scale(1.1);
        tracker.setMethod(GradientDescent{0.03});
        tracker.advance(50);
        Factors f = smoothedGd(*problem, start, 0.03, smoothing(9, 12, 0.1, 0.05), 100);
        scaleAlongValley(f, 1.1);
        f = smoothedGd(*problem, f, 0.03, {}, 50);
        const PathPoint point = tracker.point();
        QCOMPARE(point.iteration, 150);
        QVERIFY(close(point.xNorm2, f.x.squaredNorm(), 1e-12));
        QVERIFY(close(point.yNorm2, f.y.squaredNorm(), 1e-12));
        QVERIFY(tracker.finite());
    }

    void stationaryPointStays()
    {
        const Problem problem = test::syntheticProblem(10, 40, 3, {2, 1, 0.05});
        const PerturbedGd method{0.05, 0.1, 0.05};
        auto states = stationaryStates(problem, method);
        QVERIFY(states && states->size() == 3);
        QCOMPARE((*states)[2].p, 0.0); // s_3 ≤ τ = 0.1
        std::vector<DirectionState> active(states->begin(), states->begin() + 2);
        const std::vector<DirectionState> before = active;
        stepPath(pathRule(problem, method), problem.s, 0, active);
        for (std::size_t k = 0; k < 2; ++k) {
            QVERIFY(std::abs(active[k].d - before[k].d) < 1e-13);
            QVERIFY(std::abs(active[k].p - before[k].p) < 1e-13);
        }
    }

    void stepSizes()
    {
        QCOMPARE(stableEta(4), 0.5);
        QVERIFY(std::isinf(stableEta(0)));
        QCOMPARE(suggestedEta(3, 2, 1.0), 0.3 / 5);
        QCOMPARE(suggestedEta(3, 2, 0.02), 0.01);
    }
};

QTEST_APPLESS_MAIN(TestTheory)
#include "test_theory.moc"
