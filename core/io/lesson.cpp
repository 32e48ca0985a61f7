#include "core/io/lesson.h"

#include "core/io/file_bytes.h"
#include "core/io/json_text.h"
#include "core/io/lesson_json.h"
#include "core/io/lesson_text.h"
#include "core/model/message_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>

namespace hyperdrift {

namespace fs = std::filesystem;

namespace {

constexpr const char* documentName = "lesson.json";
constexpr std::size_t mostNameBytes = 200; ///< of a path in a message

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// "zh_CN" of "zh_CN.md"; nullopt for a name that is no language's.
std::optional<std::string> languageOf(const std::string& file)
{
    constexpr std::string_view suffix = ".md";
    if (file.size() <= suffix.size() || file.compare(file.size() - suffix.size(), suffix.size(), suffix) != 0)
        return std::nullopt;
    const std::string name = file.substr(0, file.size() - suffix.size());
    const std::size_t end = std::min(name.find('_'), name.size());
    const std::string language = name.substr(0, end);
    const std::string country = end < name.size() ? name.substr(end + 1) : "";
    const bool fits =
        (language.size() == 2 || language.size() == 3) &&
        std::all_of(language.begin(), language.end(), isLower) &&
        (end == name.size() || (country.size() == 2 && std::all_of(country.begin(), country.end(), isUpper)));
    return fits ? std::optional(name) : std::nullopt;
}

/// "step 2 (slide)"
std::string stepName(const LessonStep& step, std::size_t index)
{
    return "step " + std::to_string(index + 1) + " (" + step.id + ")";
}

[[noreturn]] void refuse(int line, const std::string& message)
{
    throw InputError({std::to_string(line), message});
}

/// Choices and an answer where the step asks, and nowhere else.
void checkAsk(const LessonStepText& text, const LessonStep& step, const std::string& name)
{
    const auto* choice = step.ask ? std::get_if<ChoiceAsk>(&*step.ask) : nullptr;
    if (!choice && !text.choices.empty())
        refuse(text.line, name + " has \"### Choices\", but asks for no choice");
    if (choice && text.choices.empty())
        refuse(text.line, name + " asks for a choice, but has no \"### Choices\"");
    if (choice && choice->answer >= text.choices.size())
        refuse(text.line, name + " must have more choices than its answer, " +
                              std::to_string(choice->answer) + " counted from 0, but has " +
                              std::to_string(text.choices.size()));
    if (step.ask && text.answer.empty())
        refuse(text.line, name + " asks, but has no \"### Answer\"");
    if (!step.ask && !text.answer.empty())
        refuse(text.line, name + " has an \"### Answer\", but asks nothing");
}

bool isFormulaName(std::string_view name)
{
    return !name.empty() &&
           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

/// "formula:NAME", or a picture in the folder.
void checkImage(const LessonImage& image, const LessonFolder& folder)
{
    constexpr std::string_view formula = "formula:";
    const std::string target = "\"" + onOneLine(image.target) + "\"";
    if (image.target.compare(0, formula.size(), formula) == 0) {
        if (!isFormulaName(std::string_view(image.target).substr(formula.size())))
            refuse(image.line, "a formula's name must consist of a-z, 0-9 and \"_\", but is " + target);
        return;
    }
    const std::string suffix = fs::path(image.target).extension().string();
    if (suffix != ".svg" && suffix != ".png")
        refuse(image.line, "a picture must be formula:NAME or an .svg or .png file, but is " + target);
    if (std::find(folder.files.begin(), folder.files.end(), image.target) == folder.files.end())
        refuse(image.line, "the picture must be in the lesson's folder, but there is no " + target);
}

LessonText readText(const std::string& file, const Lesson& lesson, const LessonFolder& folder)
{
    LessonText text = parseLessonText(folder.read(file));
    const std::size_t steps = lesson.steps.size();
    if (text.steps.size() != steps) {
        const int line = text.steps.empty() ? 1 : text.steps[std::min(steps, text.steps.size() - 1)].line;
        refuse(line, "must have a step, \"## …\", for each of the " + std::to_string(steps) + " in " +
                         documentName + ", but has " + std::to_string(text.steps.size()));
    }
    for (std::size_t i = 0; i < steps; ++i)
        checkAsk(text.steps[i], lesson.steps[i], stepName(lesson.steps[i], i));
    for (const LessonImage& image : text.images)
        checkImage(image, folder);
    return text;
}

/// Names the file that is wrong: "FOLDER/lesson.json: /pointer: …", "FOLDER/en.md:12: …".
template<typename Read>
auto naming(const LessonFolder& folder, const std::string& file, const char* separator, const Read& read)
{
    try {
        return read();
    } catch (const InputError& error) {
        throw InputError({"", onOneLine(folder.path + "/" + file, mostNameBytes) + separator + error.what()});
    }
}

std::string readable(const LessonFolder& folder, const std::string& file)
{
    if (std::find(folder.files.begin(), folder.files.end(), file) == folder.files.end())
        throw FileError(onOneLine(folder.path, mostNameBytes) + ": must hold " + file + ", but does not");
    return folder.read(file);
}

} // namespace

LessonFolder lessonFolder(const std::string& path)
{
    fs::path directory(path);
    if (directory.filename() == documentName)
        directory.remove_filename();
    if (directory.empty())
        directory = ".";
    LessonFolder folder;
    std::error_code error;
    fs::directory_iterator entries(directory, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error))
        if (!entries->is_directory())
            folder.files.push_back(entries->path().filename().string());
    if (error)
        throw FileError(onOneLine(path, mostNameBytes) + ": can't be read: " + error.message());
    std::sort(folder.files.begin(), folder.files.end());
    const fs::path whole = fs::absolute(directory).lexically_normal();
    folder.name = (whole.has_filename() ? whole : whole.parent_path()).filename().string();
    folder.path = (directory.has_filename() ? directory : directory.parent_path()).string();
    if (folder.path.empty())
        folder.path = ".";
    folder.read = [directory](const std::string& file) { return readFileBytes((directory / file).string()); };
    return folder;
}

bool isLessonPath(const std::string& path)
{
    std::error_code error;
    return fs::path(path).filename() == documentName || fs::is_directory(path, error);
}

Lesson readLesson(const LessonFolder& folder)
{
    Lesson lesson = naming(folder, documentName, ": ", [&folder] {
        return lessonFromJson(parseJson(readable(folder, documentName)), folder);
    });
    readable(folder, "en.md");
    for (const std::string& file : folder.files)
        if (const auto language = languageOf(file))
            lesson.texts[*language] =
                naming(folder, file, ":", [&] { return readText(file, lesson, folder); });
    return lesson;
}

} // namespace hyperdrift
