#pragma once
// Autosaves of sessions that ended without leaving.

#include "ui/autosave_text.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace hyperdrift::ui {

struct Leftover {
    QString id; ///< of its place in the folder
    QDateTime when;
    RestorePoint point;    ///< without the draft that waited
    bool putAside = false; ///< to be offered no more, only kept
};

struct Leftovers {
    std::vector<Leftover> found; ///< the newest first
    QStringList problems;        ///< in one line each
};

/// Reads the folder. What is older than 30 days by `now` goes, with whatever a dead session left beside its
/// file; what can't be read is moved aside and told. Sessions that live are left alone. For any thread.
Leftovers findLeftovers(const QString& folder, const QDateTime& now);

/// "talk.hyperdrift", or that of a document without a file.
QString nameOf(const Leftover& leftover);

} // namespace hyperdrift::ui
