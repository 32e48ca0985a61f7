#include "ui/ghost_title.h"

#include "ui/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace hyperdrift::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ghostTitle)
};

constexpr const char* left = QT_TRANSLATE_NOOP("ghostTitle", "left at t = %1, went to %2");
constexpr const char* seeded = QT_TRANSLATE_NOOP("ghostTitle", "seed %1, to t = %2");

} // namespace

std::string leftTitle(std::int64_t from, std::int64_t head)
{
    return QString::fromUtf8(left).arg(formatCount(from), formatCount(head)).toStdString();
}

std::string seedTitle(std::uint64_t seed, std::int64_t head)
{
    return QString::fromUtf8(seeded).arg(QString::number(seed), formatCount(head)).toStdString();
}

QString shownTitle(const std::string& title)
{
    const QString text = QString::fromStdString(title);
    for (const char* pattern : {left, seeded}) {
        QString expression = QString::fromUtf8(pattern);
        expression.replace(QStringLiteral("%1"), QStringLiteral("([0-9,]+)"))
            .replace(QStringLiteral("%2"), QStringLiteral("([0-9,]+)"));
        const auto match = QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(text);
        if (match.hasMatch())
            return Words::tr(pattern).arg(match.captured(1), match.captured(2));
    }
    return text;
}

} // namespace hyperdrift::ui
