#include "ui/plots/time_plot.h"

#include "ui/format.h"
#include "ui/plots/chip.h"
#include "ui/plots/chip_choice.h"
#include "ui/plots/drawing.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/tickers.h"
#include "ui/plots/time_data.h"
#include "ui/plots/time_labels.h"
#include "ui/plots/time_lines.h"
#include "ui/prose.h"
#include "ui/titles.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

// As files remember them.
const QString logTimeKey = QStringLiteral("log_t");
const QString variantKey = QStringLiteral("shows");

constexpr double mostRoomBelow = 0.4; // of the axis, for a name

/// What the ghosts show: the first line of each run.
std::vector<Measure> measuresOf(const std::vector<LineSpec>& specs)
{
    std::vector<Measure> measures;
    for (const LineSpec& spec : specs) {
        if (spec.isFirst)
            measures.push_back(spec.measure);
    }
    return measures;
}

} // namespace

struct TimePlot::Parts {
    explicit Parts(const QCustomPlot& plot) : labels(plot, lines, levels, ghosts) {}

    std::vector<RunLine> lines;
    std::vector<LevelLine> levels;
    GhostLines ghosts;
    TimeLabels labels;
    std::vector<EditMark> edits;
    std::uint64_t recording = 0;
    std::uint64_t branch = 0;
    double instant = 0;
    double horizon = 200;
    double cursor = -1;
    bool logX = false;
    QToolButton* logChip = nullptr;
    ChipChoice* variants = nullptr; ///< none where there is nothing to choose
    QSharedPointer<QCPAxisTicker> plainTime{new PlainTicker(6)};
    QSharedPointer<QCPAxisTicker> logTime;
};

TimePlot::TimePlot(TimePictureSpec spec, QWidget* parent)
    : PlotView(parent), m_spec(std::move(spec)), m_parts(std::make_unique<Parts>(*m_plot))
{
    auto* decades = new DecadeTicker(8);
    decades->setWrittenOut(true);
    m_parts->logTime.reset(decades);
    m_plot->xAxis->setTicker(m_parts->plainTime);
    m_plot->xAxis->setSubTicks(false);
    m_plot->addLayer(QStringLiteral("cursor"));
    m_plot->addLayer(QStringLiteral("ghosts"), m_plot->layer(QStringLiteral("main")), QCustomPlot::limBelow);
    m_plot->addLayer(QStringLiteral("theory"), m_plot->layer(QStringLiteral("main")));
    makeControls();
    makeDrawings();
    showVariant();
    connect(m_plot, &QCustomPlot::beforeReplot, this, &TimePlot::prepare);
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    setTheme(m_theme);
}

TimePlot::~TimePlot() = default;

QString TimePlot::title() const
{
    return m_spec.title;
}

const TimeVariant& TimePlot::variant() const
{
    const auto shown =
        std::find_if(m_spec.variants.begin(), m_spec.variants.end(), [this](const TimeVariant& each) {
            return m_parts->variants && each.choice.id == m_parts->variants->current().id;
        });
    return shown == m_spec.variants.end() ? m_spec.variants.front() : *shown;
}

QString TimePlot::formula() const
{
    return variant().choice.formula;
}

PlottedData TimePlot::plotted() const
{
    PlottedPanel panel = emptyPanel(QStringLiteral("iteration t"), variant().yLabel);
    addGhosts(panel, m_parts->ghosts);
    addLines(panel, m_parts->lines);
    addLevels(panel, m_parts->levels);
    return {m_spec.name, {std::move(panel)}};
}

void TimePlot::makeControls()
{
    if (m_spec.variants.size() > 1) {
        std::vector<Variant> variants;
        for (const TimeVariant& each : m_spec.variants)
            variants.push_back(each.choice);
        m_parts->variants = new ChipChoice(m_spec.chooses, QStringLiteral("shows"), variants, this);
        connect(m_parts->variants, &ChipChoice::chosen, this, [this] {
            showVariant();
            emit choicesChanged();
        });
        addControl(m_parts->variants);
    }
    addAutoChip();
    m_parts->logChip = makeChip(tr("log t"), QStringLiteral("logX"), this);
    m_parts->logChip->setCheckable(true);
    m_parts->logChip->setToolTip(tr("Logarithmic time axis: equal widths for equal ratios of t, from t = 1"));
    connect(m_parts->logChip, &QToolButton::toggled, this, &TimePlot::setLogX);
    addControl(m_parts->logChip);
}

/// Axes and their names; the lines follow with the next refresh.
void TimePlot::showVariant()
{
    const bool logY = variant().logY;
    m_plot->yAxis->setScaleType(logY ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(logY ? new DecadeTicker(6) : new PlainTicker(4)));
    m_plot->yAxis->setSubTicks(logY);
    setAxisLabels(tr("iteration t"), variant().yLabel);
    m_parts->labels.forget();
    fit();
}

void TimePlot::makeDrawings()
{
    const auto draw = [this](const char* layer, const Drawing::Paint& paint) {
        new Drawing(m_plot, QLatin1String(layer), Drawing::Clip::None, paint);
    };
    new Drawing(m_plot, QStringLiteral("ghosts"), Drawing::Clip::ToAxes, [this](QCPPainter& painter) {
        m_parts->ghosts.paint(painter, *m_plot, variant().logY, m_theme);
    });
    new Drawing(m_plot, QStringLiteral("theory"), Drawing::Clip::ToAxes,
                [this](QCPPainter& painter) { m_parts->labels.paintLevels(painter); });
    draw("axes", [this](QCPPainter& painter) {
        m_parts->labels.paintEdits(painter, m_parts->edits, m_parts->instant);
    });
    draw("axes", [this](QCPPainter& painter) { m_parts->labels.paintNames(painter); });
    draw("axes", [this](QCPPainter& painter) { m_parts->labels.paintHeads(painter); });
    draw("cursor", [this](QCPPainter& painter) {
        m_parts->labels.paintCursor(painter, m_parts->cursor, variant().logY);
    });
}

void TimePlot::refresh(const Scene& scene)
{
    const std::vector<LineSpec> specs = variant().lines(scene);
    followLines(scene, specs);
    m_parts->horizon = std::max(1.0, timeHorizon(scene));
    m_parts->instant = static_cast<double>(scene.iteration);
    takeIn(m_parts->lines, scene, variant(), specs);
    m_parts->levels = variant().levels(scene);
    const double s1 = scene.problem.spectrum.empty() ? 0 : scene.problem.spectrum.front();
    if (m_parts->ghosts.takeIn(scene.ghosts, measuresOf(specs), s1))
        m_parts->labels.forget(); // the names have other room now
    m_parts->edits.clear();
    for (const Edit& edit : scene.edits)
        m_parts->edits.push_back({static_cast<double>(edit.at), edit.run});
    const bool isUndefined = !variant().undefined.isEmpty() && !hasValues(m_parts->lines);
    setEmptyText(scene.runs.empty() ? tr("Nothing to show yet: press Play or Step.")
                 : isUndefined      ? variant().undefined
                                    : QString());
    describe(scene);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// As many lines as the variant has, begun anew with each recording and branch.
void TimePlot::followLines(const Scene& scene, const std::vector<LineSpec>& specs)
{
    const bool isNew = scene.recording != m_parts->recording;
    if (isNew || specs.size() != m_parts->lines.size()) {
        m_parts->recording = scene.recording;
        m_parts->lines = makeLines(*m_plot, specs);
        m_parts->labels.forget();
        styleLines(m_parts->lines, m_theme);
        if (isNew)
            fit();
    }
    if (scene.branch != m_parts->branch) {
        m_parts->branch = scene.branch;
        forgetSeries(m_parts->lines);
    }
}

void TimePlot::setTheme(const Theme& theme)
{
    PlotView::setTheme(theme);
    m_parts->labels.setLook(theme, plotFont(0.9));
    styleLines(m_parts->lines, theme);
}

bool TimePlot::isLogX() const
{
    return m_parts->logX;
}

void TimePlot::setLogX(bool logX)
{
    if (logX == m_parts->logX)
        return;
    m_parts->logX = logX;
    m_parts->logChip->setChecked(logX);
    m_plot->xAxis->setScaleType(logX ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->xAxis->setSubTicks(logX);
    m_plot->xAxis->setTicker(logX ? m_parts->logTime : m_parts->plainTime);
    m_parts->labels.forget();
    fit();
    emit choicesChanged();
}

QJsonObject TimePlot::choices() const
{
    QJsonObject choices{{logTimeKey, m_parts->logX}};
    if (m_parts->variants)
        choices[variantKey] = variant().choice.id;
    return choices;
}

void TimePlot::setChoices(const QJsonObject& choices)
{
    setLogX(choices.value(logTimeKey).toBool());
    if (m_parts->variants)
        m_parts->variants->setCurrent(choices.value(variantKey).toString());
}

void TimePlot::showAll()
{
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

// Everything that depends on range and size, once before each replot.
void TimePlot::prepare()
{
    if (isAutoRange())
        prepareX();
    const QCPRange x = m_plot->xAxis->range();
    // Columns of two pixels: twice as many show no more and take twice as long.
    const double width = 0.5 * m_plot->axisRect()->width() * m_plot->bufferDevicePixelRatio();
    const Columns columns{x.lower, x.upper, std::max(16, static_cast<int>(width)), m_parts->logX};
    reduceLines(m_parts->lines, columns);
    m_parts->ghosts.reduce(columns);
    if (isAutoRange())
        m_plot->yAxis->setRange(
            withRoomBelow(rangeOf(m_parts->lines, m_parts->levels, m_parts->ghosts, x, variant().logY)));
    fillGraphs(m_parts->lines, x, m_plot->yAxis->range(), m_parts->logX, variant().logY);
}

/// The lowest predicted level is named below itself, where there is one above that its name could be taken
/// for.
QCPRange TimePlot::withRoomBelow(const QCPRange& y) const
{
    double lowest = y.upper;
    for (const RunLine& line : m_parts->lines) {
        if (line.theory && line.theory->level)
            lowest = std::min(lowest, *line.theory->level);
    }
    const double share = (QFontMetricsF(plotFont(0.9)).height() + 5) / m_plot->axisRect()->height();
    if (variant().logY || !(share < mostRoomBelow) || lowest - y.lower >= share * y.size())
        return y;
    return {(lowest - share * y.upper) / (1 - share), y.upper};
}

void TimePlot::prepareX()
{
    m_parts->plainTime->setTickCount(ticksAcross(formatCount(std::llround(m_parts->horizon))));
    m_plot->yAxis->ticker()->setTickCount(ticksUp());
    // A log axis has no 0; iteration 1 is where it begins.
    m_plot->xAxis->setRange(m_parts->logX ? 1 : 0,
                            m_parts->logX ? std::max(10.0, m_parts->horizon) : m_parts->horizon);
}

void TimePlot::showCursor(double iteration)
{
    if (iteration == m_parts->cursor)
        return;
    const bool comesOrGoes = (iteration < 0) != (m_parts->cursor < 0);
    m_parts->cursor = iteration;
    QCPLayer* layer = m_plot->layer(QStringLiteral("cursor"));
    if (comesOrGoes) { // a picture of its own takes time to blend even when nothing is in it
        layer->setMode(iteration < 0 ? QCPLayer::lmLogical : QCPLayer::lmBuffered);
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    } else {
        layer->replot();
    }
}

bool TimePlot::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_plot && event->type() == QEvent::MouseMove) {
        const QPoint at = static_cast<QMouseEvent*>(event)->position().toPoint();
        const bool inside = m_plot->axisRect()->rect().contains(at);
        emit cursorMoved(inside ? m_plot->xAxis->pixelToCoord(at.x()) : -1);
    } else if (watched == m_plot && event->type() == QEvent::Leave) {
        emit cursorMoved(-1);
    }
    return PlotView::eventFilter(watched, event);
}

QString TimePlot::sentence(const Scene& scene) const
{
    if (scene.runs.empty() || !emptyText().isEmpty())
        return emptyText();
    const std::vector<LineSpec> specs = variant().lines(scene);
    QStringList parts;
    for (std::size_t run = 0; run < scene.runs.size(); ++run)
        parts.append(tr("%1, iteration %2: %3")
                         .arg(runTitle(scene.runs[run].spec.name), formatCount(scene.runs[run].iteration),
                              phrase(variant(), scene, specs, run)));
    return sentences(parts);
}

} // namespace hyperdrift::ui
