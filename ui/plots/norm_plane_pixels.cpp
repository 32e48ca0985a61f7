#include "ui/plots/norm_plane_pixels.h"

#include "core/theory/norm_plane.h"
#include "ui/plots/drawing.h"
#include "ui/plots/landscape_ground.h"
#include "ui/plots/plane_art.h"

#include <algorithm>

namespace hyperdrift::ui {

namespace {
constexpr int curvePoints = 160;
}

NormPlanePixels::NormPlanePixels(const QCustomPlot& plot, const NormPlaneModel& model)
    : m_plot(plot), m_model(model)
{
}

QRectF NormPlanePixels::axes() const
{
    return m_plot.axisRect()->rect();
}

QPointF NormPlanePixels::at(const PlanePoint& point) const
{
    return toPixel(m_plot, point.x, point.y);
}

bool NormPlanePixels::isVisible(const QPointF& point) const
{
    return axes().adjusted(-1, -1, 1, 1).contains(point);
}

std::optional<QPointF> NormPlanePixels::start() const
{
    for (const NormRun& run : m_model.runs) {
        if (run.start && isVisible(at(*run.start)))
            return at(*run.start);
    }
    return std::nullopt;
}

std::optional<QPointF> NormPlanePixels::star(const NormRun& run) const
{
    if (!run.gamma || !run.limit || !isVisible(at(*run.limit)))
        return std::nullopt;
    return at(*run.limit);
}

std::optional<QPointF> NormPlanePixels::dot(const NormRun& run) const
{
    if (!hasLeft(run) || !isVisible(at(*run.now)))
        return std::nullopt;
    return at(*run.now);
}

std::vector<GhostEnd> NormPlanePixels::ghostEnds() const
{
    std::vector<GhostEnd> ends;
    for (const auto& [id, all] : m_model.ghosts) {
        for (const NormGhost& ghost : all) {
            if (ghost.end && isVisible(at(*ghost.end)))
                ends.push_back({at(*ghost.end), ghost.run, ghost.letter});
        }
    }
    return ends;
}

void NormPlanePixels::takeTrails()
{
    m_trails.clear();
    m_ahead.clear();
    m_ghostTrails.clear();
    for (const NormRun& run : m_model.runs) {
        const std::size_t end = run.trail.points.size();
        m_trails.push_back(trailPixels(m_plot, run.trail, 0, run.reached));
        m_ahead.push_back(run.reached < end
                              ? trailPixels(m_plot, run.trail, std::max<std::size_t>(run.reached, 1) - 1, end)
                              : QList<QPointF>());
    }
    for (const auto& [id, all] : m_model.ghosts) {
        for (const NormGhost& ghost : all) {
            m_ghostTrails.push_back(trailPixels(m_plot, ghost.trail, 0, ghost.trail.points.size()));
            if (ghost.end && isWithinReach(axes(), at(*ghost.end)))
                m_ghostTrails.back().append(at(*ghost.end));
        }
    }
}

QList<QPointF> NormPlanePixels::trail(std::size_t run) const
{
    return run < m_trails.size() ? m_trails[run] : QList<QPointF>();
}

QList<QPointF> NormPlanePixels::ahead(std::size_t run) const
{
    return run < m_ahead.size() ? m_ahead[run] : QList<QPointF>();
}

QLineF NormPlanePixels::tip(std::size_t run) const
{
    const auto& now = m_model.runs[run].now;
    const QList<QPointF> points = trail(run);
    if (!now || points.isEmpty() || !isWithinReach(axes(), at(*now)))
        return {};
    return {points.last(), at(*now)};
}

QList<QPointF> NormPlanePixels::curve(double product) const
{
    PlaneRect rect = viewOf(m_plot); // norms are no less than 0
    rect.xMin = std::max(0.0, rect.xMin);
    rect.yMin = std::max(0.0, rect.yMin);
    const auto lines = toPixels(m_plot, hyperbola(product, rect, curvePoints));
    return lines.empty() ? QList<QPointF>() : lines.front();
}

QPolygonF NormPlanePixels::above(double product) const
{
    const QRectF all = axes();
    const QPolygonF line = curve(product);
    if (line.isEmpty()) {
        const PlaneRect view = viewOf(m_plot);
        const bool isAbove = view.xMin > 0 && view.yMin > 0 && view.xMin * view.yMin >= product;
        return isAbove ? QPolygonF(all) : QPolygonF();
    }
    QPolygonF region = line;
    region << QPointF(all.right(), line.last().y()) << all.topRight() << QPointF(line.first().x(), all.top());
    return region;
}

QList<QPointF> NormPlanePixels::rayOf(double gamma) const
{
    const auto lines = toPixels(m_plot, {ray(gamma, viewOf(m_plot))});
    return lines.front();
}

} // namespace hyperdrift::ui
