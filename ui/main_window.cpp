#include "ui/main_window.h"

#include "ui/examples.h"
#include "ui/export/export_dialog.h"
#include "ui/format.h"
#include "ui/help_window.h"
#include "ui/lesson_desk.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/lesson_panel.h"
#include "ui/panels/readout_panel.h"
#include "ui/panels/rule_line.h"
#include "ui/panels/run_bar.h"
#include "ui/panels/timeline.h"
#include "ui/picture_set.h"
#include "ui/recent_files.h"
#include "ui/restore_offer.h"
#include "ui/typing.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/metrics.h"
#include "ui/window_keys.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <array>
#include <memory>

namespace hyperdrift::ui {

namespace {

// A title that changes at every frame costs the window manager more than the frame.
constexpr int titleMilliseconds = 200;
// Shorter loads are over before a notice could be read.
constexpr int loadingNoticeMilliseconds = 400;
// Shares of what the panel leaves.
constexpr int heroWidth = 640;
constexpr int sideWidth = 510;
// Of what a wider window gives, by column: panel, hero, the pictures beside it.
constexpr std::array columnShares = {0, 5, 4};

} // namespace

MainWindow::MainWindow(QSettings& settings, QWidget* parent)
    : QMainWindow(parent), m_settings(settings),
      m_language(languageNamed(settings.value("language").toString()).value_or(Language::System)),
      m_theme(makeTheme(
          hyperdrift::ui::themeKind(settings.value("theme").toString()).value_or(ThemeKind::Light))),
      m_files(new FileActions(
          m_controller, [this] { return viewState(); }, this)),
      m_recent(new RecentFiles(settings, this))
{
    initResources();
    useLanguage(m_language);
    applyTheme(*qApp, m_theme); // before there are widgets: they begin with its font
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    makeContent();
    m_lessons = new LessonDesk({m_controller, m_ensemble, *m_files},
                               {m_pictures, m_panel, m_runBar, m_lessonPanel}, this);
    makeMenus();
    makeKeys();
    connectRuns();
    connectLessons();
    dress();
    restoreSettings();
    m_controller.load(defaultExperiment());
    showTitle();
    setFocusPolicy(Qt::ClickFocus);
    setFocus(); // no button has it, so that Space plays
}

MainWindow::~MainWindow() = default;

/// Panels and pictures, and what leads to them and from them.
void MainWindow::makeContent()
{
    m_runBar = new RunBar;
    m_timeline = new Timeline;
    m_messages = new MessageBar;
    m_panel = new ExperimentPanel;
    m_columns = new QSplitter(Qt::Horizontal);
    m_left = new QSplitter(Qt::Vertical);
    m_rule = new RuleLine;
    m_readout = new ReadoutPanel;
    m_lessonPanel = new LessonPanel;
    m_left->addWidget(m_panel);
    m_left->setChildrenCollapsible(false);
    m_left->setHandleWidth(grid);
    m_columns->addWidget(m_left);
    m_pictures = new PictureSet(m_columns, m_rule, this);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(grid);
    for (std::size_t i = 0; i < columnShares.size(); ++i)
        m_columns->setStretchFactor(static_cast<int>(i), columnShares[i]);
    m_columns->setSizes({m_panel->sizeHint().width(), heroWidth, sideWidth});

    auto* central = new QWidget;
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(grid, 0, grid, grid);
    column->setSpacing(grid);
    column->addWidget(m_runBar);
    column->addWidget(m_timeline);
    column->addWidget(m_columns, 1);
    column->addWidget(m_readout);
    setCentralWidget(central);
    m_messages->setParent(central);
    m_messages->floatOver(m_columns, m_left);
    m_lessonPanel->setParent(central);
    m_lessonPanel->hide();
    connectRunBar();
    connectPanel();
    connectTimeline();
    connectPictures();
    connect(&m_controller, &RunController::recordingStarted, m_messages, &MessageBar::clear);
    connectOffer();
}

void MainWindow::setLanguage(Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    useLanguage(language);
    rebuild();
}

/// New widgets in place of the old ones, which hand over what they alone know.
void MainWindow::rebuild()
{
    commitTyping(this);
    setUpdatesEnabled(false); // what is half there is not seen
    const std::unique_ptr<PictureSet> pictures(m_pictures);
    const std::unique_ptr<QWidget> content(takeCentralWidget());
    const ExperimentPanel* panel = m_panel;
    const MessageBar* messages = m_messages;
    const QByteArray columns = m_columns->saveState();
    const QByteArray left = m_left->saveState();
    qDeleteAll(menuBar()->findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly));
    delete m_keys;

    makeContent();
    centralWidget()->show(); // at once, so that all that follows has its size
    m_controller.retellUndo();
    makeMenus();
    makeKeys();
    dress();
    showDraft();
    m_panel->setGhosts(m_controller.ghosts());
    m_panel->takeOver(*panel);
    m_runBar->setPlaying(m_controller.isPlaying());
    showPace();
    m_pictures->takeOver(*pictures);
    m_messages->takeOver(*messages);
    if (m_offer)
        m_offer->moveTo(m_restoreEntry);
    m_lessons->moveTo({m_pictures, m_panel, m_runBar, m_lessonPanel});
    m_keys->setClaimed({Qt::Key_PageDown, Qt::Key_PageUp}, m_lessons->isOpen());
    setPresenting(m_presenting);
    m_columns->restoreState(columns);
    m_left->restoreState(left);
    if (!m_controller.scene().runs.empty())
        refresh();
    showTitle();
    layout()->activate();
    setUpdatesEnabled(true);
}

// --- the person's ways
// --------------------------------------------------------------------------------------------

/// What was typed before it counts.
void MainWindow::reset()
{
    commitTyping(this);
    setFocus(); // the panel's button goes: what is next in the tab order must not take Space
    m_controller.reset();
}

void MainWindow::newSeed()
{
    commitTyping(this);
    if (m_lessons->locksSeed())
        showMessage({Message::Kind::Information, tr("The lesson holds the seed as it is."), {}, {}});
    else
        m_controller.newSeed();
}

// --- showing
// -------------------------------------------------------------------------------------------------------

void MainWindow::refresh()
{
    const Scene& scene = m_lessons->shown(m_controller.scene());
    m_pictures->refresh(scene);
    if (m_export)
        m_export->setScene(scene, figureDocument());
    m_runBar->setIteration(scene.iteration, scene.head, timeConstantsPassed(scene));
    m_timeline->setInstant(scene.iteration, scene.head);
    std::vector<Timeline::Mark> marks;
    for (const Edit& edit : scene.edits)
        marks.push_back({edit.at, edit.run});
    m_timeline->setMarks(std::move(marks));
    m_runBar->setReached(m_controller.reachedRate());
    m_rule->refresh(scene);
    m_readout->refresh(scene);
    m_panel->showPredictions(scene);
    showTitleSometimes();
}

void MainWindow::showPace()
{
    m_runBar->setPace(m_controller.pace());
    m_runBar->setReached(m_controller.reachedRate());
}

void MainWindow::showDraft()
{
    m_panel->setDraft(m_controller.draft(), m_controller.waiting());
    m_panel->showPredictions(m_lessons->shown(m_controller.scene())); // rows may stand for other runs now
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
        m_messages->clear();
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
    showMessage({Message::Kind::Problem, text, {}, {}});
}

void MainWindow::setThemeKind(ThemeKind kind)
{
    m_theme = makeTheme(kind);
    applyTheme(*qApp, m_theme);
    dress();
}

void MainWindow::dress()
{
    m_runBar->setTheme(m_theme);
    m_timeline->setTheme(m_theme);
    m_messages->setTheme(m_theme);
    m_panel->setTheme(m_theme);
    m_readout->setTheme(m_theme);
    m_pictures->setTheme(m_theme);
    m_lessons->setTheme(m_theme);
    for (QAction* action : m_themeActions->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_theme.kind));
    if (!m_controller.scene().runs.empty())
        refresh();
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::WindowStateChange)
        menuBar()->setVisible(!isFullScreen() && !m_presenting);
    QMainWindow::changeEvent(event);
}

void MainWindow::setPresenting(bool presenting)
{
    m_presenting = presenting;
    setFocus(); // what is hidden must not pass it on to a button
    m_left->setVisible(!presenting);
    placeLesson();
    m_readout->setVisible(!presenting);
    menuBar()->setVisible(!isFullScreen() && !presenting);
}

/// Only what nothing in the window has taken: a drag that Esc ends, say.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    const bool isWide = m_presenting || isFullScreen();
    if (event->key() != Qt::Key_Escape || !(isWide || m_lessons->isOpen()))
        return QMainWindow::keyPressEvent(event);
    if (!isWide) {
        m_lessons->leave();
        return;
    }
    setPresenting(false);
    if (isFullScreen())
        toggleFullScreen();
}

// --- what is remembered
// --------------------------------------------------------------------------------------------

ViewState MainWindow::viewState() const
{
    ViewState state;
    m_pictures->describe(state);
    state.pace = m_controller.pace();
    return state;
}

/// `folder`: of the file that holds it.
void MainWindow::applyView(const ViewState& state, const QString& folder)
{
    m_pictures->apply(state);
    m_controller.setPace(state.pace);
    for (const PinnedRecipe& pinned : state.pinned)
        m_controller.recallGhost({pinned.title, true, pinned.from, pinned.recipe, folder.toStdString()});
}

void MainWindow::restoreSettings()
{
    const QSize frame(16, 48); // of a window manager, so that the last row stays on the screen
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - frame));
    restoreGeometry(m_settings.value("geometry").toByteArray());
    // It may have been another screen's.
    const QRect available = screen()->availableGeometry();
    if (!isMaximized() && !isFullScreen() && !available.contains(geometry())) {
        resize(size().boundedTo(available.size() - frame));
        move(available.topLeft());
    }
    m_columns->restoreState(m_settings.value("columns").toByteArray());
    m_panel->setFolded(m_settings.value("folded").toStringList());
    m_pictures->restore(m_settings);
}

void MainWindow::saveSettings()
{
    m_settings.setValue("language", languageName(m_language));
    m_settings.setValue("theme", themeName(m_theme.kind));
    m_settings.setValue("geometry", saveGeometry());
    m_settings.setValue("columns", m_columns->saveState());
    m_settings.setValue("folded", m_panel->folded());
    m_pictures->save(m_settings);
    if (m_help)
        m_settings.setValue("help", m_help->saveGeometry());
}

} // namespace hyperdrift::ui
