#include "tests/bench/cases.h"

#include "core/dynamics/random.h"

namespace hyperdrift::bench {

const std::vector<Case>& cases()
{
    static const std::vector<Case> all = {
        {20, 30, 1, 2.5, 25.0},
        {20, 30, 10, 1.8, 4.0},
        {200, 300, 10, 4.5, 6.5},
        {2000, 3000, 20, 45.0, 45.0},
    };
    return all;
}

std::string nameOf(const Case& c)
{
    return std::to_string(c.d1) + "×" + std::to_string(c.d2) + ", r = " + std::to_string(c.rank);
}

namespace {

Vector spectrumOf(int count)
{
    return count == 1 ? Vector(Vector::Ones(1)) : Vector(Vector::LinSpaced(count, 1.0, 0.5));
}

} // namespace

Problem problemOf(const Case& c)
{
    const Vector s = spectrumOf(c.rank);
    ProblemSpec spec;
    spec.d1 = c.d1;
    spec.d2 = c.d2;
    spec.rank = c.rank;
    spec.spectrum.assign(s.begin(), s.end());
    return makeProblem(spec);
}

Problem denseProblem()
{
    Problem problem = problemOf({96, 128, 96, 0, 0});
    problem.rank = 2;
    problem.dense = problem.u * problem.s.asDiagonal() * problem.v.transpose();
    return problem;
}

Factors startOf(const Problem& problem)
{
    Factors start{Matrix(problem.d1(), problem.rank), Matrix(problem.d2(), problem.rank)};
    fillNormals(1, Stream::StartX, 0, {start.x.data(), static_cast<std::size_t>(start.x.size())});
    fillNormals(1, Stream::StartY, 0, {start.y.data(), static_cast<std::size_t>(start.y.size())});
    start.x *= 0.1;
    start.y *= 0.1;
    return start;
}

TextbookPointer makeTextbook(const Problem& problem, const Factors& start)
{
    const Matrix m = problem.u * problem.s.asDiagonal() * problem.v.transpose();
    const TextbookSetup setup{problem.d1(), problem.d2(), problem.rank,  start.x.data(), start.y.data(),
                              m.data(),     method.eta,   method.sigma1, method.sigma2};
    return TextbookPointer(textbookCreate(&setup));
}

} // namespace hyperdrift::bench
