// Any folder is a lesson or is refused in one line; what is read keeps what the header promises of it. The
// input is the folder as JSON: an object of its files, lesson.json as a document or as text. Other bytes are
// lesson.json itself, and a text.

#include "core/io/lesson.h"
#include "core/io/lesson_text.h"
#include "core/model/validate.h"
#include "tests/fuzz/require.h"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <set>

using namespace hyperdrift;

namespace {

using Json = nlohmann::ordered_json;
using Files = std::map<std::string, std::string>;

Files filesIn(std::string_view input)
{
    const Json folder = Json::parse(input.begin(), input.end(), nullptr, false);
    if (!folder.is_object())
        return {{"lesson.json", std::string(input)}, {"en.md", std::string(input)}};
    Files files;
    for (const auto& [name, content] : folder.items()) {
        files[name] = content.is_string() ? content.get<std::string>()
                                          : content.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return files;
}

LessonFolder folderOf(const Files& files)
{
    LessonFolder folder{"lesson", "lesson", {}, {}};
    for (const auto& file : files)
        folder.files.push_back(file.first);
    folder.read = [&files](const std::string& name) {
        const auto file = files.find(name);
        if (file == files.end())
            throw FileError("no such file");
        return file->second;
    };
    return folder;
}

template<typename Read>
auto orRefused(const Read& read) -> std::optional<decltype(read())>
{
    try {
        return read();
    } catch (const InputError& error) {
        requireOneLine(error.what());
    } catch (const FileError& error) {
        requireOneLine(error.what());
    }
    return std::nullopt;
}

void requireSteps(const Lesson& lesson)
{
    require(lesson.steps.size() >= leastLessonSteps && lesson.steps.size() <= mostLessonSteps,
            "3 to 8 steps");
    std::set<std::string> ids;
    std::int64_t end = 0;
    for (const LessonStep& step : lesson.steps) {
        require(ids.insert(step.id).second, "a step's id is its own");
        require(validate(step.experiment).empty(), "what a step sets is valid");
        require(validate(step.recording).empty(), "a step's recording is valid");
        require(step.resets || step.recording.steps >= end, "a step does not end before it begins");
        require(step.pictures.empty() || step.pictures.size() == 4, "four pictures or none");
        end = step.recording.steps;
    }
    require(lesson.steps.front().resets, "the first step begins at t = 0");
}

void requireTexts(const Lesson& lesson)
{
    require(lesson.texts.count("en") == 1, "there is an English text");
    for (const auto& [language, text] : lesson.texts) {
        require(&textIn(lesson, language) == &text, "a language's text is found");
        require(text.steps.size() == lesson.steps.size(), "each step has its text");
        for (std::size_t i = 0; i < text.steps.size(); ++i) {
            const auto& ask = lesson.steps[i].ask;
            require(ask.has_value() == !text.steps[i].answer.empty(), "who asks has an answer");
            if (ask && std::holds_alternative<ChoiceAsk>(*ask))
                require(std::get<ChoiceAsk>(*ask).answer < text.steps[i].choices.size(), "one is right");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const char* data, std::size_t size)
{
    const Files files = filesIn({data, size});
    for (const auto& file : files)
        orRefused([&] { return parseLessonText(file.second); });
    const auto lesson = orRefused([&] { return readLesson(folderOf(files)); });
    if (!lesson)
        return 0;
    requireSteps(*lesson);
    requireTexts(*lesson);
    return 0;
}
