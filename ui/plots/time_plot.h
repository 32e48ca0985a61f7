#pragma once
// A measured number of every run over time, beside what theory says. What it shows, and which of several
// variants there are to choose from, is a row of time_pictures.h.

#include "ui/plots/plot_view.h"
#include "ui/plots/time_pictures.h"

#include <memory>

class QCPRange;

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
    QString formula() const override;
    PlottedData plotted() const override;
    /// "log_t", and "shows": the id of the variant.
    QJsonObject choices() const override;
    void setChoices(const QJsonObject& choices) override;

    /// That is shown.
    const TimeVariant& variant() const;
    bool isLogX() const;

public slots:
    void setLogX(bool logX);
    void showCursor(double iteration) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showAll() override;

private:
    struct Parts;

    void makeControls();
    void makeDrawings();
    void showVariant();
    void followLines(const Scene& scene, const std::vector<LineSpec>& specs);
    void prepare();
    void prepareX();
    QCPRange withRoomBelow(const QCPRange& y) const;

    TimePictureSpec m_spec;
    std::unique_ptr<Parts> m_parts;
};

} // namespace hyperdrift::ui
