#include "app/cli_lessons.h"

#include "app/cli_console.h"
#include "core/io/lesson.h"
#include "core/model/message_text.h"
#include "core/model/problem.h"
#include "core/run/lesson_walk.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hyperdrift {

namespace {

std::string shortNumber(double value)
{
    std::array<char, 32> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 6).ptr;
    return {buffer.data(), end};
}

/// "0.667 ± 0.02"
std::string targetText(const CheckedExpectation& checked)
{
    if (!checked.target)
        return "theory says nothing";
    return "expected " + shortNumber(*checked.target) + " ± " + shortNumber(checked.tolerance);
}

std::string lineOf(const CheckedExpectation& checked, const RunSpec& run)
{
    return "    " + onOneLine(run.name) + ", " + checked.expectation.value + ": measured " +
           shortNumber(checked.measured) + ", " + targetText(checked) +
           (checked.holds ? "\n" : " — does not hold\n");
}

/// Prints a step after the other; whether all that is expected holds.
bool printWalk(const std::vector<WalkedStep>& steps)
{
    bool allHold = true;
    for (const WalkedStep& step : steps) {
        std::string text = "  " + step.id + ", t = " + std::to_string(step.runs.front().iterations) + "\n";
        for (const CheckedExpectation& checked : step.expectations) {
            text += lineOf(checked, step.runs[static_cast<std::size_t>(checked.expectation.run)].spec);
            allHold = allHold && checked.holds;
        }
        printOutput(text);
    }
    return allHold;
}

} // namespace

bool checkLesson(const std::string& path, bool run)
{
    const Lesson lesson = readLesson(lessonFolder(path));
    for (const LessonStep& step : lesson.steps)
        if (step.resets && step.experiment.problem.matrix)
            makeProblem(step.experiment.problem); // a matrix of zeros is refused there
    printOutput(onOneLine(path, 200) + ": valid\n");
    if (!run)
        return true;
    const std::vector<WalkedStep> walked = walkLesson(lesson, &interruptFlag());
    const bool allHold = printWalk(walked);
    if (!allHold)
        printMessage(onOneLine(path, 200) + ": what it expects does not hold");
    return allHold;
}

} // namespace hyperdrift
