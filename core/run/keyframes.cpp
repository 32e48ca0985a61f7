#include "core/run/keyframes.h"

#include <algorithm>
#include <utility>

namespace hyperdrift {

namespace {

// Closer ones would cost more than the iterations between them.
constexpr std::int64_t leastSpacing = 64;

std::size_t bytesOf(const Keyframe& keyframe)
{
    std::size_t bytes = sizeof(Keyframe);
    for (const RunState& run : keyframe.runs)
        bytes += sizeof(RunState) + run.spec.name.capacity() +
                 sizeof(double) * static_cast<std::size_t>(run.factors.x.size() + run.factors.y.size());
    return bytes;
}

} // namespace

Keyframes::Keyframes(Keyframe first, std::size_t mostBytes)
    : m_mostBytes(mostBytes), m_spacing(leastSpacing), m_bytes(bytesOf(first))
{
    m_frames.push_back(std::move(first));
}

std::int64_t Keyframes::nextAfter(std::int64_t t) const
{
    return t - t % m_spacing + m_spacing;
}

void Keyframes::add(Keyframe keyframe)
{
    m_bytes += bytesOf(keyframe);
    m_frames.push_back(std::move(keyframe));
    while (m_frames.size() > 1 && (m_bytes > m_mostBytes || m_frames.size() > mostFrames))
        thin();
}

void Keyframes::thin()
{
    m_spacing *= 2;
    std::erase_if(m_frames, [this](const Keyframe& frame) {
        const bool goes = frame.t % m_spacing != 0;
        m_bytes -= goes ? bytesOf(frame) : 0;
        return goes;
    });
}

const Keyframe& Keyframes::lastUpTo(std::int64_t t) const
{
    const auto beyond = std::upper_bound(m_frames.begin(), m_frames.end(), t,
                                         [](std::int64_t at, const Keyframe& frame) { return at < frame.t; });
    return *std::prev(beyond);
}

void Keyframes::forgetAfter(std::int64_t t)
{
    std::erase_if(m_frames, [this, t](const Keyframe& frame) {
        const bool goes = frame.t > t;
        m_bytes -= goes ? bytesOf(frame) : 0;
        return goes;
    });
}

} // namespace hyperdrift
