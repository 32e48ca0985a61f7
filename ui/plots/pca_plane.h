#pragma once
// The plane that shows most of how X and Y moved: principal components of (vec X, vec Y) over the recorded
// states of all runs, with each run's way through it; at rank 1 also where theory says that it ends.

#include "ui/plots/plot_view.h"

#include <QColor>
#include <QPointF>

#include <memory>

namespace hyperdrift::ui {

class LabelPlacer;

class PcaPlane : public PlotView {
    Q_OBJECT
public:
    explicit PcaPlane(QWidget* parent = nullptr);
    ~PcaPlane() override;

    QString title() const override;
    void refresh(const Scene& scene) override;
    QString sentence(const Scene& scene) const override;
    QString formula() const override;
    PlottedData plotted() const override;
    Wishes wishes() const override;

protected:
    QString toolTipAt(const QPointF& position) const override;
    void showAll() override;

private:
    struct Parts;
    void makeDrawings();
    void nameAxes();
    void followRuns();
    void repaint();
    QColor colourOf(std::size_t run) const;
    void paintTrails(QCPPainter& painter);
    void paintMarks(QCPPainter& painter);
    void paintLabels(QCPPainter& painter);
    void block(LabelPlacer& placer) const;
    std::unique_ptr<Parts> m_parts;
};

} // namespace hyperdrift::ui
