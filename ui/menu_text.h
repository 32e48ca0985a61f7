#pragma once

#include <QString>

class QFontMetrics;

namespace hyperdrift::ui {

/// A person's own text as it can stand in a menu: not too long, and its "&" no mnemonic.
QString menuText(const QString& text, const QFontMetrics& font);

} // namespace hyperdrift::ui
