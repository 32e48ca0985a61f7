#pragma once
// The experiment at the window's left: problem, start, runs, and what is kept for comparison. Runs change
// live; what waits for a reset says so, with the reset beside it.

#include "ui/draft.h"
#include "ui/panels/panel_limits.h"
#include "ui/scene.h"
#include "ui/theme.h"

#include <QFrame>
#include <QStringList>

#include <array>
#include <memory>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace hyperdrift::ui {

class GhostList;
class PanelScroll;
class PanelSection;
class ProblemPanel;
class RunPanel;
class StartPanel;

class ExperimentPanel : public QFrame {
    Q_OBJECT
public:
    explicit ExperimentPanel(QWidget* parent = nullptr);

    void setDraft(const Draft& draft, const Waiting& waiting);
    /// Takes the size of the matrix in force, and marks the stability limits that the runs' predictions give.
    void showPredictions(const Scene& scene);
    /// Rows whose text was rejected show again what they stand for.
    void forgetRejectedText();
    /// What is kept for comparison, below the runs.
    void setGhosts(const std::vector<std::shared_ptr<const Ghost>>& ghosts);
    /// Until others come.
    void setLimits(const PanelLimits& limits);
    /// What the panel that it replaces shows beside the draft: locks, folds, and how far it is scrolled.
    void takeOver(const ExperimentPanel& other);
    void setTheme(const Theme& theme);
    /// Names of the sections that the person has folded away.
    QStringList folded() const;
    void setFolded(const QStringList& names);
    QSize sizeHint() const override;

signals:
    void problemChanged(const hyperdrift::ProblemSpec& problem);
    /// Gestures as number_edit.h says; 0 for what is none.
    void startChanged(const hyperdrift::StartSpec& start, quint64 gesture);
    void parametersChanged(int row, const std::vector<hyperdrift::Edit::SetParameter>& parameters,
                           quint64 gesture);
    void renamed(int row, const QString& name);
    void addRunWanted();
    void removeRunWanted(int row);
    void fileWanted();
    void exampleWanted(const QString& name);
    void resetWanted();
    /// As ghost_list.h says.
    void ghostPinToggled(quint64 id, bool pinned);
    void ghostRestoreWanted(quint64 id);
    void ghostDismissWanted(quint64 id);

private:
    std::array<PanelSection*, 3> sections() const;
    void showLimits();
    void makeRunPanels(std::size_t count);
    void showLastRun();

    PanelLimits m_limits;
    PanelSection* m_problemSection;
    PanelSection* m_startSection;
    PanelSection* m_runsSection;
    ProblemPanel* m_problem;
    StartPanel* m_start;
    QVBoxLayout* m_runColumn;
    QPushButton* m_addRun;
    GhostList* m_ghosts;
    PanelScroll* m_scroll = nullptr;
    bool m_isAdding = false; ///< the button was pressed: the new run is to be seen
    QWidget* m_waitingBar;
    std::vector<RunPanel*> m_runs;
    std::vector<int> m_inForce;
    Theme m_theme;
};

} // namespace hyperdrift::ui
