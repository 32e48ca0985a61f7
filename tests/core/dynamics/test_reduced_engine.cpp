// The reduced engine: exact without noise, and with noise a sample of the same law as the full engine.
//
// Laws are compared by Kolmogorov and Smirnov's two-sample test with fixed seeds. D√(nm/(n+m)) > 3.2 has
// probability 2 e^{−2·3.2²} = 2.5e-9 a comparison where both are the same: below 2e-7 over all 72.
#include "core/dynamics/full_engine.h"
#include "core/dynamics/reduced_engine.h"
#include "tests/support/problems.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hyperdrift;

namespace {

constexpr double critical = 3.2; ///< 2 e^{−2·3.2²} = 2.5e-9 a comparison
constexpr int members = 1500;

double kolmogorovSmirnov(std::vector<double> a, std::vector<double> b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    double most = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i] <= b[j])
            ++i;
        else
            ++j;
        most = std::max(most, std::abs(static_cast<double>(i) / static_cast<double>(a.size()) -
                                       static_cast<double>(j) / static_cast<double>(b.size())));
    }
    const auto n = static_cast<double>(a.size());
    const auto m = static_cast<double>(b.size());
    return most * std::sqrt(n * m / (n + m));
}

struct Shape {
    const char* name;
    int d1, d2, r, k;
};
const std::vector<Shape> shapes = {{"r = 1", 20, 30, 1, 1},
                                   {"r = 2", 12, 9, 2, 2},
                                   {"r = 3", 9, 12, 3, 3},
                                   {"longer spectrum", 30, 20, 3, 5},
                                   {"one degree of freedom", 7, 6, 3, 3},
                                   {"fewer degrees than columns", 7, 6, 3, 2},
                                   {"rank 1 with one degree", 4, 3, 1, 1},
                                   {"no degree of freedom", 4, 4, 2, 2}};

Problem problemOf(const Shape& shape)
{
    std::vector<double> spectrum(static_cast<std::size_t>(shape.k));
    for (std::size_t i = 0; i < spectrum.size(); ++i)
        spectrum[i] = 2.0 / static_cast<double>(i + 1);
    return test::syntheticProblem(shape.d1, shape.d2, shape.r, spectrum);
}

Factors startOf(const Problem& problem)
{
    const Factors f = test::randomFactors(5, problem);
    return {0.5 * f.x, 0.3 * f.y};
}

template<typename Engine>
Compression stateOf(const Engine& engine, const Problem& problem)
{
    Compression c{Matrix(problem.directions(), problem.rank), Matrix(problem.rank, problem.rank),
                  Matrix(problem.directions(), problem.rank), Matrix(problem.rank, problem.rank), problem.s};
    engine.compress(c.p.data(), c.cx.data(), c.q.data(), c.cy.data());
    return c;
}

double distance(const Compression& a, const Compression& b)
{
    return std::max({(a.p - b.p).cwiseAbs().maxCoeff(), (a.cx - b.cx).cwiseAbs().maxCoeff(),
                     (a.q - b.q).cwiseAbs().maxCoeff(), (a.cy - b.cy).cwiseAbs().maxCoeff()});
}

bool sameBits(const Compression& a, const Compression& b)
{
    return a.p == b.p && a.cx == b.cx && a.q == b.q && a.cy == b.cy;
}

std::vector<Isa> offeredIsas()
{
    std::vector<Isa> all;
    for (const Isa isa : {Isa::Baseline, Isa::Avx2, Isa::Avx512})
        if (isa <= nativeIsa())
            all.push_back(isa);
    return all;
}

/// ‖X‖², ‖Y‖² and the loss of each member.
struct Observed {
    std::vector<double> xNorm2;
    std::vector<double> yNorm2;
    std::vector<double> loss;

    template<typename Engine>
    void add(const Engine& engine, const Problem& problem)
    {
        xNorm2.push_back(engine.xNorm2());
        yNorm2.push_back(engine.yNorm2());
        loss.push_back(hyperdrift::loss(stateOf(engine, problem)));
    }
};

} // namespace

class TestReducedEngine : public QObject {
    Q_OBJECT

    static Problem problem()
    {
        QFETCH_GLOBAL(int, shape);
        return problemOf(shapes[static_cast<std::size_t>(shape)]);
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<int>("shape");
        for (std::size_t i = 0; i < shapes.size(); ++i)
            QTest::newRow(shapes[i].name) << static_cast<int>(i);
    }

    void withoutNoiseItIsTheFullEngine()
    {
        const Problem p = problem();
        const Factors start = startOf(p);
        for (const Method& method : {Method{GradientDescent{0.02}}, Method{RegularizedGd{0.02, 0.1, 0.05}},
                                     Method{PerturbedGd{0.02, 0.0, 0.0}}}) {
            FullEngine full(p, start, nativeIsa());
            ReducedEngine reduced(p, compress(p, start), nativeIsa());
            full.advance(method, 1, 0, 500);
            reduced.advance(method, 1, 0, 500);
            QVERIFY(distance(stateOf(full, p), stateOf(reduced, p)) < 1e-12);
            QVERIFY(std::abs(full.xNorm2() - reduced.xNorm2()) < 1e-12);
            QVERIFY(std::abs(full.yNorm2() - reduced.yNorm2()) < 1e-12);
        }
    }

    void gdGoesDownToTheTail()
    {
        const Problem p = problem();
        ReducedEngine engine(p, compress(p, startOf(p)), nativeIsa());
        engine.advance(GradientDescent{0.05}, 1, 0, 20000);
        const double found = loss(engine.factors());
        if (p.directions() > p.rank)
            QVERIFY(std::abs(found - tailEnergy(p)) < 1e-12);
        else // exactly, also where X and Y keep parts at right angles to each other
            QVERIFY(found < 1e-28);
        QVERIFY(loss(stateOf(engine, p)) >= 0);
    }

    void itsLawIsThatOfTheFullEngine_data()
    {
        QTest::addColumn<double>("sigma1");
        QTest::addColumn<double>("sigma2");
        QTest::addColumn<double>("anneal");
        QTest::newRow("both sides") << 0.1 << 0.05 << 0.0;
        QTest::newRow("X alone, annealed") << 0.15 << 0.0 << 60.0;
        QTest::newRow("Y alone") << 0.0 << 0.15 << 0.0;
    }
    void itsLawIsThatOfTheFullEngine()
    {
        QFETCH(double, sigma1);
        QFETCH(double, sigma2);
        QFETCH(double, anneal);
        const Problem p = problem();
        const Factors start = startOf(p);
        const PerturbedGd method{0.02, sigma1, sigma2, Distribution::Gaussian, anneal};
        Observed full;
        Observed reduced;
        for (int i = 0; i < members; ++i) {
            FullEngine large(p, start, nativeIsa());
            large.advance(method, 1000 + static_cast<std::uint64_t>(i), 0, 120);
            full.add(large, p);
            ReducedEngine small(p, compress(p, start), nativeIsa());
            small.advance(method, 9000 + static_cast<std::uint64_t>(i), 0, 120);
            reduced.add(small, p);
        }
        QVERIFY(kolmogorovSmirnov(full.xNorm2, reduced.xNorm2) < critical);
        QVERIFY(kolmogorovSmirnov(full.yNorm2, reduced.yNorm2) < critical);
        QVERIFY(kolmogorovSmirnov(full.loss, reduced.loss) < critical);
    }

    void chunksAndInstructionSetsGiveTheSameBits()
    {
        const Problem p = problem();
        const Compression start = compress(p, startOf(p));
        for (const Method& method : {Method{PerturbedGd{0.02, 0.1, 0.05, Distribution::Gaussian, 300}},
                                     Method{PerturbedGd{0.02, 0.1, 0.0}}, Method{GradientDescent{0.02}}}) {
            ReducedEngine whole(p, start, Isa::Baseline);
            whole.advance(method, 4, 7, 1003);
            for (const Isa isa : offeredIsas()) {
                ReducedEngine pieces(p, start, isa);
                pieces.advance(method, 4, 7, 1);
                pieces.advance(method, 4, 8, 5);
                pieces.advance(method, 4, 13, 997);
                QVERIFY(sameBits(stateOf(whole, p), stateOf(pieces, p)));
            }
        }
    }

    void factorsGoInAndOut()
    {
        const Problem p = problem();
        const Compression start = compress(p, startOf(p));
        ReducedEngine engine(p, start, nativeIsa());
        engine.advance(PerturbedGd{0.02, 0.1, 0.05}, 4, 0, 50);
        ReducedEngine other(p, start, nativeIsa());
        other.setFactors(engine.factors());
        QVERIFY(sameBits(stateOf(engine, p), stateOf(other, p)));
        QVERIFY(std::abs(engine.factors().x.squaredNorm() - engine.xNorm2()) < 1e-13 * engine.xNorm2());
    }

    void numbersThatBlowUpStayNotFinite()
    {
        const Problem p = problem();
        ReducedEngine engine(p, compress(p, startOf(p)), nativeIsa());
        engine.advance(PerturbedGd{50, 0.1, 0.05}, 4, 0, 200);
        QVERIFY(!std::isfinite(engine.xNorm2() + engine.yNorm2()));
    }
};

QTEST_APPLESS_MAIN(TestReducedEngine)
#include "test_reduced_engine.moc"
