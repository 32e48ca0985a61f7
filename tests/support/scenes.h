#pragma once
// Scenes for tests of the pictures: from real runs, and by hand.

#include "core/model/config.h"
#include "ui/scene.h"

#include <cstdint>
#include <memory>
#include <string>

namespace hyperdrift::ui {

/// What the window would show of `experiment` after `iterations`.
Scene sceneAfter(const Experiment& experiment, std::int64_t iterations);
/// Likewise, gone back to the instant `shown`.
Scene sceneAfter(const Experiment& experiment, std::int64_t iterations, std::int64_t shown);
/// The scene's runs, kept for comparison: what went another way since `from`.
std::shared_ptr<const Ghost> ghostOf(const Scene& scene, std::uint64_t id, const std::string& letter,
                                     std::int64_t from = 0);

/// GD beside perturbed GD by hand: a problem with s = 1, d1 = 20, d2 = 30, predictions filled in, no samples.
/// For cases that no real run brings about.
Scene emptyRuns();
/// The runs of a scene made by hand, as they were at an iteration that was recorded.
void goBack(Scene& scene, std::int64_t iteration);
/// Appends a sample at the plane's point (x, y) to a run, with everything that follows from it at rank 1.
void addSample(Scene& scene, std::size_t run, std::int64_t iteration, double x, double y);

} // namespace hyperdrift::ui
