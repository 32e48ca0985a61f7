#include "ui/plots/pca_pixels.h"

#include "ui/plots/drawing.h"
#include "ui/plots/plane_art.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

PcaPixels::PcaPixels(const QCustomPlot& plot, const PcaModel& model) : m_plot(plot), m_model(model) {}

void PcaPixels::takeTrails()
{
    m_trails.clear();
    m_ahead.clear();
    for (const PcaRun& run : m_model.runs) {
        const std::size_t from = std::max<std::size_t>(run.reached, 1) - 1;
        m_trails.push_back(trailPixels(m_plot, run.trail, 0, run.reached));
        m_ahead.push_back(trailPixels(m_plot, run.trail, from, run.trail.points.size()));
    }
}

std::optional<QPointF> PcaPixels::pixelOf(const std::optional<PlanePoint>& at) const
{
    if (!at || !std::isfinite(at->x) || !std::isfinite(at->y))
        return std::nullopt;
    const QPointF pixel = toPixel(m_plot, at->x, at->y);
    const QRectF axes = m_plot.axisRect()->rect();
    return axes.adjusted(-1, -1, 1, 1).contains(pixel) ? std::optional(pixel) : std::nullopt;
}

std::optional<QPointF> PcaPixels::start(std::size_t run) const
{
    const auto& points = m_model.runs[run].trail.points;
    return points.empty() ? std::nullopt : pixelOf(points.front().at);
}

std::optional<QPointF> PcaPixels::limit(std::size_t run) const
{
    return pixelOf(m_model.runs[run].limit);
}

std::optional<QPointF> PcaPixels::dot(std::size_t run) const
{
    return m_model.runs[run].iteration > 0 ? pixelOf(m_model.runs[run].now) : std::nullopt;
}

bool PcaPixels::areStartsOne() const
{
    const auto first = start(0);
    for (std::size_t i = 1; i < m_model.runs.size(); ++i) {
        const auto at = start(i);
        if (!first || !at || lengthOf(*first - *at) >= 1)
            return false;
    }
    return true;
}

} // namespace hyperdrift::ui
