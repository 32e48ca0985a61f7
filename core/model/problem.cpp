#include "core/model/problem.h"

#include "core/model/eigen_blocking.h"
#include "core/model/error.h"
#include "core/model/orthonormal.h"
#include "core/model/validate.h"

#include <Eigen/SVD>

#include <algorithm>
#include <limits>

namespace hyperdrift {

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

Problem fromSpectrum(const ProblemSpec& spec)
{
    const auto k = static_cast<Eigen::Index>(spec.spectrum.size());
    Problem problem;
    problem.rank = spec.rank;
    problem.height = spec.d1;
    problem.width = spec.d2;
    if ((spec.d1 + spec.d2) * k <= maxBasisEntries) {
        problem.u = randomOrthonormal(spec.seed, Stream::ProblemU, spec.d1, k);
        problem.v = randomOrthonormal(spec.seed, Stream::ProblemV, spec.d2, k);
    }
    problem.s = Eigen::Map<const Vector>(spec.spectrum.data(), k);
    return problem;
}

/// Singular vectors come with an arbitrary common sign: the largest entry of each u_k is made positive.
void fixSigns(Problem& problem)
{
    for (Eigen::Index k = 0; k < problem.s.size(); ++k) {
        Eigen::Index largest = 0;
        problem.u.col(k).cwiseAbs().maxCoeff(&largest);
        if (problem.u(largest, k) < 0) {
            problem.u.col(k) = -problem.u.col(k);
            problem.v.col(k) = -problem.v.col(k);
        }
    }
}

Problem fromCells(const ProblemSpec& spec)
{
    const MatrixSource& source = *spec.matrix;
    const MatrixCells& cells = *source.cells;
    Problem problem;
    problem.rank = spec.rank;
    problem.height = cells.rows;
    problem.width = cells.columns;
    problem.dense = Eigen::Map<const RowMajor>(cells.values.data(), cells.rows, cells.columns);
    if (source.centerColumns)
        problem.dense.rowwise() -= problem.dense.colwise().mean().eval();
    const Eigen::BDCSVD<Matrix> svd(problem.dense, Eigen::ComputeThinU | Eigen::ComputeThinV);
    const Vector& s = svd.singularValues();
    if (svd.info() != Eigen::Success || !s.allFinite())
        throw InputError({"/problem/matrix", "its singular value decomposition did not converge"});
    const double s1 = s(0);
    if (s1 <= 0)
        throw InputError({"/problem/matrix", source.centerColumns
                                                 ? "must not be zero, but is after centring its columns"
                                                 : "must not be zero, but every cell is 0"});
    const double floor = s1 * std::numeric_limits<double>::epsilon() *
                         static_cast<double>(std::max(cells.rows, cells.columns));
    const Eigen::Index k = (s.array() > floor).count();
    const double factor = source.scaleTo ? *source.scaleTo / s1 : 1.0;
    problem.dense *= factor;
    problem.s = factor * s.head(k);
    problem.u = svd.matrixU().leftCols(k);
    problem.v = svd.matrixV().leftCols(k);
    fixSigns(problem);
    return problem;
}

} // namespace

Problem makeProblem(const ProblemSpec& spec)
{
    fixEigenBlocking();
    return spec.matrix ? fromCells(spec) : fromSpectrum(spec);
}

double tailEnergy(const Problem& problem)
{
    const Eigen::Index beyond = std::max<Eigen::Index>(0, problem.s.size() - problem.rank);
    return 0.5 * problem.s.tail(beyond).squaredNorm();
}

} // namespace hyperdrift
