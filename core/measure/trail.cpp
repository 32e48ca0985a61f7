#include "core/measure/trail.h"

#include <bit>
#include <cmath>

namespace hyperdrift {

namespace {
constexpr int perOctaveBits = 7; // 128 points an octave: about one a pixel on the way through the valley
}

bool isOnTrail(std::int64_t t)
{
    const auto bits = static_cast<std::uint64_t>(t);
    const int octave = static_cast<int>(std::bit_width(bits)) - 1;
    if (octave <= perOctaveBits)
        return true;
    const std::uint64_t stride = std::uint64_t{1} << (octave - perOctaveBits);
    return bits % stride == 0;
}

void appendTrail(Trail& trail, const History& history, std::size_t direction)
{
    for (; trail.samplesSeen < history.samples.size(); ++trail.samplesSeen) {
        const Sample& sample = history.samples[trail.samplesSeen];
        if (!isOnTrail(sample.iteration) || direction >= sample.plane.size())
            continue;
        const PlanePoint& point = sample.plane[direction];
        if (std::isfinite(point.x) && std::isfinite(point.y))
            trail.points.push_back({sample.iteration, point});
    }
}

} // namespace hyperdrift
