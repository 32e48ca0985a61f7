#include "ui/figures/figure_pixels.h"

#include "ui/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(FigurePixels)
};

constexpr double millimetresPerInch = 25.4;

} // namespace

QSize figurePixels(const QSizeF& millimetres, double dpi)
{
    return (millimetres * (dpi / millimetresPerInch)).toSize();
}

QString pixelTrouble(const QSizeF& millimetres, double dpi)
{
    const QSize pixels = figurePixels(millimetres, dpi);
    const std::int64_t all = std::int64_t{pixels.width()} * pixels.height();
    if (std::max(pixels.width(), pixels.height()) > mostPixelsASide)
        return Words::tr("a PNG figure must be ≤ %1 pixels wide and high, but would be %2 × %3")
            .arg(formatCount(mostPixelsASide), formatCount(pixels.width()), formatCount(pixels.height()));
    if (all > mostPixels)
        return Words::tr("a PNG figure must have ≤ %1 pixels, but would have %2 × %3 = %4")
            .arg(formatCount(mostPixels), formatCount(pixels.width()), formatCount(pixels.height()),
                 formatCount(all));
    return {};
}

} // namespace hyperdrift::ui
