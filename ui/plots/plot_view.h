#pragma once
// A picture: a titled plot that redraws itself from the scene.

#include "ui/scene.h"
#include "ui/theme.h"
#include "ui/wishes.h"

#include <QFont>
#include <QJsonObject>
#include <QPointF>
#include <QRect>
#include <QString>
#include <QWidget>

class QCPPainter;
class QCustomPlot;
class QHBoxLayout;
class QToolButton;

namespace hyperdrift::ui {

struct PlottedData;
struct PlottedPanel;

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
    /// What is drawn, with its formula: the tooltip of title and axes.
    virtual QString formula() const;
    /// What the person chose in the picture's own controls, by name, as the window and files remember it;
    /// what stands at its standard value may be left out.
    virtual QJsonObject choices() const;
    /// Takes what it understands; all else goes to its standard value. Before the picture shows a scene, too.
    virtual void setChoices(const QJsonObject& choices);

    /// Shows what the picture of the same kind that it replaces shows beside its choices: a zoom, say.
    virtual void takeOver(const PlotView& other);

    /// What is drawn, in numbers, also what lies out of sight; no names of runs. For plottedData
    /// (plotted_data.h).
    virtual PlottedData plotted() const = 0;

    /// What it needs of the worker beside samples; nothing for most.
    virtual Wishes wishes() const { return {}; }

    QCustomPlot* plot() const { return m_plot; }
    /// The picture's few small controls (log x, Auto, F/F̃) with its subtitle, in one row. It stands above the
    /// plot until a frame takes it into its title row, by adding it to a layout of its own.
    QWidget* controls() const { return m_controls; }
    /// For a picture that nobody works with: the plots alone.
    virtual void hideControls();
    /// What the person is asked to do in it, said with its name; empty: nothing.
    void setQuestion(const QString& question);
    /// Whether the axes follow the data; not once the person has zoomed or panned, until Auto.
    bool isAutoRange() const { return m_autoRange; }

    /// The axes stay as they are, as after a zoom of the person's.
    void keepRange() { takeRange(); }

signals:
    void wishesChanged();
    /// The iteration under the pointer, linked through all time plots; −1 when it has left.
    void cursorMoved(double iteration);
    /// choices() are others now; a refresh follows.
    void choicesChanged();
    /// The person zooms or pans: the axes don't follow the data any more.
    void rangeTaken();

public slots:
    /// On Auto and on double click: the axes follow the data again.
    void fit();
    /// Draws the linked cursor; pictures without a time axis ignore it.
    virtual void showCursor(double iteration);

protected:
    bool event(QEvent* event) override;
    /// Watches the plot; who overrides it passes on what it does not use.
    bool eventFilter(QObject* watched, QEvent* event) override;

    /// Appends a control to the row.
    void addControl(QWidget* control);
    /// Accessible name and description, from title() and sentence().
    void describe(const Scene& scene);
    /// What stands in the middle of a picture that has nothing to show; empty: nothing.
    void setEmptyText(const QString& text);
    /// What stands there instead of the answer to a lesson's question.
    static QString veiledText();
    const QString& emptyText() const { return m_emptyText; }
    /// Where it stands, in px of the plot; invalid: nowhere.
    virtual QRect emptyTextArea() const;
    /// Written at fixed places beside the axes, so that stacked plots stay aligned whatever their numbers.
    void setAxisLabels(const QString& x, const QString& y);
    /// The axes as they stand, with names for a file: English, or signs alone.
    PlottedPanel emptyPanel(const QString& xLabel, const QString& yLabel) const;
    /// Body font of the theme times `scale`.
    QFont plotFont(double scale = 1, bool bold = false) const;
    /// How many ticks there is room for: side by side with labels like `label`, or one above the other.
    int ticksAcross(const QString& label) const;
    int ticksUp() const;
    /// Appends the chip Auto, which is there while the axes don't follow the data.
    void addAutoChip();
    void takeRange();
    /// Sets the axes to all that is to be seen, and paints everything anew: a zoom has painted another view.
    virtual void showAll();
    /// What stands at a place (px of the plot), with its formula and numbers: shown where the pointer rests,
    /// and at once on a click. Empty: nothing.
    virtual QString toolTipAt(const QPointF& position) const;

    QCustomPlot* m_plot; ///< a canvas (plot_canvas.h)
    Theme m_theme;

private:
    void nameItself();
    void followDevicePixelRatio();
    void connectMouse();
    bool showTip(const QPointF& position, const QPoint& globalPosition);
    void fixMargins();
    void paintAxisLabels(QCPPainter& painter) const;

    QWidget* m_controls;
    QHBoxLayout* m_controlRow;
    QToolButton* m_autoChip = nullptr;
    bool m_autoRange = true;
    QString m_emptyText;
    QString m_question;
    QPointF m_pressed; ///< where the left button went down
    QString m_xLabel;
    QString m_yLabel;
};

} // namespace hyperdrift::ui
