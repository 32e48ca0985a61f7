#pragma once
// Where the members end, on the plane of the factors' norms: GD along the curve of exact minima, perturbed GD
// on one point of the ray that its noise chooses.

#include "ui/plots/ensemble_pane.h"

namespace hyperdrift::ui {

class LabelPlacer;

class EnsembleLimits : public EnsemblePane {
    Q_OBJECT
public:
    explicit EnsembleLimits(QWidget* parent = nullptr);
    ~EnsembleLimits() override;

    QString title() const override;
    PlottedData plotted() const override;

protected:
    void takeIn(const EnsembleState& state) override;
    std::optional<std::int64_t> memberAt(const QPointF& position) const override;
    QString toolTipAt(const QPointF& position) const override;
    void showAll() override;

private:
    struct Cloud;

    QRectF axes() const;
    QList<QPointF> pixels(const std::vector<PlanePoint>& points) const;
    QList<QPointF> minima() const;
    void paintTheory(QCPPainter& painter) const;
    void paintClouds(QCPPainter& painter) const;
    void paintStars(QCPPainter& painter) const;
    void paintLabels(QCPPainter& painter) const;
    void paintMinimaName(QCPPainter& painter, LabelPlacer& placer) const;
    void paintMark(QCPPainter& painter) const;
    void paintMarkText(QCPPainter& painter, const QPointF& at) const;

    std::vector<Cloud> m_clouds;
    double m_product = 1;      ///< ‖X‖‖Y‖ of the exact minima is no less
    std::uint64_t m_order = 0; ///< whose range is shown
};

} // namespace hyperdrift::ui
