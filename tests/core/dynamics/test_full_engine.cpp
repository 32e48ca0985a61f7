// The fast step against the plain one, which forms the residual, and against the identities that the step
// obeys.

#include "core/dynamics/full_engine.h"
#include "core/dynamics/noise_layout.h"
#include "core/dynamics/random.h"
#include "tests/support/allocations.h"

#include <Eigen/QR>
#include <QTest>

#include <limits>
#include <stdexcept>
#include <vector>

using namespace hyperdrift;

namespace {

using Index = Eigen::Index;

Matrix normalMatrix(Index rows, Index columns, std::uint64_t seed)
{
    Matrix m(rows, columns);
    fillNormals(seed, Stream::StartX, 0, {m.data(), static_cast<std::size_t>(m.size())});
    return m;
}

Matrix orthonormal(Index rows, Index columns, std::uint64_t seed)
{
    const Eigen::HouseholderQR<Matrix> qr(normalMatrix(rows, columns, seed));
    return qr.householderQ() * Matrix::Identity(rows, columns);
}

struct Shape {
    Index d1;
    Index d2;
    int r;
    Index k;
    bool dense = false;
};

Matrix target(const Problem& problem)
{
    return problem.u * problem.s.asDiagonal() * problem.v.transpose();
}

Problem problemOf(const Shape& shape)
{
    Problem problem;
    problem.rank = shape.r;
    problem.height = shape.d1;
    problem.width = shape.d2;
    problem.u = orthonormal(shape.d1, shape.k, 21);
    problem.v = orthonormal(shape.d2, shape.k, 22);
    problem.s = Vector::LinSpaced(shape.k, 1.5, 0.5);
    if (shape.dense)
        problem.dense = target(problem);
    return problem;
}

Factors factorsOf(const Shape& shape)
{
    return {normalMatrix(shape.d1, shape.r, 31), normalMatrix(shape.d2, shape.r, 32)};
}

/// Shapes on both sides of every edge: of padding, of tiles, of chunks, of k against r.
const std::vector<Shape>& shapes()
{
    static const std::vector<Shape> all = [] {
        std::vector<Shape> result = {
            {20, 30, 1, 1},       {20, 30, 10, 10},       {1, 1, 1, 1},        {1, 9, 1, 1},
            {9, 1, 1, 1},         {8, 16, 1, 1},          {7, 8, 3, 1},        {9, 17, 2, 5},
            {16, 24, 4, 7},       {33, 15, 5, 3},         {40, 64, 6, 2},      {23, 31, 7, 12},
            {64, 41, 8, 8},       {65, 70, 9, 1},         {50, 57, 11, 4},     {60, 59, 13, 17},
            {256, 255, 3, 2},     {513, 1030, 5, 6},      {1500, 600, 2, 9},   {55, 52, 50, 50},
            {120, 90, 23, 31},    {96, 128, 2, 96, true}, {12, 9, 4, 9, true}, {5, 1, 1, 1, true},
            {150, 4, 3, 4, true}, {40, 30, 7, 30, true}};
        return result;
    }();
    return all;
}

QByteArray nameOf(const Shape& s)
{
    return QString("%1×%2, r = %3, k = %4%5")
        .arg(s.d1)
        .arg(s.d2)
        .arg(s.r)
        .arg(s.k)
        .arg(s.dense ? ", dense" : "")
        .toUtf8();
}

std::vector<Isa> instructionSets()
{
    std::vector<Isa> result;
    for (int i = 0; i <= static_cast<int>(nativeIsa()); ++i)
        result.push_back(static_cast<Isa>(i));
    return result;
}

/// ξ1 and ξ2 of iteration t, by the documented layout.
Factors noiseOf(const Shape& shape, double sigma1, double sigma2, std::uint64_t seed, std::int64_t t)
{
    const std::int64_t rows1 = paddedRows(shape.d1);
    const std::int64_t rows2 = paddedRows(shape.d2);
    std::vector<double> z(static_cast<std::size_t>((rows1 + rows2) * shape.r));
    fillNormals(seed, Stream::Noise, static_cast<std::uint64_t>(t), z);
    using Columns = Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>;
    return {sigma1 * Columns(z.data(), shape.d1, shape.r, Eigen::OuterStride<>(rows1)),
            sigma2 * Columns(z.data() + rows1 * shape.r, shape.d2, shape.r, Eigen::OuterStride<>(rows2))};
}

struct Gradient {
    Matrix x;
    Matrix y;
};

Gradient gradient(const Matrix& m, const Matrix& x, const Matrix& y)
{
    const Matrix residual = x * y.transpose() - m;
    return {residual * y, residual.transpose() * x};
}

/// The plain step, with the residual formed.
Factors plainStep(const Problem& problem, const Shape& shape, const Factors& f, const PerturbedGd& method,
                  std::uint64_t seed, std::int64_t t)
{
    const Factors noise = noiseOf(shape, method.sigma1, method.sigma2, seed, t);
    const Gradient g = gradient(target(problem), f.x + noise.x, f.y + noise.y);
    return {f.x - method.eta * g.x, f.y - method.eta * g.y};
}

bool sameBits(const Factors& a, const Factors& b)
{
    return a.x == b.x && a.y == b.y;
}

/// All entries of X, then all of Y.
Vector entriesOf(const Factors& f)
{
    Vector entries(f.x.size() + f.y.size());
    entries << f.x.reshaped(), f.y.reshaped();
    return entries;
}

/// Distance relative to the size of the terms that make up the step.
double distance(const Factors& a, const Factors& b, double scale)
{
    return std::max((a.x - b.x).cwiseAbs().maxCoeff(), (a.y - b.y).cwiseAbs().maxCoeff()) / scale;
}

constexpr PerturbedGd perturbed{.eta = 0.01, .sigma1 = 0.3, .sigma2 = 0.2};
constexpr double rounding = 1e-13;

void addShapes()
{
    QTest::addColumn<int>("shapeIndex");
    QTest::addColumn<int>("isa");
    for (std::size_t i = 0; i < shapes().size(); ++i)
        for (Isa isa : instructionSets())
            QTest::newRow(nameOf(shapes()[i]) + ", " + QByteArray(isaName(isa).data()))
                << static_cast<int>(i) << static_cast<int>(isa);
}

} // namespace

class TestFullEngine : public QObject {
    Q_OBJECT
private slots:
    void equalsThePlainStep_data();
    void equalsThePlainStep();
    void regularizedGdAddsItsDecay_data() { addShapes(); }
    void regularizedGdAddsItsDecay();
    void chunksDoNotMatter_data() { addShapes(); }
    void chunksDoNotMatter();
    void withoutNoiseAllMethodsAgree_data() { addShapes(); }
    void withoutNoiseAllMethodsAgree();
    void switchingMethodsKeepsTheNoise();
    void oneSideCanBeNoisy();
    void noiseIsUnbiasedButForTheSmoothing();
    void gdObeysTheImbalanceIdentity();
    void gdTurnsWithTheFactors();
    void gdReachesAnExactFit();
    void compressesToTheStatistics_data() { addShapes(); }
    void compressesToTheStatistics();
    void compressingChangesNothing();
    void normsAreThoseOfTheFactors();
    void infinityLeavesNoTrace();
    void movesKeepTheState();
    void advancesWithoutAllocating_data() { addShapes(); }
    void advancesWithoutAllocating();
    void refusesAnUnknownInstructionSet();
};

#define FETCH_SHAPE()                                                                                        \
    QFETCH(int, shapeIndex);                                                                                 \
    QFETCH(int, isa);                                                                                        \
    const Shape shape = shapes()[static_cast<std::size_t>(shapeIndex)];                                      \
    const Problem problem = problemOf(shape);                                                                \
    const Factors start = factorsOf(shape);                                                                  \
    FullEngine engine(problem, start, static_cast<Isa>(isa))

void TestFullEngine::equalsThePlainStep_data()
{
    addShapes();
}

void TestFullEngine::equalsThePlainStep()
{
    FETCH_SHAPE();
    const double size = start.x.squaredNorm() + start.y.squaredNorm();
    const PerturbedGd method{.eta = 0.5 / size, .sigma1 = 0.3, .sigma2 = 0.2};
    Factors expected = start;
    for (std::int64_t t = 40; t < 43; ++t) {
        expected = plainStep(problem, shape, expected, method, 9, t);
        engine.advance(method, 9, t, 1);
        QVERIFY(distance(engine.factors(), expected, 10.0) < rounding);
    }
}

void TestFullEngine::regularizedGdAddsItsDecay()
{
    FETCH_SHAPE();
    const double size = start.x.squaredNorm() + start.y.squaredNorm();
    const RegularizedGd method{.eta = 0.5 / size, .sigma1 = 0.3, .sigma2 = 0.2};
    const Gradient g = gradient(target(problem), start.x, start.y);
    const double a = static_cast<double>(shape.d2) * 0.2 * 0.2;
    const double b = static_cast<double>(shape.d1) * 0.3 * 0.3;
    const Factors expected{start.x - method.eta * (g.x + a * start.x),
                           start.y - method.eta * (g.y + b * start.y)};
    engine.advance(method, 1, 0, 1);
    QVERIFY(distance(engine.factors(), expected, 10.0) < rounding);
}

void TestFullEngine::chunksDoNotMatter()
{
    FETCH_SHAPE();
    FullEngine other(problem, start, static_cast<Isa>(isa));
    const double eta = 0.1 / (start.x.squaredNorm() + start.y.squaredNorm());
    for (const Method& method : {Method{GradientDescent{eta}}, Method{PerturbedGd{eta, 0.1, 0.2}},
                                 Method{RegularizedGd{eta, 0.1, 0.2}}}) {
        engine.advance(method, 5, 100, 20);
        for (std::int64_t t = 100; t < 120; t += 4) {
            other.advance(method, 5, t, 1);
            other.advance(method, 5, t + 1, 3);
        }
        QVERIFY(sameBits(engine.factors(), other.factors()));
    }
}

void TestFullEngine::withoutNoiseAllMethodsAgree()
{
    FETCH_SHAPE();
    FullEngine still(problem, start, static_cast<Isa>(isa));
    FullEngine smooth(problem, start, static_cast<Isa>(isa));
    const double eta = 0.1 / (start.x.squaredNorm() + start.y.squaredNorm());
    engine.advance(GradientDescent{eta}, 5, 0, 7);
    still.advance(PerturbedGd{eta, 0, 0}, 5, 0, 7);
    smooth.advance(RegularizedGd{eta, 0, 0}, 5, 0, 7);
    QVERIFY(sameBits(engine.factors(), still.factors()));
    QVERIFY(sameBits(engine.factors(), smooth.factors()));
}

// An odd number of noiseless steps leaves the iterate in the other buffer; noise and σ's memory must follow.
void TestFullEngine::switchingMethodsKeepsTheNoise()
{
    const Shape shape{20, 30, 2, 3};
    const Problem problem = problemOf(shape);
    for (Isa isa : instructionSets()) {
        FullEngine engine(problem, factorsOf(shape), isa);
        Factors expected = factorsOf(shape);
        std::int64_t t = 0;
        for (const PerturbedGd& method : {perturbed, PerturbedGd{0.01, 0, 0}, perturbed,
                                          PerturbedGd{0.01, 0.1, 0.4}, PerturbedGd{0.01, 0, 0}}) {
            engine.advance(method, 9, t, 1);
            expected = plainStep(problem, shape, expected, method, 9, t++);
            QVERIFY(distance(engine.factors(), expected, 10.0) < rounding);
        }
    }
}

void TestFullEngine::oneSideCanBeNoisy()
{
    const Shape shape{13, 21, 3, 2};
    const Problem problem = problemOf(shape);
    for (const PerturbedGd& method : {PerturbedGd{0.01, 0.3, 0}, PerturbedGd{0.01, 0, 0.3}}) {
        FullEngine engine(problem, factorsOf(shape), nativeIsa());
        engine.advance(method, 4, 8, 1);
        const Factors expected = plainStep(problem, shape, factorsOf(shape), method, 4, 8);
        QVERIFY(distance(engine.factors(), expected, 10.0) < rounding);
    }
}

// E of the perturbed gradient is that of F + (a/2)‖X‖² + (b/2)‖Y‖². A score for each of 30 entries over
// 40,000 iterations; at 6 standard deviations 6e-8 false alarms.
void TestFullEngine::noiseIsUnbiasedButForTheSmoothing()
{
    const Shape shape{6, 9, 2, 2};
    const Problem problem = problemOf(shape);
    const Factors start = factorsOf(shape);
    FullEngine engine(problem, start, nativeIsa());
    FullEngine mean(problem, start, nativeIsa());
    mean.advance(RegularizedGd{0.01, 0.3, 0.2}, 0, 0, 1);
    const Vector expected = entriesOf(mean.factors());
    Vector sum = Vector::Zero(expected.size());
    Vector squares = Vector::Zero(expected.size());
    for (int t = 0; t < 40'000; ++t) {
        engine.setFactors(start);
        engine.advance(PerturbedGd{0.01, 0.3, 0.2}, 17, t, 1);
        const Vector deviation = entriesOf(engine.factors()) - expected;
        sum += deviation;
        squares += deviation.cwiseAbs2();
    }
    QVERIFY(squares.minCoeff() > 0);
    const double worst = (sum.array() / squares.array().sqrt()).abs().maxCoeff();
    QVERIFY2(worst < 6.0, qPrintable(QString::number(worst)));
}

// Δ(XᵀX − YᵀY) = η²(YᵀRᵀRY − XᵀRRᵀX).
void TestFullEngine::gdObeysTheImbalanceIdentity()
{
    const Shape shape{20, 30, 4, 6};
    const Problem problem = problemOf(shape);
    const Factors f = factorsOf(shape);
    FullEngine engine(problem, f, nativeIsa());
    engine.advance(GradientDescent{0.01}, 0, 0, 1);
    const Factors g = engine.factors();
    const Gradient slope = gradient(target(problem), f.x, f.y);
    const Matrix change =
        g.x.transpose() * g.x - g.y.transpose() * g.y - f.x.transpose() * f.x + f.y.transpose() * f.y;
    const Matrix expected = 1e-4 * (slope.x.transpose() * slope.x - slope.y.transpose() * slope.y);
    QVERIFY((change - expected).norm() < 1e-13 * (f.x.squaredNorm() + f.y.squaredNorm()));
    QVERIFY(expected.norm() > 1e-3);
}

// A step from (XO, YO), O orthogonal, ends at (X⁺O, Y⁺O).
void TestFullEngine::gdTurnsWithTheFactors()
{
    const Shape shape{20, 30, 4, 6};
    const Problem problem = problemOf(shape);
    const Factors f = factorsOf(shape);
    const Matrix turn = orthonormal(4, 4, 77);
    FullEngine plain(problem, f, nativeIsa());
    FullEngine turned(problem, {f.x * turn, f.y * turn}, nativeIsa());
    plain.advance(GradientDescent{0.001}, 0, 0, 5);
    turned.advance(GradientDescent{0.001}, 0, 0, 5);
    const Factors end = plain.factors();
    QVERIFY(distance(turned.factors(), {end.x * turn, end.y * turn}, 10.0) < rounding);
}

// Rounding must not keep GD from an exact fit: 2F = ‖PQᵀ − diag(s)‖² + tr(Q Cx Qᵀ) + tr(P Cy Pᵀ) + tr(Cx Cy).
void TestFullEngine::gdReachesAnExactFit()
{
    for (const Shape& shape :
         {Shape{20, 30, 1, 1}, Shape{20, 30, 2, 2}, Shape{20, 30, 4, 4}, Shape{6, 7, 6, 6, true}})
        for (Isa isa : instructionSets()) {
            const Problem problem = problemOf(shape);
            FullEngine engine(problem, {0.1 * factorsOf(shape).x, 0.1 * factorsOf(shape).y}, isa);
            engine.advance(GradientDescent{0.1}, 0, 0, 20'000);
            Matrix p(shape.k, shape.r), q(shape.k, shape.r), cx(shape.r, shape.r), cy(shape.r, shape.r);
            engine.compress(p.data(), cx.data(), q.data(), cy.data());
            const Matrix fit = p * q.transpose() - Matrix(problem.s.asDiagonal());
            const double loss = 0.5 * (fit.squaredNorm() + (q * cx * q.transpose()).trace() +
                                       (p * cy * p.transpose()).trace() + (cx * cy).trace());
            QVERIFY2(loss < 1e-28, qPrintable(QString("%1: %2").arg(QString(nameOf(shape))).arg(loss)));
        }
}

void TestFullEngine::compressesToTheStatistics()
{
    FETCH_SHAPE();
    Matrix p(shape.k, shape.r), q(shape.k, shape.r), cx(shape.r, shape.r), cy(shape.r, shape.r);
    engine.compress(p.data(), cx.data(), q.data(), cy.data());
    const Matrix expectedP = problem.u.transpose() * start.x;
    const Matrix expectedQ = problem.v.transpose() * start.y;
    const Matrix restX = start.x - problem.u * expectedP;
    const Matrix restY = start.y - problem.v * expectedQ;
    const double size = start.x.squaredNorm() + start.y.squaredNorm();
    QVERIFY((p - expectedP).cwiseAbs().maxCoeff() < 1e-13);
    QVERIFY((q - expectedQ).cwiseAbs().maxCoeff() < 1e-13);
    QVERIFY((cx - restX.transpose() * restX).cwiseAbs().maxCoeff() < 1e-15 * size);
    QVERIFY((cy - restY.transpose() * restY).cwiseAbs().maxCoeff() < 1e-15 * size);
}

void TestFullEngine::compressingChangesNothing()
{
    for (const Method& method : {Method{perturbed}, Method{GradientDescent{0.01}}}) {
        const Shape shape{20, 30, 2, 3};
        FullEngine looked(problemOf(shape), factorsOf(shape), nativeIsa());
        FullEngine alone(problemOf(shape), factorsOf(shape), nativeIsa());
        double p[6], q[6], cx[4], cy[4];
        for (std::int64_t t = 0; t < 5; ++t) {
            looked.advance(method, 1, t, 1);
            looked.compress(p, cx, q, cy);
        }
        alone.advance(method, 1, 0, 5);
        QVERIFY(sameBits(looked.factors(), alone.factors()));
    }
}

void TestFullEngine::normsAreThoseOfTheFactors()
{
    for (const Shape& shape : {Shape{20, 30, 2, 3}, Shape{700, 3, 3, 1}}) {
        const FullEngine engine(problemOf(shape), factorsOf(shape), nativeIsa());
        const double x = factorsOf(shape).x.squaredNorm();
        const double y = factorsOf(shape).y.squaredNorm();
        QVERIFY(std::abs(engine.xNorm2() - x) < 1e-14 * x);
        QVERIFY(std::abs(engine.yNorm2() - y) < 1e-14 * y);
    }
}

// After a divergence the run goes back to finite factors: nothing infinite may be left in the padding,
// whichever of the two buffers holds the iterate.
void TestFullEngine::infinityLeavesNoTrace()
{
    const double infinity = std::numeric_limits<double>::infinity();
    for (const Shape& shape : {Shape{9, 13, 1, 1}, Shape{9, 13, 3, 2}, Shape{9, 13, 2, 9, true}})
        for (int noiseless : {0, 1}) {
            const Problem problem = problemOf(shape);
            FullEngine engine(problem, factorsOf(shape), nativeIsa());
            FullEngine fresh(problem, factorsOf(shape), nativeIsa());
            engine.setFactors(
                {Matrix::Constant(9, shape.r, infinity), Matrix::Constant(13, shape.r, infinity)});
            engine.advance(GradientDescent{0.01}, 1, 0, noiseless);
            engine.advance(perturbed, 1, 0, 2);
            engine.setFactors(factorsOf(shape));
            engine.advance(perturbed, 1, 0, 2);
            fresh.advance(perturbed, 1, 0, 2);
            QVERIFY(sameBits(engine.factors(), fresh.factors()));
            QVERIFY(engine.factors().x.allFinite());
        }
}

void TestFullEngine::movesKeepTheState()
{
    const Shape shape{20, 30, 2, 3};
    FullEngine first(problemOf(shape), factorsOf(shape), nativeIsa());
    FullEngine straight(problemOf(shape), factorsOf(shape), nativeIsa());
    first.advance(perturbed, 1, 0, 3);
    FullEngine second(std::move(first));
    second.advance(GradientDescent{0.01}, 1, 3, 1);
    FullEngine third(problemOf({1, 1, 1, 1}), factorsOf({1, 1, 1, 1}), nativeIsa());
    third = std::move(second);
    third.advance(perturbed, 1, 4, 3);
    straight.advance(perturbed, 1, 0, 3);
    straight.advance(GradientDescent{0.01}, 1, 3, 1);
    straight.advance(perturbed, 1, 4, 3);
    QVERIFY(sameBits(third.factors(), straight.factors()));
}

void TestFullEngine::advancesWithoutAllocating()
{
    FETCH_SHAPE();
    const auto size = static_cast<std::size_t>(2 * (shape.k + shape.r) * shape.r);
    std::vector<double> small(size);
    const auto square = static_cast<std::ptrdiff_t>(shape.r) * shape.r;
    double* const p = small.data();
    double* const q = p + shape.k * shape.r;
    double* const cx = q + shape.k * shape.r;
    double* const cy = cx + square;
    const Method methods[] = {GradientDescent{1e-3}, PerturbedGd{1e-3, 0.1, 0.1},
                              RegularizedGd{1e-3, 0.1, 0.1}};
    const long before = test::allocations();
    for (const Method& method : methods) {
        engine.advance(method, 1, 0, 3);
        engine.compress(p, cx, q, cy);
    }
    const double norms = engine.xNorm2() + engine.yNorm2();
    QCOMPARE(test::allocations() - before, 0L);
    QVERIFY(norms > 0);
}

void TestFullEngine::refusesAnUnknownInstructionSet()
{
    const auto tooWide = static_cast<Isa>(static_cast<int>(nativeIsa()) + 1);
    const Shape shape{2, 2, 1, 1};
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, FullEngine(problemOf(shape), factorsOf(shape), tooWide));
}

QTEST_APPLESS_MAIN(TestFullEngine)
#include "test_full_engine.moc"
