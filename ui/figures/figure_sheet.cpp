#include "ui/figures/figure_sheet.h"

#include "ui/plots/ensemble_view.h"
#include "ui/plots/pictures.h"
#include "ui/titles.h"
#include "ui/widgets/marker.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(FigureSheet)
};

constexpr double millimetresPerInch = 25.4;
constexpr double heroShare = 0.58; // of the width, beside the stacked ones
constexpr double gap = 0.6;        // lines between pictures
// A pale ground looks no better from more, and each picture holds some layers of them.
constexpr double mostGroundPixels = 12e6;
constexpr double keyWidth = 1.8; // lines that a sign of the legend takes

QFont fontOf(const Theme& theme, double scale, bool bold)
{
    QFont font = QApplication::font();
    font.setPointSizeF(theme.fontPointSize * scale);
    font.setBold(bold);
    return font;
}

/// A picture laid out as if it were seen.
PlotView* makeView(const FigurePicture& picture, const Theme& theme, QWidget* holder)
{
    PlotView* view = makePicture(picture.id, holder);
    if (!view)
        return nullptr;
    view->hideControls();
    view->setTheme(theme);
    view->setChoices(picture.choices);
    return view;
}

} // namespace

FigureSheet::FigureSheet(const FigureSpec& spec)
    : m_spec(spec), m_theme(figureTheme(spec.look, spec.pointSize)), m_holder(std::make_unique<QWidget>())
{
    m_holder->setAttribute(Qt::WA_DontShowOnScreen);
    const double units = m_holder->logicalDpiX() / millimetresPerInch;
    m_size = (m_spec.millimetres * units).toSize();
    m_holder->resize(m_size);
    for (const FigurePicture& picture : m_spec.pictures) {
        if (PlotView* view = makeView(picture, m_theme, m_holder.get())) {
            m_views.push_back(view);
            m_shown.push_back(picture.shown);
        }
    }
    layOut();
    m_holder->show(); // layouts come into force
}

FigureSheet::~FigureSheet() = default;

int FigureSheet::unitsPerInch() const
{
    return m_holder->logicalDpiX();
}

Wishes FigureSheet::wishes() const
{
    Wishes all;
    for (const PlotView* view : m_views)
        all = joined(all, view->wishes());
    return all;
}

void FigureSheet::refresh(const Scene& scene, const std::shared_ptr<const EnsembleState>& ensemble)
{
    m_runs.clear();
    m_hasTheory = false;
    for (const RunTrace& run : scene.runs) {
        m_runs.push_back(run.spec.name);
        m_hasTheory = m_hasTheory || (!run.isVeiled && !run.path.empty());
    }
    for (PlotView* view : m_views) {
        if (auto* members = qobject_cast<EnsembleView*>(view))
            members->showEnsemble(ensemble);
        view->refresh(scene);
    }
    // Only now: with a recording that is new to it a picture forgets its zoom.
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i])
            m_views[i]->takeOver(*m_shown[i]);
    }
    m_shown.clear();
}

void FigureSheet::keepRanges()
{
    for (PlotView* view : m_views)
        view->keepRange();
}

void FigureSheet::setFineness(double pixelsPerUnit)
{
    const double most = std::sqrt(mostGroundPixels / (m_size.width() * static_cast<double>(m_size.height())));
    for (PlotView* view : m_views)
        ui::setFineness(*view, std::min(pixelsPerUnit, most));
}

QString FigureSheet::title() const
{
    QStringList titles;
    for (const PlotView* view : m_views)
        titles.append(view->title());
    return titles.join(QStringLiteral(", "));
}

double FigureSheet::lineHeight() const
{
    return QFontMetricsF(fontOf(m_theme, 1, true), m_holder.get()).height();
}

void FigureSheet::layOut()
{
    const double line = lineHeight();
    QRectF page(QPointF(0, 0), QSizeF(m_size));
    if (m_spec.hasLegend) {
        m_legend = QRectF(page.left(), page.bottom() - 1.4 * line, page.width(), 1.4 * line);
        page.setBottom(m_legend.top());
    }
    if (m_views.empty())
        return;
    if (m_views.size() == 1) {
        place(0, page);
        return;
    }
    const double between = gap * line;
    const double hero = heroShare * page.width();
    place(0, QRectF(page.topLeft(), QSizeF(hero, page.height())));
    const auto stacked = static_cast<double>(m_views.size() - 1);
    const double height = (page.height() - between * (stacked - 1)) / stacked;
    for (std::size_t i = 1; i < m_views.size(); ++i)
        place(i, QRectF(page.left() + hero + between,
                        page.top() + static_cast<double>(i - 1) * (height + between),
                        page.width() - hero - between, height));
}

void FigureSheet::place(std::size_t picture, const QRectF& area)
{
    QRectF plots = area;
    if (m_spec.hasTitles) {
        const double line = 1.3 * lineHeight();
        m_titles.push_back({m_views[picture]->title(), QRectF(area.topLeft(), QSizeF(area.width(), line))});
        plots.setTop(plots.top() + line);
    }
    const QRect whole = plots.toRect();
    m_views[picture]->setGeometry(whole);
    m_placed.push_back({m_views[picture], whole.topLeft()});
}

void FigureSheet::paintLegend(QPainter& painter) const
{
    const double line = lineHeight();
    painter.setFont(fontOf(m_theme, 0.95, false));
    const QFontMetricsF metrics(painter.font(), m_holder.get());
    double x = m_legend.left() + 0.5 * line;
    const double y = m_legend.center().y();
    const auto write = [&](const QString& text) {
        painter.setPen(m_theme.text);
        painter.drawText(QPointF(x, y + 0.5 * (metrics.ascent() - metrics.descent())), text);
        x += metrics.horizontalAdvance(text) + 1.2 * line;
    };
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        const QColor& colour = m_theme.runs[run % m_theme.runs.size()];
        painter.setPen(QPen(colour, m_theme.plotLineWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QLineF(x, y, x + keyWidth * line, y));
        paintMarker(painter, runMarker(static_cast<int>(run)), {x + 0.5 * keyWidth * line, y}, 0.3 * line,
                    colour, m_theme.card);
        x += (keyWidth + 0.4) * line;
        write(runTitle(m_runs[run]));
    }
    if (m_hasTheory) {
        QPen dashed(m_theme.theory, 0.6 * m_theme.plotLineWidth);
        dashed.setDashPattern({5, 4});
        painter.setPen(dashed);
        painter.drawLine(QLineF(x, y, x + keyWidth * line, y));
        x += (keyWidth + 0.4) * line;
        write(Words::tr("theory"));
    }
}

void FigureSheet::paint(QPaintDevice& page, PageKind kind) const
{
    const auto paintGround = [this](QPainter& painter) {
        painter.fillRect(QRectF(QPointF(0, 0), QSizeF(m_size)), m_theme.card);
    };
    const auto paintWords = [this](QPainter& painter) {
        painter.setFont(fontOf(m_theme, 1.05, true));
        painter.setPen(m_theme.text);
        for (const Title& title : m_titles)
            painter.drawText(title.area.adjusted(0.3 * lineHeight(), 0, 0, 0),
                             Qt::AlignLeft | Qt::AlignVCenter, title.text);
        if (m_spec.hasLegend)
            paintLegend(painter);
    };
    paintPage(page, kind, paintGround, m_placed, paintWords);
}

} // namespace hyperdrift::ui
