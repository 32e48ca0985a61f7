#pragma once
// What of the panels is taken away for a while: controls that can't be changed, and parts that are hidden.

#include <QStringList>

class QWidget;

namespace hyperdrift::ui {

struct PanelLimits {
    QStringList locked; ///< by the paths of an experiment file: "problem", "start.kind", "runs.1.eta", …
    QStringList hidden; ///< "problem", "start", "run.0", …
    QString reason;     ///< the tooltip of what is locked
};

/// Whether `path` is locked, by itself or as a part of what is.
bool isLocked(const PanelLimits& limits, const QString& path);
/// Locks the controls in `panel` that belong to a path ("eta" to "runs.1.eta", if `prefix` is "runs.1"), and
/// unlocks the others, with the tooltips that they had.
void lockControls(QWidget* panel, const QString& prefix, const PanelLimits& limits);

} // namespace hyperdrift::ui
