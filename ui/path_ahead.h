#pragma once
// The predicted path of one run, followed ahead of it to the end of the time axis, a bounded piece at a time.

#include "core/theory/path.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace hyperdrift::ui {

class PathAhead {
public:
    /// Starts at iteration 0, where `tracker` stands.
    explicit PathAhead(const PathTracker& tracker);

    /// From iteration t ≥ 0 on the path is what `change` makes of the tracker there; what was ahead of t is
    /// forgotten.
    void changeAt(std::int64_t t, std::function<void(PathTracker&)> change);
    /// The changes that lie ahead of t ≥ 0 are not made.
    void branchAt(std::int64_t t);

    /// Follows the path up to iteration `horizon`, for about `seconds` at most; true when it got there, or
    /// the path blew up on the way and goes no further.
    bool follow(double horizon, double seconds);

    /// Iteration up to which the path is known.
    std::int64_t reach() const { return m_points.back().point.iteration; }

    /// At most `count` points of it, ascending, the first and the last among them.
    std::vector<PathPoint> points(std::size_t count) const;

private:
    struct Checkpoint {
        PathTracker tracker;
        PathPoint point;
        std::size_t changes; ///< that are behind it
    };
    struct Change {
        std::int64_t at;
        std::function<void(PathTracker&)> apply;
    };

    void append(PathTracker tracker, std::size_t changes);
    void thin();
    std::int64_t nextStop(double horizon) const;
    /// The changes that are made ahead of the last checkpoint begin here.
    std::size_t nextChange() const { return m_points.back().changes; }
    bool hasChangeAhead() const { return nextChange() < m_changes.size(); }

    std::vector<Checkpoint>
        m_points;                  ///< ascending; a tracker at each, so that a change need not start from 0
    std::vector<Change> m_changes; ///< ascending
    bool m_blownUp = false;
};

} // namespace hyperdrift::ui
