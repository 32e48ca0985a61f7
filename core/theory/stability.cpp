#include "core/theory/stability.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hyperdrift {

double stableEta(double sharpness)
{
    return sharpness > 0 ? 2 / sharpness : std::numeric_limits<double>::infinity();
}

double stableSharpness(double eta)
{
    return 2 / eta;
}

double suggestedEta(double imbalance, double s1, double present)
{
    return std::min(0.3 / std::hypot(imbalance, 2 * s1), present / 2);
}

} // namespace hyperdrift
