#include "core/measure/trail.h"

#include "core/measure/projection.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

namespace hyperdrift {

namespace {

constexpr int perOctaveBits = 7; // 128 points an octave: about one a pixel on the way through the valley

/// 2^max(0, ⌊log2 t⌋ − 7); the end of an octave is a multiple of the strides on both sides of it.
std::int64_t trailStride(std::int64_t t)
{
    const int octave = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(t))) - 1;
    return std::int64_t{1} << std::max(0, octave - perOctaveBits);
}

template<typename PointOf>
void append(Trail& trail, const History& history, PointOf pointOf)
{
    for (; trail.samplesSeen < history.samples.size(); ++trail.samplesSeen) {
        const Sample& sample = history.samples[trail.samplesSeen];
        if (!isOnTrail(sample.iteration))
            continue;
        const std::optional<PlanePoint> point = pointOf(sample);
        if (point && std::isfinite(point->x) && std::isfinite(point->y))
            trail.points.push_back({sample.iteration, *point});
    }
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
    append(trail, history, [direction](const Sample& sample) {
        return direction < sample.plane.size() ? std::optional(sample.plane[direction]) : std::nullopt;
    });
}

void appendNormTrail(Trail& trail, const History& history)
{
    append(trail, history,
           [](const Sample& sample) { return std::optional(normPoint(sample.xNorm2, sample.yNorm2)); });
}

std::size_t pointsUpTo(const Trail& trail, std::int64_t t)
{
    const auto ahead =
        std::upper_bound(trail.points.begin(), trail.points.end(), t,
                         [](std::int64_t at, const TrailPoint& point) { return at < point.iteration; });
    return static_cast<std::size_t>(ahead - trail.points.begin());
}

void beginTrailAt(Trail& trail, std::int64_t t)
{
    const std::size_t before = pointsUpTo(trail, t);
    if (before > 1)
        trail.points.erase(trail.points.begin(),
                           trail.points.begin() + static_cast<std::ptrdiff_t>(before) - 1);
}

} // namespace hyperdrift
