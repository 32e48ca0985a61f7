#pragma once
// Time in theory's unit: how many time constants T = (a+b)/(4ηab) have passed. T changes with the parameters,
// so the count is n(t) = ∫ dt/T(t), piece by piece: what has passed stays passed.

#include <cstdint>
#include <optional>

namespace hyperdrift {

class TimeConstants {
public:
    /// From iteration `t` on, not before the last change, T is `timeConstant` > 0; nullopt: there is none,
    /// and the count stands still.
    void change(std::int64_t t, std::optional<double> timeConstant)
    {
        m_before += passedSince(t);
        m_since = t;
        m_timeConstant = timeConstant;
    }

    /// n(t), t not before the last change; nullopt while there is no time constant.
    std::optional<double> at(std::int64_t t) const
    {
        return m_timeConstant ? std::optional(m_before + passedSince(t)) : std::nullopt;
    }

private:
    double passedSince(std::int64_t t) const
    {
        return m_timeConstant ? static_cast<double>(t - m_since) / *m_timeConstant : 0;
    }

    double m_before = 0; ///< n at m_since
    std::int64_t m_since = 0;
    std::optional<double> m_timeConstant;
};

} // namespace hyperdrift
