#include "tests/bench/limits.h"

#include "core/dynamics/random.h"
#include "core/dynamics/reduced_engine.h"
#include "core/measure/hessian.h"
#include "core/measure/measure.h"
#include "tests/bench/cases.h"
#include "tests/bench/numpy_timing.h"
#include "tests/bench/timing.h"

#include <cmath>
#include <cstdio>
#include <functional>
#include <utility>

namespace hyperdrift::bench {

namespace {

constexpr int rounds = 7;

/// Something that is timed, n units at a time; the least of the rounds counts.
class Timed {
public:
    explicit Timed(std::function<void(std::int64_t)> work) : m_work(std::move(work)), m_chunk(chunkOf(m_work))
    {
    }
    void round() { m_best = std::min(m_best, microseconds(m_work, m_chunk)); }
    double nanoseconds() const { return 1e3 * m_best; }

private:
    std::function<void(std::int64_t)> m_work;
    std::int64_t m_chunk;
    double m_best = never;
};

Timed fullSteps(const Problem& problem, Isa isa)
{
    auto engine = std::make_shared<FullEngine>(problem, startOf(problem), isa);
    return Timed([engine, t = std::int64_t{0}](std::int64_t n) mutable {
        engine->advance(method, 1, t, n);
        t += n;
    });
}

/// Perturbed GD whose τ does not depend on d, from the aligned start of product ½.
Timed reducedSteps(std::int64_t d, int rank)
{
    Problem problem;
    problem.rank = rank;
    problem.height = problem.width = d;
    problem.s = Vector::LinSpaced(rank, 1.0, rank == 1 ? 1.0 : 0.5);
    const Matrix half = 0.5 * Matrix::Identity(rank, rank);
    const Matrix nothing = Matrix::Zero(rank, rank);
    auto engine = std::make_shared<ReducedEngine>(
        problem, Compression{half, nothing, half, nothing, problem.s}, nativeIsa());
    const double sigma = 0.25 / std::sqrt(static_cast<double>(d));
    return Timed([engine, sigma, t = std::int64_t{0}](std::int64_t n) mutable {
        engine->advance(PerturbedGd{0.02, sigma, sigma}, 1, t, n);
        t += n;
    });
}

Timed normalBlocks(std::size_t count)
{
    auto z = std::make_shared<std::vector<double>>(count);
    return Timed([z, t = std::uint64_t{0}](std::int64_t n) mutable {
        for (; n > 0; --n)
            fillNormals(1, Stream::Noise, ++t, *z);
    });
}

struct Bound {
    double measured;
    double limit;
    bool atMost; ///< else at least
    bool kept() const { return atMost ? measured <= limit : measured >= limit; }
};

bool printBound(const char* what, const Bound& bound)
{
    std::printf("| %s | %.3g | %s %.3g%s |\n", what, bound.measured, bound.atMost ? "≤" : "≥", bound.limit,
                bound.kept() ? "" : " **missed**");
    return bound.kept();
}

/// A step at d1 = d2 = 10⁶ in numpy, from the largest that memory and patience allow: its time is linear in
/// d1·d2.
double extrapolatedNumpy(int rank)
{
    constexpr std::int64_t d = 4000;
    const std::vector<double> times = numpyMicroseconds({{d, d, rank, 0, 0}}, 2);
    return times.empty() ? 0 : 1e3 * times.front() * (1e6 / d) * (1e6 / d);
}

} // namespace

bool printLimits()
{
    const Problem lecture = problemOf({20, 30, 1, 0, 0});
    const Compression state = compress(lecture, startOf(lecture));
    Timed step = fullSteps(lecture, nativeIsa());
    Timed portable = fullSteps(lecture, Isa::Baseline);
    Timed normals = normalBlocks(1 << 14);
    Timed sample([&](std::int64_t n) {
        for (; n > 0; --n)
            measure(state, {0, 20, 30, 1.0});
    });
    Timed sharpness([&](std::int64_t n) {
        for (; n > 0; --n)
            lambdaMax(smallFactors(state));
    });
    Timed smallOne = reducedSteps(20, 1);
    Timed largeOne = reducedSteps(1'000'000, 1);
    Timed smallThree = reducedSteps(20, 3);
    Timed largeThree = reducedSteps(1'000'000, 3);
    for (int i = 0; i < rounds; ++i)
        for (Timed* timed : {&step, &portable, &normals, &sample, &sharpness, &smallOne, &largeOne,
                             &smallThree, &largeThree})
            timed->round();

    const double normal = normals.nanoseconds() / (1 << 14);
    std::printf("\nLeast of %d rounds in turns.\n\n| what | measured | bound |\n|---|---|---|\n", rounds);
    bool kept = printBound("a normal, ns", {normal, 2.5, true});
    kept &= printBound("full step at 20×30, r = 1, over the time of its own 50 normals",
                       {step.nanoseconds() / (50 * normal), 2.0, true});
    kept &= printBound("a sample at that size, λ_max apart, in steps",
                       {(sample.nanoseconds() - sharpness.nanoseconds()) / step.nanoseconds(), 20, true});
    kept &= printBound("reduced step at rank 1, ns", {largeOne.nanoseconds(), 100, true});
    kept &= printBound("reduced engine, d = 10⁶ over d = 20, rank 1",
                       {largeOne.nanoseconds() / smallOne.nanoseconds(), 1.2, true});
    kept &=
        printBound("the same at rank 3", {largeThree.nanoseconds() / smallThree.nanoseconds(), 1.2, true});
    if (const double numpy = extrapolatedNumpy(1); numpy > 0)
        kept &=
            printBound("numpy's full step at d = 10⁶ (from d = 4000, linear in d1·d2) over the reduced one",
                       {numpy / largeOne.nanoseconds(), 50'000, false});
    std::printf("\nThe portable kernels (`--isa baseline`) take %.2f times the step at 20×30, r = 1.\n",
                portable.nanoseconds() / step.nanoseconds());
    return kept;
}

} // namespace hyperdrift::bench
