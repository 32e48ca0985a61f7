#pragma once
// The runs of one experiment in lockstep, as a recording: config and edits determine every number, so that
// any instant behind the head can be shown again, to the bit, from the nearest keyframe. What is changed at a
// past instant starts a branch there: what lay ahead of it goes.

#include "core/run/keyframes.h"
#include "core/run/run.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace hyperdrift {

class Recording {
public:
    /// Asked every few milliseconds of long work: whether to go on.
    using GoOn = std::function<bool()>;

    /// Assumes a validated experiment and the problem made from it. Throws as makeRunStart.
    Recording(Experiment experiment, std::shared_ptr<const Problem> problem, Isa isa = nativeIsa(),
              std::size_t keyframeBytes = Keyframes::standardBytes);

    /// The config and the edits so far. Edits that came with it and lie ahead are made when their iterations
    /// come.
    const Experiment& experiment() const { return m_experiment; }
    const std::shared_ptr<const Problem>& problem() const { return m_problem; }
    void rename(int run, const std::string& name);

    std::size_t runCount() const { return m_runs.size(); }
    /// The instant that is shown, 0 ≤ iteration ≤ head. A run that has diverged before stands earlier.
    std::int64_t iteration() const { return m_shown; }
    /// Whether the runs stand there: false after a seek that was given up.
    bool isFound() const { return m_shown == m_head || m_pastAt == m_shown; }
    /// How far the recording goes.
    std::int64_t head() const { return m_head; }
    /// The run at the instant that is shown; without its history.
    const Run& run(std::size_t index) const;
    /// The run at the head: its history is that of the whole recording.
    const Run& headRun(std::size_t index) const { return m_runs[index]; }

    /// Shows iteration t, 0 ≤ t ≤ head. False when `goOn` said no: then what was shown before is to be sought
    /// again, before anything else is asked of the instant.
    bool seek(std::int64_t t, const GoOn& goOn);
    /// The instant that is shown becomes the head. Whether anything lay ahead of it.
    bool branch();

    /// Up to n ≥ 0 more iterations from the instant that is shown, a branch when it is a past one; fewer when
    /// a run diverges on the way, at an edit, or as soon as `goOn` says no. Returns the edits made on the
    /// way: the first of them and how many.
    struct Made {
        std::size_t first = 0;
        std::size_t count = 0;
        bool diverged = false; ///< a run, on the way
    };
    Made advance(std::int64_t n, const GoOn& goOn);

    /// Whether edit() would make a change at the instant that is shown: false when the run has diverged.
    /// Throws InputError for a bad one.
    bool accepts(const Edit& edit) const;
    /// Makes a change at the instant that is shown (`edit.at` is ignored), a branch when it is a past one;
    /// edits that are still to come stay. At t = 0 a parameter becomes part of the config. What it does not
    /// accept changes nothing: throws InputError for a bad one, false when the run has diverged.
    bool edit(Edit edit);

    const Keyframes& keyframes() const { return m_keyframes; }

private:
    Made applyDueEdits();
    bool step(std::int64_t n);
    void toKeyframe(const Keyframe& keyframe);
    bool replay(std::int64_t t, const GoOn& goOn);
    void makePastEdits();

    Experiment m_experiment;
    std::shared_ptr<const Problem> m_problem;
    std::vector<Run> m_runs; ///< at the head
    std::vector<Run> m_past; ///< their twins, made when the past is first shown
    Keyframes m_keyframes;
    std::int64_t m_head = 0;
    std::int64_t m_shown = 0;
    std::int64_t m_pastAt = -1;  ///< where the twins stand; −1: nowhere
    std::size_t m_pastEdits = 0; ///< edits that are behind them
    std::size_t m_editsMade = 0; ///< edits that are behind the head
};

/// Of a run up to the head: the recorded samples, and the head's where it is none of them.
std::vector<Sample> recordedSamples(const Recording& recording, std::size_t run);

} // namespace hyperdrift
