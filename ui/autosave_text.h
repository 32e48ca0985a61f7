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

QByteArray autosaveText(Experiment experiment, const RestorePoint& point);

/// From an experiment's view; nullopt when it is not that of an autosave.
std::optional<RestorePoint> restorePointOf(const std::string& view);
/// From an autosave's text, without the draft that waited; nullopt when it is none.
std::optional<RestorePoint> restorePointIn(const QByteArray& text);

} // namespace hyperdrift::ui
