#pragma once
// The pictures there are, made by name, so that nobody outside ui/plots needs their classes.

#include "ui/plots/plot_view.h"

#include <QStringList>

#include <memory>

namespace hyperdrift::ui {

/// Ids in the order in which the menu lists them: "landscape", "loss", "imbalance", "valley", …
const QStringList& pictureIds();
QString pictureTitle(const QString& id);
/// nullptr for an unknown id. The widget is called "picture_<id>".
PlotView* makePicture(const QString& id, QWidget* parent);

} // namespace hyperdrift::ui
