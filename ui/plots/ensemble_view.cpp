#include "ui/plots/ensemble_view.h"

#include "ui/format.h"
#include "ui/plots/chip_choice.h"
#include "ui/plots/ensemble_bar.h"
#include "ui/plots/ensemble_fan.h"
#include "ui/plots/ensemble_histogram.h"
#include "ui/plots/ensemble_limits.h"
#include "ui/plots/ensemble_text.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plotted_data.h"
#include "ui/prose.h"
#include "ui/titles.h"
#include "ui/widgets/metrics.h"

#include <qcustomplot.h>

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>
#include <iterator>
#include <vector>

namespace hyperdrift::ui {

namespace {

// For all three at once, in lines of text.
constexpr double leastLinesAcross = 33;
constexpr double leastLinesDown = 23;

} // namespace

EnsembleView::EnsembleView(QWidget* parent)
    : PlotView(parent), m_bar(new EnsembleBar(this)), m_board(new QWidget(this)),
      m_all(new QBoxLayout(QBoxLayout::TopToBottom, m_board)),
      m_others(new QBoxLayout(QBoxLayout::LeftToRight))
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(1, m_bar);
    column->addWidget(m_board, 1);
    makePanes();
    makeControls();
    makeEmptyButton();
    setFocusPolicy(Qt::StrongFocus);
    setProperty("usesArrows", true);
    setToolTip(tr("Arrow keys go from member to member, Enter or a click opens one as the experiment"));
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    setTheme(m_theme);
    arrange();
}

EnsembleView::~EnsembleView() = default;

void EnsembleView::makePanes()
{
    m_panes = {new EnsembleLimits(this), new EnsembleHistogram(this), new EnsembleFan(this)};
    m_all->setContentsMargins(0, 0, 0, 0);
    m_all->setSpacing(2);
    m_others->setSpacing(2);
    m_all->addWidget(m_panes[0]);
    m_all->addLayout(m_others);
    m_others->addWidget(m_panes[1]);
    m_others->addWidget(m_panes[2]);
    for (EnsemblePane* pane : m_panes) {
        connect(pane, &EnsemblePane::memberPointedAt, this, &EnsembleView::mark);
        connect(pane, &EnsemblePane::memberClicked, this, &EnsembleView::memberOpened);
    }
    for (PlotView* zoomed : {m_panes[0], m_panes[2]})
        connect(zoomed, &PlotView::rangeTaken, this, &EnsembleView::takeRange);
    connect(m_panes[2], &PlotView::cursorMoved, this, &PlotView::cursorMoved);
}

void EnsembleView::hideControls()
{
    PlotView::hideControls();
    m_bar->hide();
}

void EnsembleView::makeControls()
{
    const std::vector<Variant> variants = {
        {QStringLiteral("limits"), tr("Limits"), tr("where each member ends: (‖X‖, ‖Y‖)")},
        {QStringLiteral("histogram"), tr("Histogram"),
         tr("how many members end at which ‖X‖²/‖Y‖², beside ratio ± 2 ratio sd(θ) of theory")},
        {QStringLiteral("fan"), tr("Fan"),
         tr("‖X‖² − ‖Y‖² over time: median, 5 % and 95 % of the members, beside mean ± 1.64 sd of theory")}};
    m_chooser =
        new ChipChoice(tr("Picture of the ensemble"), QStringLiteral("ensembleChooser"), variants, this);
    addControl(m_chooser);
    addAutoChip();
    connect(m_chooser, &ChipChoice::chosen, this, [this] {
        arrange();
        emit choicesChanged();
    });
    connect(m_bar, &EnsembleBar::choiceChanged, this, [this] {
        showEmptyText();
        emit choicesChanged();
    });
    connect(m_bar, &EnsembleBar::runWanted, this, &EnsembleView::ensembleWanted);
    connect(m_bar, &EnsembleBar::stopWanted, this, &EnsembleView::ensembleStopWanted);
}

/// Below the words in the middle.
void EnsembleView::makeEmptyButton()
{
    for (QCPAxis* axis : {plot()->xAxis, plot()->yAxis}) // the panes have axes of their own
        axis->setVisible(false);
    plot()->xAxis->grid()->setVisible(false);
    plot()->yAxis->grid()->setVisible(false);
    m_emptyButton = new QPushButton(tr("Run the ensemble"), plot());
    m_emptyButton->setObjectName(QStringLiteral("runFirstEnsemble"));
    m_emptyButton->setAccessibleName(m_emptyButton->text());
    m_emptyButton->setToolTip(tr("Run the present experiment many times over, with other noise or starts"));
    m_emptyButton->setProperty("role", QStringLiteral("primary"));
    connect(m_emptyButton, &QPushButton::clicked, m_bar, &EnsembleBar::run);
    auto* column = new QVBoxLayout(plot());
    column->addStretch(4);
    column->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

QString EnsembleView::title() const
{
    return tr("Ensemble");
}

/// Above the button; where there is no room for both, the button says enough.
QRect EnsembleView::emptyTextArea() const
{
    if (!m_emptyButton->isVisible())
        return PlotView::emptyTextArea();
    constexpr int margin = 12;
    const QRect above(margin, 0, plot()->width() - 2 * margin, m_emptyButton->y() - margin);
    const int height = QFontMetrics(plotFont())
                           .boundingRect(above, Qt::AlignCenter | Qt::TextWordWrap, emptyText())
                           .height();
    return height <= above.height() ? above.adjusted(0, above.height() - height, 0, 0) : QRect();
}

void EnsembleView::showAll()
{
    for (EnsemblePane* pane : m_panes)
        pane->fit();
}

QCustomPlot* EnsembleView::shownPlot() const
{
    return hasResult() ? m_panes[chosenPane()]->plot() : plot();
}

std::size_t EnsembleView::chosenPane() const
{
    const QString& id = m_chooser->current().id;
    if (id == QLatin1String("histogram"))
        return 1;
    return id == QLatin1String("fan") ? 2 : 0;
}

bool EnsembleView::hasResult() const
{
    return m_state && !m_state->runs.empty() && !m_isVeiled;
}

bool EnsembleView::hasRoomForAll() const
{
    const double line = QFontMetricsF(plotFont()).height();
    return width() >= leastLinesAcross * line && height() >= leastLinesDown * line;
}

void EnsembleView::arrange()
{
    const bool all = hasRoomForAll();
    const bool isWide = width() > 1.5 * height();
    m_all->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_others->setDirection(isWide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    plot()->setVisible(!hasResult());
    m_board->setVisible(hasResult());
    m_chooser->setVisible(!all);
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const bool isShown = all || i == chosenPane();
        m_panes[i]->setVisible(isShown);
        if (isShown)
            m_panes[i]->showEnsemble(m_state); // what it has missed
    }
    // A layout gives hidden items their share, too.
    m_all->setStretch(0, all || chosenPane() == 0 ? 5 : 0);
    m_all->setStretch(1, all || chosenPane() != 0 ? 4 : 0);
    m_others->setStretch(0, all || chosenPane() == 1 ? 1 : 0);
    m_others->setStretch(1, all || chosenPane() == 2 ? 1 : 0);
}

void EnsembleView::refresh(const Scene& scene)
{
    m_hasRuns = !scene.runs.empty();
    m_horizon = ensembleHorizon(scene);
    const bool isTurned = std::exchange(m_isVeiled, isVeiled(scene)) != m_isVeiled;
    if (isTurned)
        arrange();
    m_bar->setEnabled(m_hasRuns && !m_isVeiled);
    m_bar->setRuns(scene.runs.size());
    showEmptyText();
    if (isTurned || !hasResult())
        describe(scene);
}

void EnsembleView::showEnsemble(const std::shared_ptr<const EnsembleState>& state)
{
    if (!state || (state == m_state && state->version == m_version))
        return;
    m_state = state;
    m_version = state->version;
    m_bar->show(*state);
    if (m_marked && *m_marked >= state->asked.members)
        mark(std::nullopt);
    arrange();
    showEmptyText();
    m_told = ensembleSentence(*state);
    if (hasResult())
        describe({});
}

void EnsembleView::showEmptyText()
{
    const bool isRunning = m_state && m_state->phase == EnsemblePhase::Running;
    if (m_emptyButton->hasFocus() && isRunning)
        setFocus(); // else it would go to the next picture
    m_emptyButton->setVisible(m_hasRuns && !isRunning && !m_isVeiled);
    QString text = tr("Nothing to show yet: press Play or Step.");
    if (m_isVeiled)
        text = veiledText();
    else if (isRunning)
        text = tr("The first members are on their way.");
    else if (m_hasRuns)
        text = tr("Run %1 members of this experiment, to t\u00a0=\u00a0%2, to see where they end.")
                   .arg(formatCount(m_bar->members()), formatCount(m_horizon));
    if (text == emptyText() || hasResult())
        return;
    setEmptyText(text);
    plot()->replot(QCustomPlot::rpQueuedReplot);
}

void EnsembleView::setTheme(const Theme& theme)
{
    PlotView::setTheme(theme);
    QPalette ground = palette();
    ground.setColor(QPalette::Window, theme.card);
    m_board->setPalette(ground);
    m_board->setAutoFillBackground(true); // between the panes
    for (EnsemblePane* pane : m_panes) {
        if (pane)
            pane->setTheme(theme);
    }
    arrange();
}

QString EnsembleView::formula() const
{
    return tr("Where many runs of the experiment end: (‖X‖, ‖Y‖) of each beside the minima ‖X‖‖Y‖ = s at "
              "rank 1, the final ratio "
              "‖X‖²/‖Y‖², and ‖X‖² − ‖Y‖² over time, from 5 to 95 % of the members.");
}

/// Of the panes that are shown, one after the other.
PlottedData EnsembleView::plotted() const
{
    PlottedData all{QStringLiteral("Ensemble"), {}};
    for (std::size_t i = 0; hasResult() && i < m_panes.size(); ++i) {
        if (!hasRoomForAll() && i != chosenPane())
            continue;
        m_panes[i]->plot()->replot();
        std::vector<PlottedPanel> panels = m_panes[i]->plotted().panels;
        std::move(panels.begin(), panels.end(), std::back_inserter(all.panels));
    }
    return all;
}

QString EnsembleView::sentence(const Scene& scene) const
{
    if (!hasResult())
        return emptySentence(scene);
    return m_marked ? m_told + QLatin1Char(' ') + sentences({listing(memberLines(*m_state, *m_marked))})
                    : m_told;
}

/// What to do, and how the runs stand.
QString EnsembleView::emptySentence(const Scene& scene) const
{
    QStringList parts{emptyText()};
    for (const RunTrace& run : scene.runs) {
        QString text =
            tr("%1, iteration %2: ratio %3")
                .arg(runTitle(run.spec.name), formatCount(run.iteration), shortNumber(run.current.ratio));
        if (run.prediction.ratio)
            text += tr(", predicted %1").arg(shortNumber(*run.prediction.ratio));
        parts << sentences({text});
    }
    return parts.join(QLatin1Char(' '));
}

QJsonObject EnsembleView::choices() const
{
    return {{QStringLiteral("view"), m_chooser->current().id},
            {QStringLiteral("members"), static_cast<int>(m_bar->members())},
            {QStringLiteral("vary"), m_bar->varyId()}};
}

void EnsembleView::setChoices(const QJsonObject& choices)
{
    m_chooser->setCurrent(choices.value(QStringLiteral("view")).toString());
    m_bar->setMembers(choices.value(QStringLiteral("members")).toInt(EnsembleBar::standardMembers));
    m_bar->setVary(choices.value(QStringLiteral("vary")).toString());
}

void EnsembleView::showCursor(double iteration)
{
    m_panes[2]->showCursor(iteration);
}

void EnsembleView::mark(std::optional<std::int64_t> member)
{
    if (member == m_marked)
        return;
    m_marked = member;
    for (EnsemblePane* pane : m_panes)
        pane->mark(member);
    if (hasResult())
        describe({});
}

/// To the next member that has ended, round and round.
void EnsembleView::step(int by)
{
    std::vector<std::int64_t> ended;
    for (const EnsembleEnd& end : m_state->runs.front().ends)
        ended.push_back(end.member);
    if (ended.empty())
        return;
    std::sort(ended.begin(), ended.end());
    if (by > 0) {
        const auto next = std::upper_bound(ended.begin(), ended.end(), m_marked.value_or(-1));
        mark(next == ended.end() ? ended.front() : *next);
    } else {
        const auto here = std::lower_bound(ended.begin(), ended.end(), m_marked.value_or(0));
        mark(here == ended.begin() ? ended.back() : *std::prev(here));
    }
}

void EnsembleView::resizeEvent(QResizeEvent* event)
{
    PlotView::resizeEvent(event);
    arrange();
}

void EnsembleView::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool isArrow = key >= Qt::Key_Left && key <= Qt::Key_Down;
    if (hasResult() && isArrow)
        step(key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1);
    else if (m_marked && (key == Qt::Key_Return || key == Qt::Key_Enter))
        emit memberOpened(*m_marked);
    else
        PlotView::keyPressEvent(event);
}

/// The pointer means none any more; the keys may.
void EnsembleView::leaveEvent(QEvent* event)
{
    if (!hasFocus())
        mark(std::nullopt);
    PlotView::leaveEvent(event);
}

void EnsembleView::focusOutEvent(QFocusEvent* event)
{
    mark(std::nullopt);
    PlotView::focusOutEvent(event);
}

} // namespace hyperdrift::ui
