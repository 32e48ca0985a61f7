#include "core/io/lesson_plan.h"

#include "core/io/experiment_file.h"
#include "core/io/experiment_json.h"
#include "core/io/json_reader.h"
#include "core/io/json_text.h"
#include "core/io/matrix_file.h"
#include "core/io/overrides.h"
#include "core/model/message_text.h"
#include "core/model/parameter.h"
#include "core/model/validate.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hyperdrift {

using Json = nlohmann::ordered_json;

namespace {

/// A place within the experiment as one within the lesson; what is no JSON pointer names another file.
std::string below(const std::string& pointer, const std::string& place)
{
    return place.empty() || place.front() == '/' ? pointer + place : pointer + ": " + place;
}

void addHead(Json& document)
{
    if (!document.contains("format"))
        document["format"] = formatName;
    if (!document.contains("version"))
        document["version"] = experimentVersion;
}

/// A document of its own in the lesson's folder.
Json readDocument(const std::string& file, const LessonFolder& folder, const std::string& pointer)
{
    if (std::find(folder.files.begin(), folder.files.end(), file) == folder.files.end())
        throw InputError(
            {pointer, "must be an experiment, or the name of a file in the lesson's folder, but is \"" +
                          onOneLine(file) + "\""});
    try {
        return parseJson(folder.read(file));
    } catch (const InputError& error) {
        throw InputError({pointer + ": " + file, error.what()});
    }
}

/// A path of an edit ("noise.sigma1") and its run, of one from the document's top ("runs.1.noise.sigma1").
struct LivePath {
    int run = 0;
    std::string parameter;
};

std::optional<LivePath> livePath(const std::string& path)
{
    constexpr std::string_view runs = "runs.";
    const std::size_t dot = path.find('.', runs.size());
    if (path.compare(0, runs.size(), runs) != 0 || dot == std::string::npos)
        return std::nullopt;
    LivePath live{0, path.substr(dot + 1)};
    const auto [end, code] = std::from_chars(path.data() + runs.size(), path.data() + dot, live.run);
    if (code != std::errc() || end != path.data() + dot || !isParameter(live.parameter))
        return std::nullopt;
    return live;
}

/// Of a value that has passed the experiment's reader.
decltype(Edit::SetParameter::value) editValue(const Json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_null())
        return std::monostate{};
    return value.get<double>();
}

bool isLive(const Json& set)
{
    for (auto item = set.begin(); item != set.end(); ++item)
        if (!livePath(item.key()))
            return false;
    return true;
}

} // namespace

LessonPlan::LessonPlan(const Json& experiment, const LessonFolder& folder, const std::string& pointer)
    : m_folder(folder)
{
    std::string place = pointer;
    if (experiment.is_string()) {
        const auto file = experiment.get<std::string>();
        m_document = readDocument(file, folder, pointer);
        place += ": " + file + ": ";
    } else {
        m_document = experiment;
        if (!experiment.is_object())
            throw InputError({pointer, "must be an experiment (an object) or the name of a file, but is " +
                                           describe(experiment)});
        addHead(m_document);
    }
    try {
        m_experiment = read(m_document);
    } catch (const InputError& error) {
        throw InputError({below(place, error.issue().pointer), error.issue().message});
    }
}

Experiment LessonPlan::read(Json document) const
{
    Experiment experiment = experimentFromJson(std::move(document));
    requireValid(experiment); // before a file is read or anything sized by it
    auto& matrix = experiment.problem.matrix;
    if (matrix && !matrix->embedded) {
        takeMatrix(experiment.problem, m_folder.read(matrix->path));
        matrix->embedded = true; // a lesson may be opened from where no path leads
        requireValid(experiment);
    }
    return experiment;
}

void LessonPlan::set(const Json& values, const std::string& pointer)
{
    for (auto item = values.begin(); item != values.end(); ++item) {
        const std::string place = pointer + pointerStep(item.key());
        try {
            setAtPath(m_document, item.key(), *item);
        } catch (const InputError& error) {
            throw InputError({place, "leads to " + std::string(error.what())});
        }
    }
    try {
        m_experiment = read(m_document);
    } catch (const InputError& error) {
        throw InputError({pointer, "makes the experiment wrong at " + std::string(error.what())});
    }
}

void LessonPlan::change(LessonStep& step, const Json& values, const std::string& pointer)
{
    for (auto item = values.begin(); item != values.end(); ++item) {
        const auto live = livePath(item.key());
        Edit edit{m_t, live->run, std::vector<Edit::SetParameter>{{live->parameter, editValue(*item)}}};
        step.changes.push_back(edit);
        auto& edits = m_recording.edits;
        const auto later =
            std::find_if(edits.begin(), edits.end(), [this](const Edit& e) { return e.at > m_t; });
        edits.insert(later, std::move(edit));
    }
    try {
        requireValid(m_recording);
    } catch (const InputError& error) {
        throw InputError({pointer, "can't be changed while the runs go: " + std::string(error.what())});
    }
}

void LessonPlan::add(LessonStep& step, const Json* set, bool reset, const std::string& pointer)
{
    const std::string place = pointer + "/set";
    if (set != nullptr) {
        if (!set->is_object())
            throw InputError({place, "must be an object of paths and values, but is " + describe(*set)});
        this->set(*set, place);
    }
    step.resets = m_isFirst || reset || (set != nullptr && !isLive(*set));
    step.experiment = m_experiment;
    if (step.resets) {
        m_t = 0;
        m_recording = m_experiment;
    } else if (set != nullptr) {
        change(step, *set, place);
    }
    m_isFirst = false;
    if (step.runTo && *step.runTo < m_t)
        throw InputError({pointer + "/run_to", "must be ≥ " + std::to_string(m_t) +
                                                   ", where this step begins, but is " +
                                                   std::to_string(*step.runTo)});
    m_t = step.runTo.value_or(m_t);
    m_recording.steps = m_t;
    step.recording = m_recording;
}

} // namespace hyperdrift
