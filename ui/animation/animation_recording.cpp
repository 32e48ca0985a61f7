#include "ui/animation/animation_recording.h"

namespace hyperdrift::ui {

namespace {

constexpr double sliceSeconds = 0.05; // between two questions whether to go on

} // namespace

Frame AnimationRecording::record(std::int64_t last, const GoOn& goOn)
{
    m_recording.emplace(m_experiment, std::make_shared<const Problem>(makeProblem(m_experiment.problem)));
    LiveRecording& recording = *m_recording;
    const auto ask = [&] { return goOn(recording.head()); };
    while (recording.head() < last && ask()) // it stops where a run diverges, and the others go on
        recording.advance(last - recording.head(), ask);
    while (ask() && !recording.followPaths(sliceSeconds)) {
    }
    return recording.takeFrame();
}

Frame AnimationRecording::at(std::int64_t t, const Wishes& wishes, const GoOn& goOn)
{
    LiveRecording& recording = *m_recording;
    const auto ask = [&] { return goOn(t); };
    // All that was recorded, at the first call: the plane is the same in every frame.
    while (wishes.plane && ask() && !recording.followPlane(sliceSeconds, true)) {
    }
    if (!recording.seek(t, ask))
        return {};
    return recording.takeFrame(wishes);
}

} // namespace hyperdrift::ui
