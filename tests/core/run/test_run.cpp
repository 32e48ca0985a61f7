#include "core/model/error.h"
#include "core/run/run.h"
#include "tests/support/problems.h"

#include <Eigen/QR>

#include <QTest>

#include <cmath>

using namespace hyperdrift;

namespace {

constexpr auto perturbed = MethodKind::PerturbedGd;
constexpr auto plain = MethodKind::GradientDescent;

std::shared_ptr<const Problem> lectureProblem()
{
    return test::shared(test::syntheticProblem(20, 30, 1, {1.0}));
}

Factors lectureStart(const Problem& problem)
{
    return makeStart({AlignedStart{}, 2}, problem);
}

bool sameBits(const Factors& a, const Factors& b)
{
    return a.x == b.x && a.y == b.y;
}

} // namespace

class TestRun : public QObject {
    Q_OBJECT
private slots:
    void chunkingChangesNothing()
    {
        const auto problem = test::shared(test::syntheticProblem(11, 7, 2, {2, 1}));
        const Factors start = test::randomFactors(1, *problem);
        const RunSpec spec{.method = perturbed, .eta = 0.01};
        Run whole(problem, start, spec);
        Run pieces(problem, start, spec);
        whole.advance(40000);
        for (std::int64_t n = 1; pieces.iteration() < 40000; n = n % 97 + 1)
            pieces.advance(std::min(n, 40000 - pieces.iteration()));
        QVERIFY(sameBits(whole.factors(), pieces.factors()));
        QCOMPARE(whole.history().samples.size(), pieces.history().samples.size());
        for (std::size_t i = 0; i < whole.history().samples.size(); ++i) {
            QCOMPARE(whole.history().samples[i].iteration, pieces.history().samples[i].iteration);
            QCOMPARE(whole.history().samples[i].loss, pieces.history().samples[i].loss);
        }
        for (std::size_t i = 0; i < whole.history().loss.size(); ++i) {
            QCOMPARE(whole.history().loss[i].mean, pieces.history().loss[i].mean);
            QCOMPARE(whole.history().loss[i].end, pieces.history().loss[i].end);
            QCOMPARE(whole.history().loss[i].min, pieces.history().loss[i].min);
            QCOMPARE(whole.history().loss[i].max, pieces.history().loss[i].max);
        }
    }

    void samplesFallWhereTheyAreDue()
    {
        const auto problem = lectureProblem();
        Run run(problem, lectureStart(*problem), {.method = perturbed});
        run.advance(50'001);
        std::vector<std::int64_t> due;
        for (std::int64_t t = 0; t <= 50'001; ++t) {
            if (isSampled(t))
                due.push_back(t);
        }
        const History& history = run.history();
        QCOMPARE(history.samples.size(), due.size());
        QCOMPARE(history.loss.size(), due.size());
        for (std::size_t i = 0; i < due.size(); ++i) {
            QCOMPARE(history.samples[i].iteration, due[i]);
            QCOMPARE(history.loss[i].end, due[i]);
        }
    }

    void aSpikeBetweenTwoSamplesShows()
    {
        // At the balanced minimum of η = ½ a disturbance is down to rounding within a stride of samples.
        const auto problem = lectureProblem();
        const std::int64_t t = 32'768;
        QCOMPARE(sampleStride(t), 16);
        QCOMPARE(lossStride(t), 2);
        const Factors start = makeStart({AlignedStart{.logImbalance = {0}, .product = {0.9}}, 2}, *problem);
        Run run(problem, start, {.method = perturbed, .eta = 0.5, .noise = {.sigma1 = 0, .sigma2 = 0}});
        run.advance(t + 1);
        const auto noise = [&run](double sigma) {
            run.apply({.at = run.iteration(),
                       .change = std::vector{Edit::SetParameter{"noise.sigma1", sigma},
                                             Edit::SetParameter{"noise.sigma2", sigma}}});
        };
        noise(0.1);
        run.advance(1);
        noise(0);
        const double spike = run.quickSample().loss;
        QVERIFY(spike > 1e-3);
        run.advance(t + 16 - run.iteration());
        const History& history = run.history();
        const LossBucket& bucket = history.loss.back();
        QCOMPARE(bucket.end, t + 16);
        QCOMPARE(bucket.max, spike);
        QVERIFY(bucket.min < bucket.mean && bucket.mean < bucket.max);
        QCOMPARE((history.samples.end() - 2)->iteration, t);
        QVERIFY((history.samples.end() - 2)->loss < 1e-6 * spike);
        QVERIFY(history.samples.back().loss < 1e-6 * spike);
    }

    void noNoiseIsGradientDescent()
    {
        const auto problem = test::shared(test::syntheticProblem(11, 7, 2, {2, 1}));
        const Factors start = test::randomFactors(1, *problem);
        Run gd(problem, start, {.method = plain, .eta = 0.01});
        Run silent(problem, start, {.method = perturbed, .eta = 0.01, .noise = {.sigma1 = 0, .sigma2 = 0}});
        gd.advance(500);
        silent.advance(500);
        QVERIFY(sameBits(gd.factors(), silent.factors()));
    }

    void gdChangesTheImbalanceExactlyAsStated()
    {
        // Δ(A−B) = η²(YᵀRᵀRY − XᵀRRᵀX), to rounding, at each step.
        const auto problem = test::shared(test::syntheticProblem(9, 13, 3, {2, 1, 0.5}));
        Factors f = test::randomFactors(8, *problem);
        f = {0.4 * f.x, 0.4 * f.y};
        const double eta = 0.05;
        Run run(problem, f, {.method = plain, .eta = eta});
        for (int i = 0; i < 50; ++i) {
            const Factors g = test::naiveGradient(*problem, f);
            const Matrix expected = eta * eta * (g.x.transpose() * g.x - g.y.transpose() * g.y);
            run.advance(1);
            const Factors next = run.factors();
            const Matrix change = next.x.transpose() * next.x - next.y.transpose() * next.y -
                                  (f.x.transpose() * f.x - f.y.transpose() * f.y);
            QVERIFY((change - expected).norm() < 1e-14 * (f.x.squaredNorm() + f.y.squaredNorm()));
            f = next;
        }
    }

    void rotatedStartGivesRotatedStep()
    {
        const auto problem = test::shared(test::syntheticProblem(9, 13, 3, {2, 1, 0.5}));
        const Factors f = test::randomFactors(8, *problem);
        const Matrix rotation = Eigen::HouseholderQR<Matrix>(test::normals(4, 3, 3)).householderQ();
        Run one(problem, f, {.method = plain, .eta = 0.01});
        Run two(problem, Factors{f.x * rotation, f.y * rotation}, {.method = plain, .eta = 0.01});
        one.advance(1);
        two.advance(1);
        QVERIFY((one.factors().x * rotation - two.factors().x).norm() < 1e-13);
        QVERIFY((one.factors().y * rotation - two.factors().y).norm() < 1e-13);
    }

    void gdKeepsItsImbalanceFromTheDefaultStart()
    {
        const auto problem = lectureProblem();
        Run run(problem, lectureStart(*problem), {.method = plain});
        const double before = run.sample().imbalance;
        run.advance(20000);
        const double after = run.sample().imbalance;
        QVERIFY2(std::abs(after / before - 1) <= 0.01, qPrintable(QString::number(after / before - 1)));
        QVERIFY(after != before); // O(η²), not 0
    }

    void gdFitsToRounding_data()
    {
        QTest::addColumn<int>("rank");
        QTest::addColumn<int>("directions");
        QTest::newRow("rank 1") << 1 << 1;
        QTest::newRow("rank 3") << 3 << 3;
        // X and Y may both keep parts off M, at right angles to each other.
        QTest::newRow("rank 3 for an M of rank 1") << 3 << 1;
    }
    void gdFitsToRounding()
    {
        QFETCH(int, rank);
        QFETCH(int, directions);
        const auto problem =
            test::shared(test::syntheticProblem(20, 30, rank, std::vector<double>(size_t(directions), 1.0)));
        Factors start = test::randomFactors(1, *problem);
        start.x *= 0.3;
        start.y *= 0.3;
        for (const RunStart& from : {RunStart{start}, RunStart{compress(*problem, start)}}) {
            Run run(problem, from, {.method = plain});
            run.advance(20000);
            QVERIFY2(run.sample().loss < 1e-28, qPrintable(QString::number(run.sample().loss)));
            QVERIFY(run.quickSample().loss == run.sample().loss);
        }
    }

    void divergenceIsAStatusAndNamesTheFirstIteration()
    {
        const auto problem = lectureProblem();
        const Factors start = lectureStart(*problem);
        const RunSpec spec{.method = plain, .eta = 1.3};
        Run run(problem, start, spec);
        run.advance(100000);
        QCOMPARE(run.status(), RunStatus::Diverged);
        const std::int64_t at = run.iteration();
        QVERIFY(at > 1 && at < 100000);
        run.advance(10);
        QCOMPARE(run.iteration(), at); // stays
        Run before(problem, start, spec);
        before.advance(at - 1);
        QCOMPARE(before.status(), RunStatus::Running);
        const QuickSample last = before.quickSample();
        QVERIFY(last.xNorm2 + last.yNorm2 <=
                1e12 * std::max(start.x.squaredNorm() + start.y.squaredNorm(), 1.0));
        QCOMPARE(run.history().samples.back().iteration, at);
    }

    void divergenceLateIsNamedIndependentlyOfChunks()
    {
        const auto problem = lectureProblem();
        const auto divergedAt = [&](std::int64_t chunk) {
            Run run(problem, lectureStart(*problem), {.method = perturbed});
            run.advance(100'003);
            run.apply({.at = run.iteration(), .change = std::vector{Edit::SetParameter{"eta", 1.9}}});
            while (run.status() == RunStatus::Running && run.iteration() < 200'000)
                run.advance(chunk);
            return run.iteration();
        };
        const std::int64_t at = divergedAt(100'000);
        QVERIFY(at > 100'003 && at < 200'000);
        QVERIFY(lossStride(at) > 1);
        QCOMPARE(divergedAt(1), at);
        QCOMPARE(divergedAt(7), at);
    }

    /// Only at the looks, whatever the chunks: what blows up between two of them and is back has not
    /// diverged.
    void aBlowUpThatPassesIsNoneInAnyChunks()
    {
        const auto problem = lectureProblem();
        bool blewUp = false;
        const auto statusAfter = [&](std::int64_t chunk) {
            Run run(problem, lectureStart(*problem), {.method = MethodKind::RegularizedGd, .eta = 1e-13});
            run.advance(530'001);
            run.apply({.at = 530'001, .change = std::vector{Edit::SetParameter{"noise.sigma2", 6e4}}});
            run.apply({.at = 530'001, .change = Edit::Scale{1.03e6}});
            double greatest = 0;
            while (run.isRunning() && run.iteration() < 540'000) {
                run.advance(chunk);
                greatest = std::max(greatest, run.quickSample().xNorm2 + run.quickSample().yNorm2);
            }
            if (chunk == 1)
                blewUp = greatest > blowUpBound(run.history().samples.front().xNorm2 +
                                                    run.history().samples.front().yNorm2,
                                                *problem);
            return run.status();
        };
        QCOMPARE(statusAfter(1), RunStatus::Running);
        QVERIFY(blewUp);
        QCOMPARE(statusAfter(10'000), RunStatus::Running);
    }

    void editsApplyFromTheirIteration()
    {
        const auto problem = lectureProblem();
        const Factors start = lectureStart(*problem);
        Run run(problem, start, {.method = perturbed});
        run.advance(100);
        run.apply({.at = 100,
                   .change = std::vector{Edit::SetParameter{"noise.sigma1", 0.0},
                                         Edit::SetParameter{"noise.sigma2", 0.0}}});
        QCOMPARE(run.spec().noise.sigma1, 0.0);
        Run gd(problem, run.factors(), {.method = plain});
        run.advance(200);
        gd.advance(200);
        QVERIFY(sameBits(run.factors(), gd.factors()));
    }

    void scalingMovesAlongTheValley()
    {
        const auto problem = lectureProblem();
        Run run(problem, lectureStart(*problem), {.method = plain});
        run.advance(500);
        const Sample before = run.sample();
        run.apply({.at = 500, .change = Edit::Scale{0.5}});
        const Sample after = run.sample();
        QVERIFY(std::abs(after.xNorm2 - before.xNorm2 / 4) < 1e-14);
        QVERIFY(std::abs(after.yNorm2 - before.yNorm2 * 4) < 1e-13);
        QVERIFY(std::abs(after.loss - before.loss) < 1e-15);
    }

    void aBadEditLeavesTheRunAsItWas()
    {
        const auto problem = lectureProblem();
        Run run(problem, lectureStart(*problem), {.method = perturbed});
        const std::vector changes{Edit::SetParameter{"noise.sigma1", 0.2}, Edit::SetParameter{"eta", -1.0}};
        QVERIFY_EXCEPTION_THROWN(run.apply({.at = 0, .change = changes}), InputError);
        QCOMPARE(run.spec().noise.sigma1, 0.05);
    }

    void hopelessStartsAreAStatus()
    {
        const auto problem = lectureProblem();
        Factors start = lectureStart(*problem);
        start.x(3, 0) = std::nan("");
        Run run(problem, start, {.method = plain});
        QCOMPARE(run.status(), RunStatus::Diverged);
        QCOMPARE(run.iteration(), 0);
        Run zero(problem, makeStart({ZeroStart{}, 0}, *problem), {.method = perturbed});
        zero.advance(5000);
        QCOMPARE(zero.status(), RunStatus::Running);
        QVERIFY(zero.sample().loss < 0.1); // noise leaves the saddle
    }
};

QTEST_APPLESS_MAIN(TestRun)
#include "test_run.moc"
