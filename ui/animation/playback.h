#pragma once
// A recording as it would have been seen while it was made: nothing lies ahead of the instant that is shown.

#include "ui/frame.h"
#include "ui/scene.h"

namespace hyperdrift::ui {

class Playback {
public:
    /// `recorded`: the first frame of the recording, with all that it holds.
    explicit Playback(const Frame& recorded);

    /// All of it, at the instant of the last frame.
    const Scene& whole() const { return m_whole; }
    /// Another look at the last instant, with what was wished for.
    void lookAgain(const Frame& last);
    /// What is seen at an instant of it; each at or after the one before.
    const Scene& show(const Frame& instant);

private:
    Scene m_whole;
    Scene m_shown; ///< a branch of its own: pictures forget what they have seen of the whole
};

} // namespace hyperdrift::ui
