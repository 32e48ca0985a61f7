#pragma once
// A lesson in the window: what each step shows goes to pictures and panels, what it says into the lesson's
// panel, and what the person had before comes back when it is over.

#include "ui/file_actions.h"
#include "ui/lesson_guide.h"
#include "ui/lesson_library.h"
#include "ui/message.h"
#include "ui/theme.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace hyperdrift::ui {

class EnsembleRunner;
class ExperimentPanel;
class GuessOverlay;
class LessonPanel;
class PictureSet;
class PlotView;
class RunBar;
struct Scene;

class LessonDesk : public QObject {
    Q_OBJECT
public:
    /// What of the window a lesson reaches.
    struct Reach {
        RunController& controller;
        EnsembleRunner& ensemble;
        FileActions& files;
    };
    /// Where it shows.
    struct Stage {
        PictureSet* pictures;
        ExperimentPanel* experiment;
        RunBar* runBar;
        LessonPanel* panel;
    };

    LessonDesk(const Reach& reach, const Stage& stage, QWidget* window);
    /// Goes on there, with the text in the language that now holds. The pictures are those of the old stage.
    void moveTo(const Stage& stage);

    bool isOpen() const { return m_guide.isOpen(); }
    const LessonGuide& guide() const { return m_guide; }
    /// Shows it, from a step on (0 is the first), after the question about unsaved changes. Of a broken one
    /// says why not.
    void open(const LessonEntry& entry, std::size_t index = 0);
    void next();
    void back();
    /// The document that was there before comes back, with its view.
    void leave();
    /// The window goes: its pictures are again what they were before.
    void restoreView();
    /// The scene without what is not to be seen yet.
    const Scene& shown(const Scene& scene);
    /// Whether the step locks the start.
    bool locksStart() const;
    /// Whether it locks the seed of a run, or of a start that has one: a new seed would change them all.
    bool locksSeed() const;
    void setTheme(const Theme& theme);

signals:
    /// A lesson begins or is over.
    void openChanged(bool open);
    void messageRaised(const hyperdrift::ui::Message& message);
    /// Something else is to be seen of the scene.
    void veilChanged();

private:
    void connectPanel();
    void limitExperiment();
    void whenLoaded(const std::function<void()>& action);
    void begin(const LessonEntry& entry, std::size_t index);
    void enter(bool goesOn);
    void showPictures(bool goesOn);
    void showPage();
    QString question() const;
    PlotView* askedView() const;
    void ask();
    void dropGuess();
    void onPhase();
    void showGoing();
    void onRevealed();
    void onAbandoned();
    void runEnsemble();
    bool locks(const QString& path) const;
    void end();

    Reach m_reach;
    Stage m_stage;
    QWidget* m_window;
    LessonGuide m_guide;
    LessonEntry m_entry;
    std::optional<FileActions::Aside> m_aside;
    QPointer<GuessOverlay> m_guess; ///< goes with its picture
    std::optional<int> m_veiledRun;
    std::unique_ptr<Scene> m_veiled;
    bool m_ensembleDue = false;
    bool m_eightStarts = false; ///< the lesson's
    bool m_isAlone = false;     ///< likewise
    Theme m_theme;
};

} // namespace hyperdrift::ui
