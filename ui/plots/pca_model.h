#pragma once
// What the PCA picture shows, as plain values taken from the scene, and what it says in words.

#include "core/measure/state_plane.h"
#include "core/measure/trail.h"
#include "ui/scene.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

struct PcaRun {
    QString name;
    Trail trail;
    std::size_t reached = 0; ///< points of it up to the instant that is shown
    std::optional<PlanePoint> now;
    std::optional<PlanePoint> limit; ///< only of a run whose noise chooses it
    std::int64_t iteration = 0;
};

struct PcaModel {
    std::shared_ptr<const StateTrails> trails; ///< nullptr while there is no plane
    std::vector<PcaRun> runs;                  ///< none without a plane
    std::uint64_t recording = 0;
    bool isPossible = false; ///< whether there can be a plane of the scene's runs
};

/// Takes in what the scene now says. Returns true when the runs have restarted.
bool takeScene(PcaModel& model, const Scene& scene);

/// Why there is no such plane of the scene's runs; empty when there is one.
QString whyNoPlane(const Scene& scene);

/// "PC1 (93 % of the variance)", "PC2 (4 %)", of axis 0 or 1; without the share while it is not known.
QString pcaAxisName(const PcaModel& model, std::size_t axis);
QString pcaPointText(const PlanePoint& at);
/// Of a scene with runs and a plane.
QString pcaSentence(const Scene& scene);

} // namespace hyperdrift::ui
