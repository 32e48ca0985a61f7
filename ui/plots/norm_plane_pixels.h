#pragma once
// Where the parts of the norm plane lie in pixels: what drawing, labels and tooltips share.

#include "ui/plots/ghost_ends.h"
#include "ui/plots/norm_plane_model.h"

#include <QLineF>
#include <QList>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <vector>

class QCustomPlot;

namespace hyperdrift::ui {

class NormPlanePixels {
public:
    /// Both outlive it.
    NormPlanePixels(const QCustomPlot& plot, const NormPlaneModel& model);

    const NormPlaneModel& model() const { return m_model; }
    QRectF axes() const;
    QPointF at(const PlanePoint& point) const;
    bool isVisible(const QPointF& point) const;

    /// nullopt when there is none in sight, as below.
    std::optional<QPointF> start() const;
    std::optional<QPointF> star(const NormRun& run) const;
    /// nullopt also while the run still stands at the start.
    std::optional<QPointF> dot(const NormRun& run) const;
    std::vector<GhostEnd> ghostEnds() const;

    /// Takes in the trails, which are long and grow much more rarely than the runs move.
    void takeTrails();
    /// As last taken in; it ends before the present point.
    QList<QPointF> trail(std::size_t run) const;
    /// Likewise, of what lies ahead of the present point.
    QList<QPointF> ahead(std::size_t run) const;
    /// Likewise, one per ghost and run.
    const std::vector<QList<QPointF>>& ghostTrails() const { return m_ghostTrails; }
    /// From the end of its trail to the present point; null when that is out of reach.
    QLineF tip(std::size_t run) const;

    /// ‖X‖‖Y‖ = product, from left to right; empty out of sight.
    QList<QPointF> curve(double product) const;
    /// All that lies above it.
    QPolygonF above(double product) const;
    /// ‖X‖ = γ‖Y‖; empty out of sight.
    QList<QPointF> rayOf(double gamma) const;

private:
    const QCustomPlot& m_plot;
    const NormPlaneModel& m_model;
    std::vector<QList<QPointF>> m_trails;
    std::vector<QList<QPointF>> m_ahead;
    std::vector<QList<QPointF>> m_ghostTrails;
};

} // namespace hyperdrift::ui
