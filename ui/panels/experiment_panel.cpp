#include "ui/panels/experiment_panel.h"

#include "core/model/validate.h"
#include "ui/panels/ghost_list.h"
#include "ui/panels/panel_section.h"
#include "ui/panels/problem_panel.h"
#include "ui/panels/run_panel.h"
#include "ui/panels/start_panel.h"
#include "ui/widgets/form_row.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/panel_scroll.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace hyperdrift::ui {

ExperimentPanel::ExperimentPanel(QWidget* parent)
    : QFrame(parent), m_problemSection(new PanelSection(QStringLiteral("problemSection"), tr("Problem"))),
      m_startSection(new PanelSection(QStringLiteral("startSection"), tr("Start"))),
      m_runsSection(new PanelSection(QStringLiteral("runsSection"), tr("Runs"))), m_problem(new ProblemPanel),
      m_start(new StartPanel), m_runColumn(new QVBoxLayout), m_addRun(new QPushButton(tr("Add run"))),
      m_ghosts(new GhostList), m_waitingBar(new QWidget), m_theme(makeTheme(ThemeKind::Light))
{
    setProperty("card", true);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    m_problemSection->rows()->addWidget(m_problem);
    m_problemSection->rows()->addSpacing(grid / 2);
    m_startSection->rows()->addWidget(m_start);
    m_startSection->rows()->addSpacing(grid / 2);
    m_runColumn->setSpacing(2 * grid);
    m_runsSection->rows()->addLayout(m_runColumn);
    m_runsSection->rows()->addWidget(m_addRun, 0, Qt::AlignLeft);
    for (PanelSection* section : sections())
        column->addWidget(section);
    column->addWidget(m_ghosts);
    column->addStretch(1);

    m_scroll = new PanelScroll(content);
    auto* waitingRow = new QHBoxLayout(m_waitingBar);
    waitingRow->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    auto* notice = new QLabel(tr("Changes apply on reset"));
    notice->setWordWrap(true);
    auto* reset = new QPushButton(tr("Reset"));
    reset->setObjectName(QStringLiteral("applyReset"));
    reset->setAccessibleName(tr("Reset and apply the changes"));
    reset->setProperty("role", QStringLiteral("primary"));
    waitingRow->addWidget(notice, 1);
    waitingRow->addWidget(reset);
    m_waitingBar->setObjectName(QStringLiteral("waitingBar"));
    m_waitingBar->hide();
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->setSpacing(0);
    outer->addWidget(m_scroll, 1);
    outer->addWidget(m_waitingBar);

    m_addRun->setObjectName(QStringLiteral("addRun"));
    m_addRun->setProperty("role", QStringLiteral("link"));
    m_addRun->setToolTip(tr("One more run from the same start; applies on reset"));
    m_addRun->setAccessibleName(tr("Add run"));
    connect(reset, &QPushButton::clicked, this, &ExperimentPanel::resetWanted);
    connect(m_addRun, &QPushButton::clicked, this, [this] {
        m_isAdding = true;
        emit addRunWanted();
        m_isAdding = false;
    });
    connect(m_problem, &ProblemPanel::valueChanged, this, &ExperimentPanel::problemChanged);
    connect(m_problem, &ProblemPanel::fileWanted, this, &ExperimentPanel::fileWanted);
    connect(m_problem, &ProblemPanel::exampleWanted, this, &ExperimentPanel::exampleWanted);
    connect(m_start, &StartPanel::valueChanged, this, &ExperimentPanel::startChanged);
    connect(m_ghosts, &GhostList::pinToggled, this, &ExperimentPanel::ghostPinToggled);
    connect(m_ghosts, &GhostList::restoreWanted, this, &ExperimentPanel::ghostRestoreWanted);
    connect(m_ghosts, &GhostList::dismissWanted, this, &ExperimentPanel::ghostDismissWanted);
}

std::array<PanelSection*, 3> ExperimentPanel::sections() const
{
    return {m_problemSection, m_startSection, m_runsSection};
}

QStringList ExperimentPanel::folded() const
{
    QStringList names;
    for (const PanelSection* section : sections()) {
        if (section->isFolded())
            names << section->objectName();
    }
    return names;
}

void ExperimentPanel::setFolded(const QStringList& names)
{
    for (PanelSection* section : sections())
        section->setFolded(names.contains(section->objectName()));
}

void ExperimentPanel::makeRunPanels(std::size_t count)
{
    while (m_runs.size() > count) {
        // A slider that is held, or a field with text in it, has nothing left that it could change.
        disconnect(m_runs.back(), nullptr, this, nullptr);
        m_runs.back()->hide();
        m_runs.back()->deleteLater();
        m_runs.pop_back();
    }
    while (m_runs.size() < count) {
        const int row = static_cast<int>(m_runs.size());
        auto* panel = new RunPanel(row);
        panel->setTheme(m_theme);
        m_runColumn->addWidget(panel);
        m_runs.push_back(panel);
        connect(panel, &RunPanel::parametersChanged, this,
                [this, row](const std::vector<Edit::SetParameter>& parameters, quint64 gesture) {
                    emit parametersChanged(row, parameters, gesture);
                });
        connect(panel, &RunPanel::renamed, this,
                [this, row](const QString& name) { emit renamed(row, name); });
        connect(panel, &RunPanel::removeWanted, this, [this, row] { emit removeRunWanted(row); });
    }
}

void ExperimentPanel::setDraft(const Draft& draft, const Waiting& waiting)
{
    m_problem->setValue(draft.problem);
    m_start->setValue(draft.start);
    makeRunPanels(draft.runs.size());
    m_inForce.clear();
    for (std::size_t i = 0; i < draft.runs.size(); ++i) {
        m_runs[i]->setValue(draft.runs[i].spec);
        m_runs[i]->setRemovable(draft.runs.size() > 1);
        m_inForce.push_back(draft.runs[i].inForce);
    }
    m_addRun->setVisible(draft.runs.size() < static_cast<std::size_t>(maxRuns));
    m_problemSection->setWaiting(waiting.problem);
    m_startSection->setWaiting(waiting.start);
    m_runsSection->setWaiting(waiting.runs);
    m_waitingBar->setVisible(waiting.any());
    showLimits();
    if (m_isAdding)
        showLastRun();
}

/// Once the panel has the height of all runs.
void ExperimentPanel::showLastRun()
{
    m_runsSection->setFolded(false);
    QTimer::singleShot(0, this, [this] {
        m_scroll->ensureWidgetVisible(m_addRun, 0, grid); // for one more
        m_scroll->ensureWidgetVisible(m_runs.back(), 0, grid);
    });
}

void ExperimentPanel::showPredictions(const Scene& scene)
{
    for (RunPanel* run : m_runs)
        run->setSize(scene.problem.d1, scene.problem.d2);
    for (std::size_t i = 0; i < m_runs.size() && i < m_inForce.size(); ++i) {
        const auto run = static_cast<std::size_t>(m_inForce[i]);
        if (m_inForce[i] >= 0 && run < scene.runs.size())
            m_runs[i]->setEtaMax(scene.runs[run].prediction.etaMax);
    }
}

void ExperimentPanel::forgetRejectedText()
{
    for (FormRow* row : findChildren<FormRow*>()) {
        if (!row->error().isEmpty())
            row->showAgain();
    }
}

void ExperimentPanel::setGhosts(const std::vector<std::shared_ptr<const Ghost>>& ghosts)
{
    m_ghosts->setGhosts(ghosts);
}

void ExperimentPanel::setLimits(const PanelLimits& limits)
{
    m_limits = limits;
    showLimits();
}

void ExperimentPanel::showLimits()
{
    const auto hides = [this](const QString& name) { return m_limits.hidden.contains(name); };
    m_problemSection->setHidden(hides(QStringLiteral("problem")));
    m_startSection->setHidden(hides(QStringLiteral("start")));
    lockControls(m_problem, QStringLiteral("problem"), m_limits);
    lockControls(m_start, QStringLiteral("start"), m_limits);
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const bool hide = hides(QStringLiteral("run.%1").arg(i));
        m_runs[i]->setHidden(hide);
        hidden += hide ? 1 : 0;
        lockControls(m_runs[i], QStringLiteral("runs.%1").arg(i), m_limits);
    }
    m_runsSection->setHidden(!m_runs.empty() && hidden == m_runs.size());
}

void ExperimentPanel::takeOver(const ExperimentPanel& other)
{
    setFolded(other.folded());
    for (std::size_t i = 0; i < std::min(m_runs.size(), other.m_runs.size()); ++i)
        m_runs[i]->setBalanceLocked(other.m_runs[i]->isBalanceLocked());
    const int at = other.m_scroll->verticalScrollBar()->value();
    QTimer::singleShot(0, this,
                       [this, at] { m_scroll->verticalScrollBar()->setValue(at); }); // once it has its size
}

void ExperimentPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_addRun->setIcon(themedIcon(QStringLiteral("add"), theme.accent));
    for (RunPanel* run : m_runs)
        run->setTheme(theme);
    for (PanelSection* section : sections())
        section->setTheme(theme);
    m_ghosts->setTheme(theme);
    updateGeometry();
}

QSize ExperimentPanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 35, QFrame::sizeHint().height()};
}

} // namespace hyperdrift::ui
