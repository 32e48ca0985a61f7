#pragma once
// What lies on the landscape's ground: valleys, trails, star, start, present points and the labels that name
// them.

#include "ui/plots/label_placer.h"
#include "ui/plots/landscape_model.h"
#include "ui/theme.h"

#include <QFont>
#include <QList>
#include <QPointF>

#include <map>
#include <optional>

class QCPPainter;
class QCustomPlot;

namespace hyperdrift::ui {

class LandscapeArt {
public:
    /// Both outlive it.
    LandscapeArt(const QCustomPlot& plot, const LandscapeModel& model);

    void setLook(const Theme& theme, const QFont& font);
    /// The start dot as it is being dragged, or nullopt.
    void setDragged(const std::optional<PlanePoint>& start);

    void paintValleys(QCPPainter& painter);
    void paintTrails(QCPPainter& painter) const;
    void paintMarks(QCPPainter& painter);

    /// The start in pixels; nullopt when there is none in sight.
    std::optional<QPointF> startPixel() const;
    double markRadius() const;

private:
    void paintValleyName(QCPPainter& painter, QList<QPointF> curve);
    /// Whether a point of the picture is farther than `distance` from starts and limits.
    bool isFreeOfStill(const QPointF& point, double distance) const;
    void paintTrail(QCPPainter& painter, const QList<QPointF>& points, const QColor& colour) const;
    void paintStar(QCPPainter& painter, const QPointF& centre) const;
    void paintStart(QCPPainter& painter) const;
    void paintLabels(QCPPainter& painter);
    void blockMarks(LabelPlacer& placer) const;
    double starRadius() const { return 2.5 * markRadius(); }
    bool isAtStar(const QPointF& point) const;
    void paintLabel(QCPPainter& painter, LabelPlacer& placer, const QString& key, const QString& text,
                    const QPointF& at, double gap, const QColor& colour, bool bold);
    QList<QPointF> trailPixels(const LandscapeRun& run) const;
    QString startText() const;
    QString limitText(double gamma) const;
    QString runText(const LandscapeRun& run) const;
    QPointF pixel(const PlanePoint& point) const;
    bool isVisible(const QPointF& point) const;

    const QCustomPlot& m_plot;
    const LandscapeModel& m_model;
    Theme m_theme;
    QFont m_font;
    std::optional<PlanePoint> m_dragged;
    QList<QPointF> m_textOnCurve;            ///< letters of the valley's name
    std::map<QString, std::size_t> m_places; ///< where each label stood last
};

} // namespace hyperdrift::ui
