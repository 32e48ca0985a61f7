#pragma once
// The way of a run through the plane of one direction, thinned so that it can be drawn at every frame.
//
// Kept are the iterations that are multiples of 2^j, j = max(0, ⌊log2 t⌋ − 7): the first 256 all, then 128 an
// octave, so that after 10⁹ iterations there are about 3100. Which ones depends on t alone: a trail only ever
// grows at its end.

#include "core/measure/history.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hyperdrift {

struct TrailPoint {
    std::int64_t iteration = 0;
    PlanePoint at;
};

struct Trail {
    std::vector<TrailPoint> points;
    std::size_t samplesSeen = 0; ///< entries of the history that were looked at
};

/// Whether iteration t ≥ 0 belongs to a trail.
bool isOnTrail(std::int64_t t);
/// The first one after t ≥ 0 that does.
std::int64_t nextOnTrail(std::int64_t t);

/// Appends the samples past the first `trail.samplesSeen`. `direction` is 0-based and must not change over a
/// trail's life. Samples without that direction, or with a coordinate that is not finite, are left out.
void appendTrail(Trail& trail, const History& history, std::size_t direction);
/// The same in the plane of the factors' norms, (‖X‖, ‖Y‖).
void appendNormTrail(Trail& trail, const History& history);

/// How many of its points lie at or before iteration t.
std::size_t pointsUpTo(const Trail& trail, std::int64_t t);
/// Takes away what lies before iteration t, but for the last point of it.
void beginTrailAt(Trail& trail, std::int64_t t);

} // namespace hyperdrift
