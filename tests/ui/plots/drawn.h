#pragma once
// A picture as it is painted, to be asked for colours at points of its axes.

#include "ui/plots/pictures.h"
#include "ui/plots/plot_view.h"
#include "ui/scene.h"

#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QToolTip>

#include <qcustomplot.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace hyperdrift::ui {

/// A picture of a scene, painted.
struct Drawn {
    std::unique_ptr<PlotView> view;
    QImage image; ///< of the plot alone
    Theme theme = makeTheme(ThemeKind::Light);

    Drawn(const char* id, const Scene& scene, const QSize& size = {620, 480})
        : view(makePicture(QString::fromLatin1(id), nullptr))
    {
        view->resize(size);
        view->setTheme(theme);
        view->show();
        view->refresh(scene);
        paint();
    }

    void paint()
    {
        QApplication::processEvents();
        view->plot()->replot();
        image = view->plot()->grab().toImage();
    }

    QPoint at(double x, double y) const
    {
        return QPointF(view->plot()->xAxis->coordToPixel(x), view->plot()->yAxis->coordToPixel(y)).toPoint();
    }

    /// What the picture tells where the pointer rests.
    QString tipAt(const QPoint& at) const
    {
        QHelpEvent event(QEvent::ToolTip, at, view->plot()->mapToGlobal(at));
        QApplication::sendEvent(view->plot(), &event);
        const QString text = QToolTip::text();
        QToolTip::hideText();
        return text;
    }

    /// How many pixels of about this colour lie within `reach` of a point.
    int count(const QPoint& centre, int reach, const QColor& colour) const
    {
        int found = 0;
        const QRect area =
            QRect(centre - QPoint(reach, reach), centre + QPoint(reach, reach)).intersected(image.rect());
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                const QColor seen = image.pixelColor(x, y);
                const int distance =
                    std::max({std::abs(seen.red() - colour.red()), std::abs(seen.green() - colour.green()),
                              std::abs(seen.blue() - colour.blue())});
                found += distance <= 40 ? 1 : 0;
            }
        }
        return found;
    }
};

} // namespace hyperdrift::ui
