#pragma once
// Where on the screen what the PCA picture shows stands.

#include "ui/plots/pca_model.h"

#include <QList>
#include <QPointF>

#include <optional>
#include <vector>

class QCustomPlot;

namespace hyperdrift::ui {

class PcaPixels {
public:
    /// They outlive this.
    PcaPixels(const QCustomPlot& plot, const PcaModel& model);

    /// Of the trails, as they now are. All else is looked up when it is asked for.
    void takeTrails();
    const QList<QPointF>& trail(std::size_t run) const { return m_trails[run]; }
    const QList<QPointF>& ahead(std::size_t run) const { return m_ahead[run]; }
    /// How many trails were taken.
    std::size_t count() const { return m_trails.size(); }

    /// nullopt when there is none in sight.
    std::optional<QPointF> start(std::size_t run) const;
    std::optional<QPointF> limit(std::size_t run) const;
    /// Likewise, and while the run still stands at its start.
    std::optional<QPointF> dot(std::size_t run) const;
    bool areStartsOne() const;

private:
    std::optional<QPointF> pixelOf(const std::optional<PlanePoint>& at) const;

    const QCustomPlot& m_plot;
    const PcaModel& m_model;
    std::vector<QList<QPointF>> m_trails;
    std::vector<QList<QPointF>> m_ahead;
};

} // namespace hyperdrift::ui
