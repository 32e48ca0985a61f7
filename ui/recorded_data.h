#pragma once
// All that was recorded of the runs that are shown, as a file for other programs.

#include "ui/message.h"
#include "ui/scene.h"

#include <QByteArray>
#include <QString>

namespace hyperdrift::ui {

/// As hyperdrift-cli run --csv writes it (core/io/run_csv.h): the whole recording, also beyond the instant
/// that is shown; that instant itself where it is the last one.
QByteArray recordedCsv(const Scene& scene);

/// For a file dialog: the kinds of file that saveRecorded writes.
QString recordedFilter();
/// Writes the file as its suffix says, whole or not at all; what came of it.
Message saveRecorded(const Scene& scene, const QString& path);

} // namespace hyperdrift::ui
