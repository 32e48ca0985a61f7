#include "core/measure/measure.h"

#include "core/measure/hessian.h"
#include "core/measure/projection.h"
#include "core/model/portable_math.h"

#include <Eigen/SVD>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hyperdrift {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// ‖∇F‖ on the small factors: ∇_X = X(YᵀY) − diag(s) Y, and likewise for Y.
double gradientNorm(const SmallFactors& small)
{
    const Eigen::Index k = small.s.size();
    Matrix gradX = small.x * (small.y.transpose() * small.y);
    gradX.topRows(k) -= small.s.asDiagonal() * small.y.topRows(k);
    Matrix gradY = small.y * (small.x.transpose() * small.x);
    gradY.topRows(k) -= small.s.asDiagonal() * small.x.topRows(k);
    return Eigen::numext::hypot(gradX.norm(), gradY.norm());
}

} // namespace

std::vector<double> productSingularValues(const SmallFactors& small)
{
    if (small.x.cols() == 1)
        return {small.x.norm() * small.y.norm()};
    const Matrix core = triangularRoot(small.x) * triangularRoot(small.y).transpose();
    const Vector values = core.allFinite() ? Eigen::JacobiSVD<Matrix>(core).singularValues()
                                           : Vector::Constant(core.cols(), nan);
    return {values.begin(), values.end()};
}

Sample measure(const Compression& c, const MeasureContext& context)
{
    const Matrix a = gramX(c);
    const Matrix b = gramY(c);
    const SmallFactors small = smallFactors(c);
    Sample sample;
    sample.iteration = context.iteration;
    sample.loss = loss(c);
    sample.xNorm2 = a.trace();
    sample.yNorm2 = b.trace();
    sample.ratio = sample.yNorm2 > 0 ? sample.xNorm2 / sample.yNorm2 : nan;
    sample.imbalance = sample.xNorm2 - sample.yNorm2;
    const double aNorm = a.norm();
    sample.gap = aNorm > 0 ? (a - context.gamma2 * b).norm() / aNorm : nan;
    sample.gradNorm = gradientNorm(small);
    sample.lambdaMax = lambdaMax(small);
    sample.trace =
        static_cast<double>(context.d2) * sample.xNorm2 + static_cast<double>(context.d1) * sample.yNorm2;
    sample.singularValues = productSingularValues(small);
    const Eigen::Index directions = std::min(c.p.cols(), c.s.size());
    for (Eigen::Index k = 0; k < directions; ++k) {
        const DirectionStats stats = directionStats(c, k);
        const bool defined = stats.u > 0 && stats.v > 0;
        sample.theta.push_back(defined ? 0.5 * (portableLog(stats.u) - portableLog(stats.v)) : nan);
        sample.plane.push_back(planePoint(c, k));
    }
    return sample;
}

} // namespace hyperdrift
