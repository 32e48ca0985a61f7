#pragma once
// The singular values of XYᵀ beside those of M: what each run has learned of every one, where noise shrinks
// them to, (s_k − τ)₊, and what rank r leaves out.

#include "ui/plots/plot_view.h"

#include <memory>

class QToolButton;

namespace hyperdrift::ui {

class Spectrum : public PlotView {
    Q_OBJECT
public:
    explicit Spectrum(QWidget* parent = nullptr);
    ~Spectrum() override;

    QString title() const override;
    void refresh(const Scene& scene) override;
    void setTheme(const Theme& theme) override;
    QString sentence(const Scene& scene) const override;
    QString formula() const override;
    PlottedData plotted() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject& choices) override;

    void setLogY(bool logarithmic);
    bool isLogY() const;

protected:
    QString toolTipAt(const QPointF& position) const override;
    void showAll() override;

private:
    struct Parts;

    void makeControls();
    void follow();
    void paintBars(QCPPainter& painter) const;
    void paintTicks(QCPPainter& painter) const;
    void paintMarkers(QCPPainter& painter) const;

    std::unique_ptr<Parts> m_parts;
};

} // namespace hyperdrift::ui
