#pragma once
#include <QString>

class QToolButton;
class QWidget;

namespace hyperdrift::ui {

/// A small button of a picture's controls.
QToolButton* makeChip(const QString& text, const QString& objectName, QWidget* parent);

} // namespace hyperdrift::ui
