#pragma once
// Whether a file still holds what it held. Its time does not tell: a copy keeps it, and what was only touched
// is the same.

#include <QByteArray>
#include <QString>

namespace hyperdrift::ui {

/// SHA-256 of what the file holds, in hex. Empty when it can't be read, and for what is no regular file: a
/// pipe gives what is in it only once.
QByteArray fileDigest(const QString& path);

QByteArray digestOf(const QByteArray& text);

} // namespace hyperdrift::ui
