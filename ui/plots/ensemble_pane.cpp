#include "ui/plots/ensemble_pane.h"

#include "ui/plots/drawing.h"

#include <QMouseEvent>

#include <numeric>

namespace hyperdrift::ui {

namespace {

constexpr double clickReach = 4;      // px that a hand shakes
constexpr std::size_t fewEnds = 4000; // are drawn within a millisecond or two

std::size_t endsOf(const EnsembleState& state)
{
    return std::accumulate(state.runs.begin(), state.runs.end(), std::size_t{0},
                           [](std::size_t sum, const EnsembleTrace& run) { return sum + run.ends.size(); });
}

} // namespace

EnsemblePane::EnsemblePane(QWidget* parent) : PlotView(parent)
{
    addBufferedLayer(*m_plot, markLayer());
    controls()->hide();
    connectPointer();
}

void EnsemblePane::connectPointer()
{
    const auto pointAt = [this](const QPointF& position) {
        const auto member = hasState() ? memberAt(position) : std::nullopt;
        m_plot->setCursor(member ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return member;
    };
    connect(m_plot, &QCustomPlot::mouseMove, this, [this, pointAt](const QMouseEvent* event) {
        if (event->buttons() == Qt::NoButton)
            emit memberPointedAt(pointAt(event->position()));
    });
    connect(m_plot, &QCustomPlot::mousePress, this,
            [this](const QMouseEvent* event) { m_pressed = event->position(); });
    connect(m_plot, &QCustomPlot::mouseRelease, this, [this, pointAt](const QMouseEvent* event) {
        const QPointF way = event->position() - m_pressed;
        if (event->button() != Qt::LeftButton || way.manhattanLength() > clickReach)
            return; // the view was dragged
        if (const auto member = pointAt(event->position()))
            emit memberClicked(*member);
    });
}

/// Frames change nothing here.
void EnsemblePane::refresh(const Scene&) {}

void EnsemblePane::showEnsemble(const std::shared_ptr<const EnsembleState>& state)
{
    if (!state || (state == m_state && state->version == m_version))
        return;
    m_state = state;
    m_version = m_state->version;
    if (!m_state->runs.empty() && isWorthTakingIn(*m_state)) {
        m_order = m_state->order;
        m_taken = endsOf(*m_state);
        takeIn(*m_state);
    }
    describe({});
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// Many ends are taken in by tenths of what there is, so that all of it is no more work than once.
bool EnsemblePane::isWorthTakingIn(const EnsembleState& state) const
{
    return state.phase != EnsemblePhase::Running || state.order != m_order || m_taken < fewEnds ||
           endsOf(state) > m_taken + m_taken / 10;
}

QString EnsemblePane::sentence(const Scene&) const
{
    return title(); // the picture that it is a part of speaks for it
}

void EnsemblePane::mark(std::optional<std::int64_t> member)
{
    if (member == m_marked)
        return;
    m_marked = member;
    m_plot->layer(markLayer())->replot();
}

} // namespace hyperdrift::ui
