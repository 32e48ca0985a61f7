#pragma once
// Does the work in a thread of its own. Requests and answers are values; nothing is shared but one cancel
// flag.
//
// Every load, open, seek and work request is answered by exactly one `answered`, after the signals that it
// led to; rename, wish, readMatrix and saveData are not counted. No request that begins after cancel() is
// answered. No exception leaves a slot: what goes wrong (no memory left, say) is told, and what was there
// stays.

#include "core/model/config.h"
#include "core/model/error.h"
#include "ui/autosave_text.h"
#include "ui/frame.h"
#include "ui/ghost.h"
#include "ui/live_recording.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

/// Start a recording. Its frames carry `generation`.
struct LoadRequest {
    std::uint64_t generation = 0;
    Experiment experiment;
};

/// Read a file and start its recording: an experiment, one in a figure, or a matrix (suffix .csv) in
/// the default experiment.
struct OpenRequest {
    std::uint64_t generation = 0;
    QString path;
    bool isAutosave = false;
};

struct RunChange {
    int run = 0;
    decltype(Edit::change) change;
};

/// Show iteration t of what is recorded. A later one, once it was announced, makes an end of an earlier one.
struct SeekRequest {
    std::uint64_t id = 0;
    std::int64_t t = 0;
};

/// Record again what a recipe says, for a ghost: between other requests, in its own time.
struct RecallRequest {
    std::uint64_t generation = 0; ///< comes to nothing once another recording than that is shown
    GhostRecipe ghost;
};

/// A recording made for a ghost, or why it could not be made.
struct Recalled {
    std::uint64_t generation = 0;
    GhostRecipe ghost; ///< with the experiment
    Frame frame;
    QString error; ///< one line
};

/// First the changes, then `iterations` more, from the instant that is shown.
struct WorkRequest {
    std::vector<RunChange> changes;
    std::int64_t iterations = 0;
    bool goesOn = false; ///< another follows at once: what is costly to look at may wait a little
};

/// A recording has started: what was asked for, as it was read.
struct Loaded {
    std::uint64_t generation = 0;
    Experiment experiment;
    QString path;       ///< of the file that was read, empty for a recording that is no file's
    RestorePoint point; ///< where the document stood, and in which file it is
    Frame frame;        ///< its first
};

/// What was to be loaded can't be; what was there stays.
struct Refusal {
    Issue issue;              ///< with the place of what is wrong in a draft, none for what a file told
    bool fileTrouble = false; ///< it can't be read
};

/// A matrix file, read.
struct MatrixAnswer {
    MatrixSource source; ///< with its cells
    QString error;       ///< one line when it could not be read
};

/// What came of saveData.
struct DataSaved {
    QString path;
    QString trouble; ///< one line when nothing was written
};

class RunWorker : public QObject {
    Q_OBJECT
public:
    RunWorker();

    /// From any thread: iterations end within milliseconds, and requests still waiting are dropped. A problem
    /// being made or a file being read is finished first, and comes to nothing.
    void cancel() { m_cancelled.store(true); }
    /// From any thread, before the request itself is posted.
    void announceSeek(std::uint64_t id) { m_lastSeek.store(id); }

public slots:
    void load(const hyperdrift::ui::LoadRequest& request);
    void open(const hyperdrift::ui::OpenRequest& request);
    void work(const hyperdrift::ui::WorkRequest& request);
    void seek(const hyperdrift::ui::SeekRequest& request);
    void rename(int run, const QString& name);
    void readMatrix(const QString& path);
    void recall(const hyperdrift::ui::RecallRequest& request);
    /// Writes all that is recorded by now to a file, see recorded_data.h.
    void saveData(const QString& path);
    /// What frames are to bring from now on; of what is there, one follows. Matrices come with every frame at
    /// rest, and ten times a second while it goes on.
    void wish(const hyperdrift::ui::Wishes& wishes);

signals:
    void loaded(const hyperdrift::ui::Loaded& loaded);
    void refused(const hyperdrift::ui::Refusal& refusal);
    /// Something else went wrong, in one line.
    void failed(const QString& message);
    void matrixRead(const hyperdrift::ui::MatrixAnswer& answer);
    void recalled(const hyperdrift::ui::Recalled& recalled);
    void dataSaved(const hyperdrift::ui::DataSaved& saved);
    void frameReady(const hyperdrift::ui::Frame& frame);
    void answered();

private:
    template<typename Work>
    void attempt(const Work& work);
    void read(const OpenRequest& request);
    void start(const LoadRequest& request, const QString& path, const RestorePoint& point);
    void workOn(const WorkRequest& request);
    std::shared_ptr<const Problem> problemFor(const ProblemSpec& spec) const;
    void findInstant();
    void sendFrame(double secondsPerIteration, const QString& error, bool goesOn = false);
    Wishes wishesDue(bool goesOn);
    void grantLater();
    void followLater();
    void recallLater();
    void recallABit();

    std::atomic<bool> m_cancelled = false;
    std::atomic<std::uint64_t> m_lastSeek = 0;
    std::uint64_t m_generation = 0;
    std::optional<LiveRecording> m_recording;
    bool m_following = false;
    Wishes m_wishes;
    std::chrono::steady_clock::time_point m_granted; ///< when the last matrices went out
    bool m_isBehind = false;                         ///< the frames after that brought none
    bool m_grantPosted = false;
    std::deque<RecallRequest> m_recalls; ///< not yet done, the first is under way
    std::optional<LiveRecording> m_recalling;
    bool m_recallPosted = false;
};

} // namespace hyperdrift::ui

Q_DECLARE_METATYPE(hyperdrift::ui::Loaded)
Q_DECLARE_METATYPE(hyperdrift::ui::Refusal)
Q_DECLARE_METATYPE(hyperdrift::ui::MatrixAnswer)
Q_DECLARE_METATYPE(hyperdrift::ui::DataSaved)
Q_DECLARE_METATYPE(hyperdrift::ui::Recalled)
