#pragma once
// What the window shows, as an experiment file remembers it under "view". Anything in it that isn't
// understood is left out: it is never a reason to refuse a file.

#include "core/run/pacing.h"
#include "ui/ghost_shelf.h"

#include <QJsonObject>
#include <QStringList>

#include <cstdint>
#include <string>
#include <vector>

namespace hyperdrift::ui {

/// A pinned ghost: what it was, and the experiment that gives it again.
struct PinnedRecipe {
    std::string title;
    std::string recipe;
    std::int64_t from = 0; ///< see Ghost
};

struct ViewState {
    QStringList pictures; ///< ids by place, the hero first; empty: it names none
    QJsonObject choices;  ///< PlotView::choices() by picture id, also of pictures that are not shown
    Pace pace = AutoPace{};
    std::vector<PinnedRecipe> pinned;
};

/// From which the ghosts are recorded again, then those that are on their way.
std::vector<GhostRecipe> ghostRecipes(const Ghosts& ghosts, const std::vector<GhostRecipe>& onTheirWay);
/// Of those that are pinned, for a file in `folder`.
std::vector<PinnedRecipe> pinnedRecipes(const std::vector<GhostRecipe>& ghosts,
                                        const std::string& folder = {});

std::string viewText(const ViewState& state);
ViewState parseView(const std::string& text);

/// Landscape as hero, loss, imbalance and valley profile beside it.
QStringList standardPictures();

} // namespace hyperdrift::ui
