#include "ui/plots/colour_map.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

/// Straight between stops at even distances.
template<std::size_t count>
ColourMap between(const std::array<QRgb, count>& stops)
{
    ColourMap map{};
    for (std::size_t i = 0; i < map.size(); ++i) {
        const double at =
            static_cast<double>(i) * static_cast<double>(count - 1) / static_cast<double>(map.size() - 1);
        const std::size_t stop = std::min(static_cast<std::size_t>(at), count - 2);
        const double share = at - static_cast<double>(stop);
        const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
        map[i] = qRgb(mix(qRed(stops[stop]), qRed(stops[stop + 1])),
                      mix(qGreen(stops[stop]), qGreen(stops[stop + 1])),
                      mix(qBlue(stops[stop]), qBlue(stops[stop + 1])));
    }
    return map;
}

} // namespace

const ColourMap& viridis()
{
    static const ColourMap map =
        between<11>({0xff440154, 0xff482475, 0xff414487, 0xff355f8d, 0xff2a788e, 0xff21918c, 0xff22a884,
                     0xff44bf70, 0xff7ad151, 0xffbddf26, 0xfffde725});
    return map;
}

const ColourMap& blueOrange(ThemeKind kind)
{
    static const ColourMap light =
        between<7>({0xff0a4a8f, 0xff3d86c6, 0xffa9cde8, 0xfff4f4f4, 0xfff5c695, 0xffd97a2b, 0xff8c3d04});
    static const ColourMap dark =
        between<7>({0xffb9e0ff, 0xff4aa8e0, 0xff26597d, 0xff222a35, 0xff7a4a1f, 0xfff08a3c, 0xffffd9ae});
    return kind == ThemeKind::Dark ? dark : light;
}

QColor inkOn(const QColor& ground)
{
    return contrastRatio(Qt::black, ground) >= contrastRatio(Qt::white, ground) ? Qt::black : Qt::white;
}

} // namespace hyperdrift::ui
