#pragma once
// The window: run bar, experiment, hero, three pictures, readout; and what connects them.

#include "ui/ensemble_runner.h"
#include "ui/export/figure_exporter.h"
#include "ui/file_actions.h"
#include "ui/language.h"
#include "ui/lesson_library.h"
#include "ui/picture_menu.h"
#include "ui/run_controller.h"
#include "ui/side_thread.h"
#include "ui/theme.h"
#include "ui/view_state.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QPointer>

#include <vector>

class QAction;
class QActionGroup;
class QMenu;
class QSettings;
class QSplitter;

namespace hyperdrift::ui {

class Autosave;
class ExperimentPanel;
class PageDialog;
class HelpWindow;
class LessonDesk;
class LessonPanel;
class MessageBar;
class PictureSet;
class ReadoutPanel;
class RecentFiles;
class RestoreOffer;
class RuleLine;
class RunBar;
class Timeline;
class WindowKeys;
struct KeyHelp;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Geometry, splitters, theme, and which pictures show what are read from `settings`, and written to it
    /// when the window closes.
    explicit MainWindow(QSettings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    RunController& controller() { return m_controller; }
    FileActions& files() { return *m_files; }
    EnsembleRunner& ensemble() { return m_ensemble; }
    LessonDesk& lessons() { return *m_lessons; }
    /// Opens a lesson by its id, with or without its number, or by its folder's path; from a step on, 0 is
    /// the first.
    void openLesson(const QString& name, std::size_t step = 0);
    /// From now on unsaved work is kept in `folder`, and what others left there is offered.
    void keepUnsavedWork(const QString& folder);
    void setThemeKind(ThemeKind kind);
    ThemeKind themeKind() const { return m_theme.kind; }
    /// Says everything in that language from now on; runs, files, lesson and what is seen stay as they are.
    void setLanguage(Language language);
    Language language() const { return m_language; }
    /// A problem in the message bar.
    void showProblem(const QString& text);
    /// The run bar and the pictures alone, with a lesson as a caption below; or all.
    void setPresenting(bool presenting);
    /// Draws everything anew at once, for a screenshot.
    void refresh();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeContent();
    void rebuild();
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeRunMenu();
    void makeViewMenu();
    void makeLanguageMenu(QMenu* view);
    void makeLessonMenu();
    void makeHelpMenu();
    std::vector<KeyHelp> keyList() const;
    void readLessons();
    void listLessons();
    void listLesson(const LessonEntry& entry, const QString& text);
    void makeKeys();
    void connectRunBar();
    void connectPanel();
    void connectOffer();
    void connectTimeline();
    void connectPictures();
    void connectRuns();
    void connectLessons();
    void placeLesson();
    void reset();
    void newSeed();
    void maximise(int place);
    void changePace(Pace (*change)(const Pace& pace, std::int64_t t));
    void showPace();
    void showDraft();
    void showLoading(bool loading);
    void showMessage(const Message& message);
    void showTitle();
    void showTitleSometimes();
    void dress();
    void toggleFullScreen();
    void showHelp(const QString& page = {});
    void showAbout();
    void tellOtherIsa();
    void openMatrix();
    void exportDashboard(FigureWish wish);
    void takeFigureWish(int place, FigureWish wish);
    void copyFigure(const PlotView* view);
    PageDialog* makePageDialog(FigureWish wish, const QString& what, const PlotView* asked);
    void showExport(FigureWish wish, const QString& what, const PlotView* asked);
    Experiment figureDocument() const;
    FigureSource figureSource(const PlotView* asked) const;
    void passOnWishes();
    void saveAllData();
    void openRecent(const QString& path);
    void openExample(const QString& name);
    void openDropped(const QString& path);
    ViewState viewState() const;
    void applyView(const ViewState& state, const QString& folder);
    void restoreSettings();
    void saveSettings();

    QSettings& m_settings;
    Language m_language;
    Theme m_theme;
    RunController m_controller;
    EnsembleRunner m_ensemble{m_controller};
    FigureExporter m_figures;
    FileActions* m_files;
    RecentFiles* m_recent;
    Autosave* m_autosave = nullptr;
    RestoreOffer* m_offer = nullptr;
    LessonDesk* m_lessons = nullptr;
    // What has words in it: made anew for another language.
    QAction* m_restoreEntry = nullptr;
    RunBar* m_runBar = nullptr;
    Timeline* m_timeline = nullptr;
    MessageBar* m_messages = nullptr;
    ExperimentPanel* m_panel = nullptr;
    QSplitter* m_columns = nullptr; ///< panel and pictures
    QSplitter* m_left = nullptr; ///< the first column: the panel, and in a narrow window the lesson above it
    PictureSet* m_pictures = nullptr;
    RuleLine* m_rule = nullptr;
    ReadoutPanel* m_readout = nullptr;
    LessonPanel* m_lessonPanel = nullptr;
    QMenu* m_lessonMenu = nullptr;
    WindowKeys* m_keys = nullptr;
    SideThread m_lessonReading;
    std::vector<LessonEntry> m_ownLessons; ///< as they were when the menu was last opened
    HelpWindow* m_help = nullptr;          ///< once it was asked for
    QPointer<PageDialog> m_export;         ///< while it is open
    QActionGroup* m_themeActions = nullptr;
    QElapsedTimer m_sinceTitle;
    bool m_loadingShown = false;
    bool m_presenting = false; ///< run bar and pictures alone
};

} // namespace hyperdrift::ui
