#pragma once
// States of a recording's runs on the way, from which any instant is soon reached: at the multiples of a
// spacing that doubles whenever the states would take more than their share of memory.

#include "core/run/run.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hyperdrift {

/// The runs after `t` iterations, before the edits made there. A run that has diverged stands earlier.
struct Keyframe {
    std::int64_t t = 0;
    std::vector<RunState> runs;
};

class Keyframes {
public:
    static constexpr std::size_t standardBytes = std::size_t{64} << 20U;
    /// With more of them a seek gains nothing: other things then take its time.
    static constexpr std::size_t mostFrames = 4096;

    /// The first one, of t = 0, is kept whatever its size.
    explicit Keyframes(Keyframe first, std::size_t mostBytes = standardBytes);

    /// The next iteration after t at which one is due.
    std::int64_t nextAfter(std::int64_t t) const;
    /// `keyframe` lies at nextAfter of the last one or of an iteration beyond it.
    void add(Keyframe keyframe);
    /// The last one up to t ≥ 0.
    const Keyframe& lastUpTo(std::int64_t t) const;
    /// Those beyond t go.
    void forgetAfter(std::int64_t t);
    /// The parameters of a run were changed at t = 0.
    void setFirstSpec(std::size_t run, const RunSpec& spec) { m_frames.front().runs[run].spec = spec; }

    std::int64_t spacing() const { return m_spacing; }
    std::size_t bytes() const { return m_bytes; }
    std::size_t count() const { return m_frames.size(); }

private:
    void thin();

    std::size_t m_mostBytes;
    std::int64_t m_spacing;
    std::vector<Keyframe> m_frames; ///< ascending, at least the first
    std::size_t m_bytes = 0;
};

} // namespace hyperdrift
