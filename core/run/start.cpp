#include "core/run/start.h"

#include "core/dynamics/random.h"
#include "core/model/engine_choice.h"
#include "core/model/error.h"
#include "core/model/validate.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

/// T with TᵀT a Wishart matrix of `freedom` ≥ r degrees: Bartlett's upper triangle.
Matrix wishartRoot(std::uint64_t seed, Stream stream, Eigen::Index freedom, Eigen::Index r)
{
    Matrix t(r, r);
    fillNormals(seed, stream, 1, {t.data(), static_cast<std::size_t>(t.size())});
    for (Eigen::Index j = 0; j < r; ++j) {
        t(j, j) = std::sqrt(chiSquaredNumber(freedom - j, seed, stream, static_cast<std::uint64_t>(j)));
        t.col(j).tail(r - j - 1).setZero();
    }
    return t;
}

/// One side of a start whose large part is known in law only: what lies along the singular directions, and
/// the Gram matrix of the rest.
struct CompressedSide {
    Matrix along;
    Matrix rest;
};

/// Independent normal entries of sd `scale`.
CompressedSide gaussianSide(std::uint64_t seed, Stream stream, double scale, Eigen::Index d, Eigen::Index k,
                            Eigen::Index r)
{
    Matrix along(k, r);
    fillNormals(seed, stream, 0, {along.data(), static_cast<std::size_t>(along.size())});
    const Matrix root = wishartRoot(seed, stream, d - k, r);
    return {scale * along, scale * scale * root.transpose() * root};
}

/// `scale` times uniformly distributed orthonormal columns: normals G, made so by the root of GᵀG.
CompressedSide orthonormalSide(std::uint64_t seed, Stream stream, double scale, Eigen::Index d,
                               Eigen::Index k, Eigen::Index r)
{
    const CompressedSide normal = gaussianSide(seed, stream, 1, d, k, r);
    const Matrix gram = normal.along.transpose() * normal.along + normal.rest;
    const Eigen::LLT<Matrix> root(gram); // G R⁻¹ with RᵀR = GᵀG
    const Matrix along = root.matrixL().solve(normal.along.transpose()).transpose();
    const Matrix half = root.matrixL().solve(normal.rest);
    const Matrix rest = root.matrixL().solve(half.transpose());
    return {scale * along, scale * scale * rest};
}

/// Builds what a start of one kind compresses to; visited.
struct CompressedBuilder {
    const Problem& problem;
    const StartSpec& spec;

    Compression operator()(const AlignedStart& start) const
    {
        // The start of the smallest problem with the same directions: P and Q do not depend on d1, d2.
        Problem small;
        small.rank = problem.rank;
        small.height = small.width = problem.directions();
        small.u = small.v = Matrix::Identity(problem.directions(), problem.directions());
        small.s = problem.s;
        return compress(small, makeStart({start, spec.seed}, small));
    }
    Compression operator()(const ZeroStart&) const
    {
        const Eigen::Index k = problem.directions();
        const Eigen::Index r = problem.rank;
        return {Matrix::Zero(k, r), Matrix::Zero(r, r), Matrix::Zero(k, r), Matrix::Zero(r, r), problem.s};
    }
    Compression operator()(const GaussianStart& start) const
    {
        return canDraw() ? drawn() : joined(gaussianSide, start.scaleX, start.scaleY);
    }
    Compression operator()(const SmallBalancedStart& start) const
    {
        return canDraw() ? drawn() : joined(orthonormalSide, start.scale, start.scale);
    }
    Compression operator()(const ExplicitStart&) const { return drawn(); }

private:
    bool canDraw() const
    {
        return problem.hasBases() && (problem.d1() + problem.d2()) * problem.rank <= maxFullEntries;
    }
    Compression drawn() const { return compress(problem, makeStart(spec, problem)); }

    template<typename Draw>
    Compression joined(const Draw& draw, double scaleX, double scaleY) const
    {
        const Eigen::Index k = problem.directions();
        const CompressedSide x = draw(spec.seed, Stream::StartX, scaleX, problem.d1(), k, problem.rank);
        const CompressedSide y = draw(spec.seed, Stream::StartY, scaleY, problem.d2(), k, problem.rank);
        return {x.along, x.rest, y.along, y.rest, problem.s};
    }
};

} // namespace

RunStart makeRunStart(const Experiment& experiment, const Problem& problem)
{
    if (engineFor(experiment, problem.directions()) == EngineKind::Full)
        return makeStart(experiment.start, problem);
    if (const auto reason = whyNotReduced(experiment, problem.directions()))
        throw InputError({"/engine", "the reduced engine " + *reason});
    return std::visit(CompressedBuilder{problem, experiment.start}, experiment.start.kind);
}

Compression compressed(const Problem& problem, const RunStart& start)
{
    if (const auto* small = std::get_if<Compression>(&start))
        return *small;
    return compress(problem, std::get<Factors>(start));
}

} // namespace hyperdrift
