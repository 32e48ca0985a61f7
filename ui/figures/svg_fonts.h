#pragma once
// The fonts of an SVG file: of each that its texts need, the signs that they use, inside the file. Whoever
// opens it sees the program's letters, whatever is installed.

#include <QByteArray>
#include <QStringList>

namespace hyperdrift::ui {

/// `svg` with a style sheet of fonts. Signs that the font of a text lacks come from the first of `families`
/// that has them. Signs that none of them has stay without.
QByteArray withFonts(const QByteArray& svg, const QStringList& families);

} // namespace hyperdrift::ui
