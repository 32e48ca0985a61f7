#include "ui/plots/chip.h"

#include <QToolButton>

namespace hyperdrift::ui {

QToolButton* makeChip(const QString& text, const QString& objectName, QWidget* parent)
{
    auto* chip = new QToolButton(parent);
    chip->setText(text);
    chip->setObjectName(objectName);
    chip->setAccessibleName(text);
    chip->setProperty("role", QStringLiteral("chip"));
    return chip;
}

} // namespace hyperdrift::ui
