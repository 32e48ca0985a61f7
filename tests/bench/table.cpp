#include "tests/bench/table.h"

#include "core/dynamics/random.h"
#include "tests/bench/cases.h"
#include "tests/bench/numpy_timing.h"
#include "tests/bench/timing.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace hyperdrift::bench {

namespace {

constexpr int rounds = 7;
/// The two loops of one size, ready to be timed alternately.
class Duel {
public:
    /// The fastest of the rounds counts: other programs can only slow one down.
    explicit Duel(const Problem& problem)
        : m_engine(problem, startOf(problem), nativeIsa()),
          m_textbook(makeTextbook(problem, startOf(problem)))
    {
        m_engineChunk = chunkOf([&](std::int64_t n) { advance(n); });
        m_textbookChunk = chunkOf([&](std::int64_t n) { textbookAdvance(m_textbook.get(), n); });
    }

    void round()
    {
        const auto engineWork = [&](std::int64_t n) { advance(n); };
        const auto textbookWork = [&](std::int64_t n) { textbookAdvance(m_textbook.get(), n); };
        engine = std::min(engine, microseconds(engineWork, m_engineChunk));
        textbook = std::min(textbook, microseconds(textbookWork, m_textbookChunk));
    }

    double engine = never;   ///< µs a step
    double textbook = never; ///< µs a step

private:
    void advance(std::int64_t n)
    {
        m_engine.advance(method, 1, m_t, n);
        m_t += n;
    }

    FullEngine m_engine;
    TextbookPointer m_textbook;
    std::int64_t m_t = 0;
    std::int64_t m_engineChunk;
    std::int64_t m_textbookChunk;
};

struct NumpyTime {
    double microseconds = never;
    int threads = 0;
};

void numpyRound(std::vector<NumpyTime>& best)
{
    for (int threads : {1, 2}) {
        const std::vector<double> times = numpyMicroseconds(cases(), threads);
        for (std::size_t i = 0; i < times.size(); ++i)
            if (times[i] < best[i].microseconds)
                best[i] = {times[i], threads};
    }
}

double nanosecondsPerNormal()
{
    std::vector<double> z(1 << 14);
    std::uint64_t t = 0;
    double best = never;
    for (int i = 0; i < 200; ++i)
        best = std::min(best, microseconds([&](std::int64_t) { fillNormals(1, Stream::Noise, ++t, z); }, 1));
    return 1e3 * best / static_cast<double>(z.size());
}

/// Three significant digits, without an exponent.
std::string shortNumber(double value)
{
    std::array<char, 32> text;
    const int decimals = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
    std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
    return text.data();
}

const char* mark(double ratio, double required)
{
    return ratio >= required ? "" : " **missed**";
}

/// One row; false when a required ratio is missed.
bool printRow(const Case& c, const Duel& duel, const NumpyTime& numpy)
{
    const double overTextbook = duel.textbook / duel.engine;
    std::printf("| %s | %s | %s | %.1f (%.3g)%s |", nameOf(c).c_str(), shortNumber(duel.engine).c_str(),
                shortNumber(duel.textbook).c_str(), overTextbook, c.overTextbook,
                mark(overTextbook, c.overTextbook));
    if (numpy.threads == 0) {
        std::printf(" – | – |\n");
        return overTextbook >= c.overTextbook;
    }
    const double overNumpy = numpy.microseconds / duel.engine;
    std::printf(" %s, %d thread%s | %.1f (%.3g)%s |\n", shortNumber(numpy.microseconds).c_str(),
                numpy.threads, numpy.threads == 1 ? "" : "s", overNumpy, c.overNumpy,
                mark(overNumpy, c.overNumpy));
    return overTextbook >= c.overTextbook && overNumpy >= c.overNumpy;
}

} // namespace

bool printTable()
{
    std::vector<Duel> duels;
    for (const Case& c : cases())
        duels.emplace_back(c.dense ? denseProblem(c) : problemOf(c));
    std::vector<NumpyTime> numpy(cases().size());
    for (int round = 0; round < rounds; ++round) {
        for (Duel& duel : duels)
            duel.round();
        numpyRound(numpy);
    }
    const std::string numpyName = numpyDescription();
    std::printf("Kernels for %s; a normal takes %.2f ns. Least of %d rounds in turns. Required ratios in "
                "brackets.\n\n",
                isaName(nativeIsa()).data(), nanosecondsPerNormal(), rounds);
    std::printf(
        "| d1×d2, rank | engine, µs a step | textbook, µs | textbook / engine | %s, µs | numpy / engine |\n",
        numpyName.empty() ? "numpy (absent)" : numpyName.c_str());
    std::printf("|---|---|---|---|---|---|\n");
    bool kept = true;
    for (std::size_t i = 0; i < duels.size(); ++i)
        kept = printRow(cases()[i], duels[i], numpy[i]) && kept;
    return kept;
}

} // namespace hyperdrift::bench
