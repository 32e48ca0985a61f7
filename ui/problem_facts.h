#pragma once
#include "core/model/problem.h"
#include "ui/frame.h"

namespace hyperdrift::ui {

ProblemFacts factsOf(const Problem& problem);

} // namespace hyperdrift::ui
