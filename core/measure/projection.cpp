#include "core/measure/projection.h"

#include <cmath>
#include <limits>

namespace hyperdrift {

DirectionStats directionStats(const Compression& c, Eigen::Index k)
{
    const auto x = c.p.row(k);
    const auto y = c.q.row(k);
    return {x.squaredNorm(), y.squaredNorm(), x.dot(y)};
}

PlanePoint planePoint(const Compression& c, Eigen::Index k)
{
    if (c.p.cols() == 1)
        return {c.p(k, 0), c.q(k, 0)};
    const DirectionStats stats = directionStats(c, k);
    return planePoint(stats.u - stats.v, stats.p);
}

PlanePoint planePoint(double imbalance, double product)
{
    const double h = Eigen::numext::hypot(imbalance, 2 * product);
    // The larger of u, v has no cancellation; the smaller follows from u v = p².
    const double larger = (std::abs(imbalance) + h) / 2;
    const double smaller = larger > 0 ? product / larger * product : 0.0;
    const double u = imbalance >= 0 ? larger : smaller;
    const double v = imbalance >= 0 ? smaller : larger;
    return {std::sqrt(u), std::copysign(std::sqrt(v), product)};
}

PlanePoint normPoint(double xNorm2, double yNorm2)
{
    return {std::sqrt(xNorm2), std::sqrt(yNorm2)};
}

double logRatio(const PlanePoint& point)
{
    const bool defined = point.x != 0 && point.y != 0;
    return defined ? std::log(std::abs(point.x)) - std::log(std::abs(point.y))
                   : std::numeric_limits<double>::quiet_NaN();
}

} // namespace hyperdrift
