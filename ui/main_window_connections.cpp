// The window's fourth part: what its panels, pictures and runs say leads where.

#include "ui/lesson_desk.h"
#include "ui/main_window.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/run_bar.h"
#include "ui/panels/timeline.h"
#include "ui/picture_set.h"
#include "ui/recent_files.h"

#include <QFileInfo>

namespace hyperdrift::ui {

void MainWindow::connectRunBar()
{
    connect(m_runBar, &RunBar::resetClicked, this, &MainWindow::reset);
    connect(m_runBar, &RunBar::playClicked, this,
            [this] { m_controller.setPlaying(!m_controller.isPlaying()); });
    connect(m_runBar, &RunBar::stepClicked, &m_controller, &RunController::step);
    connect(m_runBar, &RunBar::newSeedClicked, this, &MainWindow::newSeed);
    connect(m_runBar, &RunBar::seedTyped, this, [this](quint64 seed) {
        m_controller.setSeed(seed);
        setFocus(); // Space plays again
    });
    connect(m_runBar, &RunBar::seedLeft, &m_controller, &RunController::keepSeed);
    connect(m_runBar, &RunBar::paceChosen, &m_controller, &RunController::setPace);
}

void MainWindow::connectPanel()
{
    connect(m_panel, &ExperimentPanel::problemChanged, &m_controller, &RunController::setProblem);
    connect(m_panel, &ExperimentPanel::startChanged, &m_controller, &RunController::setStart);
    connect(m_panel, &ExperimentPanel::parametersChanged, &m_controller, &RunController::changeParameters);
    connect(m_panel, &ExperimentPanel::renamed, &m_controller, &RunController::rename);
    connect(m_panel, &ExperimentPanel::addRunWanted, &m_controller, &RunController::addRun);
    connect(m_panel, &ExperimentPanel::removeRunWanted, &m_controller, &RunController::removeRun);
    connect(m_panel, &ExperimentPanel::resetWanted, this, &MainWindow::reset);
    connect(m_panel, &ExperimentPanel::fileWanted, this, &MainWindow::openMatrix);
    connect(m_panel, &ExperimentPanel::exampleWanted, this, &MainWindow::openExample);
    connect(m_panel, &ExperimentPanel::ghostPinToggled, &m_controller, &RunController::setPinned);
    connect(m_panel, &ExperimentPanel::ghostRestoreWanted, &m_controller, &RunController::restoreGhost);
    connect(m_panel, &ExperimentPanel::ghostDismissWanted, &m_controller, &RunController::dismissGhost);
    connect(&m_controller, &RunController::recordingStarted, m_panel, &ExperimentPanel::forgetRejectedText);
}

void MainWindow::connectTimeline()
{
    connect(m_timeline, &Timeline::sought, &m_controller, &RunController::seek);
    connect(&m_controller, &RunController::playingChanged, m_runBar, &RunBar::setPlaying);
}

/// What the runs and files do, which outlive the widgets that show it.
void MainWindow::connectRuns()
{
    connect(&m_controller, &RunController::sceneChanged, this, &MainWindow::refresh);
    connect(&m_controller, &RunController::draftChanged, this, &MainWindow::showDraft);
    connect(&m_controller, &RunController::ghostsChanged, this,
            [this] { m_panel->setGhosts(m_controller.ghosts()); });
    connect(&m_controller, &RunController::playingChanged, this, &MainWindow::showTitle);
    connect(&m_controller, &RunController::playingChanged, this, &MainWindow::showPace);
    connect(&m_controller, &RunController::paceChanged, this, &MainWindow::showPace);
    connect(&m_controller, &RunController::loadingChanged, this, &MainWindow::showLoading);
    connect(&m_controller, &RunController::messageRaised, this, &MainWindow::showMessage);
    connect(&m_controller, &RunController::documentOpened, this, [this](const QString& path) {
        if (path.isEmpty())
            return;
        applyView(parseView(m_controller.document().view), QFileInfo(path).absolutePath());
        tellOtherIsa();
    });
    connect(m_files, &FileActions::titleChanged, this, &MainWindow::showTitle);
    connect(m_files, &FileActions::messageRaised, this, &MainWindow::showMessage);
    connect(m_files, &FileActions::fileUsed, m_recent, &RecentFiles::add);
    connect(&m_figures, &FigureExporter::finished, this,
            [this](bool, const Message& message) { showMessage(message); });
    connect(&m_ensemble, &EnsembleRunner::messageRaised, this, &MainWindow::showMessage);
}

void MainWindow::connectPictures()
{
    connect(m_pictures, &PictureSet::viewChanged, this,
            [this] { m_pictures->refresh(m_lessons->shown(m_controller.scene())); });
    connect(m_pictures, &PictureSet::viewChanged, this, &MainWindow::passOnWishes);
    connect(m_pictures, &PictureSet::wishesChanged, this, &MainWindow::passOnWishes);
    connect(m_pictures, &PictureSet::figureWanted, this, &MainWindow::takeFigureWish);
    connect(m_pictures, &PictureSet::startDragged, this, [this](int k, double theta, double product) {
        if (!m_lessons->locksStart()) {
            m_controller.dragStart(k, theta, product);
            return;
        }
        refresh(); // the dot goes back
        showMessage({Message::Kind::Information, tr("The lesson holds the start where it is."), {}, {}});
    });
    connect(m_pictures, &PictureSet::runDragged, &m_controller, &RunController::moveRun);
    connect(m_pictures, &PictureSet::failed, this, &MainWindow::showProblem);
    connect(m_pictures, &PictureSet::messageRaised, this, &MainWindow::showMessage);
    connect(m_pictures, &PictureSet::ensembleWanted, &m_ensemble, &EnsembleRunner::run);
    connect(m_pictures, &PictureSet::ensembleStopWanted, &m_ensemble, &EnsembleRunner::stop);
    connect(m_pictures, &PictureSet::memberOpened, &m_ensemble, &EnsembleRunner::openMember);
    connect(&m_ensemble, &EnsembleRunner::changed, m_pictures, &PictureSet::showEnsemble);
}

} // namespace hyperdrift::ui
