#pragma once
// The words on the landscape: names along the valleys, and a label at each dot, star and start.

#include "ui/plots/curve_text.h"
#include "ui/plots/label_placer.h"
#include "ui/plots/landscape_pixels.h"

#include <QList>
#include <QPointF>
#include <QString>

#include <map>

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
    struct Label {
        QString key; ///< of the mark, which remembers where its label stood
        QString text;
        QPointF at;
        double gap = 0;
        QColor colour;
        bool bold = false;
    };

    void paintName(QCPPainter& painter, const std::vector<QList<QPointF>>& curves, CurveSide side,
                   const QStringList& texts);
    /// Whether a point of the picture is farther than `distance` from all that stands still.
    bool isFreeOfStill(const QPointF& point, double distance) const;
    void blockMarks(LabelPlacer& placer) const;
    std::vector<Label> labels() const;
    void paintLabel(QCPPainter& painter, LabelPlacer& placer, const Label& label);
    void paintGhostLetters(QCPPainter& painter, LabelPlacer& placer) const;
    bool isAtStar(const QPointF& point) const;
    QString startText() const;
    QString targetText(const MovedRun& moved) const;
    QString limitText(double gamma) const;
    static QString runText(const LandscapeRun& run);

    const LandscapePixels& m_pixels;
    QList<QPointF> m_textOnCurves;           ///< letters of the valleys' names
    std::map<QString, std::size_t> m_places; ///< where each label stood last
};

} // namespace hyperdrift::ui
