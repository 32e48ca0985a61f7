#pragma once
// A graph of many points, whose line is drawn the fast way.

#include <qcustomplot.h>

namespace hyperdrift::ui {

class JaggedGraph : public QCPGraph {
    Q_OBJECT
public:
    using QCPGraph::QCPGraph;

    /// The line as it was last painted, in px of the plot, without its gaps. Empty when it is not to be seen.
    QList<QPointF> pixels() const;

protected:
    void drawLinePlot(QCPPainter* painter, const QVector<QPointF>& lines) const override;

private:
    mutable QList<QPointF> m_painted; ///< with not finite points for gaps
};

} // namespace hyperdrift::ui
