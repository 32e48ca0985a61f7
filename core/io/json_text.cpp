#include "core/io/json_text.h"

#include "core/model/error.h"
#include "core/model/message_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

namespace hyperdrift {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t deepest = 64;
constexpr std::size_t lineWidth = 100;

/// Follows the parser: where it is, and which keys the open objects have.
class Place {
public:
    /// The parser's callback; true keeps what was parsed.
    bool operator()(int /*depth*/, Json::parse_event_t event, Json& parsed)
    {
        switch (event) {
        case Json::parse_event_t::object_start:
        case Json::parse_event_t::array_start:
            open(event == Json::parse_event_t::array_start);
            break;
        case Json::parse_event_t::key:
            enter(parsed.get_ref<const std::string&>());
            break;
        case Json::parse_event_t::object_end:
        case Json::parse_event_t::array_end:
            m_frames.pop_back();
            pass();
            break;
        case Json::parse_event_t::value:
            pass();
            break;
        }
        return true;
    }

    std::string pointer() const
    {
        std::string text;
        for (const Frame& frame : m_frames)
            if (frame.isArray)
                text += "/" + std::to_string(frame.index);
            else if (!frame.keys.empty())
                text += pointerStep(frame.key);
        return text;
    }

private:
    struct Frame {
        bool isArray = false;
        std::size_t index = 0;
        std::string key;
        std::set<std::string> keys;
    };

    void open(bool isArray)
    {
        if (m_frames.size() == deepest)
            throw InputError({pointer(), "is nested deeper than " + std::to_string(deepest)});
        m_frames.emplace_back().isArray = isArray;
    }
    void enter(const std::string& key)
    {
        Frame& frame = m_frames.back();
        frame.key = key;
        if (!frame.keys.insert(key).second)
            throw InputError({pointer(), "is given twice"});
    }
    void pass()
    {
        if (!m_frames.empty() && m_frames.back().isArray)
            ++m_frames.back().index;
    }

    std::vector<Frame> m_frames;
};

/// "line:column" of the character at `offset`, from 1, in characters rather than bytes.
std::string lineAndColumn(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0: the first line
    const auto isStart = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto column =
        1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(), isStart);
    return std::to_string(line) + ":" + std::to_string(column);
}

/// The word (up to a delimiter) that holds the character at `offset`.
std::string_view wordAt(std::string_view text, std::size_t offset)
{
    constexpr std::string_view delimiters = " \t\r\n,:[]{}\"";
    if (offset >= text.size())
        return {};
    const std::size_t before = text.find_last_of(delimiters, offset);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    return text.substr(start, text.find_first_of(delimiters, start) - start);
}

bool isNonFinite(std::string_view word)
{
    constexpr std::array<std::string_view, 12> words{"NaN",       "nan",       "-NaN", "-nan",
                                                     "Infinity",  "infinity",  "Inf",  "inf",
                                                     "-Infinity", "-infinity", "-Inf", "-inf"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The parser's own words without their prefix: "unexpected end of input; expected '}'".
std::string reasonOf(const std::string& what)
{
    const std::size_t parsing = what.find("while parsing");
    const std::size_t dash = what.find(" - ", parsing == std::string::npos ? 0 : parsing);
    return onOneLine(dash == std::string::npos ? what : what.substr(dash + 3), 160);
}

InputError parseFailure(std::string_view text, const Json::parse_error& error, const Place& place)
{
    const std::size_t offset = error.byte > 0 ? error.byte - 1 : 0;
    const std::string where = lineAndColumn(text, offset);
    const std::string_view word = wordAt(text, offset);
    if (isNonFinite(word))
        return InputError(
            {place.pointer(), "must be a finite number, but is " + std::string(word) + " (" + where + ")"});
    return InputError({where, "is no valid JSON: " + reasonOf(error.what())});
}

std::string scalarText(const Json& value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// `value` on one line, or nullopt when it is longer than `room`.
std::optional<std::string> oneLine(const Json& value, std::size_t room)
{
    if (!value.is_structured())
        return scalarText(value);
    if (value.empty())
        return value.is_array() ? "[]" : "{ }";
    std::string line = value.is_array() ? "[" : "{ ";
    for (auto item = value.begin(); item != value.end(); ++item) {
        if (item != value.begin())
            line += ", ";
        if (value.is_object())
            line += scalarText(item.key()) + ": ";
        const auto part = line.size() < room ? oneLine(*item, room - line.size()) : std::nullopt;
        if (!part)
            return std::nullopt;
        line += *part;
    }
    line += value.is_array() ? "]" : " }";
    return line.size() <= room ? std::optional(line) : std::nullopt;
}

/// Appends `value`; `column` is where its first character goes on a line that is indented by `indent`.
void append(std::string& out, const Json& value, std::size_t indent, std::size_t column)
{
    const bool numbers = value.is_array() && std::none_of(value.begin(), value.end(), [](const Json& item) {
                             return item.is_structured();
                         });
    const std::size_t room = numbers || !value.is_structured() ? std::string::npos
                             : column < lineWidth              ? lineWidth - column
                                                               : 0;
    // The document's own first level always has a line for each key.
    if (const auto line =
            indent == 0 && value.is_object() && !value.empty() ? std::nullopt : oneLine(value, room)) {
        out += *line;
        return;
    }
    out += value.is_array() ? "[" : "{";
    for (auto item = value.begin(); item != value.end(); ++item) {
        const std::string label = value.is_object() ? scalarText(item.key()) + ": " : std::string();
        out += (item == value.begin() ? "\n" : ",\n") + std::string(indent + 2, ' ') + label;
        append(out, *item, indent + 2, indent + 2 + label.size());
    }
    out += "\n" + std::string(indent, ' ') + (value.is_array() ? "]" : "}");
}

} // namespace

Json parseJson(std::string_view text)
{
    Place place;
    try {
        // The library copies its callback; the place has to be this one.
        return Json::parse(text, [&place](int depth, Json::parse_event_t event, Json& parsed) {
            return place(depth, event, parsed);
        });
    } catch (const Json::parse_error& error) {
        throw parseFailure(text, error, place);
    } catch (const Json::out_of_range& error) {
        // The only one that parsing raises: a number beyond the range of double, quoted at the end of the
        // message.
        const std::string what = error.what();
        const std::size_t quote = what.find('\'');
        const std::string number = what.substr(quote + 1, what.rfind('\'') - quote - 1);
        throw InputError({place.pointer(), "must be a finite number, but is " + onOneLine(number)});
    }
}

std::string jsonText(const Json& value)
{
    std::string text;
    append(text, value, 0, 0);
    return text + "\n";
}

} // namespace hyperdrift
