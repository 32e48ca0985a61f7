#pragma once
// Scenes for tests of the pictures: from real runs, and by hand.

#include "core/model/config.h"
#include "ui/scene.h"

#include <cstdint>

namespace hyperdrift::ui {

/// What the window would show of `experiment` after `iterations`.
Scene sceneAfter(const Experiment& experiment, std::int64_t iterations);

/// GD beside perturbed GD by hand: a problem with s = 1, d1 = 20, d2 = 30, predictions filled in, no samples.
/// For cases that no real run brings about.
Scene emptyRuns();
/// Appends a sample at the plane's point (x, y) to a run, with everything that follows from it at rank 1.
void addSample(Scene& scene, std::size_t run, std::int64_t iteration, double x, double y);

} // namespace hyperdrift::ui
