#pragma once
// The pictures of a figure, laid out for its size and drawn on whatever takes a page: never seen in a window,
// so that the window's stay as they are.

#include "ui/ensemble_state.h"
#include "ui/figures/figure_spec.h"
#include "ui/plots/page.h"
#include "ui/scene.h"
#include "ui/wishes.h"

#include <QRectF>
#include <QSize>
#include <QString>

#include <memory>
#include <string>
#include <vector>

class QPaintDevice;
class QPainter;
class QWidget;

namespace hyperdrift::ui {

class FigureSheet {
public:
    explicit FigureSheet(const FigureSpec& spec);
    ~FigureSheet();
    FigureSheet(const FigureSheet&) = delete;
    FigureSheet& operator=(const FigureSheet&) = delete;

    /// What its pictures need of the worker beside samples.
    Wishes wishes() const;
    /// Takes in what the scene says.
    void refresh(const Scene& scene, const std::shared_ptr<const EnsembleState>& ensemble = {});

    const FigureSpec& spec() const { return m_spec; }
    QColor ground() const { return m_theme.card; }
    /// The axes stay as they were last painted, whatever is shown from now on: for frames of an animation.
    void keepRanges();

    /// In units of 1/unitsPerInch() inch.
    QSize size() const { return m_size; }
    int unitsPerInch() const;
    /// A page of that size.
    void paint(QPaintDevice& page, PageKind kind) const;
    /// So many of the page's pixels to a unit: what is drawn from pixels is as fine as that, as far as memory
    /// goes.
    void setFineness(double pixelsPerUnit);
    /// "Landscape, Loss", in the window's language.
    QString title() const;

private:
    struct Title {
        QString text;
        QRectF area;
    };

    void layOut();
    void place(std::size_t picture, const QRectF& area);
    double lineHeight() const;
    void paintLegend(QPainter& painter) const;

    FigureSpec m_spec;
    Theme m_theme;
    std::unique_ptr<QWidget> m_holder; ///< of the views
    std::vector<PlotView*> m_views;
    std::vector<const PlotView*> m_shown; ///< by view, what it takes over with the first scene
    std::vector<PlacedPicture> m_placed;
    std::vector<Title> m_titles;
    QRectF m_legend;
    std::vector<std::string> m_runs;
    bool m_hasTheory = false;
    QSize m_size;
};

} // namespace hyperdrift::ui
