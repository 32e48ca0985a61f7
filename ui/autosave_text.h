#pragma once
// An autosave: an experiment file whose "view" also holds, under "restore", what the window needs to go on
// from where it was.

#include "core/model/config.h"
#include "ui/document_file.h"
#include "ui/waiting_draft.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>

namespace hyperdrift::ui {

struct RestorePoint {
    DocumentFile file;
    std::int64_t iteration = 0;
    std::optional<WaitingDraft> waiting;
};

/// A matrix is written with its cells: what is kept does not depend on another file.
QByteArray autosaveText(Experiment experiment, const RestorePoint& point);

struct Restored {
    Experiment experiment; ///< as it was: its matrix is by path again, where the file is still the same
    RestorePoint point;
};

/// Throws as parseExperiment.
Restored parseAutosave(const std::string& text);

/// Where the document of an autosave stood, without reading all of it: the draft that waited is left out.
/// nullopt when the text is no autosave.
std::optional<RestorePoint> restorePointIn(const QByteArray& text);

} // namespace hyperdrift::ui
