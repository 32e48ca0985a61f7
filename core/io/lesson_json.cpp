#include "core/io/lesson_json.h"

#include "core/io/json_reader.h"
#include "core/io/lesson_plan.h"
#include "core/measure/sample_value.h"
#include "core/model/message_text.h"
#include "core/model/parameter.h"
#include "core/model/validate.h"
#include "core/run/ensemble.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <set>

namespace hyperdrift {

using Json = nlohmann::ordered_json;

namespace {

std::string inQuotes(const std::string& text)
{
    return "\"" + onOneLine(text) + "\"";
}

// ---- pictures
// ----------------------------------------------------------------------------------------------------

std::string readPicture(const Json& value, const std::string& pointer)
{
    std::string id = readString(value, pointer);
    if (!isPictureId(id))
        throw InputError({pointer, inQuotes(id) + " is no picture; there are " + pictureIdList()});
    return id;
}

/// One that is on the screen.
std::string readShownPicture(const Json& value, const std::string& pointer,
                             const std::vector<std::string>& shown)
{
    std::string id = readPicture(value, pointer);
    if (std::find(shown.begin(), shown.end(), id) != shown.end())
        return id;
    std::string list;
    for (const std::string& picture : shown)
        list += (list.empty() ? "" : ", ") + picture;
    throw InputError({pointer, "must be one of the pictures shown, " + list + ", but is " + inQuotes(id)});
}

std::vector<std::string> readPictures(const Json& value, const std::string& pointer)
{
    constexpr std::size_t places = 4;
    if (!value.is_array() || value.size() != places)
        throw InputError({pointer, "must be an array of 4 pictures, but " +
                                       (value.is_array() ? "has " + std::to_string(value.size())
                                                         : "is " + describe(value))});
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < places; ++i)
        ids.push_back(readPicture(value[i], pointer + "/" + std::to_string(i)));
    return ids;
}

std::map<std::string, std::string> readChoices(const Json& value, const std::string& pointer)
{
    if (!value.is_object())
        throw InputError(
            {pointer, "must be an object with a picture's choices each, but is " + describe(value)});
    std::map<std::string, std::string> choices;
    for (auto item = value.begin(); item != value.end(); ++item) {
        const std::string place = pointer + pointerStep(item.key());
        readPicture(item.key(), place);
        if (!item->is_object())
            throw InputError({place, "must be an object, but is " + describe(*item)});
        choices[item.key()] = item->dump();
    }
    return choices;
}

// ---- asks
// --------------------------------------------------------------------------------------------------------

int readRun(ObjectReader& reader, std::size_t runs)
{
    return static_cast<int>(
        readInteger(reader.require("run"), reader.at("run"), 0, static_cast<std::int64_t>(runs) - 1));
}

/// A picture that is shown and of the kind that `fits` says.
std::string readAskPicture(ObjectReader& reader, const std::vector<std::string>& shown,
                           bool (*fits)(std::string_view), const char* wanted)
{
    std::string id = readShownPicture(reader.require("picture"), reader.at("picture"), shown);
    if (!fits(id))
        throw InputError(
            {reader.at("picture"), "must be " + std::string(wanted) + ", but is " + inQuotes(id)});
    return id;
}

ChoiceAsk readChoice(ObjectReader& reader, std::size_t runs)
{
    ChoiceAsk ask;
    ask.answer = static_cast<std::size_t>(
        readInteger(reader.require("answer"), reader.at("answer"), 0, std::numeric_limits<int>::max()));
    if (reader.find("run"))
        ask.run = readRun(reader, runs);
    return ask;
}

LessonAsk readAsk(const Json& value, const std::string& pointer, const std::vector<std::string>& shown,
                  std::size_t runs)
{
    ObjectReader reader(value, pointer, "an ask of this kind");
    const std::string kind = readString(reader.require("kind"), reader.at("kind"));
    LessonAsk ask;
    if (kind == "point")
        ask = PointAsk{readAskPicture(reader, shown, isPlanePicture, "landscape or norm_plane"),
                       readRun(reader, runs)};
    else if (kind == "curve")
        ask = CurveAsk{readAskPicture(reader, shown, isTimePicture, "loss, imbalance, flatness or log_ratio"),
                       readRun(reader, runs)};
    else if (kind == "choice")
        ask = readChoice(reader, runs);
    else
        throw InputError(
            {reader.at("kind"), inQuotes(kind) + " is no kind of ask; there are point, curve, choice"});
    reader.finish();
    return ask;
}

// ---- expectations
// --------------------------------------------------------------------------------------------------------

/// "singular_values.1" only where there are two.
std::string readValueName(ObjectReader& reader, int rank)
{
    std::string name = readString(reader.require("value"), reader.at("value"));
    if (!isSampleValue(name))
        throw InputError({reader.at("value"), inQuotes(name) + " is nothing that is measured; there are " +
                                                  sampleValueList() + " (N from 0)"});
    if (splitSampleValue(name).index >= rank)
        throw InputError({reader.at("value"), "must have an index < " + std::to_string(rank) +
                                                  ", the rank, but is " + inQuotes(name)});
    return name;
}

bool isPredicted(const std::string& name)
{
    constexpr std::array<std::string_view, 8> keys{"loss",      "x_norm2",    "y_norm2", "ratio",
                                                   "imbalance", "lambda_max", "trace",   "singular_values"};
    return std::find(keys.begin(), keys.end(), splitSampleValue(name).key) != keys.end();
}

void readTarget(ObjectReader& reader, LessonExpectation& expectation)
{
    const Json& value = reader.require("is");
    const std::string place = reader.at("is");
    using Target = LessonExpectation::Target;
    if (value.is_number()) {
        expectation.number = value.get<double>();
    } else if (value == "gamma2") {
        expectation.target = Target::Gamma2;
        if (expectation.value != "ratio")
            throw InputError({place, "gamma2 is a ratio, but the value is " + inQuotes(expectation.value)});
    } else if (value == "predicted") {
        expectation.target = Target::Predicted;
        if (!isPredicted(expectation.value))
            throw InputError({place, "theory predicts no " + inQuotes(expectation.value)});
    } else {
        throw InputError({place, "must be a number, \"gamma2\" or \"predicted\", but is " + describe(value)});
    }
}

LessonExpectation readExpectation(const Json& value, const std::string& pointer, const Experiment& experiment)
{
    LessonExpectation expectation;
    ObjectReader reader(value, pointer, "an expectation");
    expectation.run = readRun(reader, experiment.runs.size());
    expectation.value = readValueName(reader, experiment.problem.rank);
    readTarget(reader, expectation);
    expectation.within = readNumber(reader.require("within"), reader.at("within"));
    if (!(expectation.within > 0))
        throw InputError({reader.at("within"), "must be > 0, but is " + numberText(expectation.within)});
    std::string of = "relative";
    reader.read("of", of);
    if (of != "relative" && of != "absolute")
        throw InputError({reader.at("of"), "must be \"relative\" or \"absolute\", but is " + inQuotes(of)});
    expectation.relative = of == "relative";
    if (expectation.relative && expectation.target == LessonExpectation::Target::Number &&
        expectation.number == 0)
        throw InputError({reader.at("of"), "must be \"absolute\" where the value is to be 0"});
    reader.finish();
    return expectation;
}

// ---- controls and panels
// --------------------------------------------------------------------------------------------------------

/// The index in "PREFIX.N…" when it is that of a run; what follows it comes into `rest`.
bool namesRun(std::string_view text, std::string_view prefix, std::size_t runs, std::string_view& rest)
{
    if (text.substr(0, prefix.size()) != prefix)
        return false;
    std::size_t run = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, code] = std::from_chars(text.data() + prefix.size(), end, run);
    rest = std::string_view(stop, static_cast<std::size_t>(end - stop));
    return code == std::errc() && run < runs;
}

bool isControl(const std::string& path, std::size_t runs)
{
    static const std::set<std::string, std::less<>> fixed{"problem",
                                                          "problem.d1",
                                                          "problem.d2",
                                                          "problem.rank",
                                                          "problem.spectrum",
                                                          "problem.seed",
                                                          "problem.matrix",
                                                          "problem.center_columns",
                                                          "problem.scale_to",
                                                          "start",
                                                          "start.kind",
                                                          "start.seed",
                                                          "start.log_imbalance",
                                                          "start.product",
                                                          "start.scale_x",
                                                          "start.scale_y",
                                                          "start.scale"};
    if (fixed.count(path) != 0)
        return true;
    std::string_view rest;
    if (!namesRun(path, "runs.", runs, rest))
        return false;
    return rest.empty() || rest == ".seed" || rest == ".noise" ||
           (rest.front() == '.' && isParameter(rest.substr(1)));
}

bool isPanel(const std::string& name, std::size_t runs)
{
    std::string_view rest;
    return name == "problem" || name == "start" || (namesRun(name, "run.", runs, rest) && rest.empty());
}

std::vector<std::string> readNames(const Json& value, const std::string& pointer,
                                   const std::function<bool(const std::string&)>& isKnown,
                                   const std::string& kind)
{
    if (!value.is_array())
        throw InputError({pointer, "must be an array of strings, but is " + describe(value)});
    std::vector<std::string> names;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string place = pointer + "/" + std::to_string(i);
        names.push_back(readString(value[i], place));
        if (!isKnown(names.back()))
            throw InputError({place, inQuotes(names.back()) + " is no " + kind});
    }
    return names;
}

// ---- steps
// --------------------------------------------------------------------------------------------------------

std::string readId(ObjectReader& reader, const std::vector<LessonStep>& before)
{
    std::string id = readString(reader.require("id"), reader.at("id"));
    constexpr const char* allowed = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    if (id.empty() || id.find_first_not_of(allowed) != std::string::npos)
        throw InputError(
            {reader.at("id"), "must consist of a-z, 0-9, \"-\" and \"_\", but is " + inQuotes(id)});
    const bool taken =
        std::any_of(before.begin(), before.end(), [&id](const LessonStep& step) { return step.id == id; });
    if (taken)
        throw InputError(
            {reader.at("id"), "must differ from those before it, but is " + inQuotes(id) + " again"});
    return id;
}

/// What the window shows; `shown` are the pictures that stand there, and become those of this step.
void readShown(ObjectReader& reader, LessonStep& step, std::vector<std::string>& shown)
{
    if (const Json* pictures = reader.find("pictures")) {
        step.pictures = readPictures(*pictures, reader.at("pictures"));
        shown = step.pictures;
    }
    if (const Json* focus = reader.find("focus"))
        step.focus = readShownPicture(*focus, reader.at("focus"), shown);
    if (const Json* choices = reader.find("choices"))
        step.choices = readChoices(*choices, reader.at("choices"));
    const auto require = [&](const char* key, const char* picture) {
        if (std::find(shown.begin(), shown.end(), picture) == shown.end())
            throw InputError(
                {reader.at(key), "needs the picture \"" + std::string(picture) + "\", which is not shown"});
    };
    reader.read("eight_starts", step.eightStarts);
    if (step.eightStarts)
        require("eight_starts", "landscape");
    if (const Json* members = reader.find("ensemble")) {
        const auto most = maxEnsembleRuns / static_cast<std::int64_t>(step.experiment.runs.size());
        step.ensemble = readInteger(*members, reader.at("ensemble"), 1, most);
        require("ensemble", "ensemble");
    }
}

void readControls(ObjectReader& reader, LessonStep& step)
{
    const std::size_t runs = step.experiment.runs.size();
    if (const Json* lock = reader.find("lock"))
        step.lock = readNames(
            *lock, reader.at("lock"), [runs](const std::string& path) { return isControl(path, runs); },
            "control; there are those of problem, start and runs.N, by their paths");
    if (const Json* hide = reader.find("hide"))
        step.hide = readNames(
            *hide, reader.at("hide"), [runs](const std::string& name) { return isPanel(name, runs); },
            "panel; there are problem, start and run.N");
}

LessonStep readStep(const Json& json, const std::string& pointer, const Lesson& lesson, LessonPlan& plan,
                    std::vector<std::string>& shown)
{
    LessonStep step;
    ObjectReader reader(json, pointer, "a step");
    step.id = readId(reader, lesson.steps);
    if (const Json* runTo = reader.find("run_to"))
        step.runTo = readInteger(*runTo, reader.at("run_to"), 0, maxSteps);
    bool reset = false;
    reader.read("reset", reset);
    plan.add(step, reader.find("set"), reset, pointer);
    readShown(reader, step, shown);
    readControls(reader, step);
    if (const Json* ask = reader.find("ask"))
        step.ask = readAsk(*ask, reader.at("ask"), shown, step.experiment.runs.size());
    if (const Json* expect = reader.find("expect")) {
        if (!expect->is_array())
            throw InputError({reader.at("expect"), "must be an array, but is " + describe(*expect)});
        for (std::size_t i = 0; i < expect->size(); ++i)
            step.expectations.push_back(readExpectation(
                (*expect)[i], reader.at("expect") + "/" + std::to_string(i), step.experiment));
    }
    reader.finish();
    return step;
}

void readHead(ObjectReader& reader)
{
    const std::string format = readString(reader.require("format"), reader.at("format"));
    if (format != lessonFormatName)
        throw InputError({reader.at("format"),
                          "must be \"" + std::string(lessonFormatName) + "\", but is " + inQuotes(format)});
    const std::int64_t version = readInteger(reader.require("version"), reader.at("version"), 1,
                                             std::numeric_limits<std::int64_t>::max());
    if (version > lessonVersion)
        throw InputError({reader.at("version"), "must be ≤ " + std::to_string(lessonVersion) + ", but is " +
                                                    std::to_string(version) +
                                                    ": made for a newer version of Hyperdrift"});
}

} // namespace

Lesson lessonFromJson(const Json& document, const LessonFolder& folder)
{
    Lesson lesson{.id = folder.name};
    ObjectReader reader(document, "", "a lesson");
    readHead(reader);
    LessonPlan plan(reader.require("experiment"), folder, reader.at("experiment"));
    lesson.experiment = plan.experiment();
    const Json& steps = reader.require("steps");
    if (!steps.is_array() || steps.size() < leastLessonSteps || steps.size() > mostLessonSteps)
        throw InputError({reader.at("steps"), "must be an array of " + std::to_string(leastLessonSteps) +
                                                  " to " + std::to_string(mostLessonSteps) + " steps, but " +
                                                  (steps.is_array() ? "has " + std::to_string(steps.size())
                                                                    : "is " + describe(steps))});
    reader.finish();
    std::vector<std::string> shown = defaultPictures();
    for (std::size_t i = 0; i < steps.size(); ++i)
        lesson.steps.push_back(readStep(steps[i], "/steps/" + std::to_string(i), lesson, plan, shown));
    return lesson;
}

} // namespace hyperdrift
