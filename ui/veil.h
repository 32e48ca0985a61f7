#pragma once
// A scene with one run's future hidden: where theory says that it goes.

#include "ui/scene.h"

namespace hyperdrift::ui {

/// `scene` without the predicted limit and path of a run, marked as veiled. What the noise costs stays, and
/// how fast it goes, and so do the time axes; γ and τ, which tell the rest, do not.
Scene veiled(const Scene& scene, int run);

} // namespace hyperdrift::ui
