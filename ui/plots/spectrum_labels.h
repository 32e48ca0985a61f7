#pragma once
// The words on the spectrum: names of runs, bars and ticks, each once, with their numbers beside a single
// bar; and what a tooltip says of a group.

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
    /// Where they stood.
    void forget() { m_markLabels.forget(); }

private:
    void block(LabelPlacer& placer) const;
    void paintLeftOut(QCPPainter& painter, LabelPlacer& placer) const;
    /// What a label names, and its text where there is room for numbers.
    struct Named {
        MarkLabel label;
        QString longText;
        bool isLeft = false; ///< of the bar
    };
    /// In the order in which they choose their places.
    std::vector<Named> labels() const;
    void paintGhosts(QCPPainter& painter, LabelPlacer& placer) const;
    bool paintBesideBar(QCPPainter& painter, LabelPlacer& placer, const Named& named);

    const SpectrumPixels& m_pixels;
    QFont m_font;
    MarkLabels m_markLabels;
};

/// "predicted s₁ − τ = 0.939" where that is the prediction, to the digits that are written; else "predicted
/// 0.931". k from 1; `space` stands behind the word.
QString predictedText(const SpectrumModel& model, const SpectrumRun& run, std::size_t k,
                      QChar space = QLatin1Char(' '));

/// What stands at a place, with formulas and numbers; empty: nothing.
QString spectrumTip(const SpectrumPixels& pixels, const QPointF& position);

} // namespace hyperdrift::ui
