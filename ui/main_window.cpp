#include "ui/main_window.h"

#include "ui/examples.h"
#include "ui/format.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/readout_panel.h"
#include "ui/panels/rule_line.h"
#include "ui/panels/run_bar.h"
#include "ui/picture_frame.h"
#include "ui/plots/landscape_view.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/metrics.h"
#include "ui/window_keys.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace hyperdrift::ui {

namespace {

// A title that changes at every frame costs the window manager more than the frame.
constexpr int titleMilliseconds = 200;
// Shorter loads are over before a notice could be read.
constexpr int loadingNoticeMilliseconds = 400;
// Shares of what the panel leaves.
constexpr int heroWidth = 640;
constexpr int sideWidth = 510;

QFrame* makeCard()
{
    auto* card = new QFrame;
    card->setProperty("card", true);
    return card;
}

QString themeTitle(ThemeKind kind)
{
    switch (kind) {
    case ThemeKind::Light:
        return MainWindow::tr("Light");
    case ThemeKind::Dark:
        return MainWindow::tr("Dark");
    case ThemeKind::Projector:
        return MainWindow::tr("Projector");
    }
    return {};
}

} // namespace

MainWindow::MainWindow(QSettings& settings, QWidget* parent)
    : QMainWindow(parent), m_settings(settings), m_theme(makeTheme(ThemeKind::Light)),
      m_files(new FileActions(
          m_controller, [this] { return viewText(viewState()); }, this)),
      m_runBar(new RunBar), m_messages(new MessageBar), m_panel(new ExperimentPanel), m_heroCard(makeCard()),
      m_sideCard(makeCard()), m_columns(new QSplitter(Qt::Horizontal)), m_side(new QSplitter(Qt::Vertical)),
      m_rule(new RuleLine), m_readout(new ReadoutPanel), m_keys(new WindowKeys(this))
{
    initResources();
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    layOut();
    makeMenus();
    makeKeys();
    connectRunBar();
    connectPanel();
    connectController();
    dress();
    restoreSettings();
    m_controller.load(defaultExperiment());
    showTitle();
    setFocusPolicy(Qt::ClickFocus);
    setFocus(); // no button has it, so that Space plays
}

MainWindow::~MainWindow() = default;

// --- what is where
// -------------------------------------------------------------------------------------------------

void MainWindow::layOut()
{
    const QStringList ids = standardPictures();
    for (std::size_t i = 0; i < m_pictures.size(); ++i)
        m_pictures[i] = new PictureFrame(static_cast<int>(i) + 1, ids[static_cast<qsizetype>(i)]);
    auto* hero = new QVBoxLayout(m_heroCard);
    hero->setContentsMargins(0, 0, 0, 0);
    hero->addWidget(m_pictures[0]);
    m_pictures[0]->addBelow(m_rule);
    auto* side = new QVBoxLayout(m_sideCard);
    side->setContentsMargins(0, 0, 0, 0);
    side->addWidget(m_side);
    m_side->setChildrenCollapsible(false);
    for (std::size_t i = 1; i < m_pictures.size(); ++i)
        m_side->addWidget(m_pictures[i]);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(grid);
    m_columns->addWidget(m_panel);
    m_columns->addWidget(m_heroCard);
    m_columns->addWidget(m_sideCard);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 5);
    m_columns->setStretchFactor(2, 4);
    m_columns->setSizes({m_panel->sizeHint().width(), heroWidth, sideWidth});

    auto* central = new QWidget;
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(grid, 0, grid, grid);
    column->setSpacing(grid);
    column->addWidget(m_runBar);
    column->addWidget(m_columns, 1);
    column->addWidget(m_readout);
    setCentralWidget(central);
    m_messages->setParent(central);
    m_messages->floatOver(m_columns, m_panel);
}

void MainWindow::makeMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&New"), QKeySequence::New, m_files, &FileActions::startNew);
    file->addAction(tr("&Open…"), QKeySequence::Open, m_files, &FileActions::askAndOpen);
    file->addAction(tr("Open &matrix…"), this, &MainWindow::openMatrix);
    file->addSeparator();
    file->addAction(tr("&Save"), QKeySequence::Save, m_files, [this] { m_files->save(); });
    file->addAction(tr("Save &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), m_files,
                    [this] { m_files->saveAs(); });
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
    makeRunMenu();
    makeViewMenu();
}

/// Keys stand after a tab, as text: they are not the action's own, since a text field keeps them.
void MainWindow::makeRunMenu()
{
    QMenu* run = menuBar()->addMenu(tr("&Run"));
    run->addAction(tr("Play or pause\tSpace"), this,
                   [this] { m_controller.setPlaying(!m_controller.isPlaying()); });
    run->addAction(tr("Step\t→"), &m_controller, &RunController::step);
    run->addAction(tr("Reset\tR"), &m_controller, &RunController::reset);
    run->addAction(tr("New seed\tShift+R"), &m_controller, &RunController::newSeed);
    run->addSeparator();
    run->addAction(tr("Twice as fast\t+"), this, [this] {
        m_controller.setPace(faster(m_controller.pace(), m_controller.scene().iteration));
    });
    run->addAction(tr("Half as fast\t−"), this, [this] {
        m_controller.setPace(slower(m_controller.pace(), m_controller.scene().iteration));
    });
    run->addAction(tr("Automatic speed"), this, [this] { m_controller.setPace(AutoPace{}); });
}

void MainWindow::makeViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    m_themeActions = new QActionGroup(this);
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector}) {
        QAction* action = view->addAction(themeTitle(kind), this, [this, kind] { setThemeKind(kind); });
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        m_themeActions->addAction(action);
    }
    view->addSeparator();
    for (int place = 1; place <= 4; ++place)
        view->addAction(tr("Maximise picture %1\t%1").arg(place), this, [this, place] { maximise(place); });
    view->addSeparator();
    view->addAction(tr("Full screen\tF11"), this, &MainWindow::toggleFullScreen);
}

void MainWindow::makeKeys()
{
    const auto changePace = [this](Pace (*change)(const Pace&, std::int64_t)) {
        m_controller.setPace(change(m_controller.pace(), m_controller.scene().iteration));
    };
    m_keys->add(Qt::Key_Space, [this] { m_controller.setPlaying(!m_controller.isPlaying()); });
    m_keys->add(Qt::Key_Right, [this] { m_controller.step(); });
    m_keys->add(Qt::Key_Plus, [changePace] { changePace(faster); });
    m_keys->add(Qt::Key_Equal, [changePace] { changePace(faster); });
    m_keys->add(Qt::Key_Minus, [changePace] { changePace(slower); });
    m_keys->add(Qt::Key_R, [this] { m_controller.reset(); });
    m_keys->add(Qt::SHIFT | Qt::Key_R, [this] { m_controller.newSeed(); });
    m_keys->add(Qt::Key_F11, [this] { toggleFullScreen(); });
    for (int place = 1; place <= 4; ++place)
        m_keys->add(static_cast<Qt::Key>(Qt::Key_0 + place), [this, place] { maximise(place); });
}

// --- what leads to what
// --------------------------------------------------------------------------------------------

void MainWindow::connectRunBar()
{
    connect(m_runBar, &RunBar::resetClicked, &m_controller, &RunController::reset);
    connect(m_runBar, &RunBar::playClicked, this,
            [this] { m_controller.setPlaying(!m_controller.isPlaying()); });
    connect(m_runBar, &RunBar::stepClicked, &m_controller, &RunController::step);
    connect(m_runBar, &RunBar::newSeedClicked, &m_controller, &RunController::newSeed);
    connect(m_runBar, &RunBar::seedTyped, this, [this](quint64 seed) {
        m_controller.setSeed(seed);
        setFocus(); // Space plays again
    });
    connect(m_runBar, &RunBar::paceChosen, &m_controller, &RunController::setPace);
}

void MainWindow::connectPanel()
{
    connect(m_panel, &ExperimentPanel::problemChanged, &m_controller, &RunController::setProblem);
    connect(m_panel, &ExperimentPanel::startChanged, &m_controller, &RunController::setStart);
    connect(m_panel, &ExperimentPanel::parameterChanged, &m_controller, &RunController::changeParameter);
    connect(m_panel, &ExperimentPanel::renamed, &m_controller, &RunController::rename);
    connect(m_panel, &ExperimentPanel::addRunWanted, &m_controller, &RunController::addRun);
    connect(m_panel, &ExperimentPanel::removeRunWanted, &m_controller, &RunController::removeRun);
    connect(m_panel, &ExperimentPanel::resetWanted, &m_controller, &RunController::reset);
    connect(m_panel, &ExperimentPanel::fileWanted, this, &MainWindow::openMatrix);
    connect(m_panel, &ExperimentPanel::exampleWanted, this, &MainWindow::openExample);
}

void MainWindow::connectController()
{
    connect(&m_controller, &RunController::sceneChanged, this, &MainWindow::refresh);
    connect(&m_controller, &RunController::draftChanged, this, &MainWindow::showDraft);
    connect(&m_controller, &RunController::playingChanged, m_runBar, &RunBar::setPlaying);
    connect(&m_controller, &RunController::playingChanged, this, &MainWindow::showTitle);
    connect(&m_controller, &RunController::paceChanged, this,
            [this] { m_runBar->setPace(m_controller.pace()); });
    connect(&m_controller, &RunController::loadingChanged, this, &MainWindow::showLoading);
    connect(&m_controller, &RunController::messageRaised, this, &MainWindow::showMessage);
    connect(&m_controller, &RunController::recordingStarted, this, [this](const QString& path) {
        m_messages->hide();
        if (!path.isEmpty())
            applyView(parseView(m_controller.document().view));
    });
    connect(m_files, &FileActions::titleChanged, this, &MainWindow::showTitle);
    connect(m_files, &FileActions::messageRaised, this, &MainWindow::showMessage);
    for (PictureFrame* frame : m_pictures) {
        connectView(frame);
        connect(frame, &PictureFrame::pictureChanged, this, [this, frame] {
            connectView(frame);
            frame->refresh(m_controller.scene());
        });
        connect(frame, &PictureFrame::maximiseWanted, this,
                [this, place = frame->place()] { maximise(place); });
    }
}

/// One cursor through all time plots; the start dot of a landscape moves the start.
void MainWindow::connectView(PictureFrame* frame)
{
    connect(frame->view(), &PlotView::cursorMoved, this, [this](double iteration) {
        for (PictureFrame* other : m_pictures)
            other->view()->showCursor(iteration);
    });
    if (auto* view = qobject_cast<LandscapeView*>(frame->view()))
        connect(view, &LandscapeView::startDragged, &m_controller, &RunController::dragStart);
}

LandscapeView* MainWindow::landscape() const
{
    for (PictureFrame* frame : m_pictures) {
        if (auto* view = qobject_cast<LandscapeView*>(frame->view()))
            return view;
    }
    return nullptr;
}

// --- showing
// -------------------------------------------------------------------------------------------------------

void MainWindow::refresh()
{
    const Scene& scene = m_controller.scene();
    for (PictureFrame* frame : m_pictures)
        frame->refresh(scene);
    m_runBar->setIteration(scene.iteration, slowestTimeConstant(scene));
    m_rule->refresh(scene);
    m_readout->refresh(scene);
    m_panel->showPredictions(scene);
    showTitleSometimes();
}

void MainWindow::showDraft()
{
    m_panel->setDraft(m_controller.draft(), m_controller.waiting());
    m_runBar->setSeed(m_controller.seed());
}

void MainWindow::showMessage(const Message& message)
{
    m_loadingShown = false; // the end of the loading must not take this one away
    m_messages->showMessage(message);
}

void MainWindow::showLoading(bool loading)
{
    if (loading) {
        QTimer::singleShot(loadingNoticeMilliseconds, this, [this] {
            if (!m_controller.isLoading() || m_messages->isVisible())
                return; // what stands there is news; that it takes a while is not
            m_loadingShown = true;
            m_messages->showMessage({Message::Kind::Information, tr("Preparing the matrix…"), {}, {}});
        });
    } else if (m_loadingShown) {
        m_loadingShown = false;
        m_messages->hide();
    }
}

void MainWindow::showTitle()
{
    m_sinceTitle.start();
    const QString star = m_files->isModified() ? QStringLiteral("*") : QString();
    setWindowTitle(tr("%1%2 – t = %3 – Hyperdrift")
                       .arg(m_files->name(), star, formatCount(m_controller.scene().iteration)));
}

void MainWindow::showTitleSometimes()
{
    if (!m_controller.isPlaying() || m_sinceTitle.elapsed() > titleMilliseconds)
        showTitle();
}

void MainWindow::showProblem(const QString& text)
{
    m_messages->showMessage({Message::Kind::Problem, text, {}, {}});
}

void MainWindow::setThemeKind(ThemeKind kind)
{
    m_theme = makeTheme(kind);
    dress();
}

void MainWindow::dress()
{
    applyTheme(*qApp, m_theme);
    m_runBar->setTheme(m_theme);
    m_messages->setTheme(m_theme);
    m_panel->setTheme(m_theme);
    m_readout->setTheme(m_theme);
    for (PictureFrame* frame : m_pictures)
        frame->setTheme(m_theme);
    for (QAction* action : m_themeActions->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_theme.kind));
    if (!m_controller.scene().runs.empty())
        refresh();
}

/// One picture alone, or again all of them.
void MainWindow::maximise(int place)
{
    m_maximised = m_maximised == place ? 0 : place;
    for (std::size_t i = 0; i < m_pictures.size(); ++i)
        m_pictures[i]->setVisible(m_maximised == 0 || m_maximised == static_cast<int>(i) + 1);
    m_heroCard->setVisible(m_maximised <= 1);
    m_sideCard->setVisible(m_maximised != 1);
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::WindowStateChange)
        menuBar()->setVisible(!isFullScreen());
    QMainWindow::changeEvent(event);
}

// --- files
// ---------------------------------------------------------------------------------------------------------

void MainWindow::openMatrix()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open matrix"), {},
                                                      tr("Comma-separated values (*.csv);;All files (*)"));
    if (!path.isEmpty())
        m_controller.readMatrix(path);
}

void MainWindow::openExample(const QString& name)
{
    QString error;
    const QString path = exampleMatrix(name, error);
    if (path.isEmpty())
        showProblem(error);
    else
        m_controller.readMatrix(path);
}

void MainWindow::openDropped(const QString& path)
{
    if (QFileInfo(path).suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0)
        m_controller.readMatrix(path);
    else
        m_files->open(path);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    const QString path = event->mimeData()->urls().constFirst().toLocalFile();
    // The drag is over before a question may come up.
    QTimer::singleShot(0, this, [this, path] { openDropped(path); });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_files->mayLeave()) {
        event->ignore();
        return;
    }
    m_controller.setPlaying(false);
    saveSettings();
    event->accept();
}

// --- what is remembered
// --------------------------------------------------------------------------------------------

ViewState MainWindow::viewState() const
{
    ViewState state;
    for (const PictureFrame* frame : m_pictures)
        state.pictures << frame->picture();
    if (const LandscapeView* view = landscape()) {
        state.direction = view->direction();
        state.smoothed = view->isSmoothed();
    }
    state.pace = m_controller.pace();
    return state;
}

void MainWindow::applyView(const ViewState& state)
{
    const QStringList ids = state.pictures.isEmpty() ? standardPictures() : state.pictures;
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        const QString& id = ids[static_cast<qsizetype>(i)];
        if (m_pictures[i]->picture() == id)
            continue;
        m_pictures[i]->setPicture(id);
        connectView(m_pictures[i]);
    }
    if (LandscapeView* view = landscape()) {
        view->setDirection(state.direction);
        view->setSmoothed(state.smoothed);
    }
    m_controller.setPace(state.pace);
}

void MainWindow::restoreSettings()
{
    if (const auto kind = hyperdrift::ui::themeKind(m_settings.value("theme").toString()))
        setThemeKind(*kind);
    const QSize frame(16, 48); // of a window manager, so that the last row stays on the screen
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - frame));
    restoreGeometry(m_settings.value("geometry").toByteArray());
    m_columns->restoreState(m_settings.value("columns").toByteArray());
    m_side->restoreState(m_settings.value("pictures").toByteArray());
}

void MainWindow::saveSettings()
{
    if (m_maximised != 0)
        maximise(m_maximised);
    m_settings.setValue("theme", themeName(m_theme.kind));
    m_settings.setValue("geometry", saveGeometry());
    m_settings.setValue("columns", m_columns->saveState());
    m_settings.setValue("pictures", m_side->saveState());
}

} // namespace hyperdrift::ui
