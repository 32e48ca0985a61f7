#include "ui/plots/mark_labels.h"

#include "ui/plots/drawing.h"
#include "ui/plots/plane_art.h"

#include <QFontMetricsF>

namespace hyperdrift::ui {

namespace {

QFont fontOf(const MarkLabel& label, const QFont& font)
{
    QFont own = font;
    own.setBold(label.bold);
    return own;
}

} // namespace

QSizeF MarkLabels::sizeOf(const MarkLabel& label, const QFont& font)
{
    return QFontMetricsF(fontOf(label, font)).size(0, label.text) + QSizeF(4, 0);
}

void MarkLabels::paint(QCPPainter& painter, LabelPlacer& placer, const MarkLabel& label, const QFont& font,
                       const Theme& theme, const QColor& ground)
{
    paintAt(painter, placer, label, placesAround(label.at, sizeOf(label, font), label.gap), font, theme,
            ground);
}

bool MarkLabels::paintAt(QCPPainter& painter, LabelPlacer& placer, const MarkLabel& label,
                         const std::vector<LabelPlace>& places, const QFont& font, const Theme& theme,
                         const QColor& ground)
{
    const auto last = m_places.find(label.key);
    const auto place =
        placer.place(places, last == m_places.end() ? std::nullopt : std::optional(last->second));
    if (!place)
        return false;
    m_places[label.key] = *place;
    painter.setFont(fontOf(label, font));
    painter.setPen(QPen(label.bold ? label.colour : theme.theory, 1));
    if (!places[*place].leader.isNull())
        painter.drawLine(places[*place].leader);
    drawHaloText(painter, places[*place].rect, Qt::AlignLeft | Qt::AlignVCenter, label.text, label.colour,
                 ground);
    return true;
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
