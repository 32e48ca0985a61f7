#pragma once
// Where the members' ‖X‖²/‖Y‖² end: a row for each run, each on an axis of its own, since one run's members
// may fill decades where another's differ by per cents. Over it what theory predicts: level and normal curve.

#include "ui/plots/ensemble_pane.h"

namespace hyperdrift::ui {

class EnsembleHistogram : public EnsemblePane {
    Q_OBJECT
public:
    explicit EnsembleHistogram(QWidget* parent = nullptr);
    ~EnsembleHistogram() override;

    QString title() const override;
    PlottedData plotted() const override;

protected:
    void takeIn(const EnsembleState& state) override;
    std::optional<std::int64_t> memberAt(const QPointF& position) const override;
    QString toolTipAt(const QPointF& position) const override;

private:
    struct Row;

    /// Of a row, in pixels: its words, its bars, the numbers below them.
    struct Place {
        QRectF words;
        QRectF bars;
        QRectF ticks; ///< empty where there is no room
    };

    static void addTheory(PlottedPanel& panel, const Row& row, int run);
    Place placeOf(std::size_t row) const;
    double pixelOf(const Row& row, const QRectF& bars, double logRatio) const;
    void paintRow(QCPPainter& painter, std::size_t row) const;
    void paintBars(QCPPainter& painter, std::size_t row) const;
    void paintTheory(QCPPainter& painter, std::size_t row) const;
    void paintTicks(QCPPainter& painter, std::size_t row) const;
    void paintWords(QCPPainter& painter, std::size_t row) const;
    void paintMark(QCPPainter& painter) const;

    std::vector<Row> m_rows;
};

} // namespace hyperdrift::ui
