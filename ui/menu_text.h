#pragma once

#include <QString>

class QFontMetrics;

namespace hyperdrift::ui {

/// A person's own text as it can stand in a menu: not too long, and its "&" no mnemonic.
QString menuText(const QString& text, const QFontMetrics& font);

/// An entry's text as it reads outside of its menu: without mnemonics and the dots of a dialog to come.
QString plainText(QString entry);

} // namespace hyperdrift::ui
