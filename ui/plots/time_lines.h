#pragma once
// The lines of a plot over time: what each run measured, what theory says, and the graphs that show both.

#include "core/measure/series.h"
#include "ui/plots/ghost_lines.h"
#include "ui/plots/jagged_graph.h"
#include "ui/plots/time_pictures.h"
#include "ui/theme.h"

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace hyperdrift::ui {

/// One measured line.
struct RunLine {
    LineSpec spec;
    QString name; ///< of the run
    QString label;
    Series series;           ///< the whole recording
    GrowingReduction passed; ///< of it, up to now
    Series shown;            ///< up to now, what fits the width, with the present value at its end
    Series ahead;            ///< from there on, likewise
    double now = 0;          ///< iteration
    double value = 0;        ///< present value
    bool diverged = false;   ///< by the end of the recording
    std::optional<TheoryLine> theory;
    // Owned by the plot. Measured: a band and a line; theory: likewise, empty where it says nothing.
    JaggedGraph* low = nullptr;
    JaggedGraph* high = nullptr;
    JaggedGraph* mean = nullptr;
    JaggedGraph* future = nullptr; ///< the mean of what lies ahead
    JaggedGraph* theoryLow = nullptr;
    JaggedGraph* theoryHigh = nullptr;
    JaggedGraph* theoryMean = nullptr;
};

/// Lines with graphs of their own, instead of all graphs there were.
std::vector<RunLine> makeLines(QCustomPlot& plot, const std::vector<LineSpec>& specs);
void styleLines(const std::vector<RunLine>& lines, const Theme& theme);
/// What the scene says now of as many `specs` as there are lines; the series go on where they were, or begin
/// anew where another measure is shown.
void takeIn(std::vector<RunLine>& lines, const Scene& scene, const TimeVariant& variant,
            const std::vector<LineSpec>& specs);
/// Whether any of them has a value to show, now or before.
bool hasValues(const std::vector<RunLine>& lines);
/// Some of what was recorded is void: the series begin anew.
void forgetSeries(std::vector<RunLine>& lines);

/// Reduces what was measured to what the columns can show.
void reduceLines(std::vector<RunLine>& lines, const Columns& columns);
/// Hands what the axes show to the graphs.
void fillGraphs(const std::vector<RunLine>& lines, const QCPRange& x, const QCPRange& y, bool logX,
                bool logY);

/// The range of y that shows all of [x.lower, x.upper], as far as it is of interest: on a log axis down to a
/// thousandth of the least predicted level; a run that has diverged only a little way; bounds that are near.
QCPRange rangeOf(const std::vector<RunLine>& lines, const std::vector<LevelLine>& levels,
                 const GhostLines& ghosts, const QCPRange& x, bool logY);

/// Into the range, or just so far out of it that the line leaves the picture: pixels of 1e300 break painting.
double drawable(double value, const QCPRange& range, bool logarithmic);

} // namespace hyperdrift::ui
