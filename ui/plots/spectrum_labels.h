#pragma once
// The words on the spectrum, beside the first group: names of the runs and of the ticks, with numbers where
// there is room; and what a tooltip says of a group.

#include "ui/plots/mark_labels.h"
#include "ui/plots/spectrum_pixels.h"

#include <QFont>
#include <QPointF>
#include <QString>

class QCPPainter;

namespace hyperdrift::ui {

class SpectrumLabels {
public:
    /// It outlives this.
    explicit SpectrumLabels(const SpectrumPixels& pixels);

    void setFont(const QFont& font) { m_font = font; }
    void paint(QCPPainter& painter);

private:
    void block(LabelPlacer& placer) const;
    void paintLeftOut(QCPPainter& painter, LabelPlacer& placer) const;
    /// In the order in which they choose their places.
    std::vector<MarkLabel> labels(bool withNumbers) const;
    void addRun(std::vector<MarkLabel>& labels, std::size_t run, bool withNumbers) const;
    bool hasRoomForNumbers() const;

    const SpectrumPixels& m_pixels;
    QFont m_font;
    MarkLabels m_markLabels;
};

/// "predicted s₁ − τ = 0.939" where that is the prediction, to the digits that are written; else "predicted
/// 0.931". k from 1.
QString predictedText(const SpectrumModel& model, const SpectrumRun& run, std::size_t k);

/// What stands at a place, with formulas and numbers; empty: nothing.
QString spectrumTip(const SpectrumPixels& pixels, const QPointF& position);

} // namespace hyperdrift::ui
