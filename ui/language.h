#pragma once
// The language that the program speaks: one of its own, or as the system says.

#include <QString>
#include <QStringList>

#include <optional>

namespace hyperdrift::ui {

enum class Language { System, English, Chinese };

QString languageName(Language language); ///< "system", "en", "zh_CN"
std::optional<Language> languageNamed(const QString& name);
/// The first of `wanted` ("de-DE", "zh", the best first) that the program speaks; English where it speaks
/// none.
Language spokenOf(const QStringList& wanted);

/// What useLanguage came to: never System.
Language spokenLanguage();
/// From now on all that is translated is in that language, Qt's own texts too, and QLocale() is its locale.
/// What was translated before stays as it is.
void useLanguage(Language language);

} // namespace hyperdrift::ui
