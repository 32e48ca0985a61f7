#pragma once
// Random choices that are the same for the same seed on every machine.

#include <cstddef>
#include <cstdint>
#include <random>

namespace hyperdrift::soak {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_engine(seed) {}

    /// 0 … sides − 1. The remainder favours small numbers by less than sides / 2⁶⁴, unlike the standard
    /// distributions it is the same with every library.
    int roll(int sides) { return static_cast<int>(m_engine() % static_cast<std::uint64_t>(sides)); }
    int between(int least, int most) { return least + roll(most - least + 1); }
    bool chance(int percent) { return roll(100) < percent; }

    template<typename List>
    const auto& pick(const List& list)
    {
        return *(std::begin(list) + roll(static_cast<int>(std::size(list))));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace hyperdrift::soak
