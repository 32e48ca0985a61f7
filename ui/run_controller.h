#pragma once
// The window's side of the runs: asks the worker for one chunk at a time, gathers its frames into the scene,
// keeps what stands in the panels, and says what happened. Never waits for the worker.

#include "core/run/member.h"
#include "core/run/pacing.h"
#include "core/run/rate_meter.h"
#include "ui/change_queue.h"
#include "ui/draft_change.h"
#include "ui/ghost_shelf.h"
#include "ui/message.h"
#include "ui/run_thread.h"
#include "ui/scene.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hyperdrift::ui {

class RunController : public QObject {
    Q_OBJECT
public:
    explicit RunController(QObject* parent = nullptr);
    ~RunController() override;

    const Scene& scene() const { return m_scene; }
    const Draft& draft() const { return m_draft; }
    Waiting waiting() const;
    bool isPlaying() const { return m_playing; }
    bool isLoading() const { return !m_loads.empty(); }
    const Pace& pace() const { return m_pace; }
    /// Iterations a second that are reached; nullopt unless it plays, and has for a moment.
    std::optional<double> reachedRate() const;
    std::uint64_t seed() const; ///< of the runs' noise

    /// Config and edits of the recording: what a file is made of.
    Experiment document() const;

    WaitingDraft waitingDraft() const;
    /// Puts it into the panels, over the recording that it was taken from.
    void restoreDraft(const WaitingDraft& waiting);

    /// Another document: the draft is replaced once it is in force.
    void load(const Experiment& experiment);
    /// Likewise from an experiment file, or from a matrix file, which is played at once.
    void openFile(const QString& path);
    /// Likewise from an autosave, at t = 0.
    void openAutosave(const QString& path);
    /// Reads a CSV file and puts it into the draft's problem, to apply on reset.
    void readMatrix(const QString& path);
    /// Writes all that is recorded by now to a file, beside what goes on; a message says what came of it.
    void saveData(const QString& path);

    void setPlaying(bool playing);
    void setPace(const Pace& pace);
    /// One iteration more, and pause: of the recording where it has one, else a new one. Steps that come
    /// faster than they are done add up.
    void step();
    void stepBack();
    /// Shows iteration t of the recording, or what is nearest, and pauses. The latest wish counts.
    void seek(std::int64_t t);
    /// What the scene is to hold beside samples.
    void setWishes(const Wishes& wishes);
    /// As fast as it goes up to iteration t, then pauses, and goes back to `thenShown`.
    void runTo(std::int64_t t, std::optional<std::int64_t> thenShown = std::nullopt);
    /// Plays at its pace, and pauses at iteration t, once; a pause on the way does not change that. Not
    /// beyond another recording.
    void playTo(std::int64_t t);
    /// Another recording of the document, its edits included, at iteration t of it, paused. What was shown
    /// becomes a ghost if it `keepsOld`. There is no undo of it. targetReached follows, or loadRefused.
    void replaceWith(const Experiment& recording, std::int64_t t, bool keepsOld);
    /// A new recording of what stands in the panels, paused at t = 0; with a bad value there, a message
    /// instead.
    void reset();
    void newSeed();
    void setSeed(std::uint64_t seed);
    /// Likewise, but it waits for the next reset.
    void keepSeed(std::uint64_t seed);

    void setProblem(const ProblemSpec& problem);
    /// The recording again, its edits included, as that member of an ensemble of it: one step of undo. While
    /// another recording is on its way: nothing.
    void becomeMember(const Experiment& ensemble, Vary vary, std::int64_t member);
    /// Changes of one gesture (a slider that is held) are one step of undo; 0: it is a step of its own.
    void setStart(const StartSpec& start, std::uint64_t gesture = 0);
    /// The aligned start through the dot that was dragged; resets.
    void dragStart(int direction, double logImbalance, double product);
    /// Moves a run of the recording along the valley from the instant that is shown on: X ← cX, Y ← Y/c. A
    /// bad c, or a run that can't be moved: a message instead.
    void moveRun(int run, double c);
    /// Rows are those of the draft. While a recording is being loaded, what is changed follows it.
    void changeParameter(int row, const Edit::SetParameter& parameter);
    void changeParameters(int row, const std::vector<Edit::SetParameter>& parameters,
                          std::uint64_t gesture = 0);
    void rename(int row, const QString& name);
    void addRun();
    void removeRun(int row);

    /// All that are kept; the scene has those to be drawn.
    const Ghosts& ghosts() const { return m_ghosts.ghosts(); }
    /// Keeps what is shown for comparison, over resets. With eight pinned already, a message instead.
    void pinThisRun();
    void setPinned(std::uint64_t ghost, bool pinned);
    void dismissGhost(std::uint64_t ghost);
    /// Records a ghost again, to where it ended; what was shown becomes a ghost in its turn.
    void restoreGhost(std::uint64_t ghost);
    /// A ghost of the document that was opened, recorded again in the background.
    void recallGhost(const GhostRecipe& ghost);
    /// Those that are on their way, and pinned ones that could not be recorded again: a file keeps them.
    std::vector<GhostRecipe> recalls() const;

    /// All that the person changed in the document that is shown, the seed included. What had restarted the
    /// runs restarts them again when it is undone or redone; nothing else does.
    QUndoStack& undoStack() { return m_undo; }
    /// What each of its steps does, in the language that now holds.
    void retellUndo();

    /// An answer of the worker. A frame of another generation than that of the recording shown is dropped.
    void takeFrame(const Frame& frame);

signals:
    void sceneChanged();
    void draftChanged();
    void playingChanged(bool playing);
    void paceChanged();
    void loadingChanged(bool loading);
    /// Another document is shown, read from `path`; an untitled one when that is empty. `point` is where it
    /// stood, and the file that it is in.
    void documentOpened(const QString& path, const hyperdrift::ui::RestorePoint& point);
    /// A recording has started, of the same document or another.
    void recordingStarted();
    void ghostsChanged();
    /// Something that a file would hold was changed by the person.
    void edited();
    /// What was to be loaded is refused; a message says so too.
    void loadRefused(const QString& message, bool fileTrouble);
    void messageRaised(const hyperdrift::ui::Message& message);
    void targetReached();
    /// The runs can't go on (no memory left, say), and a target is dropped; a message says so too.
    void failed(const QString& message);

private:
    /// A recording that was asked for and is not answered yet.
    struct Load {
        bool isDocument = false;
        std::uint64_t ghost = 0;         ///< that is recorded again, 0 for none
        std::vector<std::uint64_t> rows; ///< from which its runs were made
        bool isGiven = false;            ///< all of it, panels included
        bool keepsOld = true;            ///< as a ghost

        /// Else it was made from the draft.
        bool replacesDraft() const { return isDocument || ghost != 0 || isGiven; }
    };

    /// What follows a change.
    enum class Then { Nothing, Restart };

    void connectWorker();
    void post(std::function<void(RunWorker&)> request);
    void tick();
    bool followTimeConstant();
    void request(std::int64_t iterations);
    std::uint64_t expect(bool isDocument, std::uint64_t ghost = 0);
    std::int64_t soughtIteration() const;
    void goToInstant();
    Experiment recipe() const;
    Ghost wholeGhost() const;
    void keepWhatGoes(const Frame& next);
    void keepOldRecording(const Load& load, const Experiment& next);
    void showGhosts();
    void drawGhosts(const ProblemSpec& problem);
    void showPinned(bool done);
    void onRecalled(const Recalled& recalled);
    void postRecall(const GhostRecipe& ghost);
    void recallAgain(bool isDocument);
    void open(const QString& path, bool isAutosave);
    bool isBusy() const { return m_working || isLoading(); }
    void goOn();
    void goTowardsTarget();
    void pauseAtStop();
    void onLoaded(const Loaded& loaded);
    void onRefused(const Refusal& refusal);
    void onMatrixRead(const MatrixAnswer& answer);
    void onDataSaved(const DataSaved& saved);
    void onAnswered();
    void onFailed(const QString& message);
    bool takeIn(const Frame& frame);
    void change(const DraftChange& wanted, Then then = Then::Nothing, std::uint64_t gesture = 0);
    bool isRefused(const DraftChange& change);
    double movedBy(int run) const;
    void makeMove(const MoveRun& move);
    void put(const DraftChange& change, Then then);
    void renameRuns();
    void adoptConfigInForce();
    void adoptParametersInForce();
    void play(bool playing);
    void pauseIfDiverged();
    void offerSmallerEta(std::size_t run);
    void restart(bool keepPlaying);
    void replay(const BecomeMember& member);
    void begin(const Experiment& next, bool keepPlaying);
    std::optional<double> cells() const;
    void tell(const QString& problem);
    bool allDiverged() const;

    RunThread m_thread;
    QTimer m_timer;
    QElapsedTimer m_sinceRequest;
    QElapsedTimer m_clock;

    Scene m_scene;
    Experiment m_config;       ///< of the recording
    std::vector<Edit> m_given; ///< edits that the recording came with
    Draft m_draft;
    QUndoStack m_undo;
    bool m_isPutting = false;              ///< a step is being done, undone or redone
    ChangeQueue m_changes;                 ///< not yet sent
    std::vector<RunChange> m_sentChanges;  ///< with the request that is under way
    std::deque<Load> m_loads;              ///< not yet answered, the oldest first
    bool m_working = false;                ///< a request for iterations or an instant is not yet answered
    std::optional<std::int64_t> m_wanted;  ///< instant to show
    std::optional<std::int64_t> m_seeking; ///< instant that the worker was asked for
    std::uint64_t m_lastSeek = 0;
    GhostShelf m_ghosts;
    std::vector<GhostRecipe> m_recalls;      ///< not yet answered, the first asked for first
    std::vector<GhostRecipe> m_unrecalled;   ///< pinned, but their matrix is gone, say
    std::optional<std::int64_t> m_target;    ///< to run to
    std::optional<std::int64_t> m_thenShown; ///< instant to go back to from there
    std::optional<std::int64_t> m_stop;      ///< where playing pauses
    std::int64_t m_steps = 0;                ///< to do beyond the target, or the present iteration
    Pace m_pace = AutoPace{};
    RateMeter m_rate;
    std::uint64_t m_generation = 0;     ///< of the recording that is shown
    std::uint64_t m_lastGeneration = 0; ///< given out
    Wishes m_wishes;
    double m_carry = 0;
    double m_secondsPerIteration = 0;
    bool m_playing = false;
    bool m_playWhenLoaded = false;
    bool m_playWhenRefused = false; ///< a file that is not opened stops nothing
    std::vector<bool> m_divergenceTold;
};

} // namespace hyperdrift::ui
