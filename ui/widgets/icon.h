#pragma once
// The window's icons: drawn in one colour, that of the theme.

#include <QColor>
#include <QIcon>
#include <QString>

namespace hyperdrift::ui {

/// The drawing of that name under resources/icons in this colour, sharp at every size; paler when disabled.
QIcon themedIcon(const QString& name, const QColor& color);

} // namespace hyperdrift::ui
