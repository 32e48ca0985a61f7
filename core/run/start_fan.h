#pragma once
// The runs of an experiment from eight starts at once, in the plane of one direction k: what ends where "from
// any start" means.
//
// On its way down GD conserves D = u − v (u, v as in measure/projection.h): from (θ0, p0/s) it meets the
// valley xy = s at θ with sinh θ = (p0/s) sinh θ0. The eight starts are those that GD leads to
//
//   θ = ±0.4, ±0.75, ±1.1, ±1.45,   from p0/s = 0.3 and 1.6, below the valley and beyond it, in turns,
//
// so that its eight ends are evenly spread. The direction's rows of P = UᵀX and Q = VᵀY become x e and y e,
// with x, y of theory/landscape.h's alignedPoint and e the unit vector of the column k, or of what the start
// has there; all else is as in the start.

#include "core/dynamics/isa.h"
#include "core/measure/sample.h"
#include "core/model/config.h"
#include "core/run/start.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift {

inline constexpr std::size_t fanSize = 8;

struct FanRequest {
    std::shared_ptr<const Origin> origin;
    std::vector<RunSpec> runs;   ///< valid, and such that the start's engine serves them
    int direction = 0;           ///< 0-based, < min(r, k)
    bool mirrored = false;       ///< rank 1: x, y < 0
    std::int64_t iterations = 0; ///< of each run, ≥ 0
    int threads = 1;             ///< ≥ 1
    Isa isa = nativeIsa();
    const std::atomic<bool>* cancel = nullptr; ///< looked at about 20 times a second
    /// Starts that are done with; called by the calling thread.
    std::function<void(std::int64_t done, std::int64_t of)> progress = {};
};

/// One run from one start.
struct FanTrail {
    /// From the start to the end: the iterations of measure/trail.h, without those that moved less than a
    /// 400th of √s; some 1,000 at most. All finite.
    std::vector<PlanePoint> points;
    bool diverged = false; ///< at the last of them
};

struct StartFan {
    int direction = 0;
    std::array<PlanePoint, fanSize> starts = {};
    std::vector<std::array<FanTrail, fanSize>> runs; ///< in the request's order
};

/// The start with direction k at `point`.
RunStart withDirectionAt(const Origin& origin, int direction, const PlanePoint& point);

/// A run from start i has i added to its seed, as member i of an ensemble; the numbers do not depend on
/// `threads`. Void once cancelled.
StartFan runStartFan(const FanRequest& request);

/// Where the trails of one run end: `places` places, each within 0.15 √s of the first trail that ends there.
struct FanEnds {
    int places = 0;
    int diverged = 0;               ///< trails, which end nowhere
    std::optional<PlanePoint> mean; ///< of the others; nullopt where there are none
};
FanEnds endsOf(const std::array<FanTrail, fanSize>& trails, double s);

} // namespace hyperdrift
