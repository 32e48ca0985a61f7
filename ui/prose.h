#pragma once
// Pieces of text put together as the language of the window wants it.

#include <QString>
#include <QStringList>

namespace hyperdrift::ui {

/// "A. B."; empty for nothing.
QString sentences(const QStringList& parts);
/// "a, b"
QString listing(const QStringList& parts);
/// "a: b"
QString labelled(const QString& label, const QString& text);
/// "a; b"
QString clauses(const QStringList& parts);

} // namespace hyperdrift::ui
