#include "ui/plots/jagged_graph.h"

#include "ui/plots/drawing.h"

#include <algorithm>
#include <iterator>

namespace hyperdrift::ui {

QList<QPointF> JaggedGraph::pixels() const
{
    QList<QPointF> points;
    if (realVisibility() && !data()->isEmpty())
        std::copy_if(m_painted.begin(), m_painted.end(), std::back_inserter(points), isFinite);
    return points;
}

void JaggedGraph::drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const
{
    if (painter->pen().style() == Qt::NoPen)
        return;
    m_painted = lines;
    applyDefaultAntialiasingHint(painter);
    drawFastPolyline(*painter, lines);
}

} // namespace hyperdrift::ui
