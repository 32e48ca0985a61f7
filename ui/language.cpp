#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace hyperdrift::ui {

namespace {

const QString translatorName = QStringLiteral("hyperdriftTranslator");

Language spokenNow = Language::English;

void install(const QString& file, const QString& folder)
{
    auto* translator = new QTranslator(qApp);
    translator->setObjectName(translatorName);
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

QString languageName(Language language)
{
    switch (language) {
    case Language::System:
        return QStringLiteral("system");
    case Language::English:
        return QStringLiteral("en");
    case Language::Chinese:
        return QStringLiteral("zh_CN");
    }
    return {};
}

std::optional<Language> languageNamed(const QString& name)
{
    for (const Language language : {Language::System, Language::English, Language::Chinese}) {
        if (languageName(language) == name)
            return language;
    }
    return std::nullopt;
}

Language spokenOf(const QStringList& wanted)
{
    for (const QString& name : wanted) {
        const QLocale::Language language = QLocale(name).language();
        if (language == QLocale::Chinese)
            return Language::Chinese;
        if (language == QLocale::English)
            return Language::English;
    }
    return Language::English;
}

Language spokenLanguage()
{
    return spokenNow;
}

void useLanguage(Language language)
{
    qDeleteAll(qApp->findChildren<QTranslator*>(translatorName, Qt::FindDirectChildrenOnly));
    const bool isSystem = language == Language::System;
    const QLocale locale = isSystem ? QLocale::system() : QLocale(languageName(language));
    QLocale::setDefault(locale);
    spokenNow = isSystem ? spokenOf(locale.uiLanguages()) : language;
    if (spokenNow == Language::English)
        return; // the sources'
    install(QStringLiteral("qtbase_") + languageName(spokenNow),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("hyperdrift_") + languageName(spokenNow), QStringLiteral(":/translations"));
}

} // namespace hyperdrift::ui
