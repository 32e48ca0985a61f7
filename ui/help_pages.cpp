#include "ui/help_pages.h"

#include <QDir>
#include <QFile>
#include <QStringList>

namespace hyperdrift::ui {

namespace {

const QString root = QStringLiteral(":/help/");

QString folderFor(const QString& language)
{
    const QStringList there = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    const auto tongue = [](const QString& name) { return name.section(QLatin1Char('_'), 0, 0); };
    if (there.contains(language))
        return root + language;
    for (const QString& other : there) {
        if (tongue(other) == tongue(language))
            return root + other;
    }
    return root + QStringLiteral("en");
}

QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Rows of a table whose head the page has.
QString rowsOf(const std::vector<KeyHelp>& keys)
{
    const auto cell = [](QString text) { return text.replace(QLatin1Char('|'), QStringLiteral("\\|")); };
    QString rows;
    for (const KeyHelp& line : keys)
        rows += QStringLiteral("| **%1** | %2 |\n").arg(cell(line.keys), cell(line.does));
    return rows;
}

} // namespace

std::vector<HelpPage> helpPages(const QString& language, const std::vector<KeyHelp>& keys)
{
    const QString folder = folderFor(language);
    std::vector<HelpPage> pages;
    for (const char* id : {"tour", "keys", "glossary", "references"}) {
        QString text = read(folder + QStringLiteral("/%1.md").arg(QLatin1String(id)));
        const QString title = text.section(QLatin1Char('\n'), 0, 0).remove(QStringLiteral("# "));
        text.replace(QStringLiteral("{keys}\n"), rowsOf(keys));
        pages.push_back({QLatin1String(id), title, text});
    }
    return pages;
}

} // namespace hyperdrift::ui
