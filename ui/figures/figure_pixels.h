#pragma once
// How many pixels a PNG figure has, and how many it may have.

#include <QSize>
#include <QSizeF>
#include <QString>

#include <cstdint>

namespace hyperdrift::ui {

constexpr int mostPixelsASide = 32'767;          ///< Qt draws no further
constexpr std::int64_t mostPixels = 200'000'000; ///< 0.8 GB while it is drawn: a poster (A0) at 300 dpi

QSize figurePixels(const QSizeF& millimetres, double dpi);
/// One line that says why a PNG figure of that size is too large; empty: it is not.
QString pixelTrouble(const QSizeF& millimetres, double dpi);

} // namespace hyperdrift::ui
