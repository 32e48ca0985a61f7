#include "ui/plots/landscape_art.h"

#include "ui/plots/drawing.h"
#include "ui/plots/plane_art.h"
#include "ui/widgets/marker.h"

namespace hyperdrift::ui {

namespace {

constexpr double fanShare = 0.35;    // of the ground in the trails of the eight starts
constexpr double fanEndShare = 0.15; // in the marks at their ends, which are what counts
constexpr double rim = 2.4;          // px of casing, both sides together

void drawCurves(QCPPainter& painter, const std::vector<QList<QPointF>>& curves)
{
    for (const QList<QPointF>& curve : curves)
        painter.drawPolyline(curve.data(), static_cast<int>(curve.size()));
}

} // namespace

LandscapeArt::LandscapeArt(const LandscapePixels& pixels) : m_pixels(pixels) {}

void LandscapeArt::paintValleys(QCPPainter& painter) const
{
    const Theme& theme = m_pixels.theme();
    painter.setPen(QPen(theme.theory, 0.9 * theme.plotLineWidth));
    drawCurves(painter, m_pixels.valley());
    QPen dotted(theme.theory, 0.8 * theme.plotLineWidth, Qt::CustomDashLine, Qt::RoundCap);
    dotted.setDashPattern({0.1, 2.6});
    painter.setPen(dotted);
    drawCurves(painter, m_pixels.shrunkValley());
}

void LandscapeArt::paintFanEnd(QCPPainter& painter, const FanPixels& trail, const QPointF& end) const
{
    const Theme& theme = m_pixels.theme();
    const QColor& colour = theme.runs[trail.run % theme.runs.size()];
    const double radius = m_pixels.fanRadius();
    if (!trail.diverged) {
        paintMarker(painter, runMarker(static_cast<int>(trail.run)), end, radius,
                    faded(colour, theme.casing, fanEndShare), theme.casing);
        return;
    }
    painter.setPen(QPen(colour, theme.plotLineWidth, Qt::SolidLine, Qt::RoundCap));
    const QPointF across(radius, radius);
    const QPointF down(radius, -radius);
    painter.drawLine(QLineF(end - across, end + across));
    painter.drawLine(QLineF(end - down, end + down));
}

void LandscapeArt::paintFan(QCPPainter& painter) const
{
    const Theme& theme = m_pixels.theme();
    for (const FanPixels& trail : m_pixels.fan()) {
        const QColor& colour = theme.runs[trail.run % theme.runs.size()];
        painter.setPen(QPen(faded(colour, theme.landscape[1], fanShare), 0.6 * theme.plotLineWidth,
                            Qt::SolidLine, Qt::SquareCap));
        drawFastPolyline(painter, trail.points);
    }
    painter.setBrush(theme.casing);
    painter.setPen(QPen(theme.theory, 0.6 * theme.plotLineWidth));
    for (const FanPixels& trail : m_pixels.fan()) {
        if (trail.run == 0 && !trail.points.isEmpty())
            painter.drawEllipse(trail.points.first(), m_pixels.fanRadius(), m_pixels.fanRadius());
    }
    for (const FanPixels& trail : m_pixels.fan()) {
        if (const auto end = m_pixels.endOf(trail))
            paintFanEnd(painter, trail, *end);
    }
}

void LandscapeArt::paintBack(QCPPainter& painter, const QList<QPointF>& points, std::size_t run,
                             double width) const
{
    const Theme& theme = m_pixels.theme();
    // Towards the ground of the valley, where it mostly lies.
    paintBackTrail(painter, points, faded(theme.runs[run % theme.runs.size()], theme.landscape[1], backShare),
                   width);
}

void LandscapeArt::paintGhosts(QCPPainter& painter) const
{
    const Theme& theme = m_pixels.theme();
    const auto ghosts = m_pixels.model().ghosts();
    const auto& trails = m_pixels.ghostTrails();
    for (std::size_t i = 0; i < ghosts.size() && i < trails.size(); ++i)
        paintBack(painter, trails[i], ghosts[i]->run, 0.55 * theme.plotLineWidth);
    for (const GhostEnd& end : m_pixels.ghostEnds())
        paintMarker(painter, runMarker(static_cast<int>(end.run)), end.at, m_pixels.ghostRadius(),
                    theme.casing, theme.runs[end.run % theme.runs.size()]);
}

void LandscapeArt::paintTrails(QCPPainter& painter) const
{
    const Theme& theme = m_pixels.theme();
    const auto& runs = m_pixels.model().runs();
    paintGhosts(painter);
    for (std::size_t i = 0; i < runs.size(); ++i)
        paintBack(painter, m_pixels.ahead(i), i, 0.8 * theme.plotLineWidth);
    for (std::size_t i = 0; i < runs.size(); ++i)
        paintTrail(painter, theme, m_pixels.trail(i), theme.runs[i % theme.runs.size()]);
}

void LandscapeArt::paintStart(QCPPainter& painter) const
{
    const Theme& theme = m_pixels.theme();
    if (const auto start = m_pixels.start())
        paintRing(painter, theme, *start, theme.casing);
    if (m_pixels.dragged())
        paintRing(painter, theme, m_pixels.at(*m_pixels.dragged()), theme.accent);
}

void LandscapeArt::paintOrbit(QCPPainter& painter) const
{
    const auto& moved = m_pixels.moved();
    if (!moved)
        return;
    const Theme& theme = m_pixels.theme();
    painter.save();
    painter.setClipRect(m_pixels.axes());
    painter.setPen(QPen(theme.casing, theme.plotLineWidth + rim));
    drawCurves(painter, m_pixels.orbit());
    painter.setPen(QPen(theme.runs[moved->run % theme.runs.size()], 0.8 * theme.plotLineWidth));
    drawCurves(painter, m_pixels.orbit());
    painter.restore();
}

/// Hollow: it is not there yet.
void LandscapeArt::paintTarget(QCPPainter& painter) const
{
    const auto target = m_pixels.target();
    if (!target)
        return;
    const Theme& theme = m_pixels.theme();
    const std::size_t run = m_pixels.moved()->run;
    paintMarker(painter, runMarker(static_cast<int>(run)), *target, m_pixels.markRadius(), theme.casing,
                theme.runs[run % theme.runs.size()]);
}

void LandscapeArt::paintMarks(QCPPainter& painter) const
{
    const Theme& theme = m_pixels.theme();
    const auto& runs = m_pixels.model().runs();
    paintOrbit(painter);
    for (std::size_t i = 0; i < runs.size(); ++i)
        paintTip(painter, theme, m_pixels.tip(i), m_pixels.axes(), theme.runs[i % theme.runs.size()]);
    paintStart(painter);
    for (const LandscapeRun& run : runs) {
        if (const auto star = m_pixels.star(run))
            paintStar(painter, theme, *star);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const auto dot = m_pixels.dot(runs[i]))
            paintMarker(painter, runMarker(static_cast<int>(i)), *dot, m_pixels.markRadius(),
                        theme.runs[i % theme.runs.size()], theme.casing);
    }
    paintTarget(painter);
}

} // namespace hyperdrift::ui
