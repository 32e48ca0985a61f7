#pragma once

namespace hyperdrift::ui {

/// value > 0 rounded up to a figure people would choose for the end of an axis.
double niceCeiling(double value);

} // namespace hyperdrift::ui
