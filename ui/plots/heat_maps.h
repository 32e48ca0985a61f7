#pragma once
// M, XYᵀ, the residual XYᵀ − M and XᵀX − γ²YᵀY of one run as heat maps, at the instant that is shown. M and
// XYᵀ share one scale; the other two have scales around 0. A matrix with more cells than pixels shows the
// means of blocks.

#include "ui/plots/plot_view.h"

#include <QPointF>
#include <QString>

#include <memory>

namespace hyperdrift::ui {

class HeatMaps : public PlotView {
    Q_OBJECT
public:
    explicit HeatMaps(QWidget* parent = nullptr);
    ~HeatMaps() override;

    QString title() const override;
    void refresh(const Scene& scene) override;
    QString sentence(const Scene& scene) const override;
    QString formula() const override;
    PlottedData plotted() const override;
    Wishes wishes() const override;
    /// "run", unless nobody has chosen one.
    QJsonObject choices() const override;
    void setChoices(const QJsonObject& choices) override;

    /// The run whose matrices are shown: at first the first whose noise chooses a minimum.
    int run() const;
    void setRun(int run);
    /// What lies at a point of the plot: "row 3, column 7: 0.42", the formula at a title; else nothing.
    QString toolTipAt(const QPointF& position) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Parts;
    void listRuns(const Scene& scene);
    void choose(int run);
    void wishAnew();
    void layOut();
    void paintMaps(QCPPainter& painter);
    void paintHover(QCPPainter& painter) const;
    void pointAt(const QPointF& position, const QPoint& global);
    void leave();
    std::unique_ptr<Parts> m_parts;
};

} // namespace hyperdrift::ui
