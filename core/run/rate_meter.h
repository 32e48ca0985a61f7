#pragma once
// Iterations a second that are really reached, over the last half second or so. Time comes in as an argument.

#include "core/run/pacing.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace hyperdrift {

class RateMeter {
public:
    void clear() { m_looks.clear(); }
    /// The runs stood at iteration `t` at the time `seconds`, which ascends.
    void add(double seconds, std::int64_t t);
    /// nullopt until there is half a window to go by.
    std::optional<double> perSecond() const;

private:
    struct Look {
        double seconds;
        std::int64_t t;
    };
    std::deque<Look> m_looks;
};

/// Whether `reached` iterations a second is clearly less than `pace` asks for at iteration t: below 3/4 of
/// it, which an automatic pace that is kept never is, although it was slower when it was measured. Nothing is
/// too slow for an unlimited pace.
bool fallsShort(const Pace& pace, std::int64_t t, double reached);

} // namespace hyperdrift
