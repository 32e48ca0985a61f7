#include "ui/plots/ghost_ends.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {
constexpr qsizetype mostLetters = 3;
}

std::vector<GhostEnd> joined(const std::vector<GhostEnd>& ends, double distance)
{
    std::vector<GhostEnd> all;
    for (const GhostEnd& end : ends) {
        const auto near = std::find_if(all.begin(), all.end(), [&](const GhostEnd& other) {
            const QPointF way = other.at - end.at;
            return other.run == end.run && std::hypot(way.x(), way.y()) < distance;
        });
        if (near == all.end())
            all.push_back(end);
        else if (near->letter.count(QLatin1Char(' ')) + 1 < mostLetters)
            near->letter += QLatin1Char(' ') + end.letter;
        else if (!near->letter.endsWith(QStringLiteral("…")))
            near->letter += QStringLiteral(" …");
    }
    return all;
}

} // namespace hyperdrift::ui
