#include "ui/plots/heat_maps.h"

#include "core/measure/heat_map.h"
#include "ui/format.h"
#include "ui/plots/drawing.h"
#include "ui/plots/heat_map_art.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plotted_data.h"
#include "ui/prose.h"
#include "ui/titles.h"
#include "ui/widgets/choice.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace hyperdrift::ui {

namespace {

constexpr int mostBlocks = 512;   // along a side: finer ones are hardly told apart, and cost time
constexpr int blockRounding = 32; // so that few sizes of the window ask for other blocks
constexpr std::size_t balance = 3;
const QString runKey = QStringLiteral("run"); // as files remember it
constexpr int chooserLength = 12;             // characters
constexpr int narrowestChooser = 60;          // px, in a title row that has no more

/// In the order of their places.
const HeatMap& mapOf(const MatrixMaps& maps, std::size_t index)
{
    switch (index) {
    case 0:
        return maps.target;
    case 1:
        return maps.product;
    case 2:
        return maps.residual;
    default:
        return maps.balance;
    }
}

QString sizeText(const HeatMap& map)
{
    return formatCount(map.rows) + QStringLiteral("×") + formatCount(map.columns);
}

QString balanceName(const MatrixMaps& maps)
{
    return maps.ownGamma ? QStringLiteral("XᵀX − γ²YᵀY") : QStringLiteral("XᵀX − YᵀY");
}

/// From the longest to the shortest.
QStringList titlesOf(const MatrixMaps& maps, bool isVeiled, std::size_t index)
{
    const HeatMap& map = mapOf(maps, index);
    switch (index) {
    case 0: {
        QStringList titles = {QStringLiteral("M, ") + sizeText(map), QStringLiteral("M")};
        if (map.means.size() < map.rows * map.columns)
            titles.prepend(HeatMaps::tr("M, %1, means of blocks").arg(sizeText(map)));
        return titles;
    }
    case 1:
        return {QStringLiteral("XYᵀ")};
    case 2:
        return {HeatMaps::tr("Residual XYᵀ − M"), QStringLiteral("XYᵀ − M")};
    default:
        if (!maps.ownGamma || isVeiled)
            return {balanceName(maps)};
        return {balanceName(maps) + HeatMaps::tr(", γ² = %1").arg(shortNumber(maps.gamma2)),
                balanceName(maps)};
    }
}

/// What it means, for a tooltip at its title.
QString formulaOf(const MatrixMaps& maps, bool isVeiled, std::size_t index)
{
    switch (index) {
    case 0:
        return HeatMaps::tr("M = U diag(s) Vᵀ, the matrix that is factored");
    case 1:
        return HeatMaps::tr("XYᵀ, on the scale of M");
    case 2:
        return HeatMaps::tr("R = XYᵀ − M; the loss is ½‖R‖²");
    default:
        if (isVeiled)
            return HeatMaps::tr("XᵀX − γ²YᵀY: 0 at the minimum that the noise chooses");
        return maps.ownGamma
                   ? HeatMaps::tr("XᵀX − γ²YᵀY: 0 at the minimum that the noise chooses; γ² = %1 here")
                         .arg(shortNumber(maps.gamma2))
                   : HeatMaps::tr("XᵀX − YᵀY: conserved by GD up to O(η²); this method has no γ of its own");
    }
}

int defaultRun(const Scene& scene)
{
    const auto chooses = [](const RunTrace& run) { return run.prediction.gamma2 || run.isVeiled; };
    const auto first = std::find_if(scene.runs.begin(), scene.runs.end(), chooses);
    return first == scene.runs.end() ? 0 : static_cast<int>(first - scene.runs.begin());
}

QString whyNone()
{
    return HeatMaps::tr(
        "The reduced engine keeps no matrices, only the few numbers that the loss depends on. Set "
        "\"engine\": \"full\" in the experiment's file and open it again.");
}

} // namespace

struct HeatMaps::Parts {
    struct Hover {
        std::size_t map = 0;
        QPointF at;
    };

    Choice* runs = nullptr;
    QStringList names;
    int chosen = -1;   ///< by the person; −1: none
    int standard = -1; ///< where none is; −1: not yet known
    int run = -1;      ///< that is shown; −1: not yet known
    double aspect = 1; ///< d2/d1
    std::shared_ptr<const MatrixMaps> maps;
    bool isVeiled = false;
    std::array<HeatMapPlace, 4> places;
    std::optional<Hover> hover;
    Wishes wishes;
};

HeatMaps::HeatMaps(QWidget* parent) : PlotView(parent), m_parts(std::make_unique<Parts>())
{
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    m_plot->setInteractions(QCP::iNone);
    m_parts->runs = new Choice(this);
    m_parts->runs->setObjectName(QStringLiteral("matricesRun"));
    m_parts->runs->setAccessibleName(tr("Run whose matrices are shown"));
    m_parts->runs->setToolTip(tr("The run whose X and Y are shown: XYᵀ, XYᵀ − M, XᵀX − γ²YᵀY"));
    m_parts->runs->setProperty("role", QStringLiteral("chip"));
    m_parts->runs->setMinimumContentsLength(chooserLength); // as wide whatever the names
    m_parts->runs->setMinimumWidth(narrowestChooser);
    connect(m_parts->runs, &Choice::activated, this, &HeatMaps::setRun);
    addControl(m_parts->runs);
    addBufferedLayer(*m_plot, QStringLiteral("hover"));
    new Drawing(m_plot, QStringLiteral("main"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintMaps(painter); });
    new Drawing(m_plot, QStringLiteral("hover"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintHover(painter); });
    connect(m_plot, &QCustomPlot::beforeReplot, this, &HeatMaps::layOut);
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    setTheme(m_theme);
}

HeatMaps::~HeatMaps() = default;

QString HeatMaps::title() const
{
    return tr("Matrices");
}

int HeatMaps::run() const
{
    return std::max(0, m_parts->run);
}

void HeatMaps::setRun(int run)
{
    if (run == m_parts->chosen)
        return;
    choose(run);
    emit choicesChanged();
}

/// What another run has to show comes with the next refresh.
void HeatMaps::choose(int run)
{
    m_parts->chosen = run;
    const int shown = run >= 0 ? run : m_parts->standard;
    if (shown == m_parts->run)
        return;
    m_parts->run = shown;
    m_parts->runs->setCurrentIndex(shown);
    m_parts->maps.reset();
    wishAnew();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QJsonObject HeatMaps::choices() const
{
    return m_parts->chosen >= 0 ? QJsonObject{{runKey, m_parts->chosen}} : QJsonObject();
}

void HeatMaps::setChoices(const QJsonObject& choices)
{
    choose(std::max(-1, choices.value(runKey).toInt(-1)));
}

void HeatMaps::listRuns(const Scene& scene)
{
    QStringList names;
    for (const RunTrace& run : scene.runs)
        names.append(runTitle(run.spec.name));
    if (names == m_parts->names)
        return;
    m_parts->names = names;
    m_parts->runs->clear();
    m_parts->runs->addItems(names);
    m_parts->runs->setVisible(names.size() != 1);
}

void HeatMaps::refresh(const Scene& scene)
{
    const auto count = static_cast<int>(scene.runs.size());
    if (count > 0) {
        m_parts->aspect = static_cast<double>(scene.problem.d2) / static_cast<double>(scene.problem.d1);
        m_parts->standard = defaultRun(scene);
        const bool isThere = m_parts->chosen >= 0 && m_parts->chosen < count;
        m_parts->run = isThere ? m_parts->chosen : m_parts->standard;
    }
    listRuns(scene);
    m_parts->runs->setCurrentIndex(m_parts->run);
    const bool hasRuns = count > 0 && !scene.isReduced;
    const auto maps = hasRuns ? scene.runs[static_cast<std::size_t>(m_parts->run)].matrices : nullptr;
    const QString text = scene.isReduced ? whyNone()
                         : count > 0     ? QString()
                                         : tr("Nothing to show yet: press Play or Step.");
    const bool isVeiled = hasRuns && scene.runs[static_cast<std::size_t>(m_parts->run)].isVeiled;
    const bool isNew = maps != m_parts->maps || text != emptyText() || isVeiled != m_parts->isVeiled;
    m_parts->isVeiled = isVeiled;
    m_parts->maps = maps;
    setEmptyText(text);
    wishAnew();
    describe(scene);
    if (!isNew)
        return;
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    if (m_parts->hover && QToolTip::isVisible())
        QToolTip::showText(QCursor::pos(), toolTipAt(m_parts->hover->at), m_plot);
}

/// About as many blocks as the cells have pixels, and not more, so that none is passed over.
void HeatMaps::wishAnew()
{
    Wishes wishes;
    if (m_parts->run >= 0) {
        layOut();
        const QSizeF pixels = m_parts->places[0].cells.size() * m_plot->bufferDevicePixelRatio();
        const auto blocks = [](double count) {
            const int rounded = static_cast<int>(count) / blockRounding * blockRounding;
            return std::clamp(rounded, blockRounding, mostBlocks);
        };
        wishes.matricesOf = {m_parts->run};
        wishes.grid = {blocks(pixels.height()), blocks(pixels.width())};
    }
    if (wishes == m_parts->wishes)
        return;
    m_parts->wishes = wishes;
    emit wishesChanged();
}

Wishes HeatMaps::wishes() const
{
    return m_parts->wishes;
}

void HeatMaps::resizeEvent(QResizeEvent* event)
{
    PlotView::resizeEvent(event);
    wishAnew();
}

void HeatMaps::layOut()
{
    const QFontMetricsF metrics(plotFont(0.9));
    const HeatMapMetrics sizes{1.25 * metrics.height(), metrics.horizontalAdvance(QStringLiteral("−0.005")),
                               m_plot->bufferDevicePixelRatio()};
    m_parts->places = heatMapPlaces(m_plot->size(), m_parts->aspect, sizes);
}

void HeatMaps::paintMaps(QCPPainter& painter)
{
    if (!m_parts->maps)
        return;
    const HeatMapLook look{m_theme, plotFont(0.9), m_plot->bufferDevicePixelRatio()};
    for (std::size_t i = 0; i < m_parts->places.size(); ++i)
        paintHeatMap(painter, mapOf(*m_parts->maps, i), m_parts->places[i],
                     titlesOf(*m_parts->maps, m_parts->isVeiled, i),
                     i < 2 ? viridis() : blueOrange(m_theme.kind), look);
}

/// Around the cell under the pointer, and the same one of the other maps of that size.
void HeatMaps::paintHover(QCPPainter& painter) const
{
    if (!m_parts->maps || !m_parts->hover)
        return;
    const std::size_t map = m_parts->hover->map;
    const auto block = blockAt(mapOf(*m_parts->maps, map), m_parts->places[map], m_parts->hover->at);
    if (!block)
        return;
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < m_parts->places.size(); ++i) {
        if ((i == balance) != (map == balance))
            continue;
        const QRectF rect = blockRect(mapOf(*m_parts->maps, i), m_parts->places[i], *block);
        painter.setPen(QPen(m_theme.card, 3));
        painter.drawRect(rect);
        painter.setPen(QPen(m_theme.text, 1));
        painter.drawRect(rect);
    }
}

QString HeatMaps::toolTipAt(const QPointF& position) const
{
    for (std::size_t i = 0; m_parts->maps && i < m_parts->places.size(); ++i) {
        const HeatMap& map = mapOf(*m_parts->maps, i);
        if (const auto block = blockAt(map, m_parts->places[i], position))
            return blockText(map, *block);
        if (m_parts->places[i].title.contains(position))
            return formulaOf(*m_parts->maps, m_parts->isVeiled, i);
    }
    return {};
}

void HeatMaps::pointAt(const QPointF& position, const QPoint& global)
{
    m_parts->hover.reset();
    for (std::size_t i = 0; m_parts->maps && i < m_parts->places.size(); ++i) {
        if (m_parts->places[i].cells.contains(position))
            m_parts->hover = {i, position};
    }
    QToolTip::showText(global, toolTipAt(position), m_plot);
    m_plot->layer(QStringLiteral("hover"))->replot();
}

void HeatMaps::leave()
{
    m_parts->hover.reset();
    QToolTip::hideText();
    m_plot->layer(QStringLiteral("hover"))->replot();
}

bool HeatMaps::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        pointAt(mouse->position(), mouse->globalPosition().toPoint());
    } else if (watched == m_plot && event->type() == QEvent::Leave) {
        leave();
    } else if (watched == m_plot && event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (toolTipAt(help->pos()).isEmpty()) // else it is there already
            QToolTip::showText(help->globalPos(), formula(), m_plot);
        return true;
    } else if (watched == m_plot && event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        pointAt(mouse->position(), mouse->globalPosition().toPoint());
        return false;
    }
    return PlotView::eventFilter(watched, event);
}

QString HeatMaps::formula() const
{
    return tr(
        "M = U diag(s) Vᵀ, XYᵀ, the residual XYᵀ − M (the loss is ½‖XYᵀ − M‖²) and XᵀX − γ²YᵀY, which is\n"
        "0 at the minimum that the noise chooses, γ² = d₁σ₁²/(d₂σ₂²).");
}

PlottedData HeatMaps::plotted() const
{
    PlottedData all{QStringLiteral("Matrices"), {}};
    for (std::size_t i = 0; m_parts->maps && i < m_parts->places.size(); ++i) {
        const HeatMap& map = mapOf(*m_parts->maps, i);
        const QStringList names = {QStringLiteral("M"), QStringLiteral("XYᵀ"), QStringLiteral("XYᵀ − M"),
                                   balanceName(*m_parts->maps)};
        const QString& name = names[static_cast<qsizetype>(i)];
        all.panels.push_back({.title = name,
                              .series = {{.kind = PlottedSeries::Kind::Map,
                                          .name = name,
                                          .run = i == 0 ? -1 : m_parts->run,
                                          .map = map,
                                          .isAroundZero = i >= 2}}});
    }
    return all;
}

QString HeatMaps::sentence(const Scene& scene) const
{
    if (scene.runs.empty())
        return tr("Nothing to show yet: press Play or Step.");
    if (scene.isReduced)
        return whyNone();
    const bool isThere = m_parts->chosen >= 0 && m_parts->chosen < static_cast<int>(scene.runs.size());
    const RunTrace& run = scene.runs[static_cast<std::size_t>(isThere ? m_parts->chosen : defaultRun(scene))];
    QString text = tr("%1, iteration %2").arg(runTitle(run.spec.name), formatCount(run.iteration));
    if (const auto& maps = run.matrices) {
        const HeatMap& residual = maps->residual;
        const bool isWhole =
            residual.means.rows() == residual.rows && residual.means.cols() == residual.columns;
        text += (isWhole ? tr(": M is %1, entries of the residual are at most %2, of %3 at most %4")
                         : tr(": M is %1, means of blocks of the residual are at most %2, of %3 at most %4"))
                    .arg(sizeText(maps->target), shortNumber(residual.greatest, 2), balanceName(*maps),
                         shortNumber(maps->balance.greatest, 2));
    }
    return sentences({text});
}

} // namespace hyperdrift::ui
