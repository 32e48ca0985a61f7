// Single steps of the methods beside perturbed GD, against their definitions with the residual formed.
//
// Statistical tests use fixed seeds; a bound of 6 standard errors holds with a false-alarm rate of 2e-9 a
// comparison, below 1e-6 over all of them.
#include "core/dynamics/full_engine.h"
#include "core/dynamics/noise_layout.h"
#include "core/measure/running_stats.h"
#include "tests/support/problems.h"

#include <QTest>

#include <Random123/threefry.h>

#include <cmath>

using namespace hyperdrift;

namespace {

constexpr double rounding = 1e-13;

/// Numbers of an iteration in the documented layout, as X and Y.
Factors numbersOf(Distribution distribution, const Problem& problem, std::uint64_t seed, std::int64_t t)
{
    const std::int64_t rows1 = paddedRows(problem.d1());
    const std::int64_t rows2 = paddedRows(problem.d2());
    std::vector<double> z(static_cast<std::size_t>((rows1 + rows2) * problem.rank));
    fillNumbers(distribution, seed, Stream::Noise, static_cast<std::uint64_t>(t), z);
    using Columns = Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>;
    return {
        Columns(z.data(), problem.d1(), problem.rank, Eigen::OuterStride<>(rows1)),
        Columns(z.data() + rows1 * problem.rank, problem.d2(), problem.rank, Eigen::OuterStride<>(rows2))};
}

double distance(const Factors& a, const Factors& b)
{
    return std::max((a.x - b.x).cwiseAbs().maxCoeff(), (a.y - b.y).cwiseAbs().maxCoeff());
}

Factors stepped(const Problem& problem, const Factors& from, const Method& method, std::uint64_t seed,
                std::int64_t t, Isa isa = nativeIsa())
{
    FullEngine engine(problem, from, isa);
    engine.advance(method, seed, t, 1);
    return engine.factors();
}

/// d1, d2, r, k, and whether M is dense.
struct Shape {
    int d1, d2, r, k;
    bool dense;
};
const std::vector<Shape> shapes = {
    {6, 9, 1, 1, false}, {7, 5, 2, 3, false}, {20, 30, 3, 2, false}, {9, 8, 3, 8, true}};

Problem problemOf(const Shape& shape)
{
    std::vector<double> spectrum(static_cast<std::size_t>(shape.k));
    for (std::size_t i = 0; i < spectrum.size(); ++i)
        spectrum[i] = 1.5 / static_cast<double>(i + 1);
    Problem problem = test::syntheticProblem(shape.d1, shape.d2, shape.r, spectrum);
    if (shape.dense)
        problem.dense = test::target(problem);
    return problem;
}

} // namespace

Q_DECLARE_METATYPE(Distribution)

class TestMethods : public QObject {
    Q_OBJECT

    static void addShapes()
    {
        QTest::addColumn<int>("shape");
        for (std::size_t i = 0; i < shapes.size(); ++i)
            QTest::addRow("%d x %d, r %d, k %d", shapes[i].d1, shapes[i].d2, shapes[i].r, shapes[i].k)
                << static_cast<int>(i);
    }
    static Problem problem()
    {
        QFETCH_GLOBAL(int, shape);
        return problemOf(shapes[static_cast<std::size_t>(shape)]);
    }

private slots:
    void initTestCase_data() { addShapes(); }

    void perturbationsOfEveryDistributionFollowTheLayout()
    {
        const Problem p = problem();
        const Factors f = test::randomFactors(3, p);
        for (const Distribution distribution : {Distribution::Gaussian, Distribution::Uniform,
                                                Distribution::Rademacher, Distribution::Laplace}) {
            const Factors z = numbersOf(distribution, p, 5, 11);
            const Factors g = test::naiveGradient(p, {f.x + 0.3 * z.x, f.y + 0.2 * z.y});
            const Factors expected = test::combine(f, -0.01, g);
            QVERIFY(distance(stepped(p, f, PerturbedGd{0.01, 0.3, 0.2, distribution}, 5, 11), expected) <
                    100 * rounding);
        }
    }

    void annealingScalesTheNoiseByTheAbsoluteIteration()
    {
        const Problem p = problem();
        const Factors f = test::randomFactors(3, p);
        const double factor = std::sqrt(50.0 / (50.0 + 150.0)); // a half
        const Factors annealed =
            stepped(p, f, PerturbedGd{0.01, 0.4, 0.2, Distribution::Gaussian, 50}, 5, 150);
        const Factors constant = stepped(p, f, PerturbedGd{0.01, 0.4 * factor, 0.2 * factor}, 5, 150);
        QVERIFY(distance(annealed, constant) < rounding);
        const Factors first = stepped(p, f, PerturbedGd{0.01, 0.4, 0.2, Distribution::Gaussian, 50}, 5, 0);
        QVERIFY(distance(first, stepped(p, f, PerturbedGd{0.01, 0.4, 0.2}, 5, 0)) == 0);
    }

    void noiseOnTheGradientIsAddedToIt()
    {
        const Problem p = problem();
        const Factors f = test::randomFactors(3, p);
        for (const double anneal : {0.0, 20.0}) {
            const double factor = anneal > 0 ? std::sqrt(anneal / (anneal + 9)) : 1;
            const Factors z = numbersOf(Distribution::Laplace, p, 6, 9);
            Factors g = test::naiveGradient(p, f);
            g.x += 0.3 * factor * z.x;
            g.y += 0.2 * factor * z.y;
            const GradientNoise method{0.01, 0.3, 0.2, Distribution::Laplace, anneal};
            QVERIFY(distance(stepped(p, f, method, 6, 9), test::combine(f, -0.01, g)) < 100 * rounding);
        }
    }

    void samTakesTheGradientAtTheAscent()
    {
        const Problem p = problem();
        const Factors f = test::randomFactors(3, p);
        const Factors g = test::naiveGradient(p, f);
        const double norm = std::sqrt(test::dot(g, g));
        const Factors there = test::combine(f, 0.25 / norm, g);
        const Factors expected = test::combine(f, -0.01, test::naiveGradient(p, there));
        QVERIFY(distance(stepped(p, f, Sam{0.01, 0.25}, 0, 0), expected) < 100 * rounding);
        QVERIFY(distance(stepped(p, f, Sam{0.01, 0.0}, 0, 0), stepped(p, f, GradientDescent{0.01}, 0, 0)) <
                rounding);
    }

    void samStaysWhereTheGradientVanishes()
    {
        const Problem p = problem();
        const Factors zero{Matrix::Zero(p.d1(), p.rank), Matrix::Zero(p.d2(), p.rank)};
        QVERIFY(distance(stepped(p, zero, Sam{0.01, 0.25}, 0, 0), zero) == 0);
    }

    void entrySamplingTakesTheEntriesDrawn()
    {
        const Problem p = problem();
        const Factors f = test::randomFactors(3, p);
        const auto cells = static_cast<std::uint64_t>(p.d1() * p.d2());
        constexpr std::int64_t batch = 13;
        // The documented draws: word i of Threefry under {seed} at counter {i/4, iteration, stream}, times
        // d1·d2.
        Factors g{Matrix::Zero(p.d1(), p.rank), Matrix::Zero(p.d2(), p.rank)};
        const Matrix residual = f.x * f.y.transpose() - test::target(p);
        for (std::uint64_t i = 0; i < batch; ++i) {
            const auto words = r123::Threefry4x64()(
                {{i / 4, 21, static_cast<std::uint64_t>(Stream::Entries), 0}}, {{8, 0, 0, 0}});
            const double share = static_cast<double>(words[i % 4]) * 0x1p-64;
            const auto cell = static_cast<Eigen::Index>(share * static_cast<double>(cells));
            const Eigen::Index row = cell % p.d1();
            const Eigen::Index column = cell / p.d1();
            g.x.row(row) += residual(row, column) * f.y.row(column);
            g.y.row(column) += residual(row, column) * f.x.row(row);
        }
        const double weight = static_cast<double>(cells) / batch;
        const Factors expected = test::combine(f, -0.01 * weight, g);
        QVERIFY(distance(stepped(p, f, EntrySampling{0.01, batch}, 8, 21), expected) < 1000 * rounding);
    }

    void entrySamplingIsUnbiased()
    {
        const Problem p = problem();
        const Factors f = test::randomFactors(3, p);
        const Factors g = test::naiveGradient(p, f);
        RunningStats along; // of the sampled gradient, along the true one
        for (int t = 0; t < 4000; ++t) {
            const Factors next = stepped(p, f, EntrySampling{0.01, 0}, 8, t);
            along.add(test::dot({(f.x - next.x) / 0.01, (f.y - next.y) / 0.01}, g));
        }
        QVERIFY(std::abs(along.mean - test::dot(g, g)) < 6 * along.sd() / std::sqrt(4000.0));
    }

    /// What label noise adds, divided by ην: NY and NᵀX of a standard normal N.
    static Factors labelShare(const Problem& p, const Factors& f, std::int64_t t)
    {
        const Factors with = stepped(p, f, LabelNoise{0.01, 0.5}, 8, t);
        const Factors without = stepped(p, f, GradientDescent{0.01}, 8, t);
        return {(with.x - without.x) / 0.005, (with.y - without.y) / 0.005};
    }

    void labelNoiseOfBothSidesIsThatOfOneMatrix()
    {
        // Xᵀ(NY) = (NᵀX)ᵀY whatever N is.
        const Problem p = problem();
        const Factors f = test::randomFactors(3, p);
        const Factors share = labelShare(p, f, 4);
        const Matrix left = f.x.transpose() * share.x;
        const Matrix right = share.y.transpose() * f.y;
        QVERIFY(left.norm() > 0.1);
        QVERIFY((left - right).norm() < 1e-9 * left.norm());
    }

    void labelNoiseHasTheCovarianceOfNYAndNtX()
    {
        // Cov((NY)_ij, (NY)_kl) = δ_ik B_jl, and A of NᵀX likewise; across, (NY)_ij (NᵀX)_kl ~ Y_kj X_il. The
        // first two determine the law of each side, with labelNoiseOfBothSidesIsThatOfOneMatrix the joint
        // one.
        const Problem p = problem();
        const Factors f = test::randomFactors(3, p);
        const Matrix a = f.x.transpose() * f.x;
        const Matrix b = f.y.transpose() * f.y;
        constexpr int draws = 3000;
        RunningStats same;
        RunningStats apart;
        RunningStats sideY;
        RunningStats across;
        const Eigen::Index last = p.rank - 1;
        for (int t = 0; t < draws; ++t) {
            const Factors share = labelShare(p, f, t);
            same.add(share.x(1, 0) * share.x(1, last));
            apart.add(share.x(1, 0) * share.x(2, 0));
            sideY.add(share.y(3, 0) * share.y(3, last));
            across.add(share.x(1, 0) * share.y(3, last));
        }
        const double root = std::sqrt(static_cast<double>(draws));
        QVERIFY(std::abs(same.mean - b(0, last)) < 6 * same.sd() / root);
        QVERIFY(std::abs(apart.mean) < 6 * apart.sd() / root);
        QVERIFY(std::abs(sideY.mean - a(0, last)) < 6 * sideY.sd() / root);
        QVERIFY(std::abs(across.mean - f.y(3, 0) * f.x(1, last)) < 6 * across.sd() / root);
    }

    void labelNoiseServesDependentColumns()
    {
        const Problem p = problem();
        Factors f = test::randomFactors(3, p);
        f.x.setZero();
        if (p.rank > 1)
            f.y.col(1) = 2 * f.y.col(0);
        const Factors share = labelShare(p, f, 4);
        QVERIFY(share.x.allFinite() && share.y.allFinite());
        QVERIFY(share.y.norm() < 1e-9); // NᵀX = 0
        if (p.rank > 1)
            QVERIFY((share.x.col(1) - 2 * share.x.col(0)).norm() < 1e-6 * share.x.norm());
    }

    void chunksAndInstructionSetsAgree()
    {
        const Problem p = problem();
        const Factors f{0.3 * test::randomFactors(3, p).x, 0.3 * test::randomFactors(3, p).y};
        for (const Method& method :
             {Method{GradientNoise{0.01, 0.1, 0.2, Distribution::Uniform, 30}}, Method{LabelNoise{0.01, 0.3}},
              Method{EntrySampling{0.005, 0}}, Method{Sam{0.01, 0.1}},
              Method{PerturbedGd{0.01, 0.1, 0.2, Distribution::Rademacher, 30}}}) {
            FullEngine whole(p, f, nativeIsa());
            whole.advance(method, 9, 0, 30);
            FullEngine pieces(p, f, nativeIsa());
            for (int t = 0; t < 30; t += 10)
                pieces.advance(method, 9, t, 10);
            QVERIFY(distance(whole.factors(), pieces.factors()) == 0);
            FullEngine portable(p, f, Isa::Baseline);
            portable.advance(method, 9, 0, 30);
            QVERIFY(distance(whole.factors(), portable.factors()) < 1e-10);
        }
    }
};

QTEST_APPLESS_MAIN(TestMethods)
#include "test_methods.moc"
