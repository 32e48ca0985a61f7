#pragma once
// Where ghosts end in a picture, and the letters that stand there.

#include <QPointF>
#include <QString>

#include <cstddef>
#include <vector>

namespace hyperdrift::ui {

struct GhostEnd {
    QPointF at; ///< px
    std::size_t run = 0;
    QString letter;
};

/// Ends of the same run within `distance` of each other share one entry, at the first of them, with all their
/// letters, or "A B C …": runs that settle end where they were predicted to, every time.
std::vector<GhostEnd> joined(const std::vector<GhostEnd>& ends, double distance);

} // namespace hyperdrift::ui
