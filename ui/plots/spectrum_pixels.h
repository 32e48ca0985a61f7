#pragma once
// Where the parts of the spectrum lie in pixels: what drawing, labels and tooltips share. Around each k
// stands the bar of s_k, and before it, side by side, one slot per run.

#include "ui/plots/spectrum_model.h"
#include "ui/theme.h"

#include <QPointF>
#include <QRectF>

#include <optional>

class QCustomPlot;

namespace hyperdrift::ui {

/// Beyond an end of the y-axis a value stands at that end.
enum class BeyondAxis { No, Below, Above };

struct SpectrumPlace {
    QPointF at; ///< px
    BeyondAxis beyond = BeyondAxis::No;
};

class SpectrumPixels {
public:
    /// Both outlive it.
    SpectrumPixels(const QCustomPlot& plot, const SpectrumModel& model);

    void setTheme(const Theme& theme) { m_theme = theme; }
    const SpectrumModel& model() const { return m_model; }
    const Theme& theme() const { return m_theme; }
    QRectF axes() const;
    /// k that lie in sight, both included; none: first > last.
    std::size_t first() const;
    std::size_t last() const;

    double slotWidth() const;
    double radius() const; ///< of a run's marker
    /// The bar of s_k, within the axes; as high as a hair where s_k lies below them.
    QRectF bar(std::size_t k) const;
    /// Where a value of a run stands at k; nullopt for one that is no number.
    std::optional<SpectrumPlace> place(std::size_t k, std::size_t run, double value) const;
    /// Between rank r and what it leaves out; nullopt when nothing is.
    std::optional<double> boundary() const;
    /// k of the group at x px; nullopt beside all of them.
    std::optional<std::size_t> groupAt(double x) const;

private:
    double heightOf(double value) const;
    double groupWidth() const;

    const QCustomPlot& m_plot;
    const SpectrumModel& m_model;
    Theme m_theme;
};

} // namespace hyperdrift::ui
