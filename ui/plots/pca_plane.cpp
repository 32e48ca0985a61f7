#include "ui/plots/pca_plane.h"

#include "core/measure/series.h"
#include "core/measure/state_plane.h"
#include "ui/format.h"
#include "ui/plots/chip.h"
#include "ui/plots/drawing.h"
#include "ui/plots/label_placer.h"
#include "ui/plots/mark_labels.h"
#include "ui/plots/nice_range.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plane_art.h"
#include "ui/plots/tickers.h"
#include "ui/widgets/marker.h"

#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

namespace {

constexpr double grabRadius = 12;    // px around a mark within which the pointer means it
constexpr double stepsAcross = 12;   // an axis ends at a multiple of about that share of it
constexpr double marginShare = 0.06; // of the axis, beyond all that is seen

struct PcaRun {
    QString name;
    Trail trail;
    std::size_t reached = 0; ///< points of it up to the instant that is shown
    std::optional<PlanePoint> now;
    std::optional<PlanePoint> limit; ///< only of a run whose noise chooses it
    std::int64_t iteration = 0;
};

QString percent(double share)
{
    const double value = 100 * share;
    const bool isRound = value == 0 || (value >= 10 && value < 99.5) || value > 99.95;
    return PcaPlane::tr("%1 %").arg(QString::number(value, 'f', isRound ? 0 : 1));
}

/// Why there is no such plane of the scene's runs; empty when there is one.
QString whyNone(const Scene& scene)
{
    if (scene.isReduced)
        return PcaPlane::tr(
            "The reduced engine keeps no X and Y, only the few numbers that the loss depends on. Set "
            "\"engine\": \"full\" in the experiment's file and open it again.");
    const std::int64_t entries = (scene.problem.d1 + scene.problem.d2) * scene.problem.rank;
    if (entries > mostStateEntries)
        return PcaPlane::tr("X and Y have (d₁ + d₂)·r = %1 entries; their states are kept up to %2. Choose a "
                            "smaller matrix or rank.")
            .arg(formatCount(entries), formatCount(mostStateEntries));
    return {};
}

/// Out to round numbers, so that it holds still while the plane is found anew.
QCPRange roundedRange(const Extent& extent)
{
    if (extent.empty() || !(extent.max > extent.min))
        return {extent.empty() ? -1 : extent.min - 1, extent.empty() ? 1 : extent.max + 1};
    const double margin = marginShare * (extent.max - extent.min);
    const double step = niceCeiling((extent.max - extent.min) / stepsAcross);
    return {step * std::floor((extent.min - margin) / step), step * std::ceil((extent.max + margin) / step)};
}

QString pointText(const PlanePoint& at)
{
    return PcaPlane::tr("PC1 %1, PC2 %2").arg(shortNumber(at.x), shortNumber(at.y));
}

} // namespace

struct PcaPlane::Parts {
    std::shared_ptr<const StateTrails> trails;
    std::vector<PcaRun> runs;
    std::uint64_t recording = 0;
    bool isPossible = false;
    bool autoRange = true;
    QToolButton* autoChip = nullptr;
    std::vector<QList<QPointF>> pixels; ///< of the trails, as painted
    std::vector<QList<QPointF>> ahead;
    MarkLabels labels;
    QString still;                    ///< all that axes and words depend on, as painted
    std::vector<std::size_t> reached; ///< likewise of the trails
    const StateTrails* painted = nullptr;
};

PcaPlane::PcaPlane(QWidget* parent) : PlotView(parent), m_parts(std::make_unique<Parts>())
{
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(6)));
        axis->setSubTicks(false);
    }
    addBufferedLayer(*m_plot, QStringLiteral("trails"));
    addBufferedLayer(*m_plot, QStringLiteral("marks"));
    m_parts->autoChip = makeChip(tr("Auto"), QStringLiteral("autoRange"), this);
    m_parts->autoChip->setToolTip(tr("Show everything again (double click)"));
    m_parts->autoChip->hide();
    connect(m_parts->autoChip, &QToolButton::clicked, this, &PcaPlane::fit);
    addControl(m_parts->autoChip);
    makeDrawings();
    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] {
        m_plot->xAxis->ticker()->setTickCount(ticksAcross(QStringLiteral("−0.25")));
        m_plot->yAxis->ticker()->setTickCount(ticksUp());
    });
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    setAxisLabels(axisNames()[0], axisNames()[1]);
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

QStringList PcaPlane::axisNames() const
{
    const auto name = [this](int axis) {
        const double share = m_parts->trails ? m_parts->trails->shares[static_cast<std::size_t>(axis)] : 0;
        return share > 0 ? tr("PC%1, %2 of variance").arg(axis + 1).arg(percent(share))
                         : tr("PC%1").arg(axis + 1);
    };
    return {name(0), name(1)};
}

void PcaPlane::takeIn(const Scene& scene)
{
    const auto before = m_parts->trails;
    m_parts->isPossible = !scene.runs.empty() && whyNone(scene).isEmpty();
    m_parts->trails = m_parts->isPossible ? scene.plane : nullptr;
    if (m_parts->trails && m_parts->trails->runs.size() != scene.runs.size())
        m_parts->trails.reset();
    if (before != m_parts->trails) {
        m_parts->runs.assign(m_parts->trails ? scene.runs.size() : 0, {});
        for (std::size_t i = 0; i < m_parts->runs.size(); ++i)
            m_parts->runs[i].trail = m_parts->trails->runs[i];
        setAxisLabels(axisNames()[0], axisNames()[1]);
    }
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const RunTrace& trace = scene.runs[i];
        PcaRun& run = m_parts->runs[i];
        run.name = QString::fromStdString(trace.spec.name);
        run.iteration = trace.iteration;
        run.now = trace.planeNow;
        run.limit = trace.prediction.gamma2 ? trace.planeLimit : std::nullopt;
        const auto& points = run.trail.points;
        const auto beyond =
            std::upper_bound(points.begin(), points.end(), trace.iteration,
                             [](std::int64_t t, const TrailPoint& point) { return t < point.iteration; });
        run.reached = static_cast<std::size_t>(beyond - points.begin());
    }
}

void PcaPlane::refresh(const Scene& scene)
{
    takeIn(scene);
    setEmptyText(scene.runs.empty() ? tr("Nothing to show yet: press Play or Step.") : whyNone(scene));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setVisible(m_parts->isPossible || scene.runs.empty());
        axis->grid()->setVisible(axis->visible());
    }
    if (scene.recording != m_parts->recording) {
        m_parts->recording = scene.recording;
        fit();
    } else {
        followRuns();
    }
    describe(scene);
}

void PcaPlane::followRuns()
{
    if (m_parts->autoRange) {
        Extent x;
        Extent y;
        const auto include = [&](const PlanePoint& at) {
            x.include(at.x);
            y.include(at.y);
        };
        for (const PcaRun& run : m_parts->runs) {
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
    const QString still = QStringLiteral("%1 %2 %3 %4 %5 %6")
                              .arg(x.lower)
                              .arg(x.upper)
                              .arg(y.lower)
                              .arg(y.upper)
                              .arg(axisNames().join(QLatin1Char(' ')), emptyText());
    std::vector<std::size_t> reached;
    for (const PcaRun& run : m_parts->runs)
        reached.push_back(run.reached);
    const bool hasGrown = m_parts->painted != m_parts->trails.get() || reached != m_parts->reached;
    if (still != m_parts->still) {
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    } else {
        if (hasGrown)
            m_plot->layer(QStringLiteral("trails"))->replot();
        m_plot->layer(QStringLiteral("marks"))->replot();
    }
    m_parts->still = still;
    m_parts->reached = std::move(reached);
    m_parts->painted = m_parts->trails.get();
}

void PcaPlane::fit()
{
    m_parts->autoRange = true;
    m_parts->autoChip->hide();
    m_parts->still.clear(); // a zoom has painted another view meanwhile
    followRuns();
}

void PcaPlane::takeRange()
{
    m_parts->autoRange = false;
    m_parts->autoChip->show();
}

// --- drawing

void PcaPlane::paintTrails(QCPPainter& painter)
{
    m_parts->pixels.clear();
    m_parts->ahead.clear();
    const auto colourOf = [&](std::size_t run) { return m_theme.runs[run % m_theme.runs.size()]; };
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const PcaRun& run = m_parts->runs[i];
        const std::size_t from = std::max<std::size_t>(run.reached, 1) - 1;
        m_parts->pixels.push_back(trailPixels(*m_plot, run.trail, 0, run.reached));
        m_parts->ahead.push_back(trailPixels(*m_plot, run.trail, from, run.trail.points.size()));
        paintBackTrail(painter, m_parts->ahead[i], faded(colourOf(i), m_theme.card, backShare),
                       0.8 * m_theme.plotLineWidth);
    }
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i)
        paintTrail(painter, m_theme, m_parts->pixels[i], colourOf(i));
}

std::optional<QPointF> PcaPlane::pixelOf(const std::optional<PlanePoint>& at) const
{
    if (!at || !std::isfinite(at->x) || !std::isfinite(at->y))
        return std::nullopt;
    const QPointF pixel = toPixel(*m_plot, at->x, at->y);
    const QRectF axes = m_plot->axisRect()->rect();
    return axes.adjusted(-1, -1, 1, 1).contains(pixel) ? std::optional(pixel) : std::nullopt;
}

std::optional<QPointF> PcaPlane::startOf(std::size_t run) const
{
    const auto& points = m_parts->runs[run].trail.points;
    return points.empty() ? std::nullopt : pixelOf(points.front().at);
}

/// None while the run still stands at its start.
std::optional<QPointF> PcaPlane::dotOf(std::size_t run) const
{
    return m_parts->runs[run].iteration > 0 ? pixelOf(m_parts->runs[run].now) : std::nullopt;
}

bool PcaPlane::areStartsOne() const
{
    const auto first = startOf(0);
    for (std::size_t i = 1; i < m_parts->runs.size(); ++i) {
        const auto at = startOf(i);
        if (!first || !at || lengthOf(*first - *at) >= 1)
            return false;
    }
    return true;
}

void PcaPlane::paintMarks(QCPPainter& painter)
{
    const QRectF axes = m_plot->axisRect()->rect();
    const auto colourOf = [&](std::size_t run) { return m_theme.runs[run % m_theme.runs.size()]; };
    for (std::size_t i = 0; i < m_parts->runs.size() && i < m_parts->pixels.size(); ++i) {
        const auto dot = dotOf(i);
        if (dot && !m_parts->pixels[i].isEmpty())
            paintTip(painter, m_theme, {m_parts->pixels[i].last(), *dot}, axes, colourOf(i));
    }
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        if (const auto at = startOf(i))
            paintRing(painter, m_theme, *at, m_theme.casing);
        if (const auto at = pixelOf(m_parts->runs[i].limit))
            paintStar(painter, m_theme, *at);
    }
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        if (const auto at = dotOf(i))
            paintMarker(painter, runMarker(static_cast<int>(i)), *at, markRadius(m_theme), colourOf(i),
                        m_theme.casing);
    }
}

void PcaPlane::block(LabelPlacer& placer) const
{
    for (std::size_t i = 0; i < m_parts->runs.size() && i < m_parts->pixels.size(); ++i) {
        placer.avoidLine(m_parts->pixels[i], 0.6);
        placer.avoidLine(m_parts->ahead[i], 0.3);
        if (const auto at = startOf(i))
            placer.block(squareAround(*at, markRadius(m_theme)));
        if (const auto at = dotOf(i))
            placer.block(squareAround(*at, markRadius(m_theme)));
        if (const auto at = pixelOf(m_parts->runs[i].limit))
            placer.block(squareAround(*at, starRadius(m_theme)));
    }
}

void PcaPlane::paintLabels(QCPPainter& painter)
{
    LabelPlacer placer(QRectF(m_plot->axisRect()->rect()).adjusted(3, 3, -3, -3));
    block(placer);
    const auto write = [&](const QString& key, const QString& text, const QPointF& at, double gap,
                           const QColor& colour, bool bold) {
        m_parts->labels.paint(painter, placer, {key, text, at, gap, colour, bold}, plotFont(), m_theme,
                              m_theme.card);
    };
    const double mark = markRadius(m_theme);
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        if (const auto at = dotOf(i)) {
            const auto star = pixelOf(m_parts->runs[i].limit);
            const bool isInStar = star && lengthOf(*star - *at) < starRadius(m_theme);
            write(QStringLiteral("run%1").arg(i), m_parts->runs[i].name, *at,
                  (isInStar ? starRadius(m_theme) : mark) + 4, m_theme.runText[i % m_theme.runText.size()],
                  true);
        }
    }
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        if (const auto at = pixelOf(m_parts->runs[i].limit))
            write(QStringLiteral("limit%1").arg(i), tr("predicted limit"), *at, starRadius(m_theme) + 3,
                  m_theme.text, false);
    }
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const auto at = startOf(i);
        if (!at || (i > 0 && startOf(0) && lengthOf(*startOf(0) - *at) < mark))
            continue; // it is the first one's
        const bool isShared = i == 0 && m_parts->runs.size() > 1 && areStartsOne();
        write(QStringLiteral("start%1").arg(i), isShared ? tr("same start") : tr("start"), *at, mark + 4,
              m_theme.text, false);
    }
}

// --- words

QString PcaPlane::toolTipAt(const QPointF& position) const
{
    if (!m_parts->isPossible)
        return {};
    const auto isAt = [&](const std::optional<QPointF>& mark) {
        return mark && lengthOf(*mark - position) <= grabRadius;
    };
    for (std::size_t i = m_parts->runs.size(); i-- > 0;) { // the last lies on top
        const PcaRun& run = m_parts->runs[i];
        if (isAt(dotOf(i)))
            return tr("%1: %2").arg(run.name, pointText(*run.now));
        if (isAt(pixelOf(run.limit)))
            return tr("Predicted limit of %1: %2\nX = x u₁, Y = y v₁, up to a common sign")
                .arg(run.name, pointText(*run.limit));
        if (isAt(startOf(i)))
            return tr("Start: %1").arg(pointText(run.trail.points.front().at));
    }
    return {};
}

QString PcaPlane::formula() const
{
    return tr("z = (vec X, vec Y), all entries of X and Y. PCₖ = qₖᵀ(z − z̄), where q₁, q₂ are the first\n"
              "eigenvectors of Σ(zᵢ − z̄)(zᵢ − z̄)ᵀ over the recorded states of all runs.");
}

QString PcaPlane::sentence(const Scene& scene) const
{
    if (scene.runs.empty())
        return tr("Nothing to show yet: press Play or Step.");
    const QString reason = whyNone(scene);
    if (!reason.isEmpty())
        return reason;
    QStringList parts;
    if (const auto& plane = scene.plane)
        parts.append(tr("PCA of %1 states: %2 and %3 of the variance")
                         .arg(formatCount(static_cast<std::int64_t>(plane->count)), percent(plane->shares[0]),
                              percent(plane->shares[1])));
    for (const RunTrace& run : scene.runs) {
        QString text =
            tr("%1, iteration %2").arg(QString::fromStdString(run.spec.name), formatCount(run.iteration));
        if (run.planeNow)
            text += tr(": %1").arg(pointText(*run.planeNow));
        if (run.planeLimit && run.prediction.gamma2)
            text += tr(", predicted %1").arg(pointText(*run.planeLimit));
        parts.append(text);
    }
    return parts.join(QStringLiteral(". ")) + QLatin1Char('.');
}

} // namespace hyperdrift::ui
