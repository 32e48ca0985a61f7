#include "ui/plots/pca_plane.h"

#include "core/measure/series.h"
#include "ui/plots/drawing.h"
#include "ui/plots/label_placer.h"
#include "ui/plots/mark_labels.h"
#include "ui/plots/nice_range.h"
#include "ui/plots/pca_model.h"
#include "ui/plots/pca_pixels.h"
#include "ui/plots/plane_art.h"
#include "ui/plots/plane_data.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/tickers.h"
#include "ui/widgets/marker.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

namespace {

constexpr double grabRadius = 12;    // px around a mark within which the pointer means it
constexpr double stepsAcross = 12;   // an axis ends at a multiple of about that share of it
constexpr double marginShare = 0.06; // of the axis, beyond all that is seen

/// Out to round numbers, so that it holds still while the plane is found anew.
QCPRange roundedRange(const Extent& extent)
{
    if (extent.empty() || !(extent.max > extent.min))
        return {extent.empty() ? -1 : extent.min - 1, extent.empty() ? 1 : extent.max + 1};
    const double margin = marginShare * (extent.max - extent.min);
    const double step = niceCeiling((extent.max - extent.min) / stepsAcross);
    return {step * std::floor((extent.min - margin) / step), step * std::ceil((extent.max + margin) / step)};
}

} // namespace

struct PcaPlane::Parts {
    explicit Parts(const QCustomPlot& plot) : pixels(plot, model) {}

    PcaModel model;
    PcaPixels pixels;
    MarkLabels labels;
    QString still;                    ///< all that axes and words depend on, as painted
    std::vector<std::size_t> reached; ///< likewise of the trails
    const StateTrails* painted = nullptr;
};

PcaPlane::PcaPlane(QWidget* parent) : PlotView(parent), m_parts(std::make_unique<Parts>(*m_plot))
{
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(6)));
        axis->setSubTicks(false);
    }
    addBufferedLayer(*m_plot, QStringLiteral("trails"));
    addFrameLayer(*m_plot, QStringLiteral("marks"));
    addAutoChip();
    makeDrawings();
    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] {
        m_plot->xAxis->ticker()->setTickCount(ticksAcross(QStringLiteral("−0.25")));
        m_plot->yAxis->ticker()->setTickCount(ticksUp());
    });
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    nameAxes();
    fit();
    setTheme(m_theme);
}

PcaPlane::~PcaPlane() = default;

void PcaPlane::makeDrawings()
{
    new Drawing(m_plot, QStringLiteral("trails"), Drawing::Clip::ToAxes,
                [this](QCPPainter& painter) { paintTrails(painter); });
    new Drawing(m_plot, QStringLiteral("marks"), Drawing::Clip::None, [this](QCPPainter& painter) {
        paintMarks(painter);
        paintLabels(painter);
    });
}

QString PcaPlane::title() const
{
    return tr("PCA");
}

Wishes PcaPlane::wishes() const
{
    Wishes wishes;
    wishes.plane = true;
    return wishes;
}

// --- what it shows

void PcaPlane::nameAxes()
{
    setAxisLabels(pcaAxisName(m_parts->model, 0), pcaAxisName(m_parts->model, 1));
}

void PcaPlane::refresh(const Scene& scene)
{
    const auto before = m_parts->model.trails;
    const bool restarted = takeScene(m_parts->model, scene);
    if (before != m_parts->model.trails)
        nameAxes();
    setEmptyText(scene.runs.empty() ? tr("Nothing to show yet: press Play or Step.") : whyNoPlane(scene));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setVisible(m_parts->model.isPossible || scene.runs.empty());
        axis->grid()->setVisible(axis->visible());
    }
    if (restarted)
        fit();
    else
        followRuns();
    describe(scene);
}

void PcaPlane::followRuns()
{
    if (isAutoRange()) {
        Extent x;
        Extent y;
        const auto include = [&](const PlanePoint& at) {
            x.include(at.x);
            y.include(at.y);
        };
        for (const PcaRun& run : m_parts->model.runs) {
            for (const TrailPoint& point : run.trail.points)
                include(point.at);
            if (run.limit)
                include(*run.limit);
        }
        m_plot->xAxis->setRange(roundedRange(x));
        m_plot->yAxis->setRange(roundedRange(y));
    }
    repaint();
}

// Axes are painted anew only when they change, trails when they have grown or one goes back in time; a frame
// moves the marks alone.
void PcaPlane::repaint()
{
    const QCPRange x = m_plot->xAxis->range();
    const QCPRange y = m_plot->yAxis->range();
    const QString still =
        QStringLiteral("%1 %2 %3 %4 %5 %6")
            .arg(x.lower)
            .arg(x.upper)
            .arg(y.lower)
            .arg(y.upper)
            .arg(pcaAxisName(m_parts->model, 0) + pcaAxisName(m_parts->model, 1), emptyText());
    std::vector<std::size_t> reached;
    for (const PcaRun& run : m_parts->model.runs)
        reached.push_back(run.reached);
    const bool hasGrown = m_parts->painted != m_parts->model.trails.get() || reached != m_parts->reached;
    if (still != m_parts->still) {
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    } else {
        if (hasGrown)
            m_plot->layer(QStringLiteral("trails"))->replot();
        m_plot->update();
    }
    m_parts->still = still;
    m_parts->reached = std::move(reached);
    m_parts->painted = m_parts->model.trails.get();
}

void PcaPlane::showAll()
{
    m_parts->still.clear();
    followRuns();
}

// --- drawing

void PcaPlane::paintTrails(QCPPainter& painter)
{
    m_parts->pixels.takeTrails();
    for (std::size_t i = 0; i < m_parts->pixels.count(); ++i)
        paintBackTrail(painter, m_parts->pixels.ahead(i), faded(colourOf(i), m_theme.card, backShare),
                       0.8 * m_theme.plotLineWidth);
    for (std::size_t i = 0; i < m_parts->pixels.count(); ++i)
        paintTrail(painter, m_theme, m_parts->pixels.trail(i), colourOf(i));
}

QColor PcaPlane::colourOf(std::size_t run) const
{
    return m_theme.runs[run % m_theme.runs.size()];
}

void PcaPlane::paintMarks(QCPPainter& painter)
{
    const auto& runs = m_parts->model.runs;
    const PcaPixels& pixels = m_parts->pixels;
    const QRectF axes = m_plot->axisRect()->rect();
    for (std::size_t i = 0; i < runs.size() && i < pixels.count(); ++i) {
        const auto dot = pixels.dot(i);
        if (dot && !pixels.trail(i).isEmpty())
            paintTip(painter, m_theme, {pixels.trail(i).last(), *dot}, axes, colourOf(i));
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const auto at = pixels.start(i))
            paintRing(painter, m_theme, *at, m_theme.casing);
        if (const auto at = pixels.limit(i))
            paintStar(painter, m_theme, *at);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const auto at = pixels.dot(i))
            paintMarker(painter, runMarker(static_cast<int>(i)), *at, markRadius(m_theme), colourOf(i),
                        m_theme.casing);
    }
}

void PcaPlane::block(LabelPlacer& placer) const
{
    const auto& runs = m_parts->model.runs;
    const PcaPixels& pixels = m_parts->pixels;
    for (std::size_t i = 0; i < runs.size() && i < pixels.count(); ++i) {
        placer.avoidLine(pixels.trail(i), 0.6);
        placer.avoidLine(pixels.ahead(i), 0.3);
        if (const auto at = pixels.start(i))
            placer.block(squareAround(*at, markRadius(m_theme)));
        if (const auto at = pixels.dot(i))
            placer.block(squareAround(*at, markRadius(m_theme)));
        if (const auto at = pixels.limit(i))
            placer.block(squareAround(*at, starRadius(m_theme)));
    }
}

void PcaPlane::paintLabels(QCPPainter& painter)
{
    const auto& runs = m_parts->model.runs;
    const PcaPixels& pixels = m_parts->pixels;
    LabelPlacer placer(QRectF(m_plot->axisRect()->rect()).adjusted(3, 3, -3, -3));
    block(placer);
    const auto write = [&](const QString& key, const QString& text, const QPointF& at, double gap,
                           const QColor& colour, bool bold) {
        m_parts->labels.paint(painter, placer, {key, text, at, gap, colour, bold}, plotFont(), m_theme,
                              m_theme.card);
    };
    const double mark = markRadius(m_theme);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const auto at = pixels.dot(i)) {
            const auto star = pixels.limit(i);
            const bool isInStar = star && lengthOf(*star - *at) < starRadius(m_theme);
            write(QStringLiteral("run%1").arg(i), runs[i].name, *at,
                  (isInStar ? starRadius(m_theme) : mark) + 4, m_theme.runText[i % m_theme.runText.size()],
                  true);
        }
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const auto at = pixels.limit(i))
            write(QStringLiteral("limit%1").arg(i), tr("predicted limit"), *at, starRadius(m_theme) + 3,
                  m_theme.text, false);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto at = pixels.start(i);
        if (!at || (i > 0 && pixels.start(0) && lengthOf(*pixels.start(0) - *at) < mark))
            continue; // it is the first one's
        const bool isShared = i == 0 && runs.size() > 1 && pixels.areStartsOne();
        write(QStringLiteral("start%1").arg(i), isShared ? tr("same start") : tr("start"), *at, mark + 4,
              m_theme.text, false);
    }
}

// --- words

QString PcaPlane::toolTipAt(const QPointF& position) const
{
    if (!m_parts->model.isPossible)
        return {};
    const auto& runs = m_parts->model.runs;
    const PcaPixels& pixels = m_parts->pixels;
    const auto isAt = [&](const std::optional<QPointF>& mark) {
        return mark && lengthOf(*mark - position) <= grabRadius;
    };
    for (std::size_t i = runs.size(); i-- > 0;) { // the last lies on top
        const PcaRun& run = runs[i];
        if (isAt(pixels.dot(i)))
            return tr("%1: %2").arg(run.name, pcaPointText(*run.now));
        if (isAt(pixels.limit(i)))
            return tr("Predicted limit of %1: %2\nX = x u₁, Y = y v₁, up to a common sign")
                .arg(run.name, pcaPointText(*run.limit));
        if (isAt(pixels.start(i)))
            return tr("Start: %1").arg(pcaPointText(run.trail.points.front().at));
    }
    return {};
}

QString PcaPlane::formula() const
{
    return tr("z = (vec X, vec Y), all entries of X and Y. PCₖ = qₖᵀ(z − z̄), where q₁, q₂ are the first\n"
              "eigenvectors of Σ(zᵢ − z̄)(zᵢ − z̄)ᵀ over the recorded states of all runs.");
}

PlottedData PcaPlane::plotted() const
{
    PlottedPanel panel = emptyPanel(QStringLiteral("PC1"), QStringLiteral("PC2"));
    const auto& runs = m_parts->model.runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        addTrail(panel, static_cast<int>(i), runs[i].trail, runs[i].reached, runs[i].now);
        if (!runs[i].trail.points.empty())
            addStart(panel, runs[i].trail.points.front().at);
        addLimit(panel, static_cast<int>(i), runs[i].limit);
        addNow(panel, static_cast<int>(i), runs[i].iteration > 0 ? runs[i].now : std::nullopt);
    }
    return {QStringLiteral("PCA"), {std::move(panel)}};
}

QString PcaPlane::sentence(const Scene& scene) const
{
    if (scene.runs.empty())
        return tr("Nothing to show yet: press Play or Step.");
    const QString reason = whyNoPlane(scene);
    return reason.isEmpty() ? pcaSentence(scene) : reason;
}

} // namespace hyperdrift::ui
