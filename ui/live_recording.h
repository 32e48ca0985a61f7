#pragma once
// A recording with what theory says beside it, as frames for the window: what the worker owns.

#include "core/run/recording.h"
#include "core/theory/time_constants.h"
#include "ui/frame.h"
#include "ui/path_ahead.h"
#include "ui/wishes.h"

#include <functional>
#include <memory>
#include <vector>

namespace hyperdrift::ui {

class PlaneWatch;

class LiveRecording {
public:
    /// Assumes a validated experiment and the problem made from it.
    LiveRecording(Experiment experiment, const std::shared_ptr<const Problem>& problem);
    ~LiveRecording();
    LiveRecording(LiveRecording&&) noexcept;

    std::int64_t iteration() const { return m_recording.iteration(); }
    std::int64_t head() const { return m_recording.head(); }
    bool isFound() const { return m_recording.isFound(); }
    const Experiment& experiment() const { return m_recording.experiment(); }
    const std::shared_ptr<const Problem>& problem() const { return m_recording.problem(); }
    const Recording& recording() const { return m_recording; }

    /// Changes a run from the instant that is shown on, a branch when it is a past one. Throws InputError for
    /// a bad value, and changes nothing. A run that has diverged is left as it is.
    void change(int run, const decltype(Edit::change)& change);
    void change(int run, const Edit::SetParameter& parameter) { change(run, std::vector{parameter}); }
    void rename(int run, const std::string& name);

    /// Does up to n ≥ 0 iterations of all runs from the instant that is shown, a branch when it is a past
    /// one; fewer when a run diverges on the way, or as soon as `goOn`, asked every few milliseconds, says
    /// no.
    void advance(std::int64_t n, const Recording::GoOn& goOn);

    /// Shows iteration t, as far as the recording goes. False when `goOn` said no.
    bool seek(std::int64_t t, const Recording::GoOn& goOn);

    /// Follows the predicted paths to the end of the time axis for about `seconds` at most; true when all are
    /// there.
    bool followPaths(double seconds);
    /// Whether the next frame brings a path.
    bool hasNewPaths() const;

    /// Looks for the plane of all states so far, or of nearly all unless `all`, for about `seconds` at most;
    /// true when it is found, or there is none.
    bool followPlane(double seconds, bool all);
    /// Whether the next frame brings another plane to those who wish for it.
    bool hasNewPlane() const;

    /// All that is new since the last frame, and what is wished for beside it; should it fail, the next one
    /// brings it.
    Frame takeFrame(const Wishes& wishes = {});

private:
    /// From an edit, or the start, to the next.
    struct Epoch {
        std::int64_t from = 0;
        Prediction prediction; ///< from the state at `from`
        TimeConstants passed;
    };
    struct Entry {
        std::vector<Epoch> epochs; ///< ascending, at least one
        PathAhead path;
        bool pathPending = true; ///< changed, but not yet followed to the end of the axis
        bool pathReady = false;  ///< followed, but not yet sent
        std::size_t samplesSent = 0;
        std::size_t lossSent = 0;
    };

    Entry entryOf(const Experiment& experiment, std::size_t run, const Compression& origin) const;
    void takeIn(const Edit& edit);
    void takeIn(const Recording::Made& made);
    void branch();
    void cutTo(std::int64_t t);
    const Epoch& epochAt(const Entry& entry, std::int64_t t) const;
    void growHorizon();
    void recordStates();
    RunFrame runFrame(std::size_t run) const;
    bool isReduced() const { return m_recording.headRun(0).isReduced(); }
    std::shared_ptr<const MatrixMaps> matricesOf(const RunFrame& frame, std::size_t run,
                                                 const GridSize& grid);
    void placeOnPlane(RunFrame& frame, std::size_t run) const;
    void grant(const Wishes& wishes, Frame& frame);

    /// M's block means, which don't change.
    struct Target {
        GridSize grid;
        Matrix means;
    };

    Recording m_recording;
    std::shared_ptr<const Origin> m_origin;
    std::vector<Entry> m_entries;
    std::unique_ptr<PlaneWatch> m_plane; ///< null for the reduced engine and for large states
    Target m_target;
    double m_horizon = 0;                 ///< to which paths are followed
    std::optional<std::int64_t> m_keptTo; ///< not yet told
    bool m_fresh = true;
};

} // namespace hyperdrift::ui
