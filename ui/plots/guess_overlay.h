#pragma once
// Over a picture: the person says beforehand where a run will end, or which curve it will follow. It takes
// the mouse and the arrow keys of the picture while it is open, and stays as "your guess" beside the truth
// once it is closed. It is in the axes' coordinates, so that it follows zoom.

#include "ui/theme.h"

#include <QObject>
#include <QPointF>
#include <QPointer>
#include <QVector>

class QCPPainter;
class QKeyEvent;
class QMouseEvent;

class QCustomPlot;

namespace hyperdrift::ui {

class PlotView;

class GuessOverlay : public QObject {
    Q_OBJECT
public:
    enum class Kind { Point, Curve };

    /// The view owns it, and says the question as long as it is open.
    GuessOverlay(PlotView* view, Kind kind, const QString& question, const Theme& theme);
    ~GuessOverlay() override;

    /// One point, or those of the curve, in the axes' coordinates; empty: nothing was guessed.
    const QVector<QPointF>& guess() const { return m_guess; }
    /// The same guess over another view, which asks the question anew.
    GuessOverlay* copyOver(PlotView* view, const QString& question) const;
    void setTheme(const Theme& theme);
    /// No more guessing.
    void close();
    bool isOpen() const { return m_isOpen; }

signals:
    void guessed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool handleMouse(QEvent* event);
    bool handleKey(const QKeyEvent& event);
    void begin(const QPointF& pixel);
    void extendTo(const QPointF& pixel);
    QPointF toAxes(const QPointF& pixel) const;
    QPointF toPixels(const QPointF& point) const;
    QPointF inside(const QPointF& pixel) const;
    void paint(QCPPainter& painter) const;
    void paintLabel(QCPPainter& painter, const QPointF& at) const;
    void repaint();

    PlotView* m_view;
    QCustomPlot* m_plot;         ///< the view's, which can't be asked for it when it goes
    QPointer<QObject> m_drawing; ///< goes with the plot
    Kind m_kind;
    Theme m_theme;
    QVector<QPointF> m_guess;
    bool m_isOpen = true;
    bool m_isDrawing = false;
    Qt::FocusPolicy m_focusBefore;
};

} // namespace hyperdrift::ui
