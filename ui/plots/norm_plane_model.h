#pragma once
// What the norm plane shows, as plain values taken from the scene.

#include "core/measure/trail.h"
#include "core/theory/landscape.h"
#include "ui/scene.h"

#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

struct NormRun {
    QString name;
    Trail trail;             ///< of the whole recording
    std::size_t reached = 0; ///< points of it up to the instant that is shown
    std::optional<PlanePoint> start;
    std::optional<PlanePoint> now;
    std::optional<PlanePoint> limit; ///< where theory says it ends
    std::optional<double> gamma;     ///< γ; only runs whose noise chooses the minimum have one
    std::optional<double> ratio;     ///< predicted ‖X‖²/‖Y‖² at this η
    std::optional<double> product;   ///< least ‖X‖‖Y‖ of the limit's XYᵀ; only with γ
    double thresholded = 0;          ///< Σ(sₖ − τ)₊ with its τ
};

/// One run of a ghost. It never changes.
struct NormGhost {
    QString letter;
    std::size_t run = 0;
    Trail trail; ///< from where the ghost went its own way
    std::optional<PlanePoint> end;
};

struct NormPlaneModel {
    std::vector<NormRun> runs;
    std::map<std::uint64_t, std::vector<NormGhost>> ghosts; ///< by id, the oldest first; of each, per run
    int rank = 1;     ///< of the minima: r, or fewer for a shorter spectrum
    double least = 1; ///< ‖X‖‖Y‖ of the exact minima is no less
    std::uint64_t recording = 0;
    std::uint64_t branch = 0;

    /// γ of the runs that have one, each once.
    std::vector<double> gammas() const;
    /// Likewise least ‖X‖‖Y‖ of the limits that lie below the exact minima.
    std::vector<double> products() const;
    /// Whether a product is Σ(sₖ − τ)₊ with a run's τ: not of every noise, and only as η → 0.
    bool isThresholded(double product) const;
};

/// Takes in what the scene now says. Returns true when the runs have restarted.
bool takeScene(NormPlaneModel& model, const Scene& scene);

/// From 0 to what holds starts, limits, trails, the present points and the ends of ghosts, with room for
/// labels. Rounded to steps, so that it doesn't jitter, and growing with the trails alone.
PlaneRect viewOf(const NormPlaneModel& model);

/// Whether the run has moved: before, its dot would hide the start.
bool hasLeft(const NormRun& run);

} // namespace hyperdrift::ui
