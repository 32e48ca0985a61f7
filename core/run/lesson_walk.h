#pragma once
// A lesson from its first step to its last, without a window: each step runs to its end, and what it is to
// show is held against what is measured there.

#include "core/dynamics/isa.h"
#include "core/model/lesson.h"
#include "core/run/execute.h"

#include <optional>
#include <string>
#include <vector>

namespace hyperdrift {

struct CheckedExpectation {
    LessonExpectation expectation;
    double measured = 0;          ///< NaN where it is undefined
    std::optional<double> target; ///< nullopt where theory says nothing
    bool holds = false;   ///< |measured − target| ≤ tolerance; false where one of them is undefined
    double tolerance = 0; ///< within, times |target| when relative
};

struct WalkedStep {
    std::string id;
    std::vector<RunOutcome> runs; ///< where they stand at its end
    std::vector<CheckedExpectation> expectations;
};

/// One for each step; fewer once `options.cancel` says so. Each is run from the last reset on, as its
/// recording; averages are not made. Throws what makeProblem and makeRunStart throw.
std::vector<WalkedStep> walkLesson(const Lesson& lesson, const ExecutionOptions& options = {});

} // namespace hyperdrift
