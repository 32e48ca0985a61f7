#pragma once
// The words on the norm plane: names along the curves, a label at each dot, star and start, and what a
// tooltip says of a place.

#include "ui/plots/curve_text.h"
#include "ui/plots/mark_labels.h"
#include "ui/plots/norm_plane_pixels.h"

#include <QFont>
#include <QList>
#include <QPointF>
#include <QString>

class QCPPainter;

namespace hyperdrift::ui {

class NormPlaneLabels {
public:
    /// It outlives this.
    explicit NormPlaneLabels(const NormPlanePixels& pixels);

    void setLook(const Theme& theme, const QFont& font);
    /// Painted with the curves, which stand still.
    void paintNames(QCPPainter& painter);
    /// Painted with the marks, which move.
    void paintMarkLabels(QCPPainter& painter);

private:
    /// The first of the texts that has room beside the curve.
    bool paintName(QCPPainter& painter, const QList<QPointF>& curve, CurveSide side,
                   const QStringList& texts);
    bool isFreeOfStill(const QPointF& point, double distance) const;
    void blockMarks(LabelPlacer& placer) const;
    std::vector<MarkLabel> labels() const;
    bool isAtStar(const QPointF& point) const;

    const NormPlanePixels& m_pixels;
    Theme m_theme;
    QFont m_font;
    QList<QPointF> m_textOnCurves; ///< letters of the curves' names
    MarkLabels m_markLabels;
};

/// What stands at a place (norm_plane_tip.cpp), with its formula and numbers; empty: nothing. `reach` is the
/// radius of a dot, in px.
QString normPlaneTip(const NormPlanePixels& pixels, const QPointF& position, double reach);
/// "s₁ + s₂", "s₁ + … + s₇".
QString sumOfSpectrum(int rank);

} // namespace hyperdrift::ui
