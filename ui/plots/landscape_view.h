#pragma once
// The hero: the loss in the plane of one direction, with valley, predicted limit, trails, start and present
// points; on demand with the trails from eight starts beside.

#include "core/measure/sample.h"
#include "ui/plots/plot_view.h"

#include <memory>

class QHelpEvent;
class QMouseEvent;
class QPointF;

namespace hyperdrift::ui {

struct TrailState;

class LandscapeView : public PlotView {
    Q_OBJECT
public:
    explicit LandscapeView(QWidget* parent = nullptr);
    ~LandscapeView() override;

    QString title() const override;
    void refresh(const Scene& scene) override;
    void setTheme(const Theme& theme) override;
    QString sentence(const Scene& scene) const override;
    QString formula() const override;
    PlottedData plotted() const override;
    /// "direction", 0-based, and "smoothed".
    QJsonObject choices() const override;
    void setChoices(const QJsonObject& choices) override;
    void takeOver(const PlotView& other) override;

    /// 0-based singular direction that is shown.
    void setDirection(int k);
    int direction() const;
    /// Whether the ground is F̃, the loss as the noise of `run` smooths it, or F.
    void setSmoothed(bool smoothed);
    bool isSmoothed() const;
    /// Whether the trails from eight starts are shown, or being computed. A new recording takes them away.
    void setEightStarts(bool wanted);
    bool hasEightStarts() const;

signals:
    /// The start dot was dragged and released: the aligned start of direction `k` now has these values.
    void startDragged(int k, double logImbalance, double product);
    /// A run's present point was dragged along its curve of equal loss and released: X ← cX, Y ← Y/c.
    void runDragged(int run, double c);
    void smoothedChanged(bool smoothed);
    void directionChanged(int k);
    /// All eight starts are shown.
    void eightStartsShown();
    /// What the picture was asked for can't be shown; one line that says why.
    void failed(const QString& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showAll() override;

private:
    struct Parts;

    void makeControls();
    void makeDrawings();
    void connectFan();
    void showFan();
    void followRuns();
    void followTrails(const TrailState& trails);
    void listDirections();
    bool pressAt(const QMouseEvent& event);
    bool moveTo(const QPointF& position);
    bool release(const QMouseEvent& event);
    void drop(const PlanePoint& start);
    bool tellWhatCanBeDragged(const QHelpEvent& event);
    void cancelDrag();

    std::unique_ptr<Parts> m_parts;
};

} // namespace hyperdrift::ui
