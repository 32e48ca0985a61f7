#include "core/model/lesson.h"

#include <algorithm>
#include <array>

namespace hyperdrift {

namespace {

constexpr std::array<std::string_view, 11> pictureIds{"landscape", "loss",     "imbalance",  "valley",
                                                      "flatness",  "spectrum", "norm_plane", "log_ratio",
                                                      "ensemble",  "matrices", "pca"};
constexpr std::array<std::string_view, 2> planePictures{"landscape", "norm_plane"};
constexpr std::array<std::string_view, 4> timePictures{"loss", "imbalance", "flatness", "log_ratio"};

template<typename Ids>
bool contains(const Ids& ids, std::string_view id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string_view languageOnly(std::string_view language)
{
    return language.substr(0, language.find('_'));
}

} // namespace

bool isPictureId(std::string_view id)
{
    return contains(pictureIds, id);
}

bool isPlanePicture(std::string_view id)
{
    return contains(planePictures, id);
}

bool isTimePicture(std::string_view id)
{
    return contains(timePictures, id);
}

std::string pictureIdList()
{
    std::string list;
    for (const std::string_view id : pictureIds)
        list += (list.empty() ? "" : ", ") + std::string(id);
    return list;
}

const std::vector<std::string>& defaultPictures()
{
    static const std::vector<std::string> ids{"landscape", "loss", "imbalance", "valley"};
    return ids;
}

const LessonText& textIn(const Lesson& lesson, std::string_view language)
{
    const auto exact = lesson.texts.find(std::string(language));
    if (exact != lesson.texts.end())
        return exact->second;
    const auto related = std::find_if(lesson.texts.begin(), lesson.texts.end(), [language](const auto& text) {
        return languageOnly(text.first) == languageOnly(language);
    });
    return related != lesson.texts.end() ? related->second : lesson.texts.at("en");
}

} // namespace hyperdrift
