#pragma once
// A lesson: an experiment and a few steps through it, as plain values, with its texts in each language. Read
// from files by io/lesson.h, which holds them to the bounds stated here.

#include "core/model/config.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hyperdrift {

inline constexpr std::size_t leastLessonSteps = 3;
inline constexpr std::size_t mostLessonSteps = 8;

/// Asks to click where a run will end, in a picture whose points are states.
struct PointAsk {
    std::string picture; ///< "landscape" or "norm_plane"
    int run = 0;
};
/// Asks to draw the curve that a run will follow, in a picture over time.
struct CurveAsk {
    std::string picture; ///< "loss", "imbalance", "flatness" or "log_ratio"
    int run = 0;
};
/// Asks to pick one of the choices of the step's text.
struct ChoiceAsk {
    std::size_t answer = 0;                ///< index of the right one
    std::optional<int> run = std::nullopt; ///< of which it asks: what theory says of it would tell
};
using LessonAsk = std::variant<PointAsk, CurveAsk, ChoiceAsk>;

/// What must hold of a run at the end of a step: |measured − target| ≤ within, times |target| when relative.
struct LessonExpectation {
    enum class Target {
        Number,    ///< `number`
        Gamma2,    ///< theory's γ² = d1σ1²/(d2σ2²)
        Predicted, ///< what theory predicts of `value`
    };
    int run = 0;
    std::string value; ///< a name of measure/sample_value.h
    Target target = Target::Number;
    double number = 0;
    double within = 0; ///< > 0
    bool relative = true;
};

struct LessonStep {
    std::string id; ///< lower-case letters, digits, "-" and "_"; unique in its lesson

    /// The config in force from this step on: the lesson's experiment with what this step and those before it
    /// set. Its edits are the lesson's own, and are made again after a reset.
    Experiment experiment;
    /// Whether it begins at t = 0 with `experiment`. The first step does; so does one that sets what can't
    /// change while the runs go.
    bool resets = false;
    /// What it changes while they go, to be made at the present t (`at` is the planned one); none if it
    /// resets.
    std::vector<Edit> changes;
    /// The same as one recording: run from t = 0 to its `steps`, this gives the state that the step ends with
    /// when each step before it ran exactly to its end. The way to open a lesson at any step.
    Experiment recording;
    /// The iteration up to which it runs; nullopt: it shows what there is.
    std::optional<std::int64_t> runTo;

    // What the window shows. Empty or nullopt: nothing is said, and it stays as it is.
    std::vector<std::string> pictures;          ///< four ids, the large picture's first
    std::map<std::string, std::string> choices; ///< per picture a JSON object: the window's own

    // What holds during this step alone.
    std::string focus;                    ///< the picture that stands alone; empty: none
    bool eightStarts = false;             ///< the landscape shows eight starts
    std::optional<std::int64_t> ensemble; ///< members that the ensemble picture starts
    std::vector<std::string> lock;        ///< controls that are shown and can't be changed
    std::vector<std::string> hide;        ///< panels: "problem", "start", "run.0", …
    std::optional<LessonAsk> ask;
    std::vector<LessonExpectation> expectations;
};

/// A picture in a text: `![alt](target)`.
struct LessonImage {
    std::string target; ///< "formula:gamma" or the name of a file in the lesson's folder
    int line = 0;       ///< of the file, from 1
};

struct LessonStepText {
    std::string heading;
    int line = 0;                     ///< of the heading in its file, from 1
    std::string body;                 ///< Markdown
    std::string notes;                ///< Markdown, for the lecturer; may be empty
    std::vector<std::string> choices; ///< of a ChoiceAsk
    std::string answer;               ///< Markdown, told at the reveal of an ask
};

/// A lesson's words in one language; as many steps as the lesson.
struct LessonText {
    std::string title;
    std::string remember; ///< the one sentence to remember
    std::vector<LessonStepText> steps;
    std::vector<LessonImage> images; ///< all of them
};

struct Lesson {
    std::string id;        ///< the folder's name
    Experiment experiment; ///< before any step
    std::vector<LessonStep> steps;
    std::map<std::string, LessonText> texts; ///< by language ("en", "zh_CN"); "en" is always there
};

/// The text in `language` ("zh_CN"), else in the same language of another or no country ("zh"), else in
/// English.
const LessonText& textIn(const Lesson& lesson, std::string_view language);

/// Ids of the window's pictures.
bool isPictureId(std::string_view id);
/// Those whose points are states of a run, and those over time.
bool isPlanePicture(std::string_view id);
bool isTimePicture(std::string_view id);
/// All ids, for messages.
std::string pictureIdList();
/// The four that a lesson begins with.
const std::vector<std::string>& defaultPictures();

} // namespace hyperdrift
