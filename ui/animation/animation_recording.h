#pragma once
// The recording that an animation is played from: made once up to its last iteration, then looked at instant
// by instant. Without a clock: what a frame holds depends on the experiment, the instants and the wishes
// alone. For a thread beside the window's.

#include "core/model/config.h"
#include "ui/frame.h"
#include "ui/live_recording.h"
#include "ui/wishes.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace hyperdrift::ui {

class AnimationRecording {
public:
    /// Told how far it is; whether to go on.
    using GoOn = std::function<bool(std::int64_t iteration)>;

    explicit AnimationRecording(Experiment experiment) : m_experiment(std::move(experiment)) {}

    /// Records up to iteration `last`, with the predicted paths; the whole recording. Where `goOn` says no,
    /// what is there. Throws InputError for a problem that can't be made.
    Frame record(std::int64_t last, const GoOn& goOn);
    /// What is seen at iteration t of it; once it is recorded.
    Frame at(std::int64_t t, const Wishes& wishes, const GoOn& goOn);

private:
    Experiment m_experiment;
    std::optional<LiveRecording> m_recording;
};

} // namespace hyperdrift::ui
