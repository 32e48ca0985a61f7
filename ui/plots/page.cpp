#include "ui/plots/page.h"

#include "ui/plots/plot_view.h"

#include <qcustomplot.h>

namespace hyperdrift::ui {

void paintPage(QPaintDevice& page, PageKind kind, const std::function<void(QPainter&)>& ground,
               const std::vector<PlacedPicture>& pictures, const std::function<void(QPainter&)>& rest)
{
    QCPPainter painter(&page);
    if (kind == PageKind::Lines) {
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
    }
    ground(painter);
    for (const PlacedPicture& picture : pictures) {
        for (auto* plot : picture.view->findChildren<QCustomPlot*>()) {
            if (!plot->isVisibleTo(picture.view))
                continue;
            plot->replot(QCustomPlot::rpImmediateRefresh); // ranges and labels follow from the size
            painter.save();
            painter.translate(picture.corner + plot->mapTo(picture.view, QPoint(0, 0)));
            plot->toPainter(&painter, plot->width(), plot->height());
            painter.restore();
        }
    }
    painter.setAntialiasing(true);
    rest(painter);
}

void setFineness(PlotView& view, double pixelsPerUnit)
{
    for (auto* plot : view.findChildren<QCustomPlot*>())
        plot->setBufferDevicePixelRatio(pixelsPerUnit);
}

} // namespace hyperdrift::ui
