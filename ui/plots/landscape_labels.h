#pragma once
// The words on the landscape: names along the valleys, and a label at each dot, star and start.

#include "ui/plots/curve_text.h"
#include "ui/plots/landscape_pixels.h"
#include "ui/plots/mark_labels.h"

#include <QList>
#include <QPointF>
#include <QString>

class QCPPainter;

namespace hyperdrift::ui {

class LandscapeLabels {
public:
    /// It outlives this.
    explicit LandscapeLabels(const LandscapePixels& pixels);

    /// Painted with the valleys, which stand still.
    void paintValleyNames(QCPPainter& painter);
    /// Painted with the marks, which move.
    void paintMarkLabels(QCPPainter& painter);

private:
    void paintName(QCPPainter& painter, const std::vector<QList<QPointF>>& curves, CurveSide side,
                   const QStringList& texts);
    /// Whether a point of the picture is farther than `distance` from all that stands still.
    bool isFreeOfStill(const QPointF& point, double distance) const;
    void blockMarks(LabelPlacer& placer) const;
    std::vector<MarkLabel> labels() const;
    bool isAtStar(const QPointF& point) const;
    QString startText() const;
    QString targetText(const MovedRun& moved) const;
    QString limitText(const LandscapeRun& run) const;
    static QString runText(const LandscapeRun& run);

    const LandscapePixels& m_pixels;
    QList<QPointF> m_textOnCurves; ///< letters of the valleys' names
    MarkLabels m_markLabels;
};

} // namespace hyperdrift::ui
