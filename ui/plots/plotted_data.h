#pragma once
// The numbers that a picture shows, for a table or for another program's figure: what is drawn within its
// axes, in their units. What is hidden, veiled by a lesson or out of sight is not among them. Words are
// English in every language of the window, as in all files.

#include "core/measure/heat_map.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace hyperdrift::ui {

class PlotView;

struct PlottedSeries {
    enum class Kind { Line, Band, Marks, Bars, Map };
    enum class Stroke { Solid, Dashed, Dotted };
    enum class Mark { Run, Hollow, Ring, Star, Tick }; ///< a run's own sign, full or hollow; …
    enum class Legend { None, Who, Name };             ///< the run alone, or all of the name

    Kind kind = Kind::Line;
    QString name;            ///< "Perturbed GD, loss"; before plottedData without run and ghost
    QString who = {};        ///< "ghost A, GD"; empty: nobody's
    int run = -1;            ///< whose colour and sign it has; −1: nobody's
    QString ghost = {};      ///< its letter; empty: of the runs that are shown
    bool isTheory = false;   ///< has theory's colour
    bool standsBack = false; ///< is drawn faint
    Stroke stroke = Stroke::Solid;
    Mark mark = Mark::Run;
    Legend legend = Legend::None;
    double width = 1; ///< of a line: share of a measured one's; of bars: in units of x
    double shift = 0; ///< of marks that stand beside each other, in units of x
    // Bands: from y to `high`. A number that is not finite is a gap of the line.
    std::vector<double> x = {};
    std::vector<double> y = {};
    std::vector<double> high = {};
    std::optional<HeatMap> map = {}; ///< of a Map, which has no points
    bool isAroundZero = false;       ///< its scale tells signs apart

    void add(double atX, double atY)
    {
        x.push_back(atX);
        y.push_back(atY);
    }
};

struct PlottedAxis {
    QString label;
    double lower = 0; ///< < upper, > 0 when logarithmic
    double upper = 1;
    bool isLogarithmic = false;
    bool isCount = false; ///< only whole numbers mean something
};

/// One pair of axes, or one map.
struct PlottedPanel {
    QString title = {}; ///< empty in a picture of one panel
    PlottedAxis x = {};
    PlottedAxis y = {};
    std::vector<PlottedSeries> series = {};
};

struct PlottedData {
    QString title = {};
    std::vector<PlottedPanel> panels = {};

    /// Whether there is nothing to be seen.
    bool isEmpty() const;
    /// A picture has maps alone, or none.
    bool isOfMaps() const;
};

/// As the picture stands now; it is painted if it has not been yet. `runs`: names of the scene's runs, as
/// files have them. Of lines, the points that are in sight and their neighbours, so that they reach the
/// edge; of all else, what is in sight.
PlottedData plottedData(const PlotView& view, const std::vector<std::string>& runs);

} // namespace hyperdrift::ui
