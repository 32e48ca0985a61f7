#include "core/io/lesson_text.h"

#include "core/model/error.h"
#include "core/model/message_text.h"

#include <algorithm>
#include <optional>

namespace hyperdrift {

namespace {

struct Line {
    std::string_view text;
    int number = 0;
    int level = 0; ///< of a heading: 1 for "# "; 0 for what is none
    bool fenced = false;
};

[[noreturn]] void refuse(int line, const std::string& message)
{
    throw InputError({std::to_string(line), message});
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool isBlank(const Line& line)
{
    return trimmed(line.text).empty();
}

/// "```" or "~~~" at the beginning of a line, or nothing.
std::string_view fenceOf(std::string_view text)
{
    const std::string_view start = trimmed(text).substr(0, 3);
    return start == "```" || start == "~~~" ? start : std::string_view();
}

int headingLevel(std::string_view text)
{
    const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
    return level >= 1 && level < text.size() && text[level] == ' ' ? static_cast<int>(level) : 0;
}

std::vector<Line> linesOf(std::string_view text)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, byteOrderMark.size()) == byteOrderMark)
        text.remove_prefix(byteOrderMark.size());
    std::vector<Line> lines;
    std::string_view fence; ///< the open one
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        const std::string_view mark = fenceOf(line);
        const bool fenced = !fence.empty() || !mark.empty();
        if (fence.empty())
            fence = mark;
        else if (mark == fence)
            fence = {};
        lines.push_back({line, number, fenced ? 0 : headingLevel(line), fenced});
    }
    return lines;
}

std::string headingText(const Line& line)
{
    return std::string(trimmed(line.text.substr(static_cast<std::size_t>(line.level))));
}

/// A heading and what stands below it, up to the next of its level or above.
struct Section {
    Line heading;
    std::vector<Line> lines;
};

/// `before` gets what stands above the first heading of `level`.
std::vector<Section> sectionsOf(const std::vector<Line>& lines, int level, std::vector<Line>& before)
{
    std::vector<Section> sections;
    for (const Line& line : lines)
        if (line.level == level)
            sections.push_back({line, {}});
        else
            (sections.empty() ? before : sections.back().lines).push_back(line);
    return sections;
}

/// The lines as Markdown, without blank ones around them.
std::string textOf(const std::vector<Line>& lines)
{
    const auto first = std::find_if_not(lines.begin(), lines.end(), isBlank);
    const auto last = std::find_if_not(lines.rbegin(), lines.rend(), isBlank).base();
    std::string text;
    for (auto line = first; line < last; ++line)
        text += (text.empty() ? "" : "\n") + std::string(line->text);
    return text;
}

/// One bullet per choice; an indented line goes on with the one above it.
std::vector<std::string> choicesOf(const std::vector<Line>& lines)
{
    std::vector<std::string> choices;
    for (const Line& line : lines) {
        if (isBlank(line))
            continue;
        const std::string_view start = line.text.substr(0, 2);
        if (start == "- " || start == "* ")
            choices.emplace_back(trimmed(line.text.substr(2)));
        else if (!choices.empty() && start == "  ")
            choices.back() += " " + std::string(trimmed(line.text));
        else
            refuse(line.number,
                   "must be a choice, \"- …\", but is \"" + onOneLine(trimmed(line.text)) + "\"");
    }
    return choices;
}

void readPart(LessonStepText& step, const Section& part)
{
    const std::string name = headingText(part.heading);
    const int line = part.heading.number;
    const auto fill = [&](std::string& target) {
        if (!target.empty())
            refuse(line, "\"### " + name + "\" is given twice in this step");
        target = textOf(part.lines);
        if (target.empty())
            refuse(line, "\"### " + name + "\" must have a text, but is empty");
    };
    if (name == "Notes") {
        fill(step.notes);
    } else if (name == "Answer") {
        fill(step.answer);
    } else if (name == "Choices") {
        if (!step.choices.empty())
            refuse(line, "\"### Choices\" is given twice in this step");
        step.choices = choicesOf(part.lines);
        if (step.choices.size() < 2)
            refuse(line, "must list at least 2 choices, but lists " + std::to_string(step.choices.size()));
    } else {
        refuse(line,
               "\"### " + onOneLine(name) +
                   "\" is no part of a step; there are Notes, Choices, Answer, named so in every language");
    }
}

LessonStepText readStep(const Section& section)
{
    LessonStepText step{.heading = headingText(section.heading), .line = section.heading.number};
    if (step.heading.empty())
        refuse(step.line, "a step must have a heading, but it is empty");
    std::vector<Line> body;
    const std::vector<Section> parts = sectionsOf(section.lines, 3, body);
    step.body = textOf(body);
    if (step.body.empty())
        refuse(step.line, "a step must have a text, but it is empty");
    for (const Section& part : parts)
        readPart(step, part);
    return step;
}

/// The title and, below it, the one sentence.
void readTop(LessonText& text, const std::vector<Line>& lines)
{
    const auto isText = [](const Line& line) { return !isBlank(line); };
    const auto title = std::find_if(lines.begin(), lines.end(), isText);
    if (title == lines.end() || title->level != 1)
        refuse(title == lines.end() ? 1 : title->number,
               "the text must begin with its title, \"# …\", but " +
                   (title == lines.end() ? std::string("has none")
                                         : "begins with \"" + onOneLine(trimmed(title->text)) + "\""));
    text.title = headingText(*title);
    const auto quote = std::find_if(title + 1, lines.end(), isText);
    const std::string wanted =
        "below the title must stand the one sentence to remember, \"> …\", on one line";
    if (quote == lines.end() || quote->text.substr(0, 1) != ">")
        refuse(quote == lines.end() ? title->number : quote->number, wanted);
    text.remember = std::string(trimmed(quote->text.substr(1)));
    if (text.remember.empty())
        refuse(quote->number, wanted + ", but it is empty");
    const auto more = std::find_if(quote + 1, lines.end(), isText);
    if (more != lines.end())
        refuse(more->number, wanted + ", and then the first step, \"## …\", but there is \"" +
                                 onOneLine(trimmed(more->text)) + "\"");
}

/// ![alt](target), each; alt is for those who can't see it.
void findImages(LessonText& text, const Line& line)
{
    for (std::size_t at = line.text.find("!["); at != std::string_view::npos;
         at = line.text.find("![", at + 2)) {
        const std::size_t middle = line.text.find("](", at);
        const std::size_t end = middle == std::string_view::npos ? middle : line.text.find(')', middle);
        if (end == std::string_view::npos)
            refuse(line.number, "a picture must be written as ![what it shows](target) on one line");
        if (trimmed(line.text.substr(at + 2, middle - at - 2)).empty())
            refuse(line.number, "a picture must say what it shows, ![…], for those who can't see it");
        text.images.push_back({std::string(line.text.substr(middle + 2, end - middle - 2)), line.number});
    }
}

/// One title, and none below "### ".
void checkHeadings(const std::vector<Line>& lines)
{
    int titles = 0;
    for (const Line& line : lines) {
        if (line.level > 3)
            refuse(line.number,
                   "headings are \"# \", \"## \" and \"### \", but this is \"" + onOneLine(line.text) + "\"");
        if (line.level == 1 && ++titles > 1)
            refuse(line.number, "there must be one title, but \"" + onOneLine(line.text) + "\" is another");
    }
}

} // namespace

LessonText parseLessonText(std::string_view markdown)
{
    LessonText text;
    const std::vector<Line> lines = linesOf(markdown);
    checkHeadings(lines);
    std::vector<Line> top;
    for (const Section& section : sectionsOf(lines, 2, top))
        text.steps.push_back(readStep(section));
    readTop(text, top);
    for (const Line& line : lines)
        if (!line.fenced)
            findImages(text, line);
    return text;
}

} // namespace hyperdrift
