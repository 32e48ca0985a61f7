// The window's menus and keys: everything in them is a call of something that stands elsewhere.

#include "ui/main_window.h"

#include "ui/copy_command.h"
#include "ui/lesson_desk.h"
#include "ui/panels/run_bar.h"
#include "ui/picture_set.h"
#include "ui/recent_menu.h"
#include "ui/window_keys.h"

#include <QActionGroup>
#include <QMenuBar>

namespace hyperdrift::ui {

namespace {

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

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makeRunMenu();
    makeViewMenu();
    makeLessonMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&New"), QKeySequence::New, m_files, &FileActions::startNew);
    file->addAction(tr("&Open…"), QKeySequence::Open, m_files, &FileActions::askAndOpen);
    auto* recent = new RecentMenu(*m_recent, file);
    connect(file, &QMenu::aboutToShow, recent, &RecentMenu::refresh);
    connect(recent, &RecentMenu::chosen, this, &MainWindow::openRecent, Qt::QueuedConnection);
    file->addMenu(recent);
    file->addAction(tr("Open &matrix…"), this, &MainWindow::openMatrix);
    m_restoreEntry = file->addAction(tr("Restore &unsaved work…"));
    m_restoreEntry->setObjectName(QStringLiteral("restoreUnsaved"));
    m_restoreEntry->setVisible(false);
    file->addSeparator();
    file->addAction(tr("&Save"), QKeySequence::Save, m_files, [this] { m_files->save(); });
    file->addAction(tr("Save &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), m_files,
                    [this] { m_files->saveAs(); });
    file->addAction(tr("&Export figure…"), QKeySequence(Qt::CTRL | Qt::Key_E), this,
                    [this] { exportDashboard(FigureWish::Export); })
        ->setObjectName(QStringLiteral("exportDashboard"));
    file->addAction(tr("Export an&imation…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), this,
                    [this] { exportDashboard(FigureWish::Animate); })
        ->setObjectName(QStringLiteral("exportAnimation"));
    file->addAction(tr("Save all &data…"), this, &MainWindow::saveAllData)
        ->setObjectName(QStringLiteral("saveAllData"));
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
    for (QAction* action : file->actions())
        addAction(action); // so that its keys work while the menu bar is hidden
}

/// The entries only show their keys, which a text field keeps while it has something to undo.
void MainWindow::makeEditMenu()
{
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    const QUndoStack& stack = m_controller.undoStack();
    const auto add = [edit](QAction* entry, const QKeySequence& key) {
        entry->setShortcut(key);
        entry->setShortcutContext(Qt::WidgetShortcut);
        edit->addAction(entry);
    };
    add(stack.createUndoAction(edit, tr("&Undo")), Qt::CTRL | Qt::Key_Z);
    add(stack.createRedoAction(edit, tr("&Redo")), Qt::CTRL | Qt::Key_Y);
    edit->addSeparator();
    edit->addAction(tr("Copy as &command"), this,
                    [this] {
                        showMessage(copyCommand(m_controller.document(), m_files->file(),
                                                m_controller.scene().iteration));
                    })
        ->setObjectName(QStringLiteral("copyCommand"));
}

/// Keys stand after a tab, as text: they are not the action's own, since a text field keeps them.
void MainWindow::makeRunMenu()
{
    QMenu* run = menuBar()->addMenu(tr("&Run"));
    run->addAction(tr("Play or pause\tSpace"), this,
                   [this] { m_controller.setPlaying(!m_controller.isPlaying()); });
    run->addAction(tr("Step\t→"), &m_controller, &RunController::step);
    run->addAction(tr("Step back\t←"), &m_controller, &RunController::stepBack);
    run->addAction(tr("To the start\tHome"), this, [this] { m_controller.seek(0); });
    run->addAction(tr("To the present\tEnd"), this, [this] { m_controller.seek(m_controller.scene().head); });
    run->addSeparator();
    run->addAction(tr("Pin this run\tP"), &m_controller, &RunController::pinThisRun);
    run->addSeparator();
    run->addAction(tr("Reset\tR"), this, &MainWindow::reset);
    run->addAction(tr("New seed\tShift+R"), this, &MainWindow::newSeed);
    run->addSeparator();
    run->addAction(tr("Twice as fast\t+"), this, [this] { changePace(faster); });
    run->addAction(tr("Half as fast\t−"), this, [this] { changePace(slower); });
    run->addAction(tr("Automatic speed"), this, [this] { m_controller.setPace(AutoPace{}); });
}

void MainWindow::makeViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    m_themeActions = new QActionGroup(view);
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector}) {
        QAction* action = view->addAction(themeTitle(kind), this, [this, kind] { setThemeKind(kind); });
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        m_themeActions->addAction(action);
    }
    makeLanguageMenu(view);
    view->addSeparator();
    for (int place = 1; place <= 4; ++place)
        view->addAction(tr("Maximise picture %1\t%1").arg(place), this, [this, place] { maximise(place); });
    view->addAction(tr("Eight starts\t8"), m_pictures, &PictureSet::toggleEightStarts);
    view->addAction(tr("Usual pictures"), m_pictures, &PictureSet::showUsual);
    view->addSeparator();
    view->addAction(tr("Presentation\tF5"), this, [this] { setPresenting(!m_presenting); });
    view->addAction(tr("Full screen\tF11"), this, &MainWindow::toggleFullScreen);
}

/// Each language in its own words, so that a way back is found.
void MainWindow::makeLanguageMenu(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("&Language"));
    menu->setObjectName(QStringLiteral("languageMenu"));
    auto* group = new QActionGroup(menu);
    const std::pair<Language, QString> entries[] = {{Language::System, tr("System")},
                                                    {Language::English, QStringLiteral("English")},
                                                    {Language::Chinese, QStringLiteral("简体中文")}};
    for (const auto& [language, title] : entries) {
        QAction* action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(language == m_language);
        group->addAction(action);
        action->setData(languageName(language));
        // Queued: the entry that was clicked goes with the others.
        connect(
            action, &QAction::triggered, this, [this, language = language] { setLanguage(language); },
            Qt::QueuedConnection);
    }
}

void MainWindow::makeKeys()
{
    m_keys = new WindowKeys(this);
    constexpr bool repeats = true;
    QUndoStack* stack = &m_controller.undoStack();
    m_keys->add({Qt::Key_Space}, tr("play or pause"),
                [this] { m_controller.setPlaying(!m_controller.isPlaying()); });
    m_keys->add(
        {Qt::Key_Right}, tr("one step"), [this] { m_controller.step(); }, repeats);
    m_keys->add(
        {Qt::Key_Left}, tr("one step back"), [this] { m_controller.stepBack(); }, repeats);
    m_keys->add({Qt::Key_Home}, tr("to the start"), [this] { m_controller.seek(0); });
    m_keys->add({Qt::Key_End}, tr("to the present"),
                [this] { m_controller.seek(m_controller.scene().head); });
    m_keys->add(
        {Qt::Key_Plus, Qt::Key_Equal}, tr("twice as fast"), [this] { changePace(faster); }, repeats);
    m_keys->add(
        {Qt::Key_Minus}, tr("half as fast"), [this] { changePace(slower); }, repeats);
    m_keys->add({Qt::Key_R}, tr("reset"), [this] { reset(); });
    m_keys->add({Qt::SHIFT | Qt::Key_R}, tr("new seed"), [this] { newSeed(); });
    constexpr double nudge = 1.05;
    m_keys->add(
        {Qt::Key_Comma}, tr("the first run along the valley: less X, more Y"),
        [this] { m_controller.moveRun(0, 1 / nudge); }, repeats);
    m_keys->add(
        {Qt::Key_Period}, tr("the first run along the valley: more X, less Y"),
        [this] { m_controller.moveRun(0, nudge); }, repeats);
    m_keys->add({Qt::Key_P}, tr("pin this run"), [this] { m_controller.pinThisRun(); });
    m_keys->add({Qt::CTRL | Qt::Key_Z}, tr("undo"), [stack] { stack->undo(); });
    m_keys->add({Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, tr("redo"),
                [stack] { stack->redo(); });
    for (int place = 1; place <= 4; ++place) // one line for all of them
        m_keys->add({static_cast<Qt::Key>(Qt::Key_0 + place)},
                    place == 1 ? tr("picture 1 alone, and back; 2 to 4 likewise") : QString(),
                    [this, place] { maximise(place); });
    m_keys->add({Qt::Key_8}, tr("eight starts"), [this] { m_pictures->toggleEightStarts(); });
    m_keys->add({Qt::Key_PageDown}, tr("a lesson's next step"), [this] { m_lessons->next(); });
    m_keys->add({Qt::Key_PageUp}, tr("a lesson's step before"), [this] { m_lessons->back(); });
    m_keys->setClaimed({Qt::Key_PageDown, Qt::Key_PageUp}, false);
    m_keys->add({Qt::Key_F5}, tr("presentation: pictures alone"), [this] { setPresenting(!m_presenting); });
    m_keys->add({Qt::Key_F11}, tr("full screen"), [this] { toggleFullScreen(); });
    m_keys->add({Qt::Key_F1}, tr("help"), [this] { showHelp(); });
    m_keys->add({Qt::Key_Question}, tr("the list of keys"), [this] { showHelp(QStringLiteral("keys")); });
}

void MainWindow::maximise(int place)
{
    setFocus(); // what is hidden must not pass it on to a button
    m_pictures->maximise(place);
}

void MainWindow::changePace(Pace (*change)(const Pace& pace, std::int64_t t))
{
    m_controller.setPace(change(m_controller.pace(), m_controller.scene().iteration));
}

} // namespace hyperdrift::ui
