#pragma once
// From numbers to colours that a colour-blind eye tells apart, too.

#include "ui/theme.h"

#include <QColor>
#include <QRgb>

#include <array>

namespace hyperdrift::ui {

using ColourMap = std::array<QRgb, 256>;

/// Viridis (S. van der Walt, N. Smith), from dark blue to yellow: its lightness rises evenly.
const ColourMap& viridis();
/// Around 0: blue below, orange above, and in the middle nearly the ground of the theme.
const ColourMap& blueOrange(ThemeKind kind);
/// Black or white: what can be read on `ground`.
QColor inkOn(const QColor& ground);

} // namespace hyperdrift::ui
