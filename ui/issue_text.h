#pragma once
// What is wrong with an experiment, in the panels' words: files name a JSON pointer, people a symbol.

#include "core/model/config.h"
#include "core/model/error.h"

#include <QString>

namespace hyperdrift::ui {

/// "η of Perturbed GD must be > 0 and ≤ 100, but is -1".
QString issueText(const Issue& issue, const Experiment& experiment);

} // namespace hyperdrift::ui
