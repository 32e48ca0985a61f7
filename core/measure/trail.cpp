#include "core/measure/trail.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace hyperdrift {

namespace {

constexpr int perOctaveBits = 7; // 128 points an octave: about one a pixel on the way through the valley

/// 2^max(0, ⌊log2 t⌋ − 7); the end of an octave is a multiple of the strides on both sides of it.
std::int64_t trailStride(std::int64_t t)
{
    const int octave = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(t))) - 1;
    return std::int64_t{1} << std::max(0, octave - perOctaveBits);
}

} // namespace

bool isOnTrail(std::int64_t t)
{
    return t % trailStride(t) == 0;
}

std::int64_t nextOnTrail(std::int64_t t)
{
    const std::int64_t stride = trailStride(t);
    return t - t % stride + stride;
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
