#pragma once
// The ghosts in a plot over time: a thin line per run, beneath all that lives.

#include "core/measure/series.h"
#include "ui/ghost.h"
#include "ui/plots/ghost_ends.h"
#include "ui/theme.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

class QCPPainter;
class QCustomPlot;

namespace hyperdrift::ui {

/// One run of one ghost.
struct GhostLine {
    std::uint64_t ghost = 0; ///< id
    QString letter;
    std::size_t run = 0;
    Measure measure;
    Series series; ///< from where the ghost went its own way; never changes
    Series shown;  ///< what fits the width
    bool diverged = false;
};

class GhostLines {
public:
    /// Drops those that are gone and makes those that are new; `measures` is what is shown of each run, `s1`
    /// the scene's. A run of a ghost's that the scene no longer has shows what the last one shows. Whether
    /// others are there now.
    bool takeIn(const std::vector<std::shared_ptr<const Ghost>>& ghosts, const std::vector<Measure>& measures,
                double s1);
    /// Reduces them to what the columns can show; does nothing when that is what they are already.
    void reduce(const Columns& columns);

    const std::vector<GhostLine>& lines() const { return m_lines; }
    void paint(QCPPainter& painter, const QCustomPlot& plot, bool logY, const Theme& theme) const;
    /// Where those end that end within the picture.
    std::vector<GhostEnd> ends(const QCustomPlot& plot) const;

private:
    std::vector<GhostLine> m_lines; ///< ghosts in the scene's order
    Columns m_columns;
    bool m_isReduced = false;
};

} // namespace hyperdrift::ui
