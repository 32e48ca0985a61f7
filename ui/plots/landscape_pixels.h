#pragma once
// Where the parts of the landscape lie in pixels, and how large its marks are: what drawing and labels share.

#include "ui/plots/ghost_ends.h"
#include "ui/plots/landscape_model.h"
#include "ui/theme.h"

#include <QFont>
#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

class QCustomPlot;

namespace hyperdrift::ui {

/// A run on its way along its curve of equal loss.
struct MovedRun {
    std::size_t run;
    double c; ///< X ← cX, Y ← Y/c; > 0
};

/// A run from one of the eight starts.
struct FanPixels {
    std::size_t run = 0;
    QList<QPointF> points; ///< from the start on
    bool diverged = false;
};

class LandscapePixels {
public:
    /// Both outlive it.
    LandscapePixels(const QCustomPlot& plot, const LandscapeModel& model);

    void setLook(const Theme& theme, const QFont& font);
    /// The start dot as it is being dragged, or nullopt.
    void setDragged(const std::optional<PlanePoint>& start) { m_dragged = start; }

    /// The run whose present point is being dragged, or nullopt. It is one of those shown.
    void setMoved(const std::optional<MovedRun>& run) { m_moved = run; }

    const LandscapeModel& model() const { return m_model; }
    const Theme& theme() const { return m_theme; }
    const QFont& font() const { return m_font; }
    const std::optional<PlanePoint>& dragged() const { return m_dragged; }

    const std::optional<MovedRun>& moved() const { return m_moved; }

    QRectF axes() const;
    QPointF at(const PlanePoint& point) const;
    PlanePoint pointAt(const QPointF& pixel) const;
    bool isVisible(const QPointF& point) const;
    /// nullopt when there is none in sight.
    std::optional<QPointF> start() const;
    /// The star; nullopt for a run without one, or out of sight.
    std::optional<QPointF> star(const LandscapeRun& run) const;
    /// The run's present point; nullopt while it still stands at the start, or out of sight.
    std::optional<QPointF> dot(const LandscapeRun& run) const;
    /// Takes in the runs' trails. They are long, and grow much more rarely than the runs move.
    void takeTrails();
    /// As last taken in; it ends before the present point.
    QList<QPointF> trail(std::size_t run) const;
    /// Likewise, of what lies ahead of the present point; it begins at the trail's end.
    QList<QPointF> ahead(std::size_t run) const;
    /// Likewise, of each of the model's ghosts.
    const std::vector<QList<QPointF>>& ghostTrails() const { return m_ghostTrails; }
    /// Where ghosts end that end in sight.
    std::vector<GhostEnd> ghostEnds() const;
    /// Takes in the eight starts. They are many, and come anew only when what they follow from changes.
    void takeFan();
    /// As last taken in, the starts one after the other, and of each the last run first.
    const std::vector<FanPixels>& fan() const { return m_fan; }
    /// Where it ends, or where it was last seen of one that diverged; nullopt when that is out of sight.
    std::optional<QPointF> endOf(const FanPixels& trail) const;
    /// From the end of its trail to the present point; null when that is out of reach.
    QLineF tip(std::size_t run) const;
    /// xy = s, and the valley that F̃ has at its limit; empty where there is none.
    std::vector<QList<QPointF>> valley() const;
    std::vector<QList<QPointF>> shrunkValley() const;

    /// The curve of equal loss that the moved run's point is on; empty without one.
    std::vector<QList<QPointF>> orbit() const;
    /// Where the moved run would be; nullopt without one.
    std::optional<QPointF> target() const;

    double markRadius() const;
    double ghostRadius() const;
    double fanRadius() const;
    double starRadius() const;

private:
    std::vector<QList<QPointF>> curve(double product) const;

    const QCustomPlot& m_plot;
    const LandscapeModel& m_model;
    Theme m_theme;
    QFont m_font;
    std::optional<PlanePoint> m_dragged;
    std::optional<MovedRun> m_moved;
    std::vector<QList<QPointF>> m_trails;
    std::vector<QList<QPointF>> m_ahead;
    std::vector<QList<QPointF>> m_ghostTrails;
    std::vector<FanPixels> m_fan;
};

/// Whether the run has moved: before, its dot would hide the start.
bool hasLeft(const LandscapeRun& run);

} // namespace hyperdrift::ui
