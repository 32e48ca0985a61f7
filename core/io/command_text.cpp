#include "core/io/command_text.h"

#include "core/io/experiment_json.h"
#include "core/io/overrides.h"
#include "core/model/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace hyperdrift {

using Json = nlohmann::ordered_json;

namespace {

/// Of a document: what no assignment says.
constexpr std::array<std::string_view, 5> leftOut{"format", "version", "made_with", "steps", "view"};

std::string quotedForShell(const std::string& word)
{
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+./:=,@%";
    if (word.find_first_not_of(plain) == std::string::npos)
        return word;
    std::string quoted = "'";
    for (const char c : word)
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    return quoted + "'";
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// Whether an assignment reads `text` as a text although it is not in JSON's quotes.
bool isReadAsItIs(const std::string& text)
{
    if (std::any_of(text.begin(), text.end(), isControl))
        return false;
    Json document = Json::object();
    applyOverride(document, "text=" + text);
    return document["text"] == text;
}

std::string pointerOf(std::string path)
{
    std::replace(path.begin(), path.end(), '.', '/');
    return "/" + path;
}

/// The right side of an assignment.
std::string valueText(const Json& value, const std::string& path)
{
    if (value.is_string() && isReadAsItIs(value.get<std::string>()))
        return value.get<std::string>();
    try {
        return value.dump();
    } catch (const Json::type_error&) {
        throw InputError({pointerOf(path), "must be UTF-8 to stand on a command line, but is not"});
    }
}

/// Whether two values are one to the bit: as numbers, -0 and 0 are equal.
bool isSame(const Json& a, const Json& b)
{
    return a == b && a.dump(-1, ' ', false, Json::error_handler_t::replace) ==
                         b.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The document that is being assigned to, and the words that do it.
class Assignments {
public:
    explicit Assignments(Json document) : m_document(std::move(document)) {}

    /// Makes what is at `path` what it is in `target`, a part at a time where both have the same parts.
    void make(const Json& target, const std::string& path)
    {
        const Json* present = find(path);
        if (present != nullptr && isSame(*present, target))
            return;
        const bool objects = present != nullptr && target.is_object() && present->is_object();
        const bool runs = path == "runs" && target.size() == present->size();
        if (!objects && !runs)
            return assign(target, path);
        std::size_t index = 0;
        for (auto item = target.begin(); item != target.end(); ++item, ++index) {
            const std::string step = runs ? std::to_string(index) : item.key();
            if (path.empty() && std::find(leftOut.begin(), leftOut.end(), step) != leftOut.end())
                continue;
            make(*item, path.empty() ? step : std::string(path).append(".").append(step));
        }
    }

    const std::string& line() const { return m_line; }

private:
    const Json* find(const std::string& path) const
    {
        const Json::json_pointer pointer(path.empty() ? std::string() : pointerOf(path));
        return m_document.contains(pointer) ? &m_document.at(pointer) : nullptr;
    }

    void assign(const Json& value, const std::string& path)
    {
        std::string word = path + "=";
        word += valueText(value, path);
        if (word.size() >= maxCommandWord)
            throw InputError({pointerOf(path), "must take less than " + std::to_string(maxCommandWord) +
                                                   " bytes to stand on a command line, but takes " +
                                                   std::to_string(word.size())});
        m_line += " --set " + quotedForShell(word);
        applyOverride(m_document, word);
        fillIn();
    }

    /// With the defaults of what an assignment has taken away, a matrix the spectrum for one.
    void fillIn()
    {
        try {
            m_document = toJson(experimentFromJson(m_document));
        } catch (const InputError&) { // an explicit start has no defaults
        }
    }

    Json m_document;
    std::string m_line;
};

std::string commandLine(const std::string& what, std::int64_t steps)
{
    return "hyperdrift-cli run" + what + " --steps " + std::to_string(steps);
}

} // namespace

std::string commandText(const Experiment& experiment, std::int64_t steps)
{
    Experiment said = experiment;
    if (auto& matrix = said.problem.matrix) {
        if (matrix->path.empty())
            throw InputError({"/problem/matrix", "must be a file to be named on a command line, but the "
                                                 "experiment has the cells alone"});
        matrix->embedded = false;
    }
    Assignments assignments(toJson(defaultExperiment()));
    assignments.make(toJson(said), {});
    return commandLine(assignments.line(), steps);
}

std::string commandText(const std::string& path, std::int64_t steps)
{
    return commandLine(" " + quotedForShell(path), steps);
}

} // namespace hyperdrift
