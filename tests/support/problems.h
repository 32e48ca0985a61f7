#pragma once
// Small problems and naive reference formulas for the core's tests.

#include "core/dynamics/random.h"
#include "core/model/factors.h"
#include "core/model/problem.h"

#include <memory>
#include <vector>

namespace hyperdrift::test {

inline Matrix normals(std::uint64_t seed, Eigen::Index rows, Eigen::Index columns)
{
    Matrix m(rows, columns);
    fillNormals(seed, Stream::StartX, 77, {m.data(), static_cast<std::size_t>(m.size())});
    return m;
}

inline Problem syntheticProblem(std::int64_t d1, std::int64_t d2, int rank, std::vector<double> spectrum,
                                std::uint64_t seed = 1)
{
    ProblemSpec spec;
    spec.d1 = d1;
    spec.d2 = d2;
    spec.rank = rank;
    spec.spectrum = std::move(spectrum);
    spec.seed = seed;
    return makeProblem(spec);
}

inline std::shared_ptr<const Problem> shared(Problem problem)
{
    return std::make_shared<const Problem>(std::move(problem));
}

inline Matrix target(const Problem& problem)
{
    return problem.u * problem.s.asDiagonal() * problem.v.transpose();
}

inline double naiveLoss(const Problem& problem, const Factors& f)
{
    return 0.5 * (f.x * f.y.transpose() - target(problem)).squaredNorm();
}

/// (∇_X F, ∇_Y F) with the residual formed.
inline Factors naiveGradient(const Problem& problem, const Factors& f)
{
    const Matrix residual = f.x * f.y.transpose() - target(problem);
    return {residual * f.y, residual.transpose() * f.x};
}

inline Factors randomFactors(std::uint64_t seed, const Problem& problem)
{
    return {normals(seed, problem.d1(), problem.rank), normals(seed + 1000, problem.d2(), problem.rank)};
}

inline Factors combine(const Factors& f, double h, const Factors& g)
{
    return {f.x + h * g.x, f.y + h * g.y};
}

inline double dot(const Factors& f, const Factors& g)
{
    return f.x.cwiseProduct(g.x).sum() + f.y.cwiseProduct(g.y).sum();
}

} // namespace hyperdrift::test
