#include "ui/plots/jagged_graph.h"

#include "ui/plots/drawing.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace hyperdrift::ui {

namespace {

bool isFinite(const QPointF& at)
{
    return std::isfinite(at.x()) && std::isfinite(at.y());
}

} // namespace

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
    for (auto begin = lines.begin(); begin != lines.end();) { // what is not finite leaves a gap
        const auto first = std::find_if(begin, lines.end(), isFinite);
        const auto last = std::find_if_not(first, lines.end(), isFinite);
        drawFastPolyline(*painter, QList<QPointF>(first, last));
        begin = last;
    }
}

} // namespace hyperdrift::ui
