#include "core/io/overrides.h"

#include "core/io/json_reader.h"
#include "core/io/json_text.h"
#include "core/model/error.h"
#include "core/model/message_text.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <map>
#include <utility>
#include <vector>

namespace hyperdrift {

using Json = nlohmann::ordered_json;

namespace {

struct Assignment {
    std::string_view path;
    std::string_view value;
};

Assignment splitAssignment(std::string_view text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        throw InputError({"", "an assignment must be PATH=VALUE, but is \"" + onOneLine(text) + "\""});
    return {text.substr(0, equals), text.substr(equals + 1)};
}

Json valueOf(std::string_view text)
{
    try {
        return parseJson(text);
    } catch (const InputError&) {
        return std::string(text);
    }
}

/// The steps of a dotted path. What stands below an edit's "set" is one key, dots included: "noise.sigma1".
std::vector<std::string> stepsOf(std::string_view path)
{
    std::vector<std::string> steps;
    while (true) {
        const bool inSet = steps.size() == 3 && steps[0] == "edits" && steps[2] == "set";
        const std::size_t dot = inSet ? std::string_view::npos : path.find('.');
        steps.emplace_back(path.substr(0, dot));
        if (dot == std::string_view::npos)
            return steps;
        path.remove_prefix(dot + 1);
    }
}

Json& element(Json& array, const std::string& step, const std::string& pointer)
{
    std::size_t index = 0;
    const auto [end, code] = std::from_chars(step.data(), step.data() + step.size(), index);
    if (code != std::errc() || end != step.data() + step.size() || index >= array.size())
        throw InputError({pointer, "must be an index ≥ 0 and < " + std::to_string(array.size()) +
                                       ", but is " + onOneLine(step)});
    return array[index];
}

/// The place that `path` leads to; the last key, and objects on the way, are made when missing.
Json& placeOf(Json& document, std::string_view path)
{
    Json* place = &document;
    std::string pointer;
    for (const std::string& step : stepsOf(path)) {
        const std::string parent = pointer;
        pointer += pointerStep(step);
        if (place->is_array()) {
            place = &element(*place, step, pointer);
            continue;
        }
        if (!place->is_object() && !place->is_null())
            throw InputError({pointer, "can't be set: " + parent + " is " + describe(*place)});
        place = &(*place)[step];
    }
    return *place;
}

void removeKeys(Json& object, std::initializer_list<const char*> keys)
{
    for (const char* key : keys)
        object.erase(key);
}

/// Keys of a start by its kind; "kind" and "seed" belong to each.
void keepKeysOfKind(Json& start)
{
    static const std::map<std::string, std::vector<std::string>> keysOf{
        {"aligned", {"log_imbalance", "product"}},
        {"gaussian", {"scale_x", "scale_y"}},
        {"small_balanced", {"scale"}},
        {"zero", {}},
        {"explicit", {"x", "y"}}};
    const Json& kind = start["kind"];
    const auto own = kind.is_string() ? keysOf.find(kind.get<std::string>()) : keysOf.end();
    if (own == keysOf.end())
        return; // refused by the reader
    for (const auto& other : keysOf)
        if (other.first != own->first)
            for (const std::string& key : other.second)
                start.erase(key);
}

} // namespace

void setAtPath(Json& document, std::string_view path, Json value)
{
    placeOf(document, path) = std::move(value);
    if (path == "problem.matrix")
        removeKeys(document["problem"], {"d1", "d2", "spectrum", "seed", "matrix_sha256", "matrix_cells"});
    if (path == "start.kind")
        keepKeysOfKind(document["start"]);
}

void applyOverride(Json& document, std::string_view text)
{
    const Assignment assignment = splitAssignment(text);
    setAtPath(document, assignment.path, valueOf(assignment.value));
}

bool setsMatrix(std::string_view text)
{
    const Assignment assignment = splitAssignment(text);
    if (assignment.path != "problem")
        return assignment.path == "problem.matrix";
    const Json value = valueOf(assignment.value);
    return value.is_object() && value.contains("matrix");
}

} // namespace hyperdrift
