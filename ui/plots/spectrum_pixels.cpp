#include "ui/plots/spectrum_pixels.h"

#include "ui/plots/drawing.h"
#include "ui/plots/plane_art.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {
constexpr double filled = 0.8; // share of the way from one k to the next that its group takes at most
}

SpectrumPixels::SpectrumPixels(const QCustomPlot& plot, const SpectrumModel& model)
    : m_plot(plot), m_model(model), m_theme(makeTheme(ThemeKind::Light))
{
}

QRectF SpectrumPixels::axes() const
{
    return m_plot.axisRect()->rect();
}

std::size_t SpectrumPixels::first() const
{
    return static_cast<std::size_t>(std::max(1.0, std::ceil(m_plot.xAxis->range().lower - 0.5 * filled)));
}

std::size_t SpectrumPixels::last() const
{
    const double end = std::floor(m_plot.xAxis->range().upper + 0.5 * filled);
    return static_cast<std::size_t>(std::clamp(end, 0.0, static_cast<double>(m_model.count())));
}

double SpectrumPixels::groupWidth() const
{
    const double step = m_plot.xAxis->coordToPixel(2) - m_plot.xAxis->coordToPixel(1);
    const double roomy =
        5 * markRadius(m_theme) * static_cast<double>(std::max<std::size_t>(1, m_model.runs.size()));
    return std::min(filled * step, roomy);
}

double SpectrumPixels::slotWidth() const
{
    return groupWidth() / static_cast<double>(std::max<std::size_t>(1, m_model.runs.size()));
}

double SpectrumPixels::radius() const
{
    return std::clamp(0.34 * slotWidth(), 2.0, 0.9 * markRadius(m_theme));
}

/// Of a value that is too small for a logarithmic axis, far below it.
double SpectrumPixels::heightOf(double value) const
{
    if (value <= 0 && m_plot.yAxis->scaleType() == QCPAxis::stLogarithmic)
        return 1e6;
    return m_plot.yAxis->coordToPixel(value);
}

QRectF SpectrumPixels::bar(std::size_t k) const
{
    const QRectF all = axes();
    const double x = m_plot.xAxis->coordToPixel(static_cast<double>(k));
    const double top = std::clamp(heightOf(m_model.sAt(k)), all.top(), all.bottom());
    const double bottom = m_plot.yAxis->scaleType() == QCPAxis::stLogarithmic
                              ? all.bottom()
                              : std::clamp(heightOf(0), top, all.bottom());
    return {x - 0.5 * groupWidth(), top, groupWidth(), bottom - top};
}

std::optional<SpectrumPlace> SpectrumPixels::place(std::size_t k, std::size_t run, double value) const
{
    if (std::isnan(value))
        return std::nullopt;
    const QRectF all = axes();
    const auto runs = static_cast<double>(std::max<std::size_t>(1, m_model.runs.size()));
    const double x = m_plot.xAxis->coordToPixel(static_cast<double>(k)) +
                     (static_cast<double>(run) - 0.5 * (runs - 1)) * slotWidth();
    const double y = heightOf(value);
    const double hair = 1; // px: a value of 0 is no less than the axis
    if (y > all.bottom() + hair)
        return SpectrumPlace{{x, all.bottom()}, BeyondAxis::Below};
    if (y < all.top() - hair)
        return SpectrumPlace{{x, all.top()}, BeyondAxis::Above};
    return SpectrumPlace{{x, y}, BeyondAxis::No};
}

std::optional<double> SpectrumPixels::boundary() const
{
    if (m_model.count() <= m_model.rank)
        return std::nullopt;
    const double x = m_plot.xAxis->coordToPixel(static_cast<double>(m_model.rank) + 0.5);
    const QRectF all = axes();
    return x > all.left() && x < all.right() ? std::optional(x) : std::nullopt;
}

std::optional<std::size_t> SpectrumPixels::groupAt(double x) const
{
    const double k = std::round(m_plot.xAxis->pixelToCoord(x));
    const bool exists = k >= 1 && k <= static_cast<double>(m_model.count());
    return exists ? std::optional(static_cast<std::size_t>(k)) : std::nullopt;
}

} // namespace hyperdrift::ui
