#include "ui/plots/landscape_view.h"

#include "ui/plots/drawing.h"
#include "ui/plots/landscape_art.h"
#include "ui/plots/landscape_controls.h"
#include "ui/plots/landscape_data.h"
#include "ui/plots/landscape_drag.h"
#include "ui/plots/landscape_fan.h"
#include "ui/plots/landscape_ground.h"
#include "ui/plots/landscape_labels.h"
#include "ui/plots/landscape_model.h"
#include "ui/plots/landscape_pixels.h"
#include "ui/plots/landscape_text.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/tickers.h"

#include <QElapsedTimer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

// As files remember them.
const QString directionKey = QStringLiteral("direction");
const QString smoothedKey = QStringLiteral("smoothed");

constexpr std::size_t shortTrails = 500; // points in all, cheap enough for every frame
constexpr int trailMilliseconds = 60;

} // namespace

struct LandscapeView::Parts {
    explicit Parts(const QCustomPlot& plot) : pixels(plot, model), art(pixels), labels(pixels), drag(pixels)
    {
    }

    /// What ground and valleys depend on beside size and colours.
    struct Still {
        double s = 0;
        double a = 0;
        double b = 0;
        int direction = 0;
        bool empty = true;
        std::shared_ptr<const StartFan> fan;
        QCPRange x;
        QCPRange y;
        bool operator==(const Still& other) const
        {
            return s == other.s && a == other.a && b == other.b && direction == other.direction &&
                   empty == other.empty && fan == other.fan && x == other.x && y == other.y;
        }
    };

    LandscapeModel model;
    std::optional<Still> still; ///< as painted; none: to be painted anew
    TrailState trails;          ///< likewise
    LandscapeGround ground;
    LandscapePixels pixels;
    LandscapeArt art;
    LandscapeLabels labels;
    LandscapeDrag drag;
    QTimer trailTimer;         ///< to the next painting of long trails
    QElapsedTimer sinceTrails; ///< were painted
    LandscapeFan fan;
    QString runsSentence;
    LandscapeControls* controls = nullptr;
};

LandscapeView::LandscapeView(QWidget* parent) : PlotView(parent), m_parts(std::make_unique<Parts>(*m_plot))
{
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(7)));
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(7)));
    m_plot->xAxis->setSubTicks(false);
    m_plot->yAxis->setSubTicks(false);
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->yAxis->grid()->setVisible(false);
    m_plot->addLayer(QStringLiteral("ground"), m_plot->layer(QStringLiteral("grid")), QCustomPlot::limBelow);
    addBufferedLayer(*m_plot, QStringLiteral("trails"));
    addFrameLayer(*m_plot, QStringLiteral("marks"));
    m_parts->trailTimer.setSingleShot(true);
    m_parts->trailTimer.setInterval(trailMilliseconds);
    connect(&m_parts->trailTimer, &QTimer::timeout, this,
            [this] { m_plot->layer(QStringLiteral("trails"))->replot(); });
    makeControls();
    makeDrawings();
    connectFan();
    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] {
        m_plot->xAxis->ticker()->setTickCount(ticksAcross(QStringLiteral("0.25")));
        m_plot->yAxis->ticker()->setTickCount(ticksUp());
    });
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    setDirection(0);
    setTheme(m_theme);
}

LandscapeView::~LandscapeView() = default;

void LandscapeView::makeControls()
{
    m_parts->controls = new LandscapeControls(this);
    addControl(m_parts->controls->directions());
    addAutoChip();
    for (QWidget* chip : m_parts->controls->chips())
        addControl(chip);
    connect(m_parts->controls, &LandscapeControls::directionChosen, this, &LandscapeView::setDirection);
    connect(m_parts->controls, &LandscapeControls::smoothedChosen, this, &LandscapeView::setSmoothed);
    connect(m_parts->controls, &LandscapeControls::eightStartsChosen, this, &LandscapeView::setEightStarts);
}

void LandscapeView::makeDrawings()
{
    const auto ifAny = [this](auto paint) {
        return [this, paint](QCPPainter& painter) {
            if (!m_parts->model.runs().empty())
                paint(painter);
        };
    };
    new Drawing(m_plot, QStringLiteral("ground"), Drawing::Clip::ToAxes, ifAny([this](QCPPainter& painter) {
                    m_parts->ground.paint(painter, *m_plot, m_parts->model.ground(), m_theme);
                }));
    new Drawing(m_plot, QStringLiteral("main"), Drawing::Clip::ToAxes, ifAny([this](QCPPainter& painter) {
                    m_parts->art.paintValleys(painter);
                    m_parts->pixels.takeFan();
                    m_parts->art.paintFan(painter);
                    m_parts->labels.paintValleyNames(painter);
                }));
    new Drawing(m_plot, QStringLiteral("trails"), Drawing::Clip::ToAxes, ifAny([this](QCPPainter& painter) {
                    m_parts->pixels.takeTrails();
                    m_parts->art.paintTrails(painter);
                }));
    new Drawing(m_plot, QStringLiteral("marks"), Drawing::Clip::None, ifAny([this](QCPPainter& painter) {
                    m_parts->art.paintMarks(painter);
                    m_parts->labels.paintMarkLabels(painter);
                }));
}

void LandscapeView::connectFan()
{
    connect(&m_parts->fan, &LandscapeFan::changed, this, &LandscapeView::showFan);
    connect(&m_parts->fan, &LandscapeFan::failed, this, &LandscapeView::failed);
}

void LandscapeView::setEightStarts(bool wanted)
{
    m_parts->fan.setWanted(wanted);
}

void LandscapeView::takeOver(const PlotView& other)
{
    PlotView::takeOver(other);
    const auto* view = qobject_cast<const LandscapeView*>(&other);
    if (view)
        m_parts->fan.takeOver(view->m_parts->fan);
    else
        setEightStarts(false);
}

bool LandscapeView::hasEightStarts() const
{
    return m_parts->fan.isWanted();
}

/// The chip, and the trails where they are others.
void LandscapeView::showFan()
{
    m_parts->controls->setEightStarts(m_parts->fan.isWanted(), m_parts->fan.progress());
    if (m_parts->model.fan == m_parts->fan.fan())
        return;
    m_parts->model.fan = m_parts->fan.fan();
    followRuns();
    setAccessibleDescription(m_parts->runsSentence + fanSentence(m_parts->model));
    if (m_parts->model.fan)
        emit eightStartsShown();
}

QString LandscapeView::title() const
{
    return tr("Landscape");
}

void LandscapeView::setTheme(const Theme& theme)
{
    PlotView::setTheme(theme);
    m_parts->pixels.setLook(theme, plotFont());
}

void LandscapeView::refresh(const Scene& scene)
{
    const int directions = m_parts->model.directions();
    const int wanted = m_parts->model.direction;
    if (takeScene(m_parts->model, scene)) {
        cancelDrag();
        fit();
    }
    if (!m_parts->drag.follow())
        cancelDrag();
    const bool isOther = wanted != m_parts->model.direction; // there are not that many
    if (directions != m_parts->model.directions() || isOther)
        listDirections();
    setEmptyText(scene.runs.empty() ? tr("Nothing to show yet: press Play or Step.") : QString());
    m_parts->runsSentence = runsSentence(scene);
    m_parts->fan.follow(scene);
    followRuns();
    describe(scene);
    if (isOther) {
        emit directionChanged(m_parts->model.direction);
        emit choicesChanged();
    }
}

// Ground and valleys are painted anew only when the view or the noise changes, trails when they have grown,
// one goes back in time, or ghosts come and go; a frame moves the marks alone.
void LandscapeView::followRuns()
{
    if (isAutoRange()) {
        const PlaneRect view = viewOf(m_parts->model);
        m_plot->xAxis->setRange(view.xMin, view.xMax);
        m_plot->yAxis->setRange(view.yMin, view.yMax);
    }
    const Parts::Still still{
        m_parts->model.plain().s,      m_parts->model.a,   m_parts->model.b,       m_parts->model.direction,
        m_parts->model.runs().empty(), m_parts->model.fan, m_plot->xAxis->range(), m_plot->yAxis->range()};
    TrailState trails = m_parts->model.trailState();
    if (still == m_parts->still) {
        if (trails != m_parts->trails)
            followTrails(trails);
        m_plot->update();
    } else {
        m_parts->still = still;
        m_parts->trailTimer.stop();
        m_plot->replot(QCustomPlot::rpQueuedReplot);
    }
    m_parts->trails = std::move(trails);
}

/// Long ones that only grow are not painted at every frame: a line from where they end reaches the dot.
void LandscapeView::followTrails(const TrailState& trails)
{
    const TrailState& before = m_parts->trails;
    const bool grows = trails.points >= before.points && trails.reached > before.reached &&
                       trails.branch == before.branch && trails.ghosts == before.ghosts;
    const bool isDue = !m_parts->sinceTrails.isValid() || m_parts->sinceTrails.elapsed() >= trailMilliseconds;
    if (grows && trails.reached > shortTrails && !isDue) {
        m_parts->trailTimer.start(); // for when no frame follows
        return;
    }
    m_parts->trailTimer.stop();
    m_parts->sinceTrails.start();
    m_plot->layer(QStringLiteral("trails"))->replot();
}

void LandscapeView::showAll()
{
    m_parts->still.reset();
    followRuns();
}

void LandscapeView::listDirections()
{
    m_parts->controls->setDirections(m_parts->model.directions());
    setDirection(m_parts->model.direction);
}

void LandscapeView::setDirection(int k)
{
    const bool changed = k != m_parts->model.direction;
    if (changed)
        cancelDrag();
    m_parts->model.direction = std::max(0, k);
    m_parts->controls->setDirection(k);
    m_parts->fan.setDirection(m_parts->model.direction);
    const QString index = subscript(k + 1);
    setAxisLabels(tr("u%1ᵀX (alignment of X)").arg(index), tr("v%1ᵀY (alignment of Y)").arg(index));
    fit();
    if (changed) {
        emit directionChanged(k);
        emit choicesChanged();
    }
}

int LandscapeView::direction() const
{
    return m_parts->model.direction;
}

void LandscapeView::setSmoothed(bool smoothed)
{
    if (smoothed == m_parts->model.smoothed)
        return;
    m_parts->model.smoothed = smoothed;
    m_parts->controls->setSmoothed(smoothed);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    emit smoothedChanged(smoothed);
    emit choicesChanged();
}

bool LandscapeView::isSmoothed() const
{
    return m_parts->model.smoothed;
}

QString LandscapeView::formula() const
{
    return tr(
        "F = ½(s − xy)² in the plane of one pair of singular vectors, x = uₖᵀX, y = vₖᵀY. The valley is "
        "xy = s. F̃ = F + (a/2)x² + (b/2)y², a = d₂σ₂², b = d₁σ₁²: what the noise makes of it.");
}

PlottedData LandscapeView::plotted() const
{
    const QString index = subscript(direction() + 1);
    PlottedPanel panel = emptyPanel(QStringLiteral("u%1ᵀX").arg(index), QStringLiteral("v%1ᵀY").arg(index));
    if (!m_parts->model.runs().empty())
        addLandscape(panel, m_parts->model, viewOf(*m_plot));
    return {QStringLiteral("Landscape"), {std::move(panel)}};
}

QJsonObject LandscapeView::choices() const
{
    return {{directionKey, direction()}, {smoothedKey, isSmoothed()}};
}

void LandscapeView::setChoices(const QJsonObject& choices)
{
    setDirection(std::max(0, choices.value(directionKey).toInt()));
    setSmoothed(choices.value(smoothedKey).toBool());
}

bool LandscapeView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_plot)
        return PlotView::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        return pressAt(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return moveTo(static_cast<QMouseEvent*>(event)->position());
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent*>(event));
    case QEvent::ToolTip:
        if (m_plot->axisRect()->rect().contains(static_cast<QHelpEvent*>(event)->pos()))
            return tellWhatCanBeDragged(*static_cast<QHelpEvent*>(event));
        break;
    case QEvent::KeyPress:
        if (m_parts->drag.isHeld() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            cancelDrag();
            return true;
        }
        break;
    default:
        break;
    }
    return PlotView::eventFilter(watched, event);
}

bool LandscapeView::pressAt(const QMouseEvent& event)
{
    if (m_parts->drag.isHeld()) // another button is no reason to pan
        return true;
    if (event.type() != QEvent::MouseButtonPress || event.button() != Qt::LeftButton ||
        !m_parts->drag.press(event.position()))
        return false;
    QToolTip::hideText();
    m_plot->setCursor(Qt::ClosedHandCursor);
    m_plot->grabKeyboard();
    return true;
}

bool LandscapeView::moveTo(const QPointF& position)
{
    if (!m_parts->drag.isHeld()) {
        m_plot->setCursor(m_parts->drag.gripAt(position) ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return false;
    }
    m_parts->drag.moveTo(position);
    m_plot->update();
    return true;
}

bool LandscapeView::release(const QMouseEvent& event)
{
    if (!m_parts->drag.isHeld())
        return false;
    if (event.button() != Qt::LeftButton)
        return true;
    const std::optional<PlanePoint> start = m_parts->pixels.dragged();
    const std::optional<MovedRun> run = m_parts->pixels.moved();
    cancelDrag();
    if (start)
        drop(*start);
    if (run && run->c != 1)
        emit runDragged(static_cast<int>(run->run), run->c);
    return true;
}

void LandscapeView::drop(const PlanePoint& point)
{
    const AlignedCoordinates start = alignedCoordinates(m_parts->model.plain(), point);
    // A thousandth is finer than a pixel, and fits the boxes.
    const auto rounded = [](double value) { return std::round(value * 1000) / 1000; };
    const double product = rounded(start.product);
    emit startDragged(m_parts->model.direction, rounded(start.logImbalance),
                      product != 0 ? product : start.product);
}

void LandscapeView::cancelDrag()
{
    if (!m_parts->drag.isHeld())
        return;
    m_parts->drag.end();
    m_plot->releaseKeyboard();
    m_plot->setCursor(Qt::ArrowCursor);
    m_plot->update();
}

bool LandscapeView::tellWhatCanBeDragged(const QHelpEvent& event)
{
    const auto grip = m_parts->drag.gripAt(event.pos());
    if (!grip || m_parts->drag.isHeld()) {
        QToolTip::hideText();
        return true;
    }
    const QString text = grip->run ? tr("Drag %1 along its curve of equal loss, xy = const: X ← cX, Y ← Y/c")
                                         .arg(m_parts->model.runs()[*grip->run].name)
                                   : tr("Drag the start anywhere: the runs start again from there");
    QToolTip::showText(event.globalPos(), text, m_plot);
    return true;
}

QString LandscapeView::sentence(const Scene& scene) const
{
    return scene.runs.empty() ? emptyText() : runsSentence(scene) + fanSentence(m_parts->model);
}

} // namespace hyperdrift::ui
