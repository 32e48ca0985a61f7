#pragma once
// What the landscape shows, as plain values taken from the scene.

#include "core/measure/trail.h"
#include "core/run/phase.h"
#include "core/run/start_fan.h"
#include "core/theory/landscape.h"
#include "ui/scene.h"

#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

struct LandscapeRun {
    QString name;
    Trail trail;             ///< of the whole recording
    std::size_t reached = 0; ///< points of it up to the instant that is shown
    std::optional<PlanePoint> start;
    std::optional<PlanePoint> now;
    std::optional<PlanePoint> limit; ///< where theory says it ends
    double ratio = 0;                ///< ‖X‖²/‖Y‖² now
    std::optional<double> gamma;     ///< γ; only runs whose noise chooses the minimum have one
    bool gammaOfSigma = false;       ///< γ² = d₁σ₁²/(d₂σ₂²); else the method has another
    RunPhase phase = RunPhase::Descending;
    bool wasChanged = false; ///< since its start, up to the instant that is shown
    bool wasMoved = false;   ///< along the valley, with nothing changed since
};

/// One run of a ghost, in one direction. It never changes.
struct LandscapeGhost {
    QString letter;
    std::size_t run = 0;
    Trail trail; ///< from where the ghost went its own way
    std::optional<PlanePoint> end;
};

/// All that trails are painted from, by which a change of them is seen.
struct TrailState {
    std::size_t points = 0;  ///< recorded
    std::size_t reached = 0; ///< up to the instant that is shown
    std::uint64_t branch = 0;
    std::vector<std::uint64_t> ghosts; ///< ids

    bool operator==(const TrailState& other) const = default;
};

struct LandscapeModel {
    std::vector<std::vector<LandscapeRun>> perDirection; ///< never empty once updated; a run per entry
    std::vector<double> spectrum;
    /// By id; of each, per direction and run.
    std::map<std::uint64_t, std::vector<std::vector<LandscapeGhost>>> allGhosts;
    std::shared_ptr<const StartFan> fan; ///< the eight starts, of the direction; nullptr: not shown
    std::uint64_t recording = 0;
    std::uint64_t branch = 0;
    int direction = 0;     ///< that is shown, 0-based
    bool smoothed = false; ///< whether F̃ is wanted as ground
    double a = 0;          ///< of the first run with noise
    double b = 0;

    int directions() const { return static_cast<int>(perDirection.size()); }
    const std::vector<LandscapeRun>& runs() const;
    /// Of the direction, the oldest ghost first.
    std::vector<const LandscapeGhost*> ghosts() const;
    /// Of all that is shown.
    TrailState trailState() const;
    Landscape plain() const;                ///< F of the direction
    std::optional<Landscape> noisy() const; ///< F̃ of the direction
    /// What is drawn: F̃ when it is wanted and there is one.
    Landscape ground() const { return smoothed ? noisy().value_or(plain()) : plain(); }
};

/// Takes in what the scene now says. Returns true when the runs have restarted.
bool takeScene(LandscapeModel& model, const Scene& scene);

/// The part of the plane that holds starts, limits, GD's predicted end, trails, the present points, the
/// ends of ghosts and the eight starts with their ends, with room for labels. Rounded to steps, so that it
/// doesn't jitter.
PlaneRect viewOf(const LandscapeModel& model);

} // namespace hyperdrift::ui
