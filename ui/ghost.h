#pragma once
// What was recorded and is no longer: the future that a branch abandoned, or a run that was pinned. Faint
// lines to compare with, and the recipe from which it can be recorded again.

#include "core/measure/history.h"
#include "core/model/config.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace hyperdrift::ui {

/// What a ghost is recorded again from.
struct GhostRecipe {
    std::string title; ///< what it was, in a few words
    bool pinned = true;
    std::int64_t from = 0;                        ///< see Ghost
    std::variant<std::string, Experiment> recipe; ///< as a file holds it, or as read; its steps are how far
    std::string folder = {};                      ///< of that file: its paths are relative to it
};

struct GhostRun {
    std::string name;
    std::int64_t iteration = 0; ///< where it ends
    Sample last;                ///< there
    History history;            ///< up to there, thinned
};

struct Ghost {
    std::uint64_t id = 0;
    std::string letter;    ///< "A", "B", …: its sign in pictures and list
    std::string title;     ///< what it was, in a few words
    bool pinned = false;   ///< stays until it is dismissed
    std::int64_t from = 0; ///< since when it went another way than what is shown; 0: from the start
    std::int64_t head = 0; ///< how far it goes
    Experiment recipe;     ///< config and edits
    std::vector<GhostRun> runs;
};

} // namespace hyperdrift::ui
