#pragma once
// All that was recorded of the runs that are shown, as a file for other programs: the whole recording, also
// beyond the instant that is shown.

#include <QByteArray>
#include <QString>

namespace hyperdrift {
class Recording;
}

namespace hyperdrift::ui {

/// For a file dialog: CSV as hyperdrift-cli run --csv writes it (core/io/run_csv.h), NumPy's arrays as --npz
/// does (core/io/run_npz.h).
QString recordedFilter();
/// Why no file of that name can be written, in one line; empty: its suffix names one of these kinds.
QString whyNotRecorded(const QString& path);
/// The file, as its suffix says, which must be one of these.
QByteArray recordedData(const Recording& recording, const QString& path);

} // namespace hyperdrift::ui
