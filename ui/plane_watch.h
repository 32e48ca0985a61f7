#pragma once
// Records the states of the runs, and keeps the plane that shows most of them: what the worker does for the
// picture of it. Recording goes on whether there is such a picture or not, so that one that is chosen late
// shows the whole past; the plane is only looked for on demand.

#include "core/measure/state_plane.h"
#include "core/measure/state_record.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace hyperdrift::ui {

class PlaneWatch {
public:
    /// As StateRecord.
    PlaneWatch(std::int64_t entries, std::size_t runs, double scale = 1) : m_record(entries, runs, scale) {}
    // A search under way refers to the record.
    PlaneWatch(const PlaneWatch&) = delete;
    PlaneWatch& operator=(const PlaneWatch&) = delete;

    const StateRecord& record() const { return m_record; }
    /// The first iteration after t ≥ 0 at which states are due.
    std::int64_t nextAfter(std::int64_t t) const { return m_record.nextAfter(t); }
    /// Whether states are due at iteration t ≥ 0.
    bool isDue(std::int64_t t) const { return m_record.nextAfter(t - 1) == t; }
    /// The state of a run at a due iteration; one that it has already stays.
    void add(std::size_t run, std::int64_t t, Vector z);
    /// What lies beyond iteration t goes.
    void cut(std::int64_t t);

    /// Looks for the plane for about `seconds` at most: when the states have become more by a few per cent
    /// since the last one, or by any when `all` are wanted. True when nothing is left to do.
    bool follow(double seconds, bool all);
    /// The last one that was found, or nullptr.
    const StatePlane* plane() const { return m_plane ? &*m_plane : nullptr; }
    /// Whether it was found since the trails were taken.
    bool isNew() const { return m_isNew; }
    /// All states on the plane; nullptr while there is none.
    std::shared_ptr<const StateTrails> takeTrails();

private:
    bool isDue(bool all) const;
    void adopt(StatePlane plane);

    StateRecord m_record;
    std::optional<PlaneSearch> m_search;
    std::optional<StatePlane> m_plane;
    bool m_isOutdated = false; ///< states that it was found from are no more
    bool m_isNew = false;
    std::shared_ptr<const StateTrails> m_trails; ///< on m_plane; null: to be made anew
};

} // namespace hyperdrift::ui
