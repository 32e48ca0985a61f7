#pragma once
// The runs of one experiment going on in lockstep, with the changes made on the way: what the worker owns.
//
// The config and the edits determine every number. Edits that came with the file are applied at their
// iterations; a change made at iteration t drops those that lay ahead of t. A change at t = 0 becomes part of
// the config.

#include "core/run/run.h"
#include "core/theory/time_constants.h"
#include "ui/frame.h"
#include "ui/path_ahead.h"

#include <functional>
#include <memory>
#include <vector>

namespace hyperdrift::ui {

class LiveRecording {
public:
    /// Assumes a validated experiment and the problem made from it.
    LiveRecording(Experiment experiment, std::shared_ptr<const Problem> problem);

    std::int64_t iteration() const { return m_t; }
    const Experiment& experiment() const { return m_experiment; }
    std::shared_ptr<const Problem> problem() const { return m_problem; }

    /// Sets a parameter of a run from the present iteration on. Throws InputError for a bad one, and changes
    /// nothing. A run that has diverged is left as it is.
    void change(int run, const Edit::SetParameter& parameter);
    void rename(int run, const std::string& name);

    /// Does up to n ≥ 0 iterations of all runs; fewer when a run diverges on the way, or as soon as `goOn`,
    /// asked every few milliseconds, says no.
    void advance(std::int64_t n, const std::function<bool()>& goOn);

    /// Follows the predicted paths to the end of the time axis for about `seconds` at most; true when all are
    /// there.
    bool followPaths(double seconds);
    /// Whether the next frame brings a path.
    bool hasNewPaths() const;

    /// All that is new since the last frame; should it fail, the next one brings it.
    Frame takeFrame();

private:
    struct Entry {
        Run run;
        RunSpec spec; ///< the run's, with the name it now has
        PathAhead path;
        Prediction prediction;
        TimeConstants passed;
        Compression origin;      ///< where the prediction starts from: the start, or the last edit's state
        bool pathPending = true; ///< changed, but not yet followed to the end of the axis
        bool pathReady = false;  ///< followed, but not yet sent
        std::size_t samplesSent = 0;
        std::size_t lossSent = 0;
    };

    void apply(const Edit& edit);
    void applyRecordedEdits();
    void record(const Edit& edit);
    std::int64_t iterationsToNextEdit() const;
    bool step(std::int64_t n);
    void growHorizon();
    static RunFrame runFrame(const Entry& entry);

    Experiment m_experiment;
    std::shared_ptr<const Problem> m_problem;
    std::vector<Entry> m_entries;
    std::int64_t m_t = 0;
    std::size_t m_editsApplied = 0;
    double m_horizon = 0; ///< to which paths are followed
    bool m_fresh = true;
};

/// Puts a change of one parameter into a recording's edits: those that lie ahead go, one of the same
/// parameter at the same iteration is replaced, and a value that is in force already, as after an undo at the
/// iteration of the change, leaves none. At t = 0 the change belongs into the config instead, which holds
/// what the run's edits at 0 set.
void recordEdit(Experiment& recording, const Edit& edit);

} // namespace hyperdrift::ui
