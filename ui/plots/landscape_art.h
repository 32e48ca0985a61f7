#pragma once
// What lies on the landscape's ground: valleys, trails, star, start and present points.

#include "ui/plots/landscape_pixels.h"

#include <QList>
#include <QPointF>

class QCPPainter;

namespace hyperdrift::ui {

class LandscapeArt {
public:
    /// It outlives this.
    explicit LandscapeArt(const LandscapePixels& pixels);

    void paintValleys(QCPPainter& painter) const;
    /// The eight starts, faint, with small marks at both ends.
    void paintFan(QCPPainter& painter) const;
    /// Up to the last recorded point; beneath them, faint, ghosts and what lies ahead of the instant.
    void paintTrails(QCPPainter& painter) const;
    /// The trails' tips, stars, start and present points.
    void paintMarks(QCPPainter& painter) const;

private:
    void paintBack(QCPPainter& painter, const QList<QPointF>& points, std::size_t run, double width) const;
    void paintFanEnd(QCPPainter& painter, const FanPixels& trail, const QPointF& end) const;
    void paintGhosts(QCPPainter& painter) const;
    void paintStart(QCPPainter& painter) const;
    void paintOrbit(QCPPainter& painter) const;
    void paintTarget(QCPPainter& painter) const;

    const LandscapePixels& m_pixels;
};

} // namespace hyperdrift::ui
