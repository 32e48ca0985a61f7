#pragma once
// A measured number of every run over time, beside what theory says. What it shows is a row of
// time_pictures.h.

#include "ui/plots/plot_view.h"
#include "ui/plots/time_pictures.h"

#include <memory>

class QCPGraph;
class QToolButton;

namespace hyperdrift::ui {

class TimePlot : public PlotView {
    Q_OBJECT
public:
    explicit TimePlot(TimePictureSpec spec, QWidget* parent = nullptr);
    ~TimePlot() override;

    QString title() const override;
    void refresh(const Scene& scene) override;
    void setTheme(const Theme& theme) override;
    QString sentence(const Scene& scene) const override;

    bool isLogX() const;
    /// Whether the axes follow the data.
    bool isAutoRange() const;

public slots:
    void setLogX(bool logX);
    void showCursor(double iteration) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;
    void takeRange() override;

private:
    struct Parts;

    void makeControls();
    void makeDrawings();
    void takeIn(const Scene& scene);
    void setGraphCount(std::size_t runs);
    void styleGraphs();
    void prepare();
    void prepareX();
    void prepareRuns();
    void prepareTheory();
    void prepareY();
    /// All values that the automatic range shows; `floor` becomes the extent of the predicted levels.
    Extent seen(Extent& floor) const;
    void paintLabels(QCPPainter& painter);
    bool isOutside(double value) const;
    void paintHeads(QCPPainter& painter) const;
    void paintEdgeMarks(QCPPainter& painter, class LabelPlacer& placer);
    void paintEdits(QCPPainter& painter) const;
    void paintCursor(QCPPainter& painter) const;

    TimePictureSpec m_spec;
    std::unique_ptr<Parts> m_parts;
};

} // namespace hyperdrift::ui
