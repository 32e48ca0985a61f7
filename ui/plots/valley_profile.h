#pragma once
// V(θ) = τ s cosh(θ − θ*): the loss that the noise adds along the minima, with a ball per run at its present θ.

#include "ui/plots/plot_view.h"

#include <memory>

namespace hyperdrift::ui {

class ValleyProfile : public PlotView {
    Q_OBJECT
public:
    explicit ValleyProfile(QWidget* parent = nullptr);
    ~ValleyProfile() override;

    QString title() const override;
    void refresh(const Scene& scene) override;
    void setTheme(const Theme& theme) override;
    QString sentence(const Scene& scene) const override;

protected:
    void fit() override;
    void takeRange() override;

private:
    struct Parts;
    void paintCurves(class QCPPainter& painter) const;
    void paintBalls(class QCPPainter& painter) const;
    void paintLabels(class QCPPainter& painter);
    std::unique_ptr<Parts> m_parts;
};

} // namespace hyperdrift::ui
