#pragma once
// How the members' ‖X‖² − ‖Y‖² spread as time goes by: median, and the band that holds nine of ten, beside
// the band that theory predicts.

#include "ui/plots/ensemble_pane.h"

namespace hyperdrift::ui {

class EnsembleFan : public EnsemblePane {
    Q_OBJECT
public:
    explicit EnsembleFan(QWidget* parent = nullptr);
    ~EnsembleFan() override;

    QString title() const override;
    PlottedData plotted() const override;
    void showCursor(double iteration) override;

protected:
    void takeIn(const EnsembleState& state) override;
    std::optional<std::int64_t> memberAt(const QPointF& position) const override;
    QString toolTipAt(const QPointF& position) const override;
    void showAll() override;

private:
    struct Line;

    QList<QPointF> pixels(const std::vector<double>& x, const std::vector<double>& y) const;
    void paintBands(QCPPainter& painter) const;
    void paintTheory(QCPPainter& painter) const;
    void paintLabels(QCPPainter& painter) const;
    void paintCursor(QCPPainter& painter) const;

    std::vector<Line> m_lines;
    std::uint64_t m_order = 0; ///< whose range is shown
    double m_cursor = -1;
};

} // namespace hyperdrift::ui
