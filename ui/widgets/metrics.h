#pragma once
// The window's one spacing grid.

namespace hyperdrift::ui {

inline constexpr int grid = 8; ///< pixels

} // namespace hyperdrift::ui
