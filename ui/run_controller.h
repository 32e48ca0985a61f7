#pragma once
// The window's side of the runs: asks the worker for one chunk at a time, gathers its frames into the scene,
// keeps what stands in the panels, and says what happened. Never waits for the worker.

#include "core/model/error.h"
#include "core/run/pacing.h"
#include "ui/draft.h"
#include "ui/message.h"
#include "ui/run_worker.h"
#include "ui/scene.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

class RunController : public QObject {
    Q_OBJECT
public:
    explicit RunController(QObject* parent = nullptr);
    /// Cancels what is being done, quits the thread and waits for it.
    ~RunController() override;

    const Scene& scene() const { return m_scene; }
    const Draft& draft() const { return m_draft; }
    Waiting waiting() const;
    bool isPlaying() const { return m_playing; }
    bool isLoading() const { return m_loads > 0; }
    const Pace& pace() const { return m_pace; }
    std::uint64_t seed() const; ///< of the runs' noise

    /// Config and edits of the recording: what a file is made of.
    Experiment document() const;
    /// What a reset would start, without edits.
    Experiment nextRecording() const;

    void load(const Experiment& experiment);
    void openFile(const QString& path);
    /// Reads a CSV file and puts it into the draft's problem, to apply on reset.
    void readMatrix(const QString& path);

    void setPlaying(bool playing);
    void setPace(const Pace& pace);
    /// One iteration; pauses.
    void step();
    /// As fast as it goes up to iteration t, then pauses.
    void runTo(std::int64_t t);
    /// A new recording of what stands in the panels, paused at t = 0; with a bad value there, a message
    /// instead.
    void reset();
    void newSeed();
    void setSeed(std::uint64_t seed);

    void setProblem(const ProblemSpec& problem);
    void setStart(const StartSpec& start);
    /// The aligned start through the dot that was dragged; resets.
    void dragStart(int direction, double logImbalance, double product);
    /// Rows are those of the draft.
    void changeParameter(int row, const Edit::SetParameter& parameter);
    void rename(int row, const QString& name);
    void addRun();
    void removeRun(int row);

    /// An answer of the worker. A frame of another generation than that of the recording shown is dropped.
    void takeFrame(const Frame& frame);

signals:
    void sceneChanged();
    void draftChanged();
    void playingChanged(bool playing);
    void paceChanged();
    void loadingChanged(bool loading);
    /// A recording has started; `path` is the file it came from.
    void recordingStarted(const QString& path);
    /// Something that a file would hold was changed by the person.
    void edited();
    /// What was to be loaded is refused; a message says so too.
    void loadRefused(const QString& message);
    void messageRaised(const hyperdrift::ui::Message& message);
    void targetReached();

private:
    void connectWorker();
    void tick();
    void request(std::int64_t iterations);
    void send(const LoadRequest& load);
    void requestWaitingChanges();
    void onLoaded(const Loaded& loaded);
    void onRefused(const QString& message);
    void onMatrixRead(const MatrixAnswer& answer);
    void onAnswered();
    void onTarget();
    void adoptParametersInForce();
    void play(bool playing);
    void pauseIfDiverged();
    void offerSmallerEta(std::size_t run);
    void restart(bool keepPlaying);
    bool allDiverged() const;

    QThread m_thread;
    RunWorker* m_worker; ///< lives in m_thread
    QTimer m_timer;
    QElapsedTimer m_sinceRequest;

    Scene m_scene;
    Experiment m_config; ///< of the recording
    Draft m_draft;
    std::vector<ParameterChange> m_changes; ///< not yet sent, the latest value of each parameter
    std::optional<std::int64_t> m_target;
    Pace m_pace = AutoPace{};
    std::uint64_t m_generation = 0;     ///< of the recording that is shown
    std::uint64_t m_lastGeneration = 0; ///< given out
    double m_carry = 0;
    double m_secondsPerIteration = 0;
    int m_outstanding = 0;                      ///< requests not yet answered
    int m_loads = 0;                            ///< loads among them
    std::vector<ParameterChange> m_sentChanges; ///< with the request that is under way
    bool m_playing = false;
    bool m_playWhenLoaded = false;
    std::vector<bool> m_divergenceTold;
};

} // namespace hyperdrift::ui
