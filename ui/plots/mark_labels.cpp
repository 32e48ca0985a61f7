#include "ui/plots/mark_labels.h"

#include "ui/plots/drawing.h"
#include "ui/plots/plane_art.h"

#include <QFontMetricsF>

namespace hyperdrift::ui {

void MarkLabels::paint(QCPPainter& painter, LabelPlacer& placer, const MarkLabel& label, const QFont& font,
                       const Theme& theme, const QColor& ground)
{
    QFont own = font;
    own.setBold(label.bold);
    painter.setFont(own);
    const QSizeF size = QFontMetricsF(own).size(0, label.text) + QSizeF(4, 0);
    const auto places = placesAround(label.at, size, label.gap);
    const auto last = m_places.find(label.key);
    const auto place =
        placer.place(places, last == m_places.end() ? std::nullopt : std::optional(last->second));
    if (!place)
        return;
    m_places[label.key] = *place;
    painter.setPen(QPen(label.bold ? label.colour : theme.theory, 1));
    if (!places[*place].leader.isNull())
        painter.drawLine(places[*place].leader);
    drawHaloText(painter, places[*place].rect, Qt::AlignLeft | Qt::AlignVCenter, label.text, label.colour,
                 ground);
}

void paintGhostLetters(QCPPainter& painter, LabelPlacer& placer, const std::vector<GhostEnd>& ends,
                       const QFont& font, const Theme& theme, const QColor& ground,
                       const std::function<double(const QPointF&)>& gapOf)
{
    QFont small = font;
    small.setPointSizeF(0.85 * font.pointSizeF());
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    for (const GhostEnd& end : joined(ends, 1.5 * markRadius(theme))) {
        const QSizeF size(metrics.horizontalAdvance(end.letter) + 2, metrics.ascent());
        const auto places = placesBeside(end.at, size, gapOf(end.at) + 1);
        if (const auto place = placer.place(places))
            drawHaloText(painter, places[*place].rect, Qt::AlignCenter, end.letter,
                         theme.runText[end.run % theme.runText.size()], ground);
    }
}

} // namespace hyperdrift::ui
