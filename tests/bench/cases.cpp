#include "tests/bench/cases.h"

#include "core/dynamics/random.h"

#include <algorithm>

namespace hyperdrift::bench {

const std::vector<Case>& cases()
{
    static const std::vector<Case> all = {
        {20, 30, 1, 2.5, 50.0},       {20, 30, 10, 1.8, 7.0},           {200, 300, 10, 4.5, 9.0},
        {2000, 3000, 20, 45.0, 55.0}, {1000, 1500, 10, 1.0, 2.5, true},
    };
    return all;
}

std::string nameOf(const Case& c)
{
    return std::to_string(c.d1) + "×" + std::to_string(c.d2) + ", r = " + std::to_string(c.rank) +
           (c.dense ? ", dense" : "");
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

Problem denseProblem(const Case& c)
{
    // Normal entries: the singular vectors are not needed, the products with M itself being the cheaper ones.
    Problem problem;
    problem.rank = c.rank;
    problem.height = c.d1;
    problem.width = c.d2;
    problem.dense = Matrix(c.d1, c.d2);
    fillNormals(2, Stream::StartX, 0, {problem.dense.data(), static_cast<std::size_t>(problem.dense.size())});
    problem.dense *= 0.01;
    problem.u = Matrix::Identity(c.d1, std::min(c.d1, c.d2));
    problem.v = Matrix::Identity(c.d2, std::min(c.d1, c.d2));
    problem.s = Vector::Ones(std::min(c.d1, c.d2));
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
    const Matrix m = problem.dense.size() > 0
                         ? problem.dense
                         : Matrix(problem.u * problem.s.asDiagonal() * problem.v.transpose());
    const TextbookSetup setup{problem.d1(), problem.d2(), problem.rank,  start.x.data(), start.y.data(),
                              m.data(),     method.eta,   method.sigma1, method.sigma2};
    return TextbookPointer(textbookCreate(&setup));
}

} // namespace hyperdrift::bench
