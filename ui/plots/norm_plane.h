#pragma once
// The factors' sizes against each other, (‖X‖, ‖Y‖): trails of the runs, the exact minima, the ratio that the
// noise leads to, and the predicted limit.

#include "ui/plots/plot_view.h"

#include <memory>

class QToolButton;

namespace hyperdrift::ui {

class NormPlane : public PlotView {
    Q_OBJECT
public:
    explicit NormPlane(QWidget* parent = nullptr);
    ~NormPlane() override;

    QString title() const override;
    void refresh(const Scene& scene) override;
    void setTheme(const Theme& theme) override;
    QString sentence(const Scene& scene) const override;
    QString formula() const override;
    PlottedData plotted() const override;

protected:
    QString toolTipAt(const QPointF& position) const override;
    void showAll() override;

private:
    struct Parts;

    void makeDrawings();
    void followRuns();
    void paintCurves(QCPPainter& painter) const;
    void paintTrails(QCPPainter& painter) const;
    void paintMarks(QCPPainter& painter) const;

    std::unique_ptr<Parts> m_parts;
};

} // namespace hyperdrift::ui
