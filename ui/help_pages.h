#pragma once
// The help's texts: resources/help, a folder for each language, in the lessons' Markdown. A line "{keys}" in
// one stands for the rows of the list of keys. Links: [σ₁](help:glossary) to a page, [lesson
// 3](lesson:03-noise-chooses), and addresses.

#include "ui/window_keys.h"

#include <QString>

#include <vector>

namespace hyperdrift::ui {

struct HelpPage {
    QString id;    ///< the file's name: "tour", "keys", "glossary", "references"
    QString title; ///< its first heading
    QString text;  ///< Markdown
};

/// Of the help in `language` ("zh_CN"), or in the same language of another or no country, or in English.
std::vector<HelpPage> helpPages(const QString& language, const std::vector<KeyHelp>& keys);

} // namespace hyperdrift::ui
