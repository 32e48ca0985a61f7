#include "ui/plots/landscape_pixels.h"

#include "ui/plots/drawing.h"
#include "ui/plots/landscape_ground.h"
#include "ui/plots/plane_art.h"

#include <algorithm>

namespace hyperdrift::ui {

namespace {

constexpr int valleyPoints = 160;

} // namespace

LandscapePixels::LandscapePixels(const QCustomPlot& plot, const LandscapeModel& model)
    : m_plot(plot), m_model(model)
{
}

void LandscapePixels::setLook(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    m_font = font;
}

QRectF LandscapePixels::axes() const
{
    return m_plot.axisRect()->rect();
}

QPointF LandscapePixels::at(const PlanePoint& point) const
{
    return toPixel(m_plot, point.x, point.y);
}

PlanePoint LandscapePixels::pointAt(const QPointF& pixel) const
{
    return {m_plot.xAxis->pixelToCoord(pixel.x()), m_plot.yAxis->pixelToCoord(pixel.y())};
}

bool LandscapePixels::isVisible(const QPointF& point) const
{
    return axes().adjusted(-1, -1, 1, 1).contains(point);
}

std::optional<QPointF> LandscapePixels::start() const
{
    for (const LandscapeRun& run : m_model.runs()) {
        if (run.start && isVisible(at(*run.start)))
            return at(*run.start);
    }
    return std::nullopt;
}

std::optional<QPointF> LandscapePixels::star(const LandscapeRun& run) const
{
    if (!run.gamma || !run.limit || !isVisible(at(*run.limit)))
        return std::nullopt;
    return at(*run.limit);
}

double LandscapePixels::markRadius() const
{
    return ui::markRadius(m_theme);
}

double LandscapePixels::fanRadius() const
{
    return 0.62 * ui::markRadius(m_theme);
}

double LandscapePixels::ghostRadius() const
{
    return ui::ghostRadius(m_theme);
}

double LandscapePixels::starRadius() const
{
    return ui::starRadius(m_theme);
}

std::optional<QPointF> LandscapePixels::dot(const LandscapeRun& run) const
{
    // Noise around 0 carries it a little way out of the picture.
    const double beyond = markRadius();
    if (!hasLeft(run) || !axes().adjusted(-beyond, -beyond, beyond, beyond).contains(at(*run.now)))
        return std::nullopt;
    return at(*run.now);
}

void LandscapePixels::takeFan()
{
    m_fan.clear();
    if (!m_model.fan)
        return;
    const QRectF area = axes();
    const auto& runs = m_model.fan->runs;
    for (std::size_t start = 0; start < fanSize; ++start) {
        for (std::size_t run = runs.size(); run-- > 0;) {
            const FanTrail& trail = runs[run][start];
            FanPixels& pixels = m_fan.emplace_back(FanPixels{run, {}, trail.diverged});
            for (const PlanePoint& point : trail.points)
                appendPixel(pixels.points, area, at(point));
        }
    }
}

std::optional<QPointF> LandscapePixels::endOf(const FanPixels& trail) const
{
    const auto seen = std::find_if(trail.points.rbegin(), trail.points.rend(),
                                   [this](const QPointF& point) { return isVisible(point); });
    const bool ends = seen != trail.points.rend() && (trail.diverged || seen == trail.points.rbegin());
    return ends ? std::optional(*seen) : std::nullopt;
}

void LandscapePixels::takeTrails()
{
    m_trails.clear();
    m_ahead.clear();
    m_ghostTrails.clear();
    for (const LandscapeRun& run : m_model.runs()) {
        m_trails.push_back(trailPixels(m_plot, run.trail, 0, run.reached));
        const std::size_t end = run.trail.points.size();
        m_ahead.push_back(run.reached < end
                              ? trailPixels(m_plot, run.trail, std::max<std::size_t>(run.reached, 1) - 1, end)
                              : QList<QPointF>());
    }
    for (const LandscapeGhost* ghost : m_model.ghosts()) {
        m_ghostTrails.push_back(trailPixels(m_plot, ghost->trail, 0, ghost->trail.points.size()));
        if (ghost->end && isWithinReach(axes(), at(*ghost->end)))
            m_ghostTrails.back().append(at(*ghost->end));
    }
}

QList<QPointF> LandscapePixels::ahead(std::size_t run) const
{
    return run < m_ahead.size() ? m_ahead[run] : QList<QPointF>();
}

std::vector<GhostEnd> LandscapePixels::ghostEnds() const
{
    std::vector<GhostEnd> ends;
    for (const LandscapeGhost* ghost : m_model.ghosts()) {
        if (ghost->end && isVisible(at(*ghost->end)))
            ends.push_back({at(*ghost->end), ghost->run, ghost->letter});
    }
    return ends;
}

QList<QPointF> LandscapePixels::trail(std::size_t run) const
{
    return run < m_trails.size() ? m_trails[run] : QList<QPointF>();
}

QLineF LandscapePixels::tip(std::size_t run) const
{
    const auto& now = m_model.runs()[run].now;
    const QList<QPointF> points = trail(run);
    if (!now || points.isEmpty() || !isWithinReach(axes(), at(*now)))
        return {};
    return {points.last(), at(*now)};
}

std::vector<QList<QPointF>> LandscapePixels::curve(double product) const
{
    return toPixels(m_plot, hyperbola(product, viewOf(m_plot), valleyPoints));
}

std::vector<QList<QPointF>> LandscapePixels::valley() const
{
    return curve(m_model.plain().s);
}

std::vector<QList<QPointF>> LandscapePixels::shrunkValley() const
{
    const auto noisy = m_model.noisy();
    const auto product = noisy ? shrunkProduct(*noisy) : std::nullopt;
    if (!product || *product >= noisy->s) // one σ is 0: the two valleys are the same
        return {};
    return curve(*product);
}

std::vector<QList<QPointF>> LandscapePixels::orbit() const
{
    const auto from = m_moved ? m_model.runs()[m_moved->run].now : std::nullopt;
    if (!from)
        return {};
    auto lines = hyperbola(from->x * from->y, viewOf(m_plot), valleyPoints);
    std::erase_if(lines, [&](const auto& line) { // a scaling does not lead to the other branch
        return line.empty() || line.front().x * from->x < 0;
    });
    return toPixels(m_plot, lines);
}

std::optional<QPointF> LandscapePixels::target() const
{
    const auto from = m_moved ? m_model.runs()[m_moved->run].now : std::nullopt;
    return from ? std::optional(at(scaledPoint(*from, m_moved->c))) : std::nullopt;
}

bool hasLeft(const LandscapeRun& run)
{
    return run.now && (!run.start || run.now->x != run.start->x || run.now->y != run.start->y);
}

} // namespace hyperdrift::ui
