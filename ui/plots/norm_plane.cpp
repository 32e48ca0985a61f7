#include "ui/plots/norm_plane.h"

#include "core/measure/projection.h"
#include "core/theory/norm_plane.h"
#include "ui/format.h"
#include "ui/plots/drawing.h"
#include "ui/plots/landscape_ground.h"
#include "ui/plots/norm_plane_data.h"
#include "ui/plots/norm_plane_labels.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plane_art.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/tickers.h"
#include "ui/prose.h"
#include "ui/titles.h"
#include "ui/widgets/marker.h"

namespace hyperdrift::ui {

namespace {

constexpr double grabRadius = 12; // px around a mark within which the pointer means it

/// All that trails are painted from, by which a change of them is seen.
struct TrailState {
    std::size_t points = 0;
    std::size_t reached = 0;
    std::uint64_t branch = 0;
    std::vector<std::uint64_t> ghosts; ///< ids
    bool operator==(const TrailState& other) const = default;
};

TrailState trailStateOf(const NormPlaneModel& model)
{
    TrailState state;
    for (const NormRun& run : model.runs) {
        state.points += run.trail.points.size();
        state.reached += run.reached;
    }
    state.branch = model.branch;
    for (const auto& [id, all] : model.ghosts)
        state.ghosts.push_back(id);
    return state;
}

void drawCurve(QCPPainter& painter, const QList<QPointF>& curve)
{
    painter.drawPolyline(curve.data(), static_cast<int>(curve.size()));
}

} // namespace

struct NormPlane::Parts {
    explicit Parts(const QCustomPlot& plot) : pixels(plot, model), labels(pixels) {}

    /// What curves and names depend on beside size and colours.
    struct Still {
        double least = 0;
        int rank = 1;
        bool empty = true;
        std::vector<double> gammas;
        std::vector<double> products;
        std::vector<PlanePoint> limits;
        QCPRange x;
        QCPRange y;
        bool operator==(const Still& other) const
        {
            const auto isSame = [](const PlanePoint& a, const PlanePoint& b) {
                return a.x == b.x && a.y == b.y;
            };
            return least == other.least && rank == other.rank && empty == other.empty &&
                   gammas == other.gammas && products == other.products && x == other.x && y == other.y &&
                   std::equal(limits.begin(), limits.end(), other.limits.begin(), other.limits.end(), isSame);
        }
    };

    NormPlaneModel model;
    std::optional<Still> still; ///< as painted; none: to be painted anew
    TrailState trails;          ///< likewise
    NormPlanePixels pixels;
    NormPlaneLabels labels;
};

NormPlane::NormPlane(QWidget* parent) : PlotView(parent), m_parts(std::make_unique<Parts>(*m_plot))
{
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(7)));
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(7)));
    m_plot->xAxis->setSubTicks(false);
    m_plot->yAxis->setSubTicks(false);
    setAxisLabels(tr("‖X‖ (size of X)"), tr("‖Y‖ (size of Y)"));
    addBufferedLayer(*m_plot, QStringLiteral("trails"));
    addFrameLayer(*m_plot, QStringLiteral("marks"));
    addAutoChip();
    makeDrawings();
    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] {
        m_plot->xAxis->ticker()->setTickCount(ticksAcross(QStringLiteral("0.25")));
        m_plot->yAxis->ticker()->setTickCount(ticksUp());
    });
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    fit();
    setTheme(m_theme);
}

NormPlane::~NormPlane() = default;

void NormPlane::makeDrawings()
{
    const auto ifAny = [this](auto paint) {
        return [this, paint](QCPPainter& painter) {
            if (!m_parts->model.runs.empty())
                paint(painter);
        };
    };
    new Drawing(m_plot, QStringLiteral("main"), Drawing::Clip::ToAxes, ifAny([this](QCPPainter& painter) {
                    paintCurves(painter);
                    m_parts->labels.paintNames(painter);
                }));
    new Drawing(m_plot, QStringLiteral("trails"), Drawing::Clip::ToAxes, ifAny([this](QCPPainter& painter) {
                    m_parts->pixels.takeTrails();
                    paintTrails(painter);
                }));
    new Drawing(m_plot, QStringLiteral("marks"), Drawing::Clip::None, ifAny([this](QCPPainter& painter) {
                    paintMarks(painter);
                    m_parts->labels.paintMarkLabels(painter);
                }));
}

QString NormPlane::title() const
{
    return tr("Norm plane");
}

void NormPlane::setTheme(const Theme& theme)
{
    PlotView::setTheme(theme);
    m_parts->labels.setLook(theme, plotFont());
}

void NormPlane::refresh(const Scene& scene)
{
    const bool restarted = takeScene(m_parts->model, scene);
    setEmptyText(scene.runs.empty() ? tr("Nothing to show yet: press Play or Step.") : QString());
    if (restarted)
        fit();
    else
        followRuns();
    describe(scene);
}

// Curves are painted anew only when the view or what theory says changes, trails when they have grown, one
// goes back in time, or ghosts come and go; a frame moves the marks alone.
void NormPlane::followRuns()
{
    const NormPlaneModel& model = m_parts->model;
    if (isAutoRange()) {
        const PlaneRect view = viewOf(model);
        m_plot->xAxis->setRange(view.xMin, view.xMax);
        m_plot->yAxis->setRange(view.yMin, view.yMax);
    }
    Parts::Still still{model.least,      model.rank, model.runs.empty(),     model.gammas(),
                       model.products(), {},         m_plot->xAxis->range(), m_plot->yAxis->range()};
    for (const NormRun& run : model.runs)
        still.limits.push_back(run.limit.value_or(PlanePoint{-1, -1}));
    TrailState trails = trailStateOf(model);
    if (still == m_parts->still) {
        if (trails != m_parts->trails)
            m_plot->layer(QStringLiteral("trails"))->replot();
        m_plot->update();
    } else {
        m_parts->still = std::move(still);
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
    m_parts->trails = std::move(trails);
}

void NormPlane::showAll()
{
    m_parts->still.reset();
    followRuns();
}

void NormPlane::paintCurves(QCPPainter& painter) const
{
    const NormPlaneModel& model = m_parts->model;
    const NormPlanePixels& pixels = m_parts->pixels;
    if (model.rank > 1) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(m_theme.theory, m_theme.card, 0.94));
        painter.drawPolygon(pixels.above(model.least));
        painter.setBrush(Qt::NoBrush);
    }
    painter.setPen(QPen(m_theme.theory, 0.9 * m_theme.plotLineWidth));
    drawCurve(painter, pixels.curve(model.least));
    QPen dotted(m_theme.theory, 0.8 * m_theme.plotLineWidth, Qt::CustomDashLine, Qt::RoundCap);
    dotted.setDashPattern({0.1, 2.6});
    painter.setPen(dotted);
    for (const double product : model.products())
        drawCurve(painter, pixels.curve(product));
    QPen dashed(m_theme.theory, 0.6 * m_theme.plotLineWidth);
    dashed.setDashPattern({5, 4});
    painter.setPen(dashed);
    for (const double gamma : model.gammas())
        drawCurve(painter, pixels.rayOf(gamma));
}

void NormPlane::paintTrails(QCPPainter& painter) const
{
    const NormPlanePixels& pixels = m_parts->pixels;
    const auto colourOf = [&](std::size_t run) { return m_theme.runs[run % m_theme.runs.size()]; };
    const auto backColourOf = [&](std::size_t run) { return faded(colourOf(run), m_theme.card, backShare); };
    auto trail = pixels.ghostTrails().begin();
    for (const auto& [id, all] : m_parts->model.ghosts) {
        for (const NormGhost& ghost : all)
            paintBackTrail(painter, *trail++, backColourOf(ghost.run), 0.55 * m_theme.plotLineWidth);
    }
    for (const GhostEnd& end : pixels.ghostEnds())
        paintMarker(painter, runMarker(static_cast<int>(end.run)), end.at, ghostRadius(m_theme),
                    m_theme.casing, colourOf(end.run));
    for (std::size_t i = 0; i < m_parts->model.runs.size(); ++i)
        paintBackTrail(painter, pixels.ahead(i), backColourOf(i), 0.8 * m_theme.plotLineWidth);
    for (std::size_t i = 0; i < m_parts->model.runs.size(); ++i)
        paintTrail(painter, m_theme, pixels.trail(i), colourOf(i));
}

void NormPlane::paintMarks(QCPPainter& painter) const
{
    const NormPlanePixels& pixels = m_parts->pixels;
    const auto& runs = m_parts->model.runs;
    const auto colourOf = [&](std::size_t run) { return m_theme.runs[run % m_theme.runs.size()]; };
    for (std::size_t i = 0; i < runs.size(); ++i)
        paintTip(painter, m_theme, pixels.tip(i), pixels.axes(), colourOf(i));
    if (const auto start = pixels.start())
        paintRing(painter, m_theme, *start, m_theme.casing);
    for (const NormRun& run : runs) {
        if (const auto star = pixels.star(run))
            paintStar(painter, m_theme, *star);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const auto dot = pixels.dot(runs[i]))
            paintMarker(painter, runMarker(static_cast<int>(i)), *dot, markRadius(m_theme), colourOf(i),
                        m_theme.casing);
    }
}

QString NormPlane::toolTipAt(const QPointF& position) const
{
    return normPlaneTip(m_parts->pixels, position, grabRadius);
}

QString NormPlane::formula() const
{
    return tr("‖X‖ = √(Σ Xᵢⱼ²), the Frobenius norm; likewise ‖Y‖: exact minima lie on the curve ‖X‖‖Y‖ = s "
              "at rank 1; the noise leads to the ray "
              "‖X‖ = γ‖Y‖.");
}

PlottedData NormPlane::plotted() const
{
    PlottedPanel panel = emptyPanel(QStringLiteral("‖X‖"), QStringLiteral("‖Y‖"));
    if (!m_parts->model.runs.empty())
        addNormPlane(panel, m_parts->model, viewOf(*m_plot));
    return {QStringLiteral("Norm plane"), {std::move(panel)}};
}

QString NormPlane::sentence(const Scene& scene) const
{
    const auto pair = [](const PlanePoint& at) {
        return tr("‖X‖ %1, ‖Y‖ %2").arg(shortNumber(at.x), shortNumber(at.y));
    };
    QStringList parts;
    for (const RunTrace& run : scene.runs) {
        QString text = tr("%1, iteration %2: %3")
                           .arg(runTitle(run.spec.name), formatCount(run.iteration),
                                pair(normPoint(run.current.xNorm2, run.current.yNorm2)));
        if (const auto limit = limitNorms(run.prediction))
            text += tr(", predicted %1").arg(pair(*limit));
        parts.append(text);
    }
    return parts.isEmpty() ? emptyText() : sentences(parts);
}

} // namespace hyperdrift::ui
