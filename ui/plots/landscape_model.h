#pragma once
// What the landscape shows, as plain values taken from the scene.

#include "core/measure/trail.h"
#include "core/run/phase.h"
#include "core/theory/landscape.h"
#include "ui/scene.h"

#include <QString>

#include <optional>
#include <vector>

namespace hyperdrift::ui {

struct LandscapeRun {
    QString name;
    Trail trail;
    std::optional<PlanePoint> start;
    std::optional<PlanePoint> now;
    std::optional<PlanePoint> limit; ///< where theory says it ends
    std::optional<double> gamma;     ///< γ; only runs whose noise chooses the minimum have one
    RunPhase phase = RunPhase::Descending;
};

struct LandscapeModel {
    std::vector<std::vector<LandscapeRun>> perDirection; ///< never empty once updated; a run per entry
    std::vector<double> spectrum;
    std::uint64_t recording = 0;
    int direction = 0;     ///< that is shown, 0-based
    bool smoothed = false; ///< whether F̃ is wanted as ground
    double a = 0;          ///< of the first run with noise
    double b = 0;

    int directions() const { return static_cast<int>(perDirection.size()); }
    const std::vector<LandscapeRun>& runs() const;
    /// Recorded points of all trails that are shown.
    std::size_t trailPoints() const;
    Landscape plain() const;                ///< F of the direction
    std::optional<Landscape> noisy() const; ///< F̃ of the direction
    /// What is drawn: F̃ when it is wanted and there is one.
    Landscape ground() const { return smoothed ? noisy().value_or(plain()) : plain(); }
};

/// Takes in what the scene now says. Returns true when the runs have restarted.
bool takeScene(LandscapeModel& model, const Scene& scene);

/// The part of the plane that holds starts, limits, GD's predicted end, trails and the present points, with
/// room for labels. Rounded to steps, so that it doesn't jitter.
PlaneRect viewOf(const LandscapeModel& model);

} // namespace hyperdrift::ui
