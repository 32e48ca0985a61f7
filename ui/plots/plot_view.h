#pragma once
// A picture: a titled plot that redraws itself from the scene.

#include "ui/scene.h"
#include "ui/theme.h"

#include <QString>
#include <QWidget>

class QCustomPlot;

namespace hyperdrift::ui {

class PlotView : public QWidget {
    Q_OBJECT
public:
    explicit PlotView(QWidget* parent = nullptr);

    /// The name in the picture's title, translated.
    virtual QString title() const = 0;
    /// Takes in what the scene now says; queues at most one replot.
    virtual void refresh(const Scene& scene) = 0;
    virtual void setTheme(const Theme& theme);
    /// The live sentence for people who don't see the picture; refresh keeps accessibleDescription() at it.
    virtual QString sentence(const Scene& scene) const = 0;

    QCustomPlot* plot() const { return m_plot; }

signals:
    /// The iteration under the pointer, linked through all time plots; −1 when it has left.
    void cursorMoved(double iteration);

public slots:
    /// Draws the linked cursor; pictures without a time axis ignore it.
    virtual void showCursor(double iteration);

protected:
    QCustomPlot* m_plot;
    Theme m_theme;
};

} // namespace hyperdrift::ui
