#include "ui/menu_text.h"

#include <QFontMetrics>

namespace hyperdrift::ui {

namespace {

constexpr int mostCharacters = 60;

} // namespace

QString menuText(const QString& text, const QFontMetrics& font)
{
    return font.elidedText(text, Qt::ElideMiddle, mostCharacters * font.averageCharWidth())
        .replace(QLatin1Char('&'), QLatin1String("&&"));
}

QString plainText(QString entry)
{
    entry.remove(QLatin1Char('&'));
    entry.remove(QStringLiteral("…"));
    return entry;
}

} // namespace hyperdrift::ui
