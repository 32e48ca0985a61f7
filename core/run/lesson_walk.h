#pragma once
// A lesson from its first step to its last, without a window: each step runs to its end, and what it is to
// show is held against what is measured there.

#include "core/measure/sample.h"
#include "core/model/compression.h"
#include "core/model/lesson.h"

#include <atomic>
#include <cstdint>
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

struct WalkedRun {
    RunSpec spec; ///< with the changes of the edits that were reached
    std::int64_t iterations = 0;
    Sample last;
    Compression origin; ///< the start, or the state right after the last edit: what theory predicts from
};

struct WalkedStep {
    std::string id;
    std::vector<WalkedRun> runs; ///< where they stand at its end
    std::vector<CheckedExpectation> expectations;
};

/// One for each step; fewer once `cancel` says so. Each is run from the last reset on, as its recording,
/// without a history. Throws what makeProblem and makeRunStart throw.
std::vector<WalkedStep> walkLesson(const Lesson& lesson, const std::atomic<bool>* cancel = nullptr);

} // namespace hyperdrift
