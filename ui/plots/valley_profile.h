#pragma once
// V(θ) = τ s cosh(θ − θ*): the loss that the noise adds along the minima, with a ball per run at its present
// θ.

#include "ui/plots/ghost_ends.h"
#include "ui/plots/plot_view.h"

#include <QList>
#include <QPointF>

#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

class LabelPlacer;

class ValleyProfile : public PlotView {
    Q_OBJECT
public:
    explicit ValleyProfile(QWidget* parent = nullptr);
    ~ValleyProfile() override;

    QString title() const override;
    void refresh(const Scene& scene) override;
    QString sentence(const Scene& scene) const override;
    QString formula() const override;
    PlottedData plotted() const override;

protected:
    void showAll() override;

private:
    struct Parts;
    void paintCurves(QCPPainter& painter) const;
    void paintGhosts(QCPPainter& painter) const;
    void paintLetters(QCPPainter& painter, LabelPlacer& placer) const;
    std::vector<GhostEnd> ghostEnds() const;
    void paintBalls(QCPPainter& painter) const;
    void paintLabels(QCPPainter& painter);
    void blockCurves(LabelPlacer& placer) const;
    double ballRadius() const;
    double heightOf(std::size_t run, double theta) const;
    double ghostRadius() const { return 0.75 * ballRadius(); }
    /// Where θ lies on the run's profile, in pixels of the plot; nullopt out of sight.
    std::optional<QPointF> placeOf(std::size_t run, double theta) const;
    /// In pixels of the plot; no ball where θ is undefined or out of sight.
    std::optional<QPointF> ballOf(std::size_t run) const;
    QList<QPointF> curveOf(std::size_t run) const;
    std::unique_ptr<Parts> m_parts;
};

} // namespace hyperdrift::ui
