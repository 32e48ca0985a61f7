#pragma once
// A scene with one run's future hidden: where theory says that it goes.

#include "ui/scene.h"

namespace hyperdrift::ui {

/// `scene` without the predicted limit and path of a run; the noise's own numbers stay, and how fast it goes,
/// and so do the time axes.
Scene veiled(const Scene& scene, int run);

} // namespace hyperdrift::ui
