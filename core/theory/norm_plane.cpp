#include "core/theory/norm_plane.h"

#include "core/measure/projection.h"

#include <algorithm>
#include <numeric>

namespace hyperdrift {

double leastNormProduct(const std::vector<double>& spectrum, int rank)
{
    const auto kept = std::min(spectrum.size(), static_cast<std::size_t>(std::max(0, rank)));
    return std::accumulate(spectrum.begin(), spectrum.begin() + static_cast<std::ptrdiff_t>(kept), 0.0);
}

std::optional<double> limitNormProduct(const Prediction& prediction)
{
    if (!prediction.singularValues)
        return std::nullopt;
    return std::accumulate(prediction.singularValues->begin(), prediction.singularValues->end(), 0.0);
}

std::optional<PlanePoint> limitNorms(const Prediction& prediction)
{
    if (!prediction.xNorm2 || !prediction.yNorm2)
        return std::nullopt;
    return normPoint(*prediction.xNorm2, *prediction.yNorm2);
}

std::vector<PlanePoint> ray(double gamma, const PlaneRect& rect)
{
    // (γy, y) for y from where it enters to where it leaves.
    const double from = std::max({0.0, rect.yMin, rect.xMin / gamma});
    const double to = std::min(rect.yMax, rect.xMax / gamma);
    if (!(from < to))
        return {};
    return {{gamma * from, from}, {gamma * to, to}};
}

} // namespace hyperdrift
