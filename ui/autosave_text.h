#pragma once
// An autosave: an experiment file whose "view" also holds, under "restore", what the window needs to go on
// from where it was: how far it had gone, the instant that was shown, ghosts, what waited for a reset.

#include "core/model/config.h"
#include "ui/document_file.h"
#include "ui/ghost.h"
#include "ui/waiting_draft.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hyperdrift::ui {

class KeptMatrices;

struct RestorePoint {
    DocumentFile file;
    std::int64_t iteration = 0;
    std::optional<WaitingDraft> waiting = std::nullopt;
    std::optional<std::int64_t> shown = std::nullopt; ///< when it was another than `iteration`
    std::vector<GhostRecipe> ghosts = {};             ///< the oldest first
};

/// What is kept does not depend on files of others. A matrix is written with its cells, a large one into a
/// file of `matrices`, if there is one. Throws FileError when that can't be written.
QByteArray autosaveText(const Experiment& experiment, const RestorePoint& point,
                        KeptMatrices* matrices = nullptr);

struct Restored {
    Experiment experiment; ///< as it was: its matrix is by path again, where the file is still the same
    RestorePoint point;
};

/// `folder` holds the matrices. Throws as parseExperiment.
Restored parseAutosave(const std::string& text, const std::string& folder = {});

/// Where the document of an autosave stood, without reading all of it: the draft that waited and the ghosts
/// are left out. nullopt when the text is no autosave.
std::optional<RestorePoint> restorePointIn(const QByteArray& text);

} // namespace hyperdrift::ui
