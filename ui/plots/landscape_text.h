#pragma once
// What the landscape says to people who don't see it.

#include "ui/plots/landscape_model.h"
#include "ui/scene.h"

#include <QString>

namespace hyperdrift::ui {

/// Of each run where it stands, with the predicted ratio. Empty without runs.
QString runsSentence(const Scene& scene);

/// Where each run ends from the eight starts, with a space before it; empty while they are not shown.
QString fanSentence(const LandscapeModel& model);

} // namespace hyperdrift::ui
