#include "ui/plots/nice_range.h"

#include <array>
#include <cmath>

namespace hyperdrift::ui {

double niceCeiling(double value)
{
    constexpr std::array steps = {1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.5,
                                  3.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0};
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double step : steps) {
        if (step * decade >= value * (1 - 1e-9))
            return step * decade;
    }
    return 10 * decade;
}

} // namespace hyperdrift::ui
