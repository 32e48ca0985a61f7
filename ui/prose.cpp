#include "ui/prose.h"

#include <QCoreApplication>

namespace hyperdrift::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(prose)
};

} // namespace

QString sentences(const QStringList& parts)
{
    return parts.isEmpty() ? QString() : parts.join(Words::tr(". ")) + Words::tr(".");
}

QString listing(const QStringList& parts)
{
    return parts.join(Words::tr(", "));
}

QString labelled(const QString& label, const QString& text)
{
    return Words::tr("%1: %2").arg(label, text);
}

QString clauses(const QStringList& parts)
{
    return parts.join(Words::tr("; "));
}

} // namespace hyperdrift::ui
