#include "core/model/factors.h"

#include "core/model/orthonormal.h"
#include "core/model/portable_math.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

/// Entry k of a setting that is one number for all directions or one per direction.
double perDirection(const std::vector<double>& values, Eigen::Index k)
{
    return values.size() == 1 ? values.front() : values[static_cast<std::size_t>(k)];
}

/// Builds the factors of one kind of start; visited.
struct StartBuilder {
    const Problem& problem;
    std::uint64_t seed;

    Factors zero() const
    {
        return {Matrix::Zero(problem.d1(), problem.rank), Matrix::Zero(problem.d2(), problem.rank)};
    }

    Factors operator()(const AlignedStart& start) const
    {
        Factors factors = zero();
        const Eigen::Index directions = std::min<Eigen::Index>(problem.rank, problem.directions());
        for (Eigen::Index k = 0; k < directions; ++k) {
            const double p = perDirection(start.product, k) * problem.s(k);
            const double theta = perDirection(start.logImbalance, k);
            const double root = std::sqrt(std::abs(p)); // u = |p| e^θ, v = |p| e^−θ
            factors.x.col(k) = root * portableExp(theta / 2) * problem.u.col(k);
            factors.y.col(k) = std::copysign(root * portableExp(-theta / 2), p) * problem.v.col(k);
        }
        return factors;
    }

    Factors operator()(const GaussianStart& start) const
    {
        Factors factors = zero();
        fillNormals(seed, Stream::StartX, 0, {factors.x.data(), static_cast<std::size_t>(factors.x.size())});
        fillNormals(seed, Stream::StartY, 0, {factors.y.data(), static_cast<std::size_t>(factors.y.size())});
        factors.x *= start.scaleX;
        factors.y *= start.scaleY;
        return factors;
    }

    Factors operator()(const SmallBalancedStart& start) const
    {
        return {start.scale * randomOrthonormal(seed, Stream::StartX, problem.d1(), problem.rank),
                start.scale * randomOrthonormal(seed, Stream::StartY, problem.d2(), problem.rank)};
    }

    Factors operator()(const ZeroStart&) const { return zero(); }

    Factors operator()(const ExplicitStart& start) const
    {
        Factors factors = zero();
        for (Eigen::Index i = 0; i < factors.x.rows(); ++i)
            factors.x.row(i) =
                Eigen::Map<const Vector>(start.x[static_cast<std::size_t>(i)].data(), problem.rank);
        for (Eigen::Index i = 0; i < factors.y.rows(); ++i)
            factors.y.row(i) =
                Eigen::Map<const Vector>(start.y[static_cast<std::size_t>(i)].data(), problem.rank);
        return factors;
    }
};

} // namespace

Factors makeStart(const StartSpec& spec, const Problem& problem)
{
    return std::visit(StartBuilder{problem, spec.seed}, spec.kind);
}

void scaleAlongValley(Factors& factors, double c)
{
    factors.x *= c;
    factors.y /= c;
}

} // namespace hyperdrift
