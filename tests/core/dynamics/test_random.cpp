// The normals: equal to Random123's Threefry followed by Box-Muller in long double, equal on every
// instruction set, and normal, independent numbers. False-alarm rates are for all checks of a test together.

#include "core/dynamics/kernels/dispatch.h"
#include "core/dynamics/random.h"

#include <QTest>
#include <Random123/threefry.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace hyperdrift;

namespace {

using Numbers = std::vector<double>;

Numbers normals(std::uint64_t seed, Stream stream, std::uint64_t iteration, std::size_t count)
{
    Numbers result(count);
    fillNormals(seed, stream, iteration, result);
    return result;
}

long double fraction(std::uint64_t word)
{
    return static_cast<long double>(word & ((1ULL << 52) - 1)) / 0x1p52L;
}

/// The i-th normal, by its definition.
long double referenceNormal(std::uint64_t seed, Stream stream, std::uint64_t iteration, std::uint64_t i)
{
    const std::uint64_t counter = 8 * (i / 32) + i % 8;
    const std::size_t word = i % 32 / 8;
    const r123::Threefry4x64::ctr_type input = {{counter, iteration, static_cast<std::uint64_t>(stream), 0}};
    const r123::Threefry4x64::key_type key = {{seed, 0, 0, 0}};
    const r123::Threefry4x64::ctr_type words = r123::Threefry4x64()(input, key);
    const std::uint64_t first = words.v[word / 2 * 2];
    const std::uint64_t second = words.v[word / 2 * 2 + 1];
    const long double rho = std::sqrt(-2 * std::log(1 - fraction(first)));
    const long double phi = (fraction(second) - 0.5L) * std::acos(0.0L);
    const bool trade = (second >> 62 & 1) != 0;
    const long double direction = (word % 2 == 0) != trade ? std::cos(phi) : std::sin(phi);
    return (second >> 63) != 0 ? -rho * direction : rho * direction;
}

/// √n times the sample correlation: a standard normal when the two are independent.
double correlationScore(const double* a, const double* b, std::size_t n)
{
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i)
        sum += a[i] * b[i];
    return sum / std::sqrt(static_cast<double>(n));
}

/// The same for z² − 1, which has variance 2.
Numbers centeredSquares(const Numbers& z)
{
    Numbers result(z.size());
    std::transform(z.begin(), z.end(), result.begin(), [](double v) { return (v * v - 1) / std::sqrt(2.0); });
    return result;
}

constexpr double sixSigma = 6.0; ///< two-sided, 2e-9 a check

} // namespace

class TestRandom : public QObject {
    Q_OBJECT
private slots:
    void equalsItsDefinition_data();
    void equalsItsDefinition();
    void sameBitsOnEveryInstructionSet();
    void aPrefixIsAPrefix();
    void laterBlocksContinue();
    void hasTheMomentsOfANormal();
    void hasTheDistributionOfANormal();
    void isUncorrelatedWithinASequence();
    void isUncorrelatedAcrossArguments();
};

void TestRandom::equalsItsDefinition_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<int>("stream");
    QTest::addColumn<quint64>("iteration");
    QTest::newRow("zeros") << quint64{0} << 1 << quint64{0};
    QTest::newRow("usual") << quint64{3} << 5 << quint64{20000};
    QTest::newRow("large seed") << quint64{(1ULL << 53) - 1} << 2 << quint64{7};
    QTest::newRow("large iteration") << quint64{1} << 3 << quint64{1'000'000'000'000};
    QTest::newRow("all bits") << ~quint64{0} << 4 << ~quint64{0};
}

void TestRandom::equalsItsDefinition()
{
    QFETCH(quint64, seed);
    QFETCH(int, stream);
    QFETCH(quint64, iteration);
    const Numbers z = normals(seed, static_cast<Stream>(stream), iteration, 50'000);
    double worst = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        const long double expected = referenceNormal(seed, static_cast<Stream>(stream), iteration, i);
        const double ulp = std::ldexp(1.0, std::ilogb(static_cast<double>(expected)) - 52);
        worst = std::max(worst, static_cast<double>(std::abs(z[i] - expected)) / ulp);
    }
    QVERIFY2(worst <= 6.0, qPrintable(QString("%1 ulp").arg(worst)));
}

void TestRandom::sameBitsOnEveryInstructionSet()
{
    constexpr kernels::Index blocks = 2000;
    constexpr std::size_t size = blocks * kernels::blockSize;
    const Numbers expected = normals(11, Stream::Noise, 5, size);
    struct alignas(kernels::alignment) Block {
        std::array<double, kernels::blockSize> value;
    };
    for (Isa isa = Isa::Baseline; isa <= nativeIsa(); isa = static_cast<Isa>(static_cast<int>(isa) + 1)) {
        std::vector<Block> actual(blocks);
        kernels::kernelsFor(isa).fill(kernels::NoiseKind::Normal,
                                      {11, static_cast<std::uint64_t>(Stream::Noise), 5}, 0, blocks,
                                      actual.front().value.data());
        for (std::size_t i = 0; i < size; ++i)
            QCOMPARE(std::bit_cast<std::uint64_t>(actual[i / 32].value[i % 32]),
                     std::bit_cast<std::uint64_t>(expected[i]));
    }
}

void TestRandom::aPrefixIsAPrefix()
{
    const Numbers all = normals(2, Stream::StartX, 0, 5000);
    for (std::size_t count : {0, 1, 7, 8, 31, 32, 33, 100, 1023, 1024, 1025, 4999}) {
        const Numbers some = normals(2, Stream::StartX, 0, count);
        QVERIFY(std::equal(some.begin(), some.end(), all.begin()));
    }
}

void TestRandom::laterBlocksContinue()
{
    const Numbers all = normals(2, Stream::StartY, 9, 8 * kernels::blockSize);
    alignas(kernels::alignment) std::array<double, 3 * kernels::blockSize> some;
    kernels::kernelsFor(nativeIsa())
        .fill(kernels::NoiseKind::Normal, {2, static_cast<std::uint64_t>(Stream::StartY), 9}, 5, 3,
              some.data());
    QVERIFY(std::equal(some.begin(), some.end(), all.begin() + 5 * kernels::blockSize));
}

// Scores of the mean of z, z², z³, z⁴ over 4·10⁶ numbers; 8e-9 false alarms.
void TestRandom::hasTheMomentsOfANormal()
{
    const Numbers z = normals(1, Stream::Noise, 1, 4'000'000);
    const auto n = static_cast<double>(z.size());
    double sum[4] = {};
    for (double v : z) {
        double power = 1;
        for (double& s : sum)
            s += power *= v;
    }
    const double mean[4] = {0, 1, 0, 3};
    const double variance[4] = {1, 2, 15, 96};
    for (int i = 0; i < 4; ++i) {
        const double score = (sum[i] - n * mean[i]) / std::sqrt(n * variance[i]);
        QVERIFY2(std::abs(score) < sixSigma, qPrintable(QString("moment %1: %2").arg(i + 1).arg(score)));
    }
}

// Kolmogorov-Smirnov: P(√n D > 2.8) = 3e-7.
void TestRandom::hasTheDistributionOfANormal()
{
    Numbers z = normals(4, Stream::Noise, 3, 1'000'000);
    std::sort(z.begin(), z.end());
    const auto n = static_cast<double>(z.size());
    double distance = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        const double phi = 0.5 * std::erfc(-z[i] / std::sqrt(2.0));
        distance =
            std::max({distance, phi - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - phi});
    }
    QVERIFY2(std::sqrt(n) * distance < 2.8, qPrintable(QString::number(std::sqrt(n) * distance)));
}

// 128 lags, numbers and their squares: 256 checks, 5e-7 false alarms.
void TestRandom::isUncorrelatedWithinASequence()
{
    constexpr std::size_t count = 200'000;
    const Numbers z = normals(5, Stream::Noise, 2, count + 128);
    const Numbers squares = centeredSquares(z);
    for (std::size_t lag = 1; lag <= 128; ++lag) {
        QVERIFY2(std::abs(correlationScore(z.data(), z.data() + lag, count)) < sixSigma,
                 qPrintable(QString("lag %1").arg(lag)));
        QVERIFY2(std::abs(correlationScore(squares.data(), squares.data() + lag, count)) < sixSigma,
                 qPrintable(QString("squares, lag %1").arg(lag)));
    }
}

// Sequences of neighbouring seeds, streams and iterations; 42 checks, 9e-8 false alarms.
void TestRandom::isUncorrelatedAcrossArguments()
{
    constexpr std::size_t count = 200'000;
    const std::vector<Numbers> sequences = {
        normals(1, Stream::StartX, 1, count), normals(1, Stream::StartX, 2, count),
        normals(1, Stream::StartY, 1, count), normals(1, Stream::Noise, 1, count),
        normals(2, Stream::StartX, 1, count), normals(1, Stream::StartX, 1ULL << 32, count),
        normals(3, Stream::StartX, 1, count)};
    for (std::size_t a = 0; a < sequences.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            QVERIFY(std::abs(correlationScore(sequences[a].data(), sequences[b].data(), count)) < sixSigma);
            const Numbers squaresA = centeredSquares(sequences[a]);
            const Numbers squaresB = centeredSquares(sequences[b]);
            QVERIFY(std::abs(correlationScore(squaresA.data(), squaresB.data(), count)) < sixSigma);
        }
}

QTEST_APPLESS_MAIN(TestRandom)
#include "test_random.moc"
