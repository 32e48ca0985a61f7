#pragma once

#include <QByteArray>
#include <QString>

namespace hyperdrift::ui {

/// Writes `path` whole or not at all; what went wrong, or nothing. QSaveFile alone takes a file that the disk
/// had no room for to be written, when the last of it was still in its buffer.
QString writeFile(const QString& path, const QByteArray& bytes);

} // namespace hyperdrift::ui
