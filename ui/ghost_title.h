#pragma once
// What a ghost was, in a few words: the same in every file, shown in the language of the window.

#include <QString>

#include <cstdint>
#include <string>

namespace hyperdrift::ui {

/// The future that was left at iteration `from`.
std::string leftTitle(std::int64_t from, std::int64_t head);
/// A recording from its start.
std::string seedTitle(std::uint64_t seed, std::int64_t head);
/// As it is shown; one of another origin as it is.
QString shownTitle(const std::string& title);

} // namespace hyperdrift::ui
